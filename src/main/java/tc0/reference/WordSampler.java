package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random words of one number format, chosen so that rounding is hard: ties, cancellation,
 * saturation and the ends of the exponent range turn up often, where uniform bits would almost
 * never meet them.
 */
final class WordSampler {

  /** How the words of one input vector are related. */
  enum Style {
    /** All bits uniform; also words that are not canonical. */
    UNIFORM,
    /** Zero, the ends of the range, powers of two and their neighbours. */
    CORNERS,
    /** Magnitudes so close that their sum or difference needs rounding or cancels. */
    CLOSE,
    /** Small integers and their fractions. */
    SMALL
  }

  private final NumberFormat format;
  private final SplittableRandom random;
  private final List<BigInteger> earlier = new ArrayList<>();
  private final int centre;

  WordSampler(NumberFormat format, SplittableRandom random) {
    this.format = format;
    this.random = random;
    int lowest = format.smallestPositive().signum() > 0 ? format.smallestPositive().exponent() : 0;
    int highest = format.maximum().signum() > 0 ? format.maximum().exponent() : 0;
    this.centre = lowest + random.nextInt(highest - lowest + 1);
  }

  /** The next word. */
  BigInteger next(Style style) {
    BigInteger word =
        switch (style) {
          case UNIFORM -> bits(format.width(), random);
          case CORNERS -> format.encode(format.round(signed(corner())));
          case CLOSE -> close();
          case SMALL -> format.encode(format.round(small()));
        };
    earlier.add(word);
    return word;
  }

  private BigRational corner() {
    BigRational one = BigRational.ONE;
    BigRational power = BigRational.powerOfTwo(centre + random.nextInt(-2, 3));
    return switch (random.nextInt(8)) {
      case 0 -> BigRational.ZERO;
      case 1 -> format.smallestPositive();
      case 2 -> format.maximum();
      case 3 -> one;
      case 4 -> power;
      case 5 -> below(power);
      case 6 -> power.plus(power.minus(below(power)).times(BigRational.of(2)));
      default -> one.scaledByPowerOfTwo(random.nextInt(-3, 4));
    };
  }

  /** Now and then the opposite of an earlier word; else a number near the common magnitude. */
  private BigInteger close() {
    if (!earlier.isEmpty() && random.nextInt(4) == 0) {
      BigInteger word = earlier.get(random.nextInt(earlier.size()));
      return format.encode(format.round(format.decode(word).negate()));
    }
    int digits = format instanceof FloatFormat f ? f.p() : 3;
    int exponent = centre - random.nextInt(digits + 3);
    BigRational power = BigRational.powerOfTwo(exponent);
    BigRational value =
        switch (random.nextInt(4)) {
          case 0 -> power;
          case 1 -> below(power);
          case 2 -> power.plus(power.times(BigRational.HALF));
          default ->
              power.times(
                  BigRational.ONE.plus(BigRational.dyadic(bits(digits - 1, random), 1 - digits)));
        };
    return format.encode(format.round(signed(value)));
  }

  private BigRational small() {
    return signed(BigRational.of(random.nextInt(9)).scaledByPowerOfTwo(-random.nextInt(4)));
  }

  /** The largest representable number below a positive one, or zero. */
  private BigRational below(BigRational value) {
    int digits = format instanceof FloatFormat f ? f.p() : format.width();
    BigRational step = BigRational.powerOfTwo(value.exponent() - digits);
    return format.round(value.minus(step));
  }

  private BigRational signed(BigRational value) {
    return random.nextBoolean() ? value : value.negate();
  }

  /** Uniform bits. */
  static BigInteger bits(int count, SplittableRandom random) {
    BigInteger word = BigInteger.ZERO;
    for (int filled = 0; filled < count; filled += 32) {
      word = word.shiftLeft(32).or(BigInteger.valueOf(random.nextInt() & 0xFFFF_FFFFL));
    }
    return word.mod(BigInteger.ONE.shiftLeft(count));
  }
}
