package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code float(p)}, p >= 2: zero and the numbers {@code m * 2^e} with {@code 2^(p-1) <= |m| < 2^p}
 * and {@code -2^p <= e < 2^p} (Chiang 2024, with one canonical zero); {@code 1 + 2^(2p+1)} values.
 *
 * <p>A word holds {@code |m|} in p bits, the exponent biased by {@code 2^p} in p + 1 bits, and the
 * sign. Canonical zero is the all-zero word; words without sign compare like their magnitudes.
 * There is no negative zero, infinity, or subnormal number.
 */
public record FloatFormat(int p) implements NumberFormat {

  /** The largest precision whose exact values are still computed with. */
  public static final int MAXIMUM_PRECISION = 24;

  /** Refuses p outside 2..24. */
  public FloatFormat {
    if (p < 2 || p > MAXIMUM_PRECISION) {
      throw new LimitException("float(" + p + ") needs 2 <= p <= " + MAXIMUM_PRECISION);
    }
  }

  /** A float as the pair of its significand (with sign) and exponent; zero is (0, -2^p). */
  public record Parts(BigInteger significand, int exponent) {
    @Override
    public String toString() {
      return "<" + significand + "," + exponent + ">";
    }
  }

  @Override
  public String name() {
    return "float(" + p + ")";
  }

  @Override
  public List<Field> fields() {
    return List.of(Field.bits("mantissa", p), Field.bits("exponent", p + 1), Field.bit("sign"));
  }

  /** {@code 2^p}, the bias and the bound of the exponents. */
  public int bias() {
    return 1 << p;
  }

  /** Canonical significand and exponent of a representable number. */
  public Parts parts(BigRational value) {
    if (value.signum() == 0) {
      return new Parts(BigInteger.ZERO, -bias());
    }
    int exponent = value.exponent() - (p - 1);
    BigRational significand = value.scaledByPowerOfTwo(-exponent);
    if (!significand.isInteger() || exponent < -bias() || exponent >= bias()) {
      throw new IllegalArgumentException(value + " is not a " + name());
    }
    return new Parts(significand.numerator(), exponent);
  }

  @Override
  public BigRational decode(BigInteger word) {
    if (word.signum() < 0 || word.bitLength() > width()) {
      throw new IllegalArgumentException("word " + word + " of " + name());
    }
    BigInteger mantissa = word.mod(BigInteger.ONE.shiftLeft(p));
    if (!mantissa.testBit(p - 1)) {
      return BigRational.ZERO;
    }
    int exponent = word.shiftRight(p).intValue() & (2 * bias() - 1);
    BigRational magnitude = BigRational.dyadic(mantissa, exponent - bias());
    return word.testBit(2 * p + 1) ? magnitude.negate() : magnitude;
  }

  @Override
  public BigInteger encode(BigRational value) {
    return word(parts(value));
  }

  /** The word with the given fields; the significand and exponent must fit. */
  public BigInteger word(Parts parts) {
    BigInteger magnitude =
        BigInteger.valueOf((long) parts.exponent() + bias())
            .shiftLeft(p)
            .add(parts.significand().abs());
    return parts.significand().signum() < 0 ? magnitude.setBit(2 * p + 1) : magnitude;
  }

  @Override
  public BigRational round(BigRational exact) {
    if (exact.signum() == 0) {
      return exact;
    }
    BigRational magnitude = exact.abs();
    int exponent = magnitude.exponent() - (p - 1);
    BigRational rounded;
    if (exponent < -bias()) {
      boolean down = magnitude.compareTo(smallestPositive().times(BigRational.HALF)) <= 0;
      rounded = down ? BigRational.ZERO : smallestPositive();
    } else if (exponent >= bias()) {
      rounded = maximum();
    } else {
      BigInteger significand = magnitude.scaledByPowerOfTwo(-exponent).roundHalfEven();
      boolean over = exponent == bias() - 1 && significand.bitLength() > p;
      rounded = over ? maximum() : BigRational.dyadic(significand, exponent);
    }
    return exact.signum() < 0 ? rounded.negate() : rounded;
  }

  @Override
  public BigRational maximum() {
    return BigRational.dyadic(BigInteger.valueOf(bias() - 1L), bias() - 1);
  }

  @Override
  public BigRational minimum() {
    return maximum().negate();
  }

  @Override
  public BigRational smallestPositive() {
    return BigRational.powerOfTwo(p - 1 - bias());
  }

  @Override
  public Stream<BigRational> values() {
    return Stream.of(
            IntStream.range(-bias(), bias())
                .map(i -> -1 - i)
                .boxed()
                .flatMap(e -> significands().map(m -> magnitude(bias() + bias() / 2 - 1 - m, e)))
                .map(BigRational::negate),
            Stream.of(BigRational.ZERO),
            IntStream.range(-bias(), bias())
                .boxed()
                .flatMap(e -> significands().map(m -> magnitude(m, e))))
        .flatMap(part -> part);
  }

  @Override
  public String describe(BigInteger word) {
    BigRational value = decode(word);
    if (isCanonical(word)) {
      return value + " = " + parts(value);
    }
    BigInteger mantissa = word.mod(BigInteger.ONE.shiftLeft(p));
    int exponent = (word.shiftRight(p).intValue() & (2 * bias() - 1)) - bias();
    String sign = word.testBit(2 * p + 1) ? "-" : "";
    return value + " = <" + sign + mantissa + "," + exponent + "> (not canonical)";
  }

  private Stream<Integer> significands() {
    return IntStream.range(bias() / 2, bias()).boxed();
  }

  private static BigRational magnitude(int significand, int exponent) {
    return BigRational.dyadic(BigInteger.valueOf(significand), exponent);
  }
}
