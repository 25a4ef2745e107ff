package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InputGeneratorTest {

  private final FloatFormat format = new FloatFormat(5);
  private final List<Input> pair =
      List.of(new Input("x", WordType.numbers(format)), new Input("y", WordType.numbers(format)));

  @Test
  void theSameSeedGivesTheSameInputs() {
    InputGenerator first = new InputGenerator(pair, 7, false);
    InputGenerator second = new InputGenerator(pair, 7, false);
    for (int i = 0; i < 50; i++) {
      assertThat(first.next().toString()).isEqualTo(second.next().toString());
    }
  }

  @Test
  void meetsTiesCancellationSaturationAndExtremesOfFloats() {
    InputGenerator generator = new InputGenerator(pair, 1, true);
    int ties = 0;
    int cancellations = 0;
    int saturations = 0;
    Set<BigRational> seen = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      List<Words> words = generator.next();
      BigRational x = format.decode(words.get(0).natural());
      BigRational y = format.decode(words.get(1).natural());
      BigRational sum = x.plus(y);
      BigRational rounded = format.round(sum);
      seen.add(x);
      BigRational error = sum.minus(rounded);
      if (error.signum() != 0 && format.represents(sum.plus(error))) {
        ties++;
      }
      if (x.signum() != 0 && sum.abs().compareTo(x.abs().scaledByPowerOfTwo(-2)) < 0) {
        cancellations++;
      }
      if (sum.abs().compareTo(format.maximum()) > 0) {
        saturations++;
      }
    }
    assertThat(ties).isGreaterThan(50);
    assertThat(cancellations).isGreaterThan(50);
    assertThat(saturations).isGreaterThan(10);
    assertThat(seen)
        .contains(
            BigRational.ZERO,
            BigRational.ONE,
            format.maximum(),
            format.minimum(),
            format.smallestPositive(),
            format.smallestPositive().negate());
  }

  @Test
  void canonicalInputsAreCanonicalAndOthersSometimesNot() {
    assertThat(noncanonical(true)).isZero();
    assertThat(noncanonical(false)).isPositive();
  }

  private long noncanonical(boolean canonical) {
    InputGenerator generator = new InputGenerator(pair, 3, canonical);
    return IntStream.range(0, 200)
        .mapToObj(i -> generator.next().get(0).natural())
        .filter(word -> !format.isCanonical(word))
        .count();
  }

  @Test
  void fillsEveryKindOfInput() {
    WordType record =
        new WordType(
            List.of(2),
            new WordType.Record(
                "pair",
                List.of(),
                List.of(
                    new WordType.Field("first", WordType.numbers(new FixedFormat(2, 2), 3)),
                    new WordType.Field("rest", WordType.bits(4))),
                java.util.Optional.empty()));
    List<Input> inputs =
        List.of(
            new Input("r", record),
            new Input("w", WordType.bits(2, 3)),
            new Input("empty", WordType.bits(0)),
            new Input("a", new WordType(List.of(), new WordType.AnyInteger())));
    InputGenerator generator = new InputGenerator(inputs, 5, false);
    Set<BigInteger> fixed = new HashSet<>();
    Set<BigInteger> bits = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      List<Words> words = generator.next();
      fixed.add(words.get(0).field("first").orElseThrow().at(1, 2).natural());
      bits.add(words.get(1).at(1).natural());
      assertThat(words.get(3).natural()).isBetween(BigInteger.ZERO, BigInteger.valueOf(15));
    }
    assertThat(fixed).hasSize(16);
    assertThat(bits).hasSize(8);
  }
}
