package tc0.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gate or an index changed in a shipped circuit no longer has the meaning that is claimed. */
class MutatedCircuitsTest {

  private static final ProofText ROPE = ProofText.of("rope.tc0");
  private static final ProofText TENSOR = ProofText.of("rope_tensor.tc0");
  private static final ProofText INTEGER = ProofText.of("std/integer.tc0");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Q[i, a] * K[r, a] : a < d | Q[i, a] * K[r, a + 1] : a < d | `W.k1[k, a + 1]` against `W.k1[k, a]`
          A[r mod a, j] * B[r div a, j] | A[r div a, j] * B[r mod a, j] | `X[r div n, k]` against
          A[r mod a, j] * B[r div a, j] | A[r mod a, j] + B[r div a, j] | `add(
          D[i < n] = float.sum { A[i, r] : r < n*n } | D[i < n] = float.sum { A[i, r] : r < n*n - 1 } | `n*n - 1` against `n*n`
          : r < n*n } / D[i] | : r < n*n } / D[0] | `X[0, k]` against
          """)
  void tensorAttentionWithAnotherIndexIsAnotherTerm(
      String before, String after, String difference) {
    TENSOR
        .only("tensor_layer")
        .with(before, after)
        .symbolically()
        .isRefused("matching", difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          let s = r - i + n - 1, | let s = r - i + n, | not the same term
          Q[i, a] * R.c[s, h] + Q[i, a + 1] | Q[i, a] * R.c[s, h] - Q[i, a + 1] | `sub(
          = elementary.sin(angle[s, h]); | = elementary.cos(angle[s, h]); | `cos(
          float.integer[p, s, n - 1]() | float.integer[p, s, n]() | not the same term
          """)
  void rotationByAnotherAngleIsAnotherTerm(String before, String after, String difference) {
    TENSOR
        .only("rope_tensor_layer")
        .with(before, after)
        .symbolically()
        .isRefused("matching", difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mlp_layer | = float.sum { if k < d then X[i, k] * W.w[k, a] else W.b[a] : k <= d }; | = float.sum { if k < d then X[i, k] * W.w[k, a] else W.b[a] : k < d }; | `d` against `d + 1`
          normalisation | centred[i, a] / elementary.sqrt(variance[i]) | centred[i, a] / elementary.exp(variance[i]) | `exp(
          matrix_product | = float.sum { A[i, k] * B[k, j] : k < d }; | = float.sum { A[i, k] * B[j, k] : k < d }; | `B[q2, k]` against `B[k, q2]`
          matrix_product | = float.sum { A[i, k] * B[k, j] : k < d }; | = float.sum { B[k, j] * A[i, k] : k < d }; | not the same term
          """)
  void otherLayersWithAnotherOperationAreOtherTerms(
      String lemma, String before, String after, String difference) {
    ROPE.only(lemma).with(before, after).symbolically().isRefused("matching", difference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          comparison | return = or { above[t] and all | return = and { above[t] and all | x = 1, y = 0: (0) = (1)
          comparison | above[t] and all { level[k] | above[t] or all { level[k] | x = 0, y = 0: (1) = (0)
          most_significant_one | and all { not x[k] : l < k < w }; | and all { not x[k] : l + 1 <= k < w when k != l + 1 }; | x = 3: at l = 0
          most_significant_one | and all { not x[k] : l < k < w }; | and any { not x[k] : l < k < w }; | x = 1: at l = 0
          negation | 2 * lowest[b] + below[b] - x[b] >= 1; | 2 * lowest[b] + below[b] - x[b] >= 2; | x = 1
          negation | below[b] - x[b] >= 1; | below[b] + x[b] >= 1; | x = 3: (3) = (1)
          equality | all { level[t] and not above[t] : t < blocks } | all { level[t] : t < blocks } | x = 1, y = 0
          right_shift | = x[b + k] and all | = x[b + k + 1] and all | x = 1, s = 0
          left_shift | = x[b - k] and all | = x[b + k] and all | x = 1, s = 1
          binary_to_unary | : q < w } >= a + 1; | : q < w } >= a; | x = 0: at a = 0
          word_selection | (y[q] and not control) | (y[q] and control) | control = 0, x = 0, y = 1
          subtraction | at_least = [nat(x) >= nat(y)] | at_least = [nat(x) > nat(y)] | x = 0, y = 0
          """)
  void aGateOrIndexChangedInTheLibraryIsRefuted(
      String lemma, String before, String after, String counterexample) {
    INTEGER.only(lemma).with(before, after).withChecks().isRefuted("exhaustive", counterexample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          addition | = total[t] >= d; | = total[t] >= d + 1; | x = 1, y = 0
          addition | reaches[j, 4] and reaches[t, d - 1] | reaches[j, 3] and reaches[t, d - 1] | (7) = (3) does not hold
          multiplication | = x[i] and y[b - i]; | = x[i] or y[b - i]; | x = 1, y = 0
          multiplication | = x[i] and y[b - i]; | = x[i] and y[b - i - 1]; | x = 1, y = 1: (2) = (1)
          signed_multiplication | [b = v - 1 or b = v + w - 1] | [b = v - 1] | x = 0, y = 0: (-2) = (0)
          iterated_addition | >= t - j + [r > 0]; | >= t - j; | does not hold
          """)
  void arithmeticWithAWrongCarryIsRefuted(
      String lemma, String before, String after, String counterexample) {
    INTEGER.only(lemma).with(before, after).withChecks().isRefuted("exhaustive", counterexample);
  }

  @Test
  void satisfiabilityRefutesWhatEnumerationDoesNotReach() {
    INTEGER
        .only("comparison")
        .with(
            "  check exhaustive for w = 1..6;\n  check sat for w = 8;\n  check sat for w = 16;",
            "  check sat for w = 10;")
        .with("all { level[k] : t < k < blocks }", "all { level[k] : t < k < blocks when k != 4 }")
        .withChecks()
        .isRefuted("sat", "does not hold");
  }

  @Test
  void theShippedCircuitsPassTheirSmallChecks() {
    INTEGER
        .only("comparison", "most_significant_one", "negation", "binary_to_unary", "word_selection")
        .withChecks()
        .isVerified();
  }
}
