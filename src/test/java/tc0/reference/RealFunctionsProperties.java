package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RealFunctionsProperties {

  @Property(tries = 300)
  void enclosuresContainTheDoubleResultUpToItsError(
      @ForAll @LongRange(min = -(1L << 40), max = 1L << 40) long significand,
      @ForAll @IntRange(min = -60, max = -32) int exponent) {
    BigRational x = BigRational.of(significand).scaledByPowerOfTwo(exponent);
    double d = x.doubleValue();
    assertNear(RealFunctions.exp(x, 64), StrictMath.exp(d), 1e-14 * (1 + StrictMath.exp(d)));
    assertNear(RealFunctions.sin(x, 64), StrictMath.sin(d), 1e-14);
    assertNear(RealFunctions.cos(x, 64), StrictMath.cos(d), 1e-14);
    assertNear(RealFunctions.sqrt(x.abs(), 64), StrictMath.sqrt(Math.abs(d)), 1e-11);
  }

  @Property(tries = 200)
  void narrowerEnclosuresLieInsideWiderOnesUpToTheirWidth(
      @ForAll long significand,
      @ForAll @IntRange(min = -140, max = -50) int exponent,
      @ForAll @IntRange(min = 8, max = 90) int bits) {
    BigRational x = BigRational.of(significand).scaledByPowerOfTwo(exponent);
    assertOverlap(RealFunctions.exp(x, bits), RealFunctions.exp(x, bits + 100));
    assertOverlap(RealFunctions.sin(x, bits), RealFunctions.sin(x, bits + 100));
    assertOverlap(RealFunctions.cos(x, bits), RealFunctions.cos(x, bits + 100));
    assertOverlap(RealFunctions.sqrt(x.abs(), bits), RealFunctions.sqrt(x.abs(), bits + 100));
  }

  @Property(tries = 200)
  void enclosuresAreAsNarrowAsPromised(
      @ForAll long significand,
      @ForAll @IntRange(min = -140, max = -50) int exponent,
      @ForAll @IntRange(min = 8, max = 300) int bits) {
    BigRational x = BigRational.of(significand).scaledByPowerOfTwo(exponent);
    BigRational promised = BigRational.powerOfTwo(-bits);
    Interval exp = RealFunctions.exp(x, bits);
    assertThat(exp.width().orElseThrow())
        .isLessThanOrEqualTo(promised.times(exp.low().orElseThrow()));
    Interval root = RealFunctions.sqrt(x.abs(), bits);
    assertThat(root.width().orElseThrow())
        .isLessThanOrEqualTo(promised.times(root.low().orElseThrow()));
    assertThat(RealFunctions.sin(x, bits).width().orElseThrow()).isLessThanOrEqualTo(promised);
    assertThat(RealFunctions.cos(x, bits).width().orElseThrow()).isLessThanOrEqualTo(promised);
  }

  @Property(tries = 100)
  void theExponentialTurnsSumsIntoProducts(
      @ForAll @IntRange(min = -5000, max = 5000) int a,
      @ForAll @IntRange(min = -5000, max = 5000) int b) {
    BigRational x = BigRational.of(a, 97);
    BigRational y = BigRational.of(b, 89);
    Interval product = RealFunctions.exp(x, 120).times(RealFunctions.exp(y, 120));
    assertOverlap(product, RealFunctions.exp(x.plus(y), 200));
  }

  private static void assertNear(Interval interval, double value, double tolerance) {
    assertThat(interval.low().orElseThrow().doubleValue()).isLessThanOrEqualTo(value + tolerance);
    assertThat(interval.high().orElseThrow().doubleValue())
        .isGreaterThanOrEqualTo(value - tolerance);
  }

  private static void assertOverlap(Interval a, Interval b) {
    assertThat(a.low().orElseThrow()).isLessThanOrEqualTo(b.high().orElseThrow());
    assertThat(b.low().orElseThrow()).isLessThanOrEqualTo(a.high().orElseThrow());
  }
}
