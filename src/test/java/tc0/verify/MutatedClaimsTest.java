package tc0.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped claims are as tight as they look: each one changed a little is refused, and the
 * reason names what is missing. No checks run here.
 */
class MutatedClaimsTest {

  private static final ProofText ROPE = ProofText.of("rope.tc0");
  private static final ProofText TENSOR = ProofText.of("rope_tensor.tc0");
  private static final ProofText FIXED = ProofText.of("rope_fixed.tc0");
  private static final ProofText INTEGER = ProofText.of("std/integer.tc0");

  @ParameterizedTest
  @ValueSource(strings = {"rope.tc0", "rope_tensor.tc0", "rope_fixed.tc0", "std/integer.tc0"})
  void theShippedFilesHoldForAllSizes(String file) {
    ProofText.of(file).symbolically().isVerified();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rope_tensor_layer | 7*(d_std + d_sum) + d_trig + d_exp | 6*(d_std + d_sum) + d_trig + d_exp | short by d_std
          rope_tensor_layer | 7*(d_std + d_sum) + d_trig + d_exp | 7*(d_std + d_sum) + d_exp | from theta needs
          rope_tensor_layer | 7*(d_std + d_sum) + d_trig + d_exp | 7*(d_std + d_sum) + d_trig | short by d_exp
          whole_transformer | 13*d_std | 12*d_std | short by (m - 1)*d_std
          whole_transformer | depth <= d_std + d_sum + m*( | depth <= d_sum + m*( | short by d_std
          multi_layer | (m + 1)*d_g | m*d_g | short by d_g
          mlp_layer | 2*d_std + d_sum; | d_sum; | short by d_std
          normalisation | 5*d_std + 2*d_sum + d_sqrt | 5*d_std + 2*d_sum | short by d_sqrt
          both_keys_rotated_layer | 8*d_std | 7*d_std | short by d_std
          log_precision_layer | depth <= 22 | depth <= 21 | needs 22, claim gives 21
          """)
  void aDepthTightenedByOneConstantIsRefused(
      String lemma, String claim, String tighter, String missing) {
    TENSOR.only(lemma).with(claim, tighter).symbolically().isRefused("LE-depth", missing);
  }

  @ParameterizedTest
  @CsvSource({
    "depth <= 3;  strict depth <= 4, depth <= 2;  strict depth <= 4, 'needs 3, claim gives 2'",
    "depth <= 3;  strict depth <= 4, depth <= 3;  strict depth <= 3, 'needs 4, claim gives 3'"
  })
  void theDepthOfAnAdderIsNotSmaller(String claim, String tighter, String missing) {
    INTEGER.only("addition").with(claim, tighter).symbolically().isRefused("LE-depth", missing);
  }

  @Test
  void theDepthInFixedPointIsNotSmaller() {
    FIXED
        .only("matrix_product")
        .with("depth <= 4", "depth <= 3")
        .symbolically()
        .isRefused("LE-depth", "needs 4, claim gives 3");
    FIXED
        .only("rope_layer")
        .with("depth <= 20", "depth <= 19")
        .symbolically()
        .isRefused("LE-depth", "needs 20, claim gives 19");
  }

  @Test
  void aTighterClaimThatIsTrueIsVerified() {
    TENSOR
        .only("mlp_layer")
        .with("depth <= 2*d_std + d_sum;", "depth <= d_std + d_sum;")
        .symbolically()
        .isVerified();
  }

  @Test
  void namedConstantsMustCoverTheOperationsThatAreUsed() {
    TENSOR
        .only("rope_tensor_layer")
        .with("float.mul, float.div, float.le", "float.mul, float.le")
        .symbolically()
        .isRefused("LE-depth", "short by 22");
  }

  @Test
  void anOperationUnderTwoConstantsIsAmbiguous() {
    TENSOR
        .only("rope_tensor_layer")
        .with("d_sum  = depth float.sum;", "d_sum  = max depth { float.sum, float.add };")
        .symbolically()
        .isRefused("LE-depth", "`std.float.add` is under two constants, d_std and d_sum");
  }

  @Test
  void layersMustBeAtLeastOneForTheClaimedDepth() {
    TENSOR
        .only("whole_transformer")
        .with("where m >= 1, p >= 2", "where p >= 2")
        .symbolically()
        .isRefused("LE-depth", "claim gives m*d_exp");
  }

  @Test
  void aLogarithmicNumberOfLayersIsNotShownToBeInTc0() {
    ProofText growing = TENSOR.with("m in O(1)", "m in O(log n)");
    growing.only("whole_transformer").symbolically().isRefused("K-TC", "TC^1, not shown to be in");
    growing.only("transformer_in_tc0").symbolically().isRefused("K-TC", "is in O(log n)");
    growing.only("no_fixed_membership").symbolically().isRefused("K-TC", "is in O(log n)");
    growing.only("multi_layer").symbolically().isVerified();
  }

  @Test
  void polynomiallyManyLayersAreInNoClass() {
    TENSOR
        .only("whole_transformer")
        .with("m in O(1)", "m in poly(n)")
        .symbolically()
        .isRefused("K-size", "no class below P");
  }

  @Test
  void aRegimeMustSayHowEverySizeGrows() {
    TENSOR
        .only("whole_transformer")
        .with("m in O(1);", "")
        .symbolically()
        .isRefused("WF-regime", "does not say how m grows");
    TENSOR
        .only("whole_transformer")
        .with("n grows;", "n in O(1);")
        .symbolically()
        .isWrong("TC0604", "`n` is not the parameter that grows");
    TENSOR
        .only("whole_transformer")
        .with("n grows;", "n grows; a2 grows;")
        .symbolically()
        .isWrong("TC0604", "2 parameters that grow");
  }

  @Test
  void anExponentialBoxIsRefused() {
    ProofText exponential =
        TENSOR
            .only("kronecker_product")
            .with("float(p)[a*c, b*e]", "float(p)[2^a, b*e]")
            .with("return[r < a*c, s < b*e]", "return[r < 2^a, s < b*e]");
    exponential.symbolically().isRefused("C-mass", "2^a is not polynomial");
    exponential.symbolically().isRefused("T-span", "`2^a` is no index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reaches[t < blocks, d < 2^w] = total[t] >= d;",
        "reaches[t < blocks, d < 8] = total[t] >= d * 2^w;",
        "reaches[t < blocks, d < 8] = 2^w * total[t] >= d;"
      })
  void anExponentialBoundThresholdOrWeightIsNoIndex(String exponential) {
    INTEGER
        .only("addition")
        .with("reaches[t < blocks, d < 8] = total[t] >= d;", exponential)
        .symbolically()
        .isRefused("T-span", "`2^w` is no index");
  }

  @Test
  void anExponentialIntermediateValueIsNoIndex() {
    TENSOR
        .only("khatri_rao_product")
        .with("A[r mod a, j] * B[r div a, j]", "A[r mod a, j] * B[2^r div a, j]")
        .symbolically()
        .isRefused("T-span", "`2^r` is no index");
  }

  @Test
  void wordsOfPolynomialLengthMakeTablesTooLarge() {
    FIXED
        .only("rope_layer")
        .with("w in O(log n)", "w in poly(n)")
        .symbolically()
        .isRefused("C-mass", "2^w is not polynomial");
    INTEGER
        .only("binary_to_one_hot")
        .with("of one_hot;\n  depth <= 1;  strict depth <= 2;", "of one_hot;\n  size in poly(w);")
        .symbolically()
        .isRefused("C-mass", "2^w is not polynomial");
  }

  @Test
  void aLowerTierIsRefusedWithTheOperationThatNeedsMore() {
    FIXED
        .only("matrix_product")
        .with("uniform fo;", "uniform dlogtime;")
        .symbolically()
        .isRefused("U2", "is fo, because of `signed(w, a)*signed(w, b)`");
    FIXED
        .only("rope_layer")
        .with("uniform p;", "uniform fo_pow;")
        .symbolically()
        .isRefused("T-tier", "`product { signed(i + f, a) : j < k }` is p, not fo_pow");
    FIXED
        .only("rope_layer")
        .with("uniform p;", "")
        .symbolically()
        .isRefused("U3", "that gives P-uniform TC0 only");
    INTEGER
        .only("addition")
        .with("= total[t] >= d;", "= total[t] >= d + t * t;")
        .symbolically()
        .isRefused("U2", "because of `t*t`");
    INTEGER
        .with("if q mod 2 = 1", "if q * q mod 2 = 1")
        .symbolically()
        .isWrong("TC0501", "`q*q` is of tier fo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          depth constant; size poly; uniform p; | U3 | that gives P-uniform TC0 only
          depth constant; size 2^p; uniform fo_pow; | C-mass | 2^p is not polynomial
          depth p; size poly; uniform fo_pow; | LE-depth | depth depends on the size p
          """)
  void whatAnAxiomDeclaresReachesTheClaims(String cost, String rule, String reason) {
    TENSOR
        .only("tensor_layer")
        .with("std/float.tc0", "circuit mul[p](", "circuit written_mul[p](")
        .with(
            "std/float.tc0",
            "/// Whether x <= y.",
            """
            axiom circuit mul[p](x: float(p), y: float(p)) -> float(p) where p >= 2 {
              cites chiang2024 "Lemma 10" recalled;
            """
                + cost
                + "}\n")
        .symbolically()
        .isRefused(rule, reason);
  }

  @Test
  void classesBelowAreRefusedAndThoseAboveFollow() {
    TENSOR
        .only("tensor_layer")
        .with("in TC0;", "in AC0;")
        .symbolically()
        .isRefused("K-AC", "which is not O(1)");
    TENSOR.only("tensor_layer").with("in TC0;", "in NC1;").symbolically().isVerified();
    ROPE.only("mlp_layer").with("in TC0;", "in TC^1;").symbolically().isVerified();
  }

  @Test
  void whatIsCitedOrNeededMustBeDeclared() {
    TENSOR
        .with("cites tensor2024 \"Lemma 3.5\"", "cites tensor2025 \"Lemma 3.5\"")
        .symbolically()
        .isWrong("TC0201", "unknown source `tensor2025`");
    ROPE.with("hypothesis softmax_denominator", "hypothesis another_denominator")
        .symbolically()
        .isWrong("TC0201", "unknown hypothesis `softmax_denominator`");
  }

  @Test
  void sizesOfCallsMustAgree() {
    TENSOR
        .with("R = rotation[n, d, p](theta);", "R = rotation[n, d, p + 1](theta);")
        .symbolically()
        .isWrong("TC0402", "p + 1 = p does not hold for all sizes");
  }
}
