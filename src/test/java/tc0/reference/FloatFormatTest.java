package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatFormatTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void hasOnePlusTwoToTheTwoPPlusOneValuesInAscendingOrder(int p) {
    List<BigRational> values = new FloatFormat(p).values().toList();
    assertThat(values).hasSize(1 + (1 << (2 * p + 1))).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void everyValueIsTheDecodingOfItsWordAndRoundsToItself(int p) {
    FloatFormat format = new FloatFormat(p);
    assertThat(format.values())
        .allSatisfy(
            value -> {
              assertThat(format.decode(format.encode(value))).isEqualTo(value);
              assertThat(format.round(value)).isEqualTo(value);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void exactlyTheCanonicalWordsAreEncodingsAndTheyCompareLikeMagnitudes(int p) {
    FloatFormat format = new FloatFormat(p);
    int canonical = 0;
    BigRational previous = BigRational.ZERO;
    for (int word = 0; word < 1 << format.width(); word++) {
      BigInteger bits = BigInteger.valueOf(word);
      BigRational value = format.decode(bits); // total: no word is refused
      if (format.isCanonical(bits)) {
        canonical++;
        if (word < 1 << (format.width() - 1)) {
          assertThat(value).isGreaterThanOrEqualTo(previous);
          previous = value;
        }
      }
    }
    assertThat(canonical).isEqualTo(1 + (1 << (2 * p + 1)));
  }

  @Test
  void readsAMantissaBelowTheNormalRangeAsZero() {
    FloatFormat format = new FloatFormat(4);
    BigInteger word = format.word(new FloatFormat.Parts(BigInteger.valueOf(7), 3));
    assertThat(format.decode(word)).isEqualTo(BigRational.ZERO);
    assertThat(format.isCanonical(word)).isFalse();
    assertThat(format.encode(BigRational.ZERO)).isEqualTo(BigInteger.ZERO);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void roundsToTheNearestValueWithTiesToTheEvenMantissa(int p) {
    FloatFormat format = new FloatFormat(p);
    List<BigRational> values = format.values().toList();
    for (int i = 1; i < values.size(); i++) {
      BigRational low = values.get(i - 1);
      BigRational high = values.get(i);
      BigRational middle = low.plus(high).times(BigRational.HALF);
      BigRational nudge = high.minus(low).scaledByPowerOfTwo(-20);
      assertThat(format.round(middle.minus(nudge))).isEqualTo(low);
      assertThat(format.round(middle.plus(nudge))).isEqualTo(high);
      boolean lowIsEven = !format.parts(low).significand().testBit(0);
      boolean besideZero = low.signum() == 0 || high.signum() == 0;
      BigRational even = besideZero ? BigRational.ZERO : lowIsEven ? low : high;
      assertThat(format.round(middle)).as("middle of %s and %s", low, high).isEqualTo(even);
    }
  }

  @Test
  void saturatesAboveAndGoesToZeroAtHalfTheSmallest() {
    FloatFormat format = new FloatFormat(3);
    assertThat(format.maximum()).isEqualTo(BigRational.of(896));
    assertThat(format.round(BigRational.of(1_000_000))).isEqualTo(BigRational.of(896));
    assertThat(format.round(BigRational.of(-1_000_000))).isEqualTo(BigRational.of(-896));
    BigRational least = format.smallestPositive();
    BigRational half = least.times(BigRational.HALF);
    BigRational above = half.plus(BigRational.powerOfTwo(-60));
    assertThat(format.round(half)).isEqualTo(BigRational.ZERO);
    assertThat(format.round(above)).isEqualTo(least);
    assertThat(format.round(above.negate())).isEqualTo(least.negate());
  }

  @Test
  void describesNumbersTogetherWithTheirParts() {
    FloatFormat format = new FloatFormat(2);
    assertThat(format.describe(format.encode(BigRational.of(3, 2)))).isEqualTo("1.5 = <3,-1>");
    assertThat(format.describe(BigInteger.ONE)).isEqualTo("0 = <1,-4> (not canonical)");
  }

  @Test
  void refusesWhatItCannotRepresent() {
    assertThatThrownBy(() -> new FloatFormat(2).encode(BigRational.of(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 is not a float(2)");
    assertThatThrownBy(() -> new FloatFormat(1)).isInstanceOf(LimitException.class);
  }
}
