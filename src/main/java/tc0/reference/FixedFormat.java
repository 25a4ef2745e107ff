package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code fixed(i, f)}: the multiples of {@code 2^-f} in {@code [-2^(i-1), 2^(i-1))}, as i + f bits
 * in two's complement. Rounding is to nearest, ties to even, and saturates at both ends of the
 * range.
 */
public record FixedFormat(int integerBits, int fractionBits) implements NumberFormat {

  /** Refuses negative or absurd sizes and the empty word. */
  public FixedFormat {
    int width = integerBits + fractionBits;
    if (integerBits < 0 || fractionBits < 0 || width < 1 || width > 1 << 16) {
      throw new LimitException(
          "fixed(" + integerBits + ", " + fractionBits + ") needs 1 to 65536 bits");
    }
  }

  @Override
  public String name() {
    return "fixed(" + integerBits + ", " + fractionBits + ")";
  }

  @Override
  public List<Field> fields() {
    return List.of(Field.bits("bits", width()));
  }

  @Override
  public int width() {
    return integerBits + fractionBits;
  }

  @Override
  public BigRational decode(BigInteger word) {
    if (word.signum() < 0 || word.bitLength() > width()) {
      throw new IllegalArgumentException("word " + word + " of " + name());
    }
    BigInteger units =
        word.testBit(width() - 1) ? word.subtract(BigInteger.ONE.shiftLeft(width())) : word;
    return BigRational.dyadic(units, -fractionBits);
  }

  @Override
  public BigInteger encode(BigRational value) {
    if (!represents(value)) {
      throw new IllegalArgumentException(value + " is not a " + name());
    }
    return value
        .scaledByPowerOfTwo(fractionBits)
        .numerator()
        .mod(BigInteger.ONE.shiftLeft(width()));
  }

  @Override
  public BigRational round(BigRational exact) {
    BigInteger units = exact.scaledByPowerOfTwo(fractionBits).roundHalfEven();
    return BigRational.dyadic(units, -fractionBits).min(maximum()).max(minimum());
  }

  @Override
  public BigRational maximum() {
    return BigRational.dyadic(
        BigInteger.ONE.shiftLeft(width() - 1).subtract(BigInteger.ONE), -fractionBits);
  }

  @Override
  public BigRational minimum() {
    return BigRational.dyadic(BigInteger.ONE.shiftLeft(width() - 1).negate(), -fractionBits);
  }

  /** {@inheritDoc} Of a format of one bit, whose only values are 0 and {@link #minimum}, zero. */
  @Override
  public BigRational smallestPositive() {
    return BigRational.powerOfTwo(-fractionBits).min(maximum());
  }

  @Override
  public Stream<BigRational> values() {
    BigRational step = BigRational.powerOfTwo(-fractionBits);
    return Stream.iterate(minimum(), v -> v.compareTo(maximum()) <= 0, v -> v.plus(step));
  }

  @Override
  public String describe(BigInteger word) {
    return decode(word).toString();
  }
}
