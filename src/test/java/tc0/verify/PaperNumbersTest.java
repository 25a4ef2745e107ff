package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The papers' layers in numbers, with every primitive written out. */
class PaperNumbersTest {

  private static Map<String, LemmaNumbers> numbers;

  @BeforeAll
  static void derive() {
    Options options =
        new Options(
            List.of(),
            1,
            Duration.ofSeconds(60),
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            SizePoint.DEFAULT);
    numbers =
        Verifier.verify(Configuration.shipped("rope_tensor.tc0"), options, step -> {})
            .lemmas()
            .stream()
            .filter(lemma -> lemma.numbers().isPresent())
            .collect(Collectors.toMap(LemmaReport::name, lemma -> lemma.numbers().orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "d_std, 12, 10",
    "d_sum, 22, 11",
    "d_prod, 11, 10",
    "d_exp, 23, 22",
    "d_sqrt, 13, 11",
    "d_trig, 23, 22",
    "d_g, 142, 94"
  })
  void constants(String name, int depth, int majorityDepth) {
    ConstantValue constant =
        numbers.get("rope_tensor_layer").constants().stream()
            .filter(value -> value.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(constant.depth()).contains(BigInteger.valueOf(depth));
    assertThat(constant.majorityDepth()).contains(BigInteger.valueOf(majorityDepth));
  }

  @ParameterizedTest
  @CsvSource({
    "tensor_layer, 161, 142, 19, 93",
    "rope_tensor_layer, 284, 154, 130, 106",
    "both_keys_rotated_layer, 230, 163, 67, 113",
    "multi_layer, 426*m + 142, 296*m + 142, 130*m, 196*m + 94",
    "whole_transformer, 347*m + 34, 296*m + 31, 51*m + 3, 196*m + 18"
  })
  void depths(String lemma, String claimed, String derived, String slack, String majority) {
    LemmaNumbers found = numbers.get(lemma);
    assertThat(found.claimed()).contains(claimed);
    assertThat(found.depth()).isEqualTo(derived);
    assertThat(found.majorityDepth()).isEqualTo(majority);
    assertThat(found.bounds())
        .filteredOn(Bound::worst)
        .extracting(Bound::slack)
        .contains(Optional.of(slack));
  }

  @Test
  void sizesGrowWithTheSizesAtWhichTheyAreTaken() {
    for (Function<LemmaNumbers.At, Optional<BigInteger>> quantity :
        List.<Function<LemmaNumbers.At, Optional<BigInteger>>>of(
            LemmaNumbers.At::gates, LemmaNumbers.At::wires)) {
      assertThat(numbers.values())
          .allSatisfy(
              lemma ->
                  assertThat(quantity.apply(lemma.at().get(0)).orElseThrow())
                      .isLessThan(quantity.apply(lemma.at().get(1)).orElseThrow()));
    }
  }
}
