package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import tc0.kernel.Circuit;

/**
 * Matching against the terms written out at small sizes, with the operations as uninterpreted
 * functions.
 */
class MatchingProperties {

  private static final int LARGEST = 3;

  @Property(tries = 200)
  void aCircuitMatchesItselfUnderOtherNames(@ForAll @LongRange(min = 0) long seed) {
    Verdict verdict =
        Matching.compare(
            RandomCircuits.of(seed, "a", Optional.empty()),
            RandomCircuits.of(seed, "b", Optional.empty()),
            Set.of(),
            Set.of());
    assertThat(verdict).isNotInstanceOf(Verdict.NotMatched.class);
  }

  @Property(tries = 400)
  void aMatchingMutantHasTheSameTermsAtAllSmallSizes(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 0, max = 1000) int choice,
      @ForAll @IntRange(min = 1, max = 6) int amount) {
    checkMutant(seed, choice, amount, Set.of());
  }

  @Property(tries = 400)
  void aMutantThatMatchesByLawsHasTheSameTermsUpToTheLawsUsed(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 0, max = 1000) int choice,
      @ForAll @IntRange(min = 1, max = 6) int amount) {
    checkMutant(
        seed,
        choice,
        amount,
        Set.of(
            new Law("binary", Law.Kind.COMMUTATIVE),
            new Law("binary", Law.Kind.ABSORBS_ZERO),
            new Law("list", Law.Kind.SYMMETRIC),
            new Law("list", Law.Kind.IGNORES_ZERO)));
  }

  private static void checkMutant(long seed, int choice, int amount, Set<Law> laws) {
    Circuit.Family circuit = RandomCircuits.of(seed, "a", Optional.empty());
    RandomCircuits.Mutation mutation =
        new RandomCircuits.Mutation(choice % RandomCircuits.choices(seed), amount);
    Circuit.Family mutant = RandomCircuits.of(seed, "b", Optional.of(mutation));
    if (Matching.compare(circuit, mutant, Set.of(), laws) instanceof Verdict.Matched matched) {
      assertThat(firstDifference(circuit, mutant, matched.laws())).isEmpty();
    }
  }

  /** Sizes, satisfying the constraints, at which the terms differ. */
  private static Optional<List<Integer>> firstDifference(
      Circuit.Family a, Circuit.Family b, Set<Law> laws) {
    for (int n = 0; n <= LARGEST; n++) {
      for (int m = 1; m <= LARGEST; m++) {
        List<BigInteger> sizes = List.of(BigInteger.valueOf(n), BigInteger.valueOf(m));
        if (!ConcreteTerms.of(a, sizes, laws).equals(ConcreteTerms.of(b, sizes, laws))) {
          return Optional.of(List.of(n, m));
        }
      }
    }
    return Optional.empty();
  }
}
