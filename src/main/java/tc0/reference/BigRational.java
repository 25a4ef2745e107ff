package tc0.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * An exact rational number in lowest terms with a positive denominator, so that equal numbers are
 * equal records.
 */
public record BigRational(BigInteger numerator, BigInteger denominator)
    implements Comparable<BigRational> {

  /** Zero. */
  public static final BigRational ZERO = of(0);

  /** One. */
  public static final BigRational ONE = of(1);

  /** One half. */
  public static final BigRational HALF = powerOfTwo(-1);

  /** Longest decimal expansion that {@link #toString} writes out. */
  private static final int PRINTED_DIGITS = 24;

  /** Reduces to lowest terms; refuses the denominator 0. */
  public BigRational {
    Objects.requireNonNull(numerator);
    if (denominator.signum() == 0) {
      throw new ArithmeticException("rational number with denominator 0");
    }
    if (!denominator.equals(BigInteger.ONE)) {
      BigInteger divisor = commonDivisor(numerator, denominator);
      if (denominator.signum() < 0) {
        divisor = divisor.negate();
      }
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  /** The integer {@code value}. */
  public static BigRational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /** The integer {@code value}. */
  public static BigRational of(BigInteger value) {
    return new BigRational(value, BigInteger.ONE);
  }

  /** The fraction {@code numerator / denominator}. */
  public static BigRational of(long numerator, long denominator) {
    return new BigRational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The dyadic number {@code significand * 2^exponent}. */
  public static BigRational dyadic(BigInteger significand, int exponent) {
    return exponent >= 0
        ? of(significand.shiftLeft(exponent))
        : new BigRational(significand, BigInteger.ONE.shiftLeft(-exponent));
  }

  /** {@code 2^exponent}. */
  public static BigRational powerOfTwo(int exponent) {
    return dyadic(BigInteger.ONE, exponent);
  }

  /** The sum. */
  public BigRational plus(BigRational other) {
    return new BigRational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The difference. */
  public BigRational minus(BigRational other) {
    return plus(other.negate());
  }

  /** The product. */
  public BigRational times(BigRational other) {
    return new BigRational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The quotient; refuses the divisor 0. */
  public BigRational dividedBy(BigRational other) {
    return times(other.reciprocal());
  }

  /** The inverse; refuses 0. */
  public BigRational reciprocal() {
    return new BigRational(denominator, numerator);
  }

  /** The number of opposite sign. */
  public BigRational negate() {
    return new BigRational(numerator.negate(), denominator);
  }

  /** The absolute value. */
  public BigRational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** {@code this * 2^exponent}. */
  public BigRational scaledByPowerOfTwo(int exponent) {
    return times(powerOfTwo(exponent));
  }

  /** The power with a natural exponent, or with a negative one unless this is 0. */
  public BigRational power(int exponent) {
    return exponent >= 0
        ? new BigRational(numerator.pow(exponent), denominator.pow(exponent))
        : reciprocal().power(-exponent);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** Whether this is an integer. */
  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** The largest integer that is not above this. */
  public BigInteger floor() {
    return floorDivide(numerator, denominator);
  }

  /** The smallest integer that is not below this. */
  public BigInteger ceiling() {
    return floorDivide(numerator.negate(), denominator).negate();
  }

  /** The nearest integer; of two equally near ones, the even one. */
  public BigInteger roundHalfEven() {
    BigInteger down = floor();
    int side = minus(of(down)).compareTo(HALF);
    boolean up = side > 0 || (side == 0 && down.testBit(0));
    return up ? down.add(BigInteger.ONE) : down;
  }

  /** The exponent e with {@code 2^e <= |this| < 2^(e+1)}; refuses 0. */
  public int exponent() {
    if (signum() == 0) {
      throw new ArithmeticException("zero has no exponent");
    }
    BigInteger magnitude = numerator.abs();
    int guess = magnitude.bitLength() - denominator.bitLength();
    boolean reaches =
        guess >= 0
            ? magnitude.compareTo(denominator.shiftLeft(guess)) >= 0
            : magnitude.shiftLeft(-guess).compareTo(denominator) >= 0;
    return reaches ? guess : guess - 1;
  }

  /** The larger of the two. */
  public BigRational max(BigRational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The smaller of the two. */
  public BigRational min(BigRational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The value as a double, for display and for tests. */
  public double doubleValue() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL128)
        .doubleValue();
  }

  @Override
  public int compareTo(BigRational other) {
    if (signum() != other.signum()) {
      return Integer.compare(signum(), other.signum());
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /**
   * An integer, a terminating decimal, {@code s*2^e} with odd {@code s} when that is shorter, or a
   * fraction: always exact.
   */
  @Override
  public String toString() {
    if (isInteger()) {
      int twos = Math.max(numerator.getLowestSetBit(), 0);
      return numerator.bitLength() <= 64 || twos < 16
          ? numerator.toString()
          : numerator.shiftRight(twos) + "*2^" + twos;
    }
    if (isPowerOfTwo(denominator)) {
      int places = denominator.bitLength() - 1;
      return places <= PRINTED_DIGITS
          ? new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString()
          : numerator + "*2^-" + places;
    }
    return numerator + "/" + denominator;
  }

  private static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The greatest common divisor, positive; by shifts when the denominator is a power of two. */
  private static BigInteger commonDivisor(BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() != 0 && isPowerOfTwo(denominator)) {
      int twos = Math.min(numerator.getLowestSetBit(), denominator.getLowestSetBit());
      return BigInteger.ONE.shiftLeft(twos);
    }
    return numerator.gcd(denominator);
  }

  private static boolean isPowerOfTwo(BigInteger value) {
    return value.signum() > 0 && value.getLowestSetBit() == value.bitLength() - 1;
  }
}
