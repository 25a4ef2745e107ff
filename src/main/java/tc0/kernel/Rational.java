package tc0.kernel;

import java.math.BigInteger;

/** An exact rational number in lowest terms; the denominator is positive. */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  /** Zero. */
  public static final Rational ZERO = of(0);

  /** One. */
  public static final Rational ONE = of(1);

  /** Reduces to lowest terms; a zero denominator is an {@link ArithmeticException}. */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("zero denominator");
    }
    BigInteger gcd = denominator.equals(BigInteger.ONE) ? denominator : numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      gcd = gcd.negate();
    }
    if (!gcd.equals(BigInteger.ONE)) {
      numerator = numerator.divide(gcd);
      denominator = denominator.divide(gcd);
    }
  }

  /** The integer {@code value}. */
  public static Rational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /** The integer {@code value}. */
  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /** {@code this + other}. */
  public Rational plus(Rational other) {
    if (isInteger() && other.isInteger()) {
      return of(numerator.add(other.numerator));
    }
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** {@code this - other}. */
  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  /** {@code this * other}. */
  public Rational times(Rational other) {
    if (isInteger() && other.isInteger()) {
      return of(numerator.multiply(other.numerator));
    }
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** {@code this / other}; an {@link ArithmeticException} if {@code other} is zero. */
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** {@code -this}. */
  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** The larger of two numbers. */
  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether the denominator is 1. */
  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** The greatest integer that is at most this number. */
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  @Override
  public int compareTo(Rational other) {
    if (isInteger() && other.isInteger()) {
      return numerator.compareTo(other.numerator);
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@code 3} or {@code 3/2}. */
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
