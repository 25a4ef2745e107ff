package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * What stands in the braces of a fold or an argument: {@code {e : box}}, {@code {a, b}}, {@code {a,
 * b : box}}.
 *
 * @param elements at least one; each is taken at every tuple of the box
 * @param box the range of the bound names; without it each element is taken once
 */
public record Cells(Span span, List<Expression> elements, Optional<Box> box) implements Node {

  /** Copies the elements. */
  public Cells {
    elements = List.copyOf(elements);
  }
}
