package tc0.circuit.connection;

import java.math.BigInteger;

/**
 * Counts elementary steps of index arithmetic and does the operations whose cost depends on how
 * they are done.
 */
final class StepCounter {

  static final int MAXIMUM_BITS = 1 << 16;
  private static final long MAXIMUM_STEPS = 20_000_000_000L;
  private static final int MAXIMUM_PRIME_BITS = 40;

  private long steps;

  long steps() {
    return steps;
  }

  void reset() {
    steps = 0;
  }

  void charge(long cost) {
    steps += cost;
    if (steps > MAXIMUM_STEPS) {
      throw new LimitExceededException("more than " + MAXIMUM_STEPS + " steps");
    }
  }

  /** One pass over a number. */
  BigInteger read(BigInteger value) {
    charge(length(value));
    return value;
  }

  /** One pass over two numbers. */
  void linear(BigInteger a, BigInteger b) {
    charge(Math.max(length(a), length(b)));
  }

  /** Multiplication or division by the school method. */
  void product(BigInteger a, BigInteger b) {
    charge(length(a) * length(b));
  }

  /** The power of two, rounded down; written by counting the exponent down. */
  BigInteger powerOfTwo(BigInteger exponent) {
    if (exponent.signum() < 0) {
      charge(1);
      return BigInteger.ZERO;
    }
    if (exponent.compareTo(BigInteger.valueOf(MAXIMUM_BITS)) > 0) {
      throw new LimitExceededException("2^" + exponent + " is no index");
    }
    charge(exponent.intValueExact() + 1L);
    return BigInteger.ONE.shiftLeft(exponent.intValueExact());
  }

  /** Modular power by repeated squaring. */
  BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
    charge(length(base) + length(exponent) * length(modulus) * length(modulus));
    return base.modPow(exponent, modulus);
  }

  /** Primality by trial division. */
  boolean prime(BigInteger n) {
    if (n.bitLength() > MAXIMUM_PRIME_BITS) {
      throw new LimitExceededException("prime(" + n + ") is beyond trial division");
    }
    charge(length(n));
    long value = n.longValueExact();
    if (value < 2) {
      return false;
    }
    for (long d = 2; d * d <= value; d++) {
      charge(length(n) * length(n));
      if (value % d == 0) {
        return false;
      }
    }
    return true;
  }

  /** A number, if it is not too long for an index. */
  static BigInteger checked(BigInteger value) {
    if (value.bitLength() > MAXIMUM_BITS) {
      throw new LimitExceededException("an index of " + value.bitLength() + " bits");
    }
    return value;
  }

  /** The length of a number in bits, its sign included. */
  static long length(BigInteger value) {
    return value.bitLength() + 1L;
  }
}
