package tc0.kernel.matching;

import java.util.Collection;

/**
 * The global symbols that index terms are evaluated over: size parameters under their own names,
 * and bound indices as {@code #0}, {@code #1}, ... by nesting depth, so that terms that differ in
 * the names of bound indices only are equal. All symbols are natural numbers.
 */
final class Symbols {

  private Symbols() {}

  /** The bound index at nesting depth {@code level}. */
  static String bound(int level) {
    return "#" + level;
  }

  /** Whether the symbol is a bound index. */
  static boolean isBound(String symbol) {
    return symbol.startsWith("#");
  }

  /** The nesting depth of a bound index; 0 for a size parameter. */
  static int level(String symbol) {
    return isBound(symbol) ? 1 + Integer.parseInt(symbol.substring(1)) : 0;
  }

  /** The depth of a bound index that is deeper than all of {@code symbols}. */
  static int nextLevel(Collection<String> symbols) {
    return symbols.stream().mapToInt(Symbols::level).max().orElse(0);
  }
}
