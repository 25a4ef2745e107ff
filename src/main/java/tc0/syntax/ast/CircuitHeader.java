package tc0.syntax.ast;

import java.util.List;
import tc0.syntax.source.Span;

/**
 * {@code name[sizes; statics](parameters) -> result where constraints}.
 *
 * @param statics static parameters: numerals or index functions given at elaboration
 * @param constraints what the claims assume of the sizes, all of them
 */
public record CircuitHeader(
    Span span,
    Identifier name,
    List<SizeParameter> sizes,
    List<Identifier> statics,
    List<Parameter> parameters,
    Type result,
    List<Expression> constraints)
    implements Node {

  /** Copies the lists. */
  public CircuitHeader {
    sizes = List.copyOf(sizes);
    statics = List.copyOf(statics);
    parameters = List.copyOf(parameters);
    constraints = List.copyOf(constraints);
  }
}
