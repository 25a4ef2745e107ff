package tc0.syntax.elaborate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.QualifiedName;

/**
 * Where modules are looked for: module {@code std.float} is the file {@code std/float.tc0} below
 * one of the roots.
 *
 * @param roots directories, the first one that has the file wins
 */
public record SearchPath(List<Path> roots) {

  /** Copies the roots. */
  public SearchPath {
    roots = List.copyOf(roots);
  }

  /** The path with a root in front. */
  SearchPath with(Path root) {
    List<Path> all = new ArrayList<>();
    all.add(root);
    all.addAll(roots);
    return new SearchPath(all);
  }

  /** The file of a module. */
  Optional<Path> find(QualifiedName module) {
    String relative = module.toString().replace('.', '/') + ".tc0";
    return roots.stream()
        .map(root -> root.resolve(relative))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
