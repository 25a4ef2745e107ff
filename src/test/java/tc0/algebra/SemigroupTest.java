package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SemigroupTest {

  @Test
  void aTableThatIsNotAssociativeIsRefusedWithThePlace() {
    assertThatThrownBy(() -> Semigroup.ofTable(List.of(List.of(1, 0), List.of(0, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not associative: (0 0) 1 = 0 but 0 (0 1) = 1");
  }

  @Test
  void aTableThatIsNotSquareOrLeavesTheRangeIsRefused() {
    assertThatThrownBy(() -> Semigroup.ofTable(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Semigroup.ofTable(List.of(List.of(0, 0))))
        .hasMessageContaining("row 0 has 2 entries, not 1");
    assertThatThrownBy(() -> Semigroup.ofTable(List.of(List.of(1))))
        .hasMessageContaining("which is no element");
  }

  @Test
  void aLeftZeroSemigroupHasNoIdentityAndOnlyTrivialSubgroups() {
    Semigroup leftZero = Semigroup.ofTable(List.of(List.of(0, 0), List.of(1, 1)));
    assertThat(leftZero.identity()).isEmpty();
    assertThat(leftZero.idempotents()).containsExactly(0, 1);
    assertThat(leftZero.isAperiodic()).isTrue();
    assertThat(leftZero.product(List.of())).isEmpty();
  }

  @Test
  void theClassicalGroupsHaveTheirOrders() {
    assertThat(Groups.symmetric(3).size()).isEqualTo(6);
    assertThat(Groups.symmetric(4).size()).isEqualTo(24);
    assertThat(Groups.symmetric(5).size()).isEqualTo(120);
    assertThat(Groups.alternating(4).size()).isEqualTo(12);
    assertThat(Groups.alternating(5).size()).isEqualTo(60);
    assertThat(Groups.cyclic(7).size()).isEqualTo(7);
  }

  @Test
  void theDerivedSeriesOfS4HasTheOrders24And12And4And1() {
    assertThat(Subgroup.whole(Groups.symmetric(4)).derivedSeries())
        .extracting(Subgroup::order)
        .containsExactly(24, 12, 4, 1);
  }

  @Test
  void theDerivedSeriesOfS5StopsAtA5WhichIsPerfect() {
    List<Subgroup> series = Subgroup.whole(Groups.symmetric(5)).derivedSeries();
    assertThat(series).extracting(Subgroup::order).containsExactly(120, 60);
    assertThat(series.getLast().derived()).isEqualTo(series.getLast());
    assertThat(Groups.symmetric(5).isSolvable()).isFalse();
    assertThat(Groups.alternating(5).isSolvable()).isFalse();
    assertThat(Groups.symmetric(4).isSolvable()).isTrue();
  }

  @Test
  void theFullTransformationMonoidOnThreePointsHasTheSymmetricGroupsOfItsRanks() {
    TransformationMonoid full =
        TransformationMonoid.generate(
            3,
            List.of(
                Transformation.of(1, 2, 0),
                Transformation.of(1, 0, 2),
                Transformation.of(0, 0, 2)));
    assertThat(full.monoid().size()).isEqualTo(27);
    // One idempotent of rank 3, six of rank 2, three of rank 1.
    assertThat(full.monoid().maximalSubgroups())
        .extracting(Subgroup::order)
        .containsExactlyInAnyOrder(6, 2, 2, 2, 2, 2, 2, 1, 1, 1);
  }

  @Test
  void aSetThatIsNotAGroupIsNoSubgroup() {
    Semigroup s3 = Groups.symmetric(3);
    assertThatThrownBy(() -> new Subgroup(s3, 0, new TreeSet<>(Set.of(0, 1, 2))))
        .hasMessageContaining("not closed");
    Semigroup leftZero = Semigroup.ofTable(List.of(List.of(0, 0), List.of(1, 1)));
    assertThatThrownBy(() -> new Subgroup(leftZero, 0, new TreeSet<>(Set.of(0, 1))))
        .hasMessageContaining("1 has no inverse");
  }

  @Test
  void aMonoidBeyondTheLimitIsRefusedInsteadOfFillingTheMemory() {
    List<Transformation> generators =
        List.of(Transformation.of(1, 2, 3, 4, 5, 6, 0), Transformation.of(1, 0, 2, 3, 4, 5, 6));
    assertThatThrownBy(() -> TransformationMonoid.generate(7, generators))
        .isInstanceOf(TooLargeException.class)
        .hasMessageContaining("more than 4096 elements");
  }
}
