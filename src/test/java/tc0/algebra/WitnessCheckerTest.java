package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WitnessCheckerTest {

  private static final Morphism S3 = Morphism.wordProblem(Groups.symmetric(3));
  private static final Morphism S5 = Morphism.wordProblem(Groups.symmetric(5));
  private static final Morphism EVEN = new Morphism(Groups.cyclic(2), List.of("a"), List.of(1));

  private static NavigableSet<Integer> set(Integer... members) {
    return new TreeSet<>(Set.of(members));
  }

  @Test
  void aSolvableGroupIsNotAcceptedAsPerfect() {
    assertThat(WitnessChecker.refute(S3, new ClassWitness.Perfect(0, S3.target().elements())))
        .hasValue("the commutators do not generate the group");
  }

  @Test
  void theTrivialGroupAndSetsThatAreNoGroupsAreNotAcceptedAsPerfect() {
    assertThat(WitnessChecker.refute(S5, new ClassWitness.Perfect(0, set(0))))
        .hasValue("the set is not a nontrivial group");
    assertThat(WitnessChecker.refute(S5, new ClassWitness.Perfect(0, set(0, 1, 2, 3))))
        .hasValue("the set is not a nontrivial group");
  }

  @Test
  void aPerfectGroupThatNoWordReachesDoesNotCount() {
    Semigroup s5 = Groups.symmetric(5);
    NavigableSet<Integer> a5 = Subgroup.whole(s5).perfectCore().members();
    Morphism identity = new Morphism(s5, List.of("a"), List.of(0));
    assertThat(WitnessChecker.refute(S5, new ClassWitness.Perfect(0, a5))).isEmpty();
    assertThat(WitnessChecker.refute(identity, new ClassWitness.Perfect(0, a5)))
        .hasValue("an element of the group is the image of no word");
  }

  @Test
  void aStableSemigroupOfTheWrongLengthIsRefused() {
    assertThat(WitnessChecker.refute(EVEN, new ClassWitness.QuasiAperiodic(2, set(0), 1)))
        .isEmpty();
    for (int wrong : new int[] {0, 1, 3}) {
      assertThat(WitnessChecker.refute(EVEN, new ClassWitness.QuasiAperiodic(wrong, set(0), 1)))
          .hasValueSatisfying(reason -> assertThat(reason).contains("stable semigroup"));
    }
  }

  @Test
  void aStableSemigroupThatIsAGroupIsRefused() {
    assertThat(
            WitnessChecker.refute(
                S3, new ClassWitness.QuasiAperiodic(1, S3.target().elements(), 6)))
        .hasValueSatisfying(reason -> assertThat(reason).contains("powers of"));
  }

  @Test
  void aSeriesThatStopsEarlyOrSkipsAnIdempotentIsRefused() {
    ClassWitness.Solvable right = (ClassWitness.Solvable) Classifier.classify(S3);
    List<NavigableSet<Integer>> groups = right.series().getFirst().groups();
    assertThat(WitnessChecker.refute(S3, right)).isEmpty();
    assertThat(refuteSeries(right, List.of(groups.get(0), groups.get(1))))
        .contains("does not end in the trivial group");
    assertThat(refuteSeries(right, List.of(groups.get(0), groups.get(2))))
        .contains("misses a commutator");
    assertThat(refuteSeries(right, List.of(groups.get(1), groups.get(2))))
        .contains("does not start with the maximal subgroup");
    assertThat(
            WitnessChecker.refute(
                S3, new ClassWitness.Solvable(List.of(), right.stabilityIndex(), right.group())))
        .hasValue("no derived series for the idempotent 0");
  }

  @Test
  void aGroupOutsideOfTheStableSemigroupIsNoReasonToLeaveAc() {
    List<ClassWitness.DerivedSeries> series =
        List.of(new ClassWitness.DerivedSeries(0, List.of(set(0, 1), set(0))));
    assertThat(WitnessChecker.refute(EVEN, new ClassWitness.Solvable(series, 2, set(0, 1))))
        .hasValue("the nontrivial group is not in the stable semigroup");
    assertThat(WitnessChecker.refute(EVEN, new ClassWitness.Solvable(series, 2, set(0))))
        .hasValue("the set in the stable semigroup is not a nontrivial group");
  }

  private static String refuteSeries(
      ClassWitness.Solvable right, List<NavigableSet<Integer>> groups) {
    return WitnessChecker.refute(
            S3,
            new ClassWitness.Solvable(
                List.of(new ClassWitness.DerivedSeries(0, groups)),
                right.stabilityIndex(),
                right.group()))
        .orElse("accepted");
  }
}
