package tc0.syntax.ast;

import java.util.List;
import tc0.syntax.source.Span;

/** {@code name = value} or {@code name(parameters) = value}. */
public record LetBinding(Span span, Identifier name, List<Identifier> parameters, Expression value)
    implements Node {

  /** Copies the parameters. */
  public LetBinding {
    parameters = List.copyOf(parameters);
  }
}
