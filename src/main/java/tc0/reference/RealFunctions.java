package tc0.reference;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Rigorous enclosures of real functions at rational points. All arithmetic is on integers that
 * count units of {@code 2^-scale}, rounded downwards for lower and upwards for upper ends.
 */
public final class RealFunctions {

  /**
   * Beyond this magnitude {@link #exp} only states on which side of the representable range it is.
   */
  public static final int EXP_LIMIT_EXPONENT = 17;

  /** {@link #sin} and {@link #cos} refuse arguments of magnitude {@code 2^this} and more. */
  public static final int TRIGONOMETRIC_LIMIT_EXPONENT = 1 << 14;

  /** Extra digits that absorb the rounding of intermediate results. */
  private static final int GUARD = 32;

  /** Up to this precision the constants are computed once. */
  private static final int READY_BITS = 256;

  private static final Interval PI = computedPi(READY_BITS);
  private static final Interval LN2 = computedLn2(READY_BITS);

  private RealFunctions() {}

  /** The circle constant, within {@code 2^-bits}, by Machin's formula. */
  public static Interval pi(int bits) {
    return bits <= READY_BITS ? PI : computedPi(bits);
  }

  private static Interval computedPi(int bits) {
    int scale = bits + GUARD;
    Sum fifth = arctangentOfInverse(5, scale);
    Sum rest = arctangentOfInverse(239, scale);
    BigInteger value =
        fifth.units().multiply(BigInteger.valueOf(16)).subtract(rest.units().shiftLeft(2));
    return around(value, 16L * fifth.error() + 4L * rest.error(), scale);
  }

  /** The natural logarithm of 2, within {@code 2^-bits}: {@code 2 artanh(1/3)}. */
  public static Interval ln2(int bits) {
    return bits <= READY_BITS ? LN2 : computedLn2(bits);
  }

  private static Interval computedLn2(int bits) {
    int scale = bits + GUARD;
    BigInteger power = BigInteger.ONE.shiftLeft(scale).divide(BigInteger.valueOf(3));
    BigInteger units = BigInteger.ZERO;
    int terms = 0;
    for (; power.signum() > 0; power = power.divide(BigInteger.valueOf(9)), terms++) {
      units = units.add(power.divide(BigInteger.valueOf(2L * terms + 1)));
    }
    // Nested floors lose less than one unit per term; the tail is below one unit.
    return around(units.shiftLeft(1), 2L * terms + 2, scale);
  }

  /**
   * {@code e^x} with relative width at most {@code 2^-bits}. For {@code |x| >= 2^17} the result is
   * only a bound, {@code [2^N, oo)} or {@code [0, 2^-N]} with {@code N = 2^17}: all that a number
   * format with shorter exponents needs in order to saturate.
   */
  public static Interval exp(BigRational x, int bits) {
    if (x.signum() == 0) {
      return Interval.point(BigRational.ONE);
    }
    if (x.exponent() >= EXP_LIMIT_EXPONENT) {
      int extreme = 1 << EXP_LIMIT_EXPONENT; // e > 2, so e^x is beyond 2^x
      return x.signum() > 0
          ? Interval.atLeast(BigRational.powerOfTwo(extreme))
          : Interval.of(BigRational.ZERO, BigRational.powerOfTwo(-extreme));
    }
    int scale = bits + GUARD;
    int headroom = scale + EXP_LIMIT_EXPONENT + 2;
    Interval ln2 = ln2(headroom);
    int twos = x.dividedBy(ln2.high().orElseThrow()).floor().intValueExact();
    if (x.signum() < 0) {
      twos = x.dividedBy(ln2.low().orElseThrow()).floor().intValueExact();
    }
    Interval rest =
        Interval.point(x).minus(ln2.times(Interval.point(BigRational.of(twos)))); // in [0, 0.7]
    BigInteger low = unitsBelow(rest.low().orElseThrow(), scale).max(BigInteger.ZERO);
    BigInteger high = unitsAbove(rest.high().orElseThrow(), scale);
    return Interval.of(
        BigRational.dyadic(exponentialBelow(low, scale), twos - scale),
        BigRational.dyadic(exponentialAbove(high, scale), twos - scale));
  }

  /**
   * The square root of {@code x >= 0} with relative width at most {@code 2^-bits}; exact if
   * rational.
   */
  public static Interval sqrt(BigRational x, int bits) {
    if (x.signum() < 0) {
      throw new ArithmeticException("square root of the negative number " + x);
    }
    Optional<BigRational> exact = exactSqrt(x);
    if (exact.isPresent()) {
      return Interval.point(exact.get());
    }
    int scale = Math.max(0, bits + 2 - Math.floorDiv(x.exponent(), 2));
    BigInteger root = x.scaledByPowerOfTwo(2 * scale).floor().sqrt();
    return Interval.of(
        BigRational.dyadic(root, -scale), BigRational.dyadic(root.add(BigInteger.ONE), -scale));
  }

  /** The square root if it is rational. */
  public static Optional<BigRational> exactSqrt(BigRational x) {
    if (x.signum() < 0) {
      return Optional.empty();
    }
    BigInteger[] numerator = x.numerator().sqrtAndRemainder();
    BigInteger[] denominator = x.denominator().sqrtAndRemainder();
    return numerator[1].signum() == 0 && denominator[1].signum() == 0
        ? Optional.of(new BigRational(numerator[0], denominator[0]))
        : Optional.empty();
  }

  /** The sine of {@code x} radians, within {@code 2^-bits}. */
  public static Interval sin(BigRational x, int bits) {
    return sine(x, 0, bits);
  }

