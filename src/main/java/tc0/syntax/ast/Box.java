package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * {@code i < w, j <= i when guard}: tuples of naturals; later bounds may use earlier binders.
 *
 * @param binders at least one, except where a generator names a scalar gate that exists on a
 *     condition
 */
public record Box(Span span, List<Binder> binders, Optional<Expression> guard) implements Node {

  /** Copies the binders. */
  public Box {
    binders = List.copyOf(binders);
  }
}
