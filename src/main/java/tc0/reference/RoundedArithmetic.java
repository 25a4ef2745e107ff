package tc0.reference;

import java.util.List;

/**
 * The operations of a number format as the theorems mean them: the exact result, rounded once.
 * Arguments and results are representable numbers.
 */
public record RoundedArithmetic(NumberFormat format) {

  /** The sum of two numbers. */
  public BigRational add(BigRational x, BigRational y) {
    return format.round(x.plus(y));
  }

  /** The difference. */
  public BigRational subtract(BigRational x, BigRational y) {
    return format.round(x.minus(y));
  }

  /** The product. */
  public BigRational multiply(BigRational x, BigRational y) {
    return format.round(x.times(y));
  }

  /** The quotient, and 0 where the divisor is 0. */
  public BigRational divide(BigRational x, BigRational y) {
    return y.signum() == 0 ? BigRational.ZERO : format.round(x.dividedBy(y));
  }

  /** Whether {@code x <= y}. */
  public boolean lessOrEqual(BigRational x, BigRational y) {
    return x.compareTo(y) <= 0;
  }

  /** The largest integer that is not above x. */
  public BigRational floor(BigRational x) {
    return format.round(BigRational.of(x.floor()));
  }

  /** The sum of any number of terms, rounded once. */
  public BigRational sum(List<BigRational> terms) {
    return format.round(terms.stream().reduce(BigRational.ZERO, BigRational::plus));
  }

  /** The product of any number of factors, rounded once. */
  public BigRational product(List<BigRational> factors) {
    return format.round(factors.stream().reduce(BigRational.ONE, BigRational::times));
  }

  /** The exponential function, correctly rounded. */
  public BigRational exp(BigRational x) {
    return format.round(Real.of(x).exp());
  }

  /** The square root, correctly rounded, and 0 for negative numbers. */
  public BigRational sqrt(BigRational x) {
    return x.signum() < 0 ? BigRational.ZERO : format.round(Real.of(x).sqrt());
  }

  /** The sine, correctly rounded. */
  public BigRational sin(BigRational x) {
    return format.round(Real.of(x).sin());
  }

  /** The cosine, correctly rounded. */
  public BigRational cos(BigRational x) {
    return format.round(Real.of(x).cos());
  }
}
