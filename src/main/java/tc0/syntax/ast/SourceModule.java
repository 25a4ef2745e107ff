package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * One file: a module.
 *
 * @param documentation text of the {@code ///} lines above {@code module}, without the slashes
 * @param name the name after {@code module}; without it the module is named by its file
 * @param imports the imports, in order of appearance
 * @param declarations everything else, in order of appearance
 */
public record SourceModule(
    Span span,
    Optional<String> documentation,
    Optional<QualifiedName> name,
    List<Import> imports,
    List<Declaration> declarations)
    implements Node {

  /** Copies the lists. */
  public SourceModule {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }
}
