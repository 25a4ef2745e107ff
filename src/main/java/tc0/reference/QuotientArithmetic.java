package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Float operations by integer formulas on pairs (significand, exponent), as circuits carry them
 * out: a second implementation beside {@link RoundedArithmetic}, with which it must agree.
 *
 * <p>Chiang (2024) writes {@code a // b} for a quotient that keeps a multiple of 1/4 and otherwise
 * remembers that it is inexact by adding 1/8. Read with {@link Quotient#LITERAL} it adds 1/8 to the
 * quotient itself, which misrounds; {@link Quotient#STICKY} adds it to the quotient cut off at
 * quarters, and is right.
 */
public record QuotientArithmetic(FloatFormat format, Quotient quotient) {

  /** The two readings of {@code a // b}. */
  public enum Quotient {
    /** {@code floor(4a/b)/4}, plus 1/8 if b does not divide 4a. */
    STICKY,
    /** {@code a/b}, plus 1/8 if b does not divide 4a. */
    LITERAL
  }

  /** {@code a // b} for {@code b > 0}. */
  BigRational quotient(BigInteger a, BigInteger b) {
    BigRational quarters = new BigRational(a.shiftLeft(2), b);
    if (quarters.isInteger()) {
      return quarters.scaledByPowerOfTwo(-2);
    }
    BigRational eighth = BigRational.powerOfTwo(-3);
    return switch (quotient) {
      case STICKY -> BigRational.of(quarters.floor()).scaledByPowerOfTwo(-2).plus(eighth);
      case LITERAL -> quarters.scaledByPowerOfTwo(-2).plus(eighth);
    };
  }

  /** The sum of two floats, zero given by any exponent: the pair is taken as it is. */
  public BigRational add(FloatFormat.Parts x, FloatFormat.Parts y) {
    if (x.exponent() < y.exponent()) {
      return add(y, x);
    }
    BigRational aligned = quotient(y.significand(), power(x.exponent() - y.exponent()));
    return scaled(BigRational.of(x.significand()).plus(aligned), x.exponent());
  }

  /** The product of two floats. */
  public BigRational multiply(FloatFormat.Parts x, FloatFormat.Parts y) {
    return scaled(
        BigRational.of(x.significand().multiply(y.significand())), x.exponent() + y.exponent());
  }

  /** The quotient of two floats, 0 where the divisor is 0. */
  public BigRational divide(FloatFormat.Parts x, FloatFormat.Parts y) {
    int sign = y.significand().signum();
    if (sign == 0) {
      return BigRational.ZERO;
    }
    BigInteger dividend =
        x.significand().multiply(BigInteger.valueOf(sign)).shiftLeft(format.p() - 1);
    return scaled(
        quotient(dividend, y.significand().abs()), x.exponent() - y.exponent() - format.p() + 1);
  }

  /** Whether x is at most y. */
  public boolean lessOrEqual(FloatFormat.Parts x, FloatFormat.Parts y) {
    if (x.exponent() >= y.exponent()) {
      BigRational other = quotient(y.significand(), power(x.exponent() - y.exponent()));
      return BigRational.of(x.significand()).compareTo(other) <= 0;
    }
    BigRational other = quotient(x.significand(), power(y.exponent() - x.exponent()));
    return other.compareTo(BigRational.of(y.significand())) <= 0;
  }

  /** The largest integer that is not above x, by a shift of at most p + 1 places. */
  public BigRational floor(FloatFormat.Parts x) {
    if (x.exponent() >= 0) {
      return scaled(BigRational.of(x.significand()), x.exponent());
    }
    int places = Math.min(-x.exponent(), format.p() + 1);
    return format.round(BigRational.of(x.significand().shiftRight(places)));
  }

  /**
   * The sum of n floats by clusters of exponents, in numbers of polynomially many digits: an
   * exponent starts a new cluster iff no other lies within {@code gap} below it; the two highest
   * clusters with a nonzero sum decide, the lower one by its sign alone. Correct for {@code gap >=
   * 2p + len(n)}.
   */
  public BigRational clusterSum(List<FloatFormat.Parts> terms, int gap) {
    TreeMap<Integer, BigInteger> byExponent = new TreeMap<>(Comparator.reverseOrder());
    for (FloatFormat.Parts term : terms) {
      byExponent.merge(term.exponent(), term.significand(), BigInteger::add);
    }
    List<FloatFormat.Parts> clusters = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    List<Integer> exponents = List.copyOf(byExponent.keySet());
    for (int i = 0; i < exponents.size(); i++) {
      int exponent = exponents.get(i);
      sum = sum.add(byExponent.get(exponent));
      boolean bottom = i + 1 == exponents.size() || exponents.get(i + 1) < exponent - gap;
      if (!bottom) {
        sum = sum.shiftLeft(exponent - exponents.get(i + 1));
      } else {
        if (sum.signum() != 0) {
          clusters.add(new FloatFormat.Parts(sum, exponent));
        }
        sum = BigInteger.ZERO;
      }
    }
    if (clusters.isEmpty()) {
      return BigRational.ZERO;
    }
    FloatFormat.Parts top = clusters.get(0);
    int below = clusters.size() > 1 ? clusters.get(1).significand().signum() : 0;
    BigInteger marked = top.significand().shiftLeft(format.p() + 3).add(BigInteger.valueOf(below));
    return scaled(BigRational.of(marked), top.exponent() - format.p() - 3);
  }

  /**
   * The published one-pass sum: every term aligned to the largest exponent through {@code //}.
   * Wrong under cancellation; kept to show it.
   */
  public BigRational onePassSum(List<FloatFormat.Parts> terms) {
    int top = terms.stream().mapToInt(FloatFormat.Parts::exponent).max().orElse(-format.bias());
    BigRational sum = BigRational.ZERO;
    for (FloatFormat.Parts term : terms) {
      sum = sum.plus(quotient(term.significand(), power(top - term.exponent())));
    }
    return scaled(sum, top);
  }

  /** The gap of {@link #clusterSum} that suffices for n terms: {@code 2p + 3 + len(n)}. */
  public int sufficientGap(int n) {
    return 2 * format.p() + 3 + (Integer.SIZE - Integer.numberOfLeadingZeros(n));
  }

  private BigRational scaled(BigRational significand, int exponent) {
    return format.round(significand.scaledByPowerOfTwo(exponent));
  }

  private static BigInteger power(int exponent) {
    return BigInteger.ONE.shiftLeft(exponent);
  }
}
