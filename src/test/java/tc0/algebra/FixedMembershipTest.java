package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tc0.algebra.FixedMembership.LinkedPair;

class FixedMembershipTest {

  @Test
  void overS5WithTheIdentityAsPeriodItIsTheWordProblem() {
    Semigroup s5 = Groups.symmetric(5);
    FixedMembership problem = FixedMembership.ofGroup(s5);
    Random random = new Random(5);
    for (int i = 0; i < 50; i++) {
      List<Integer> word = random.ints(i % 5, 0, 120).boxed().toList();
      int product = s5.product(word).orElseThrow();
      assertThat(problem.contains(word, List.of(0))).isEqualTo(product == 0);
      List<Integer> back = List.of(product, Subgroup.whole(s5).inverse(product));
      assertThat(problem.contains(back, List.of(0))).isTrue();
    }
  }

  @Test
  void infinitelyManyOfALetterIsDecidedWhereverThePeriodStarts() {
    // Element 1 marks words with an a: the language is (b* a)^ω.
    Semigroup or = Semigroup.ofTable(List.of(List.of(0, 1), List.of(1, 1)));
    Morphism morphism = new Morphism(or, List.of("a", "b"), List.of(1, 0));
    FixedMembership problem = new FixedMembership(morphism, Set.of(new LinkedPair(1, 1)));
    assertThat(problem.contains(List.of(), List.of(1, 1, 0))).isTrue();
    assertThat(problem.contains(List.of(1, 1), List.of(0))).isTrue();
    assertThat(problem.contains(List.of(0, 0), List.of(1))).isFalse();
  }

  @Test
  void pairsThatAreNotLinkedAndEmptyPeriodsAreRefused() {
    Semigroup group = Groups.cyclic(2);
    Morphism morphism = Morphism.wordProblem(group);
    assertThatThrownBy(() -> new FixedMembership(morphism, Set.of(new LinkedPair(0, 1))))
        .hasMessageContaining("not linked");
    assertThatThrownBy(() -> FixedMembership.ofGroup(group).contains(List.of(0), List.of()))
        .hasMessageContaining("at least one letter");
  }
}
