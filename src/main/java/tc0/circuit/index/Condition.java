package tc0.circuit.index;

import java.math.BigInteger;
import java.util.Optional;

/** A compiled index predicate, evaluated like a {@link Term}. */
public final class Condition {

  /** Evaluation on 64-bit slots. */
  interface Fast {
    boolean at(long[] slots);
  }

  /** Evaluation without bounds. */
  interface Exact {
    boolean at(BigInteger[] slots);
  }

  final Fast fast;
  final Exact exact;
  private final Optional<Boolean> constant;

  private Condition(Fast fast, Exact exact, Optional<Boolean> constant) {
    this.fast = fast;
    this.exact = exact;
    this.constant = constant;
  }

  static Condition of(Fast fast, Exact exact) {
    return new Condition(fast, exact, Optional.empty());
  }

  static Condition constant(boolean value) {
    return new Condition(slots -> value, slots -> value, Optional.of(value));
  }

  /** The truth value, if it does not depend on any slot. */
  public Optional<Boolean> constant() {
    return constant;
  }

  /** Whether the predicate holds. */
  public boolean holds(long[] slots) {
    try {
      return fast.at(slots);
    } catch (Overflow overflow) {
      return exact.at(Term.widen(slots));
    }
  }
}
