package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a plausible slip in the arithmetic shows, and where it does not. */
class RoundingFactsTest {

  @ParameterizedTest
  @CsvSource({"2, 19", "3, 68", "4, 264", "5, 1037"})
  void fewFloatsHaveAnExpWithinTheRange(int p, int expected) {
    FloatFormat format = new FloatFormat(p);
    Real least = Real.of(format.smallestPositive());
    Real most = Real.of(format.maximum());
    // Beyond 2^p the result is out of range at either end, and too long to be written down.
    BigRational bound = BigRational.powerOfTwo(p);
    long normal =
        format
            .values()
            .filter(x -> x.signum() != 0 && x.abs().compareTo(bound) < 0)
            .map(x -> Real.of(x).exp())
            .filter(y -> y.compare(least) >= 0 && y.compare(most) <= 0)
            .count();
    assertThat(normal).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 744"})
  void tiesRoundedAwayFromZeroShowInProductsFromThreeDigitsOn(int p, int expected) {
    FloatFormat format = new FloatFormat(p);
    List<BigRational> values = format.values().toList();
    int wrong = 0;
    for (BigRational x : values) {
      for (BigRational y : values) {
        BigRational product = x.times(y);
        wrong += format.round(product).equals(tiesAway(format, product)) ? 0 : 1;
      }
    }
    assertThat(wrong).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "4, 32"})
  void aSquareRootWithoutStickyBitIsWrongFromFourDigitsOn(int p, int expected) {
    FloatFormat format = new FloatFormat(p);
    long wrong =
        format
            .values()
            .filter(x -> x.signum() > 0)
            .filter(x -> !root(format, x, true).equals(root(format, x, false)))
            .count();
    assertThat(wrong).isEqualTo(expected);
    format
        .values()
        .filter(x -> x.signum() > 0)
        .forEach(x -> assertThat(root(format, x, true)).isEqualTo(format.round(Real.of(x).sqrt())));
  }

  /** To the nearest float, ties away from zero; the ends of the range as in the format. */
  private static BigRational tiesAway(FloatFormat format, BigRational exact) {
    if (exact.signum() == 0) {
      return exact;
    }
    BigRational magnitude = exact.abs();
    int exponent = magnitude.exponent() - (format.p() - 1);
    if (exponent < -format.bias() || exponent >= format.bias()) {
      return format.round(exact);
    }
    BigInteger significand = magnitude.scaledByPowerOfTwo(-exponent).plus(BigRational.HALF).floor();
    UnaryOperator<BigRational> signed = value -> exact.signum() < 0 ? value.negate() : value;
    return format.round(signed.apply(BigRational.dyadic(significand, exponent)));
  }

  /** The root by an integer root S of M, rounded from 2 S, or from 2 S + 1 if M is no square. */
  private static BigRational root(FloatFormat format, BigRational x, boolean sticky) {
    FloatFormat.Parts parts = format.parts(x);
    int guard = (format.p() + 4) / 2;
    int half = Math.floorDiv(parts.exponent(), 2);
    BigInteger square =
        parts.significand().shiftLeft(2 * guard + Math.floorMod(parts.exponent(), 2));
    BigInteger root = square.sqrt();
    BigInteger last =
        sticky && !root.multiply(root).equals(square) ? BigInteger.ONE : BigInteger.ZERO;
    return format.round(BigRational.dyadic(root.shiftLeft(1).add(last), half - guard - 1));
  }
}
