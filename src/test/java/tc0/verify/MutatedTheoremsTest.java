package tc0.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditional lower bounds need each of their premises, with the same uniformity. */
class MutatedTheoremsTest {

  private static final ProofText THEOREM =
      ProofText.of("rope_tensor.tc0").only("no_fixed_membership");

  @Test
  void withAllPremisesTheTheoremHolds() {
    THEOREM.symbolically().isVerified();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weights uniform; | C2 | say whether weights are uniform or arbitrary
          encoding token_embedding; | C1 | no encoding is named
          readout first_sign; | C1 | no read-out is named
          assuming separation; | C1 | no separation is assumed
          """)
  void aPremiseThatIsLeftOutIsMissed(String premise, String rule, String reason) {
    THEOREM.with(premise, "").symbolically().isRefused(rule, reason);
  }

  @Test
  void arbitraryWeightsAreAdvice() {
    THEOREM
        .with("weights uniform;", "weights arbitrary;")
        .symbolically()
        .isRefused("C2", "arbitrary weights are advice");
  }

  @Test
  void theHardnessFactMustBeNamedAndFit() {
    THEOREM
        .with("using fixed_membership_hard;", "")
        .symbolically()
        .isWrong("TC0802", "why the problem is hard");
    THEOREM
        .with("using fixed_membership_hard;", "using closure_hard;")
        .symbolically()
        .isWrong("TC0801", "is about `closure_A5`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TC0 != NC1 uniform p | the uniformity differs
          AC0 != TC0 uniform dlogtime | the classes differ
          """)
  void theAssumptionMustSeparateTheSameClassesWithTheSameUniformity(
      String assumption, String reason) {
    THEOREM
        .with("rope.tc0", "TC0 != NC1 uniform dlogtime", assumption)
        .symbolically()
        .isRefused("C1", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hard for TC0 under AC0 reductions uniform dlogtime | C1 | is no lower bound
          hard for NC1 under NC1 reductions uniform dlogtime | C1 | which are not known to be in
          hard for NC1 under AC0 reductions uniform p | H-uniform | the uniformity differs
          """)
  void theCitedProblemMustBeHardEnoughUnderWeakEnoughReductions(
      String fact, String rule, String reason) {
    THEOREM
        .with(
            "std/problems.tc0",
            "balanced_formula hard for NC1 under AC0 reductions uniform dlogtime",
            "balanced_formula " + fact)
        .symbolically()
        .isRefused(rule, reason);
  }
}
