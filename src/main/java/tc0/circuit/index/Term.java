package tc0.circuit.index;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A compiled index term. The fast code computes on {@code long} and signals {@link Overflow} as
 * soon as any intermediate value does not fit; the exact code then computes the same term on {@link
 * BigInteger}.
 */
public final class Term {

  /** Evaluation on 64-bit slots. */
  interface Fast {
    long at(long[] slots);
  }

  /** Evaluation without bounds. */
  interface Exact {
    BigInteger at(BigInteger[] slots);
  }

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

  final Fast fast;
  final Exact exact;
  private final Optional<BigInteger> constant;

  private Term(Fast fast, Exact exact, Optional<BigInteger> constant) {
    this.fast = fast;
    this.exact = exact;
    this.constant = constant;
  }

  static Term of(Fast fast, Exact exact) {
    return new Term(fast, exact, Optional.empty());
  }

  static Term constant(BigInteger value) {
    Fast fast;
    if (fits(value)) {
      long small = value.longValue();
      fast = slots -> small;
    } else {
      fast =
          slots -> {
            throw Overflow.SIGNAL;
          };
    }
    return new Term(fast, slots -> value, Optional.of(value));
  }

  static Term slot(int slot) {
    return of(slots -> slots[slot], slots -> slots[slot]);
  }

  /** The value, if it does not depend on any slot. */
  public Optional<BigInteger> constant() {
    return constant;
  }

  /** The exact value. */
  public BigInteger value(long[] slots) {
    try {
      return BigInteger.valueOf(fast.at(slots));
    } catch (Overflow overflow) {
      return exact.at(widen(slots));
    }
  }

  /** The value, saturated at the ends of the {@code long} range. */
  public long clamped(long[] slots) {
    try {
      return fast.at(slots);
    } catch (Overflow overflow) {
      return clamp(exact.at(widen(slots)));
    }
  }

  static long clamp(BigInteger value) {
    if (fits(value)) {
      return value.longValue();
    }
    return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  static boolean fits(BigInteger value) {
    return value.compareTo(LEAST) >= 0 && value.compareTo(GREATEST) <= 0;
  }

  static BigInteger[] widen(long[] slots) {
    BigInteger[] wide = new BigInteger[slots.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = BigInteger.valueOf(slots[i]);
    }
    return wide;
  }
}
