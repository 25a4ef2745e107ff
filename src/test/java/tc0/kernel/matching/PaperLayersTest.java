package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers of both papers, as shipped, against their definitions. */
class PaperLayersTest {

  @ParameterizedTest
  @CsvSource({
    "rope, matmul, matmul_math",
    "rope, mlp, mlp_math",
    "rope, layer_norm, layer_norm_math",
    "rope, rope_attention, rope_attention_math",
    "rope_tensor, tensor_attention, tensor_math",
    "rope_tensor, rope_tensor_attention, rope_tensor_math",
    "rope_fixed, matmul, matmul_math",
    "rope_fixed, rope_attention, rope_attention_math",
    "rope_fixed, rope_tensor_attention, rope_tensor_math",
  })
  void everyLayerIsTheTermOfItsDefinition(String module, String circuit, String definition) {
    assertThat(Texts.compare(Texts.shipped(module), circuit, definition))
        .isInstanceOfSatisfying(
            Verdict.Matched.class, matched -> assertThat(matched.laws()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "rope, matmul, mlp_math",
    "rope_tensor, tensor_attention, rope_tensor_math",
    "rope_tensor, both_keys_rotated_attention, rope_tensor_math",
    "rope_fixed, khatri_rao, matmul_math",
  })
  void noLayerIsTheTermOfAnotherDefinition(String module, String circuit, String definition) {
    assertThat(Texts.compare(Texts.shipped(module), circuit, definition))
        .isInstanceOf(Verdict.NotMatched.class);
  }

  @Test
  void theOtherReadingOfTheTensorLayerIsToldFromTheDefinitionByItsFirstDifference() {
    Verdict verdict =
        Texts.compare(
            Texts.shipped("rope_tensor"), "both_keys_rotated_attention", "rope_tensor_math");
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.NotMatched.class,
            different -> {
              Verdict.Difference difference = different.difference();
              assertThat(difference.left())
                  .matches("sum \\{ mul\\(X\\[\\w+, k], W.q\\[k, a]\\) : k < d }");
              assertThat(difference.right()).startsWith("add(mul(sum { mul(X[");
              assertThat(difference.place())
                  .containsSequence(
                      List.of("std.elementary.exp", "std.float.div", "std.float.sum"));
              assertThat(difference.facts()).contains("0 < n", "1 < d");
            });
  }
}