  /** The cosine of {@code x} radians, within {@code 2^-bits}. */
  public static Interval cos(BigRational x, int bits) {
    return sine(x, 1, bits);
  }

  /** {@code sin(x + quarters * pi/2)}. */
  private static Interval sine(BigRational x, int quarters, int bits) {
    if (x.signum() == 0) {
      return Interval.point(BigRational.of(quarters));
    }
    if (x.exponent() >= TRIGONOMETRIC_LIMIT_EXPONENT) {
      throw new LimitException(
          "sine or cosine of a number of magnitude 2^"
              + x.exponent()
              + " (limit 2^"
              + TRIGONOMETRIC_LIMIT_EXPONENT
              + ")");
    }
    int scale = bits + GUARD;
    Interval pi = pi(scale + Math.max(x.exponent(), 0) + 4);
    BigInteger turns =
        x.scaledByPowerOfTwo(1)
            .dividedBy(pi.low().orElseThrow())
            .plus(BigRational.HALF)
            .floor(); // quarter turns; any integer near the quotient would do
    Interval rest =
        Interval.point(x)
            .minus(pi.times(Interval.point(BigRational.of(turns).scaledByPowerOfTwo(-1))));
    BigInteger low = unitsBelow(rest.low().orElseThrow(), scale);
    BigInteger high = unitsAbove(rest.high().orElseThrow(), scale);
    BigInteger middle = low.add(high).shiftRight(1);
    long spread = high.subtract(low).longValueExact(); // sine and cosine are 1-Lipschitz
    int quadrant = turns.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValue();
    Sum series = alternatingSeries(middle, quadrant % 2, scale);
    BigInteger units = quadrant < 2 ? series.units() : series.units().negate();
    return around(units, series.error() + spread, scale)
        .intersect(Interval.of(BigRational.of(-1), BigRational.ONE));
  }

  /** A number of units of {@code 2^-scale} and a bound on its error in the same units. */
  private record Sum(BigInteger units, long error) {}

  private static Sum arctangentOfInverse(int n, int scale) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = BigInteger.ONE.shiftLeft(scale).divide(BigInteger.valueOf(n));
    BigInteger units = BigInteger.ZERO;
    int terms = 0;
    for (; power.signum() > 0; power = power.divide(square), terms++) {
      BigInteger term = power.divide(BigInteger.valueOf(2L * terms + 1));
      units = terms % 2 == 0 ? units.add(term) : units.subtract(term);
    }
    // Nested floors lose less than one unit per term; the tail is below one unit.
    return new Sum(units, terms + 1L);
  }

  /**
   * Lower bound of {@code e^r} for {@code r >= 0}: every term of the Taylor series rounded down.
   */
  private static BigInteger exponentialBelow(BigInteger r, int scale) {
    BigInteger term = BigInteger.ONE.shiftLeft(scale);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 1; term.signum() > 0; i++) {
      sum = sum.add(term);
      term = term.multiply(r).shiftRight(scale).divide(BigInteger.valueOf(i));
    }
    return sum;
  }

  /** Upper bound of {@code e^r} for {@code 0 <= r < 1}: terms rounded up, and the tail doubled. */
  private static BigInteger exponentialAbove(BigInteger r, int scale) {
    BigInteger one = BigInteger.ONE.shiftLeft(scale);
    if (r.compareTo(one) >= 0) {
      throw new IllegalStateException("argument reduction of exp left " + r);
    }
    BigInteger term = one;
    BigInteger sum = BigInteger.ZERO;
    int i = 1;
    for (; term.compareTo(BigInteger.TWO) > 0; i++) {
      sum = sum.add(term);
      term = ceilingDivide(term.multiply(r), one.multiply(BigInteger.valueOf(i)));
    }
    // The remaining terms decrease at least by half each once i >= 2.
    return sum.add(term.shiftLeft(1)).add(BigInteger.ONE);
  }

  /** Sine (parity 0) or cosine (parity 1) of a number of magnitude below 1. */
  private static Sum alternatingSeries(BigInteger r, int parity, int scale) {
    if (r.abs().bitLength() > scale) {
      throw new IllegalStateException("argument reduction of sine left " + r);
    }
    BigInteger square = r.multiply(r).shiftRight(scale);
    BigInteger term = parity == 0 ? r.abs() : BigInteger.ONE.shiftLeft(scale);
    BigInteger sum = BigInteger.ZERO;
    long terms = 0;
    for (long i = 2L - parity; term.signum() > 0; i += 2, terms++) {
      sum = terms % 2 == 0 ? sum.add(term) : sum.subtract(term);
      term = term.multiply(square).shiftRight(scale).divide(BigInteger.valueOf(i * (i + 1)));
    }
    // A term's error is at most half its predecessor's plus 2 units, hence below 4; so is the tail.
    BigInteger units = parity == 0 && r.signum() < 0 ? sum.negate() : sum;
    return new Sum(units, 4 * terms + 4);
  }

  private static Interval around(BigInteger units, long error, int scale) {
    BigInteger slack = BigInteger.valueOf(error);
    return Interval.of(
        BigRational.dyadic(units.subtract(slack), -scale),
        BigRational.dyadic(units.add(slack), -scale));
  }

  private static BigInteger unitsBelow(BigRational value, int scale) {
    return value.scaledByPowerOfTwo(scale).floor();
  }

  private static BigInteger unitsAbove(BigRational value, int scale) {
    return value.scaledByPowerOfTwo(scale).ceiling();
  }

  private static BigInteger ceilingDivide(BigInteger dividend, BigInteger divisor) {
    return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
  }
}
