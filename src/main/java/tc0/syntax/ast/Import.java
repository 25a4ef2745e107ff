package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * {@code import std.float as float;} or {@code import std.integer (add, greater);}.
 *
 * @param module the imported module
 * @param alias the prefix under which its names are seen; excludes {@code names}
 * @param names the names seen without prefix; without alias and names the last part of the module's
 *     name is the prefix
 */
public record Import(
    Span span, QualifiedName module, Optional<Identifier> alias, List<Identifier> names)
    implements Node {

  /** Copies the names. */
  public Import {
    names = List.copyOf(names);
  }
}
