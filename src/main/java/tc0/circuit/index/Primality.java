package tc0.circuit.index;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * Exact primality: a sieve for small numbers, then Miller-Rabin with bases that decide the whole
 * range.
 */
final class Primality {

  private static final int SIEVED = 1 << 16;
  private static final BitSet COMPOSITE = sieve();
  private static final long[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41};

  /** The bases decide every number below this one (Sorenson and Webster, 2015). */
  private static final BigInteger DECIDED = new BigInteger("3317044064679887385961981");

  private Primality() {}

  static boolean isPrime(long value) {
    if (value < SIEVED) {
      return value >= 2 && !COMPOSITE.get((int) value);
    }
    for (long base : BASES) {
      if (value % base == 0) {
        return false;
      }
    }
    int twos = Long.numberOfTrailingZeros(value - 1);
    if (value > 3_037_000_499L) {
      return strong(BigInteger.valueOf(value));
    }
    for (long base : BASES) {
      long power = Arithmetic.power(base, (value - 1) >> twos, value);
      boolean passes = power == 1 || power == value - 1;
      for (int i = 1; i < twos && !passes; i++) {
        power = power * power % value;
        passes = power == value - 1;
      }
      if (!passes) {
        return false;
      }
    }
    return true;
  }

  static boolean isPrime(BigInteger value, Budget budget) {
    if (value.bitLength() < 64) {
      return isPrime(value.longValue());
    }
    if (value.signum() < 0) {
      return false;
    }
    if (value.compareTo(DECIDED) >= 0) {
      throw new LimitExceeded(
          "a primality test",
          budget.where(),
          "a number of " + value.bitLength() + " bits",
          "",
          DECIDED.bitLength());
    }
    return strong(value);
  }

  private static boolean strong(BigInteger value) {
    BigInteger last = value.subtract(BigInteger.ONE);
    int twos = last.getLowestSetBit();
    for (long base : BASES) {
      BigInteger power = BigInteger.valueOf(base).modPow(last.shiftRight(twos), value);
      boolean passes = power.equals(BigInteger.ONE) || power.equals(last);
      for (int i = 1; i < twos && !passes; i++) {
        power = power.multiply(power).mod(value);
        passes = power.equals(last);
      }
      if (!passes) {
        return false;
      }
    }
    return true;
  }

  private static BitSet sieve() {
    BitSet composite = new BitSet(SIEVED);
    for (int p = 2; p * p < SIEVED; p++) {
      if (!composite.get(p)) {
        for (int q = p * p; q < SIEVED; q += p) {
          composite.set(q);
        }
      }
    }
    return composite;
  }
}
