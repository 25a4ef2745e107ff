package tc0.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barrington's word and the other images of reductions are wrong as soon as one detail changes. */
class MutatedReductionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          then 50 else 36 | then 36 else 50
          if d = 2 then 55 | if d = 2 then 54
          height mod 2 = 0 then 48 else 0 | height mod 2 = 1 then 48 else 0
          if c = 50 then 2 else | if c = 50 then 3 else
          (d + 2*height) mod 4 | (d + height) mod 4
          x[leaf(p, height)] | x[p div 2^height]
          """)
  void theWordIsNoLongerRight(String before, String after) {
    ProofText.of("std/barrington.tc0")
        .only("a5_word_right")
        .with(before, after)
        .withChecks()
        .isRefuted("exhaustive", "(0) = (1) does not hold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alternation_right | turn_of(p, k) >= 14 | turn_of(p, k) >= 13
          alternation_right | turn_of(p, k) div 4 = 2 | turn_of(p, k) div 4 = 3
          alternation_right | j > k and is_kind | j >= k and is_kind
          text_right | l mod 2^(r + 1) = 0 | l mod 2^r = 0
          text_right | if q = 2 then not tree[l, 1] | if q = 2 then tree[l, 1]
          embedding_right | capped_product(x, y) : dlogtime = if x = 0 or y = 0 | capped_product(x, y) : dlogtime = if x = 0 and y = 0
          """)
  void theFormulaIsNoLongerRight(String lemma, String before, String after) {
    ProofText.of("std/formula.tc0")
        .only(lemma)
        .with(before, after)
        .withChecks()
        .isRefuted("exhaustive", "(0) = (1) does not hold");
  }

  @Test
  void aWalkThatLeavesOutElementsIsNoReduction() {
    ProofText.of("std/problems.tc0")
        .with("std/groups.tc0", "bit((g + 1) mod order, q)", "bit((g + 2) mod order, q)")
        .withChecks()
        .isRefuted("reduction", "is in words_A5, its image");
  }
}
