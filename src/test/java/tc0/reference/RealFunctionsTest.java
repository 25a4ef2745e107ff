package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFunctionsTest {

  private static final String PI =
      "3141592653589793238462643383279502884197169399375105820974944592307816406286";
  private static final String LN2 =
      "0693147180559945309417232121458176568075500134360255254120680009493393621969";

  @Test
  void enclosesPublishedDigitsOfPiAndTheLogarithmOfTwo() {
    assertEncloses(RealFunctions.pi(200), decimal(PI, 75), 200);
    assertEncloses(RealFunctions.ln2(200), decimal(LN2, 75), 200);
  }

  @Test
  void exactCasesAreSinglePoints() {
    assertThat(RealFunctions.exp(BigRational.ZERO, 64)).isEqualTo(Interval.point(BigRational.ONE));
    assertThat(RealFunctions.sin(BigRational.ZERO, 64)).isEqualTo(Interval.point(BigRational.ZERO));
    assertThat(RealFunctions.cos(BigRational.ZERO, 64)).isEqualTo(Interval.point(BigRational.ONE));
    assertThat(RealFunctions.sqrt(BigRational.of(9, 16), 64))
        .isEqualTo(Interval.point(BigRational.of(3, 4)));
  }

  @Test
  void hugeExponentsSaturateWithoutBeingComputed() {
    FloatFormat format = new FloatFormat(8);
    BigRational huge = format.maximum();
    assertThat(format.round(Real.of(huge).exp())).isEqualTo(format.maximum());
    assertThat(format.round(Real.of(huge.negate()).exp())).isEqualTo(BigRational.ZERO);
    assertThat(format.round(Real.of(huge).exp().negate())).isEqualTo(format.minimum());
  }

  @Test
  void sineOfTwentyTwoIsNotZeroAtPrecisionEight() {
    BigRational sine = new RoundedArithmetic(new FloatFormat(8)).sin(BigRational.of(22));
    assertThat(sine.doubleValue())
        .isCloseTo(Math.sin(22), org.assertj.core.data.Percentage.withPercentage(0.4));
    assertThat(sine.doubleValue()).isNegative();
  }

  @Test
  void exponentialOfEightSaturatesAtPrecisionThree() {
    RoundedArithmetic arithmetic = new RoundedArithmetic(new FloatFormat(3));
    assertThat(arithmetic.exp(BigRational.of(8))).isEqualTo(BigRational.of(896));
  }

  @ParameterizedTest
  @CsvSource({"2,19", "3,68", "4,264", "5,1037"})
  void knownNumberOfNonzeroInputsHasAnExponentialInTheNormalRange(int p, int expected) {
    FloatFormat format = new FloatFormat(p);
    Real least = Real.of(format.smallestPositive());
    Real greatest = Real.of(format.maximum());
    long normal =
        format
            .values()
            .filter(x -> x.signum() != 0)
            .map(x -> Real.of(x).exp())
            .filter(y -> y.compare(least) >= 0 && y.compare(greatest) <= 0)
            .count();
    assertThat(normal).isEqualTo(expected);
  }

  @Test
  void sineOfTheLargestFloatsAgreesWithTheIdentityOfSquares() {
    FloatFormat format = new FloatFormat(8);
    for (BigRational x : new BigRational[] {format.maximum(), format.minimum()}) {
      Interval sine = RealFunctions.sin(x, 100);
      Interval cosine = RealFunctions.cos(x, 100);
      Interval one = sine.times(sine).plus(cosine.times(cosine));
      assertThat(one.contains(BigRational.ONE)).isTrue();
      assertThat(one.width().orElseThrow()).isLessThan(BigRational.powerOfTwo(-90));
    }
  }

  @Test
  void comparisonsThatRefinementCannotDecideEndWithAClearError() {
    Real root = Real.of(BigRational.of(2)).sqrt();
    assertThatThrownBy(() -> root.times(root).compare(Real.of(BigRational.of(2))))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("cannot compare sqrt(2) * sqrt(2) with 2");
    BigRational far = BigRational.powerOfTwo(RealFunctions.TRIGONOMETRIC_LIMIT_EXPONENT);
    assertThatThrownBy(() -> RealFunctions.sin(far, 64))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("2^16384");
    assertThatThrownBy(() -> RealFunctions.sqrt(BigRational.of(-1), 64))
        .isInstanceOf(ArithmeticException.class);
  }

  private static BigRational decimal(String digits, int places) {
    return new BigRational(new BigInteger(digits), BigInteger.TEN.pow(places));
  }

  private static void assertEncloses(Interval interval, BigRational truncatedDigits, int bits) {
    BigRational slack = BigRational.powerOfTwo(-bits);
    assertThat(interval.width().orElseThrow()).isLessThan(slack);
    assertThat(interval.low().orElseThrow()).isLessThan(truncatedDigits.plus(slack));
    assertThat(interval.high().orElseThrow()).isGreaterThan(truncatedDigits.minus(slack));
  }
}
