package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FixedFormatTest {

  private final FixedFormat format = new FixedFormat(3, 2);

  @Test
  void wordsAreTwosComplement() {
    assertThat(format.decode(BigInteger.valueOf(0b00111))).isEqualTo(BigRational.of(7, 4));
    assertThat(format.decode(BigInteger.valueOf(0b11111))).isEqualTo(BigRational.of(-1, 4));
    assertThat(format.decode(BigInteger.valueOf(0b10000))).isEqualTo(BigRational.of(-4));
    for (int word = 0; word < 32; word++) {
      BigInteger bits = BigInteger.valueOf(word);
      assertThat(format.encode(format.decode(bits))).isEqualTo(bits);
    }
  }

  @Test
  void hasEveryMultipleOfTheStepInItsRange() {
    assertThat(format.values()).hasSize(32).isSorted();
    assertThat(format.minimum()).isEqualTo(BigRational.of(-4));
    assertThat(format.maximum()).isEqualTo(BigRational.of(15, 4));
    assertThat(format.smallestPositive()).isEqualTo(BigRational.of(1, 4));
  }

  @Test
  void roundsTiesToEvenAndSaturatesAtBothEnds() {
    assertThat(format.round(BigRational.of(1, 8))).isEqualTo(BigRational.ZERO);
    assertThat(format.round(BigRational.of(3, 8))).isEqualTo(BigRational.HALF);
    assertThat(format.round(BigRational.of(-1, 8))).isEqualTo(BigRational.ZERO);
    assertThat(format.round(BigRational.of(1000))).isEqualTo(format.maximum());
    assertThat(format.round(BigRational.of(-1000))).isEqualTo(format.minimum());
  }
}
