package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HardnessTest {

  @Test
  void aSolvableGroupCannotRunFormulas() {
    for (Semigroup group : List.of(Groups.symmetric(3), Groups.symmetric(4), Groups.cyclic(5))) {
      Subgroup whole = Subgroup.whole(group);
      assertThatThrownBy(() -> new BarringtonCompiler(whole))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no set of commutators");
    }
  }

  @Test
  void everyTourVisitsTheWholeGroupAndEndsAtItsLetter() {
    Semigroup group = Groups.alternating(5);
    ClosureReduction reduction = new ClosureReduction(group);
    for (int letter : group.elements()) {
      List<Integer> prefixes = new ArrayList<>();
      for (int next : reduction.image(letter)) {
        prefixes.add(prefixes.isEmpty() ? next : group.product(prefixes.getLast(), next));
      }
      assertThat(prefixes).hasSize(60).containsAll(group.elements()).endsWith(letter);
    }
  }

  @Test
  void allWordsOfTwoLettersOverS3AreReducedRightly() {
    Semigroup group = Groups.symmetric(3);
    ClosureReduction reduction = new ClosureReduction(group);
    IntStream.range(0, 36)
        .mapToObj(code -> List.of(code / 6, code % 6))
        .forEach(
            word ->
                assertThat(reduction.problem().contains(reduction.image(word)))
                    .isEqualTo(group.product(word).equals(group.identity())));
  }

  @Test
  void theReductionNeedsAGroup() {
    Semigroup or = Semigroup.ofTable(List.of(List.of(0, 1), List.of(1, 1)));
    assertThatThrownBy(() -> new ClosureReduction(or)).hasMessageContaining("no inverse");
  }
}
