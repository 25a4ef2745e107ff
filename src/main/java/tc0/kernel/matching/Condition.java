package tc0.kernel.matching;

import java.util.SortedSet;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/** An atomic statement about indices, over global symbols. */
sealed interface Condition {

  /** {@code value >= 0}. */
  record AtLeastZero(Polynomial value) implements Condition {}

  /** {@code value = 0}. */
  record Zero(Polynomial value) implements Condition {}

  /** {@code value != 0}. */
  record NonZero(Polynomial value) implements Condition {}

  /**
   * The truth of a predicate that arithmetic does not open: a binary digit, primality, a
   * quantifier.
   */
  record Holds(Predicate predicate, boolean truth) implements Condition {}

  /** The contrary. */
  default Condition negated() {
    return switch (this) {
      case AtLeastZero(Polynomial p) -> new AtLeastZero(p.negate().minus(Polynomial.ONE));
      case Zero(Polynomial p) -> new NonZero(p);
      case NonZero(Polynomial p) -> new Zero(p);
      case Holds(Predicate predicate, boolean truth) -> new Holds(predicate, !truth);
    };
  }

  /** The symbols that occur. */
  default SortedSet<String> symbols() {
    return switch (this) {
      case AtLeastZero(Polynomial p) -> p.variables();
      case Zero(Polynomial p) -> p.variables();
      case NonZero(Polynomial p) -> p.variables();
      case Holds(Predicate predicate, boolean truth) -> Variables.of(predicate);
    };
  }
}
