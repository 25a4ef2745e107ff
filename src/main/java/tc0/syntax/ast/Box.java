package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * {@code i < w, j <= i when guard}: tuples of naturals; later bounds may use earlier binders.
 *
 * @param binders at least one
 */
public record Box(Span span, List<Binder> binders, Optional<Expression> guard) implements Node {

  /** Copies the binders. */
  public Box {
    binders = List.copyOf(binders);
  }
}
