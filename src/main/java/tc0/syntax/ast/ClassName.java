package tc0.syntax.ast;

import java.util.OptionalInt;
import tc0.syntax.source.Span;

/**
 * A complexity class: {@code TC0}, {@code TC^1}, {@code NC1}, {@code P}, {@code TC0/poly}.
 *
 * @param family the letters, such as {@code TC}
 * @param level the number behind them; {@code TC1} and {@code TC^1} are the same
 * @param nonuniform whether {@code /poly} follows
 */
public record ClassName(Span span, String family, OptionalInt level, boolean nonuniform)
    implements Node {

  /** As in the literature: {@code TC0}, {@code TC0/poly}. */
  @Override
  public String toString() {
    return family
        + (level.isPresent() ? Integer.toString(level.getAsInt()) : "")
        + (nonuniform ? "/poly" : "");
  }
}
