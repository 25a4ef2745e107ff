package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final FloatFormat format = new FloatFormat(2);
  private final WordType single = WordType.numbers(format);
  private final List<BigRational> numbers =
      List.of(BigRational.of(3, 2), BigRational.of(-2), BigRational.ZERO);
  private final Words array =
      Words.ofCells(
          WordType.numbers(format, 3),
          index -> Words.number(single, format.encode(numbers.get(index.get(0)))));

  @Test
  void arraysOfRecordsAreRecordsOfArrays() {
    assertThat(array.type().leaves())
        .extracting(WordType.Leaf::path, WordType.Leaf::extents)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(".mantissa", List.of(3, 2)),
            org.assertj.core.groups.Tuple.tuple(".exponent", List.of(3, 3)),
            org.assertj.core.groups.Tuple.tuple(".sign", List.of(3)));
    assertThat(array.field("sign").orElseThrow().leaf("", 1)).isOne();
    assertThat(array.field("mantissa").orElseThrow().at(0).natural())
        .isEqualTo(BigInteger.TWO.add(BigInteger.ONE));
  }

  @Test
  void theWordOfARecordHasItsFieldsLowPartFirst() {
    for (int i = 0; i < 3; i++) {
      assertThat(array.at(i).natural()).isEqualTo(format.encode(numbers.get(i)));
      assertThat(array.bits().at(i).natural()).isEqualTo(format.encode(numbers.get(i)));
    }
  }

  @Test
  void readsOutsideTheExtentsAreZeroAlsoThroughViews() {
    assertThat(array.leaf(".sign", 3)).isZero();
    assertThat(array.leaf(".mantissa", 0, -1)).isZero();
    assertThat(array.at(7).natural()).isEqualTo(BigInteger.ZERO);
    Words longer = array.select(List.of(Words.Axis.keep(5)));
    assertThat(longer.at(4).natural()).isEqualTo(BigInteger.ZERO);
    BigInteger far = BigInteger.ONE.shiftLeft(40);
    assertThat(array.select(List.of(Words.Axis.at(far))).natural()).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void columnsKeepTheOtherAxis() {
    Words table = Words.of(WordType.bits(2, 3), (path, index) -> index[0] == 1 ? index[1] % 2 : 0);
    Words column = table.select(List.of(Words.Axis.keep(2), Words.Axis.at(BigInteger.ONE)));
    assertThat(column.type().extents()).containsExactly(2);
    assertThat(column.natural()).isEqualTo(BigInteger.TWO);
  }

  @Test
  void integersAreTwosComplement() {
    Words word = Words.number(WordType.bits(3), BigInteger.valueOf(5));
    assertThat(word.natural()).isEqualTo(BigInteger.valueOf(5));
    assertThat(word.integer()).isEqualTo(BigInteger.valueOf(-3));
  }

  @Test
  void numbersAreDescribedWithTheirParts() {
    assertThat(array.describe()).isEqualTo("[1.5 = <3,-1>, -2 = <-2,0>, 0 = <0,-4>]");
    assertThat(Words.number(WordType.bits(3), BigInteger.valueOf(5)).describe()).isEqualTo("5");
  }

  @Test
  void sameBitsNeedsTheSameExtentsAndBits() {
    assertThat(array.at(0).sameBits(array.at(0))).isTrue();
    assertThat(array.at(0).sameBits(array.at(1))).isFalse();
    assertThat(array.at(0).sameBits(array)).isFalse();
    assertThat(array.field("none")).isEqualTo(Optional.empty());
  }
}
