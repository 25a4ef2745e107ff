package tc0.kernel;

import java.util.List;

/**
 * A Boolean value that costs no gate: a wire, its complement, or a constant chosen by the indices.
 */
public sealed interface Literal {

  /**
   * Reads bit {@code at} of a bit array: an input, an alias, a gate array, a state, or {@code c.o}
   * for output {@code o} of the call named {@code c} (then the call's indices come first). Outside
   * the array's box the value is 0.
   */
  record Read(String array, List<Index> at) implements Literal {
    public Read {
      at = List.copyOf(at);
    }
  }

  /** The complement. */
  record Not(Literal of) implements Literal {}

  /** The constant that is 1 iff the index predicate holds. */
  record Indicator(Predicate condition) implements Literal {}

  /** {@code then} where the condition holds, else {@code otherwise}. */
  record Conditional(Predicate condition, Literal then, Literal otherwise) implements Literal {}

  /** The constant 0. */
  Literal ZERO = new Indicator(Predicate.FALSE);

  /** The constant 1. */
  Literal ONE = new Indicator(Predicate.TRUE);
}
