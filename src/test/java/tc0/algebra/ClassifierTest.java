package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassifierTest {

  private static Morphism morphism(String expression) {
    return RegularExpression.toDfa(expression, Optional.empty()).syntacticMorphism();
  }

  private static ComplexityLevel level(Morphism morphism) {
    ClassWitness witness = Classifier.classify(morphism);
    assertThat(WitnessChecker.refute(morphism, witness)).isEmpty();
    return witness.level();
  }

  private static ComplexityLevel level(String expression) {
    return level(morphism(expression));
  }

  @Test
  void theKnownExpressionForS5HasItAsSyntacticMonoidAndIsComplete() {
    Morphism morphism = morphism("((a|b)^3(ab*a|b))*");
    assertThat(morphism.target().size()).isEqualTo(120);
    assertThat(Subgroup.whole(morphism.target()).order()).isEqualTo(120);
    assertThat(level(morphism)).isEqualTo(ComplexityLevel.NC1_COMPLETE);
    assertThat(Classifier.classify(morphism))
        .isInstanceOfSatisfying(
            ClassWitness.Perfect.class, perfect -> assertThat(perfect.group()).hasSize(60));
  }

  @Test
  void parityIsTheGroupOfTwoElementsAndInAccButNotInAc() {
    Morphism parity = morphism("(b*ab*a)*b*");
    assertThat(parity.target().size()).isEqualTo(2);
    assertThat(level(parity)).isEqualTo(ComplexityLevel.ACC0);
  }

  @Test
  void starFreeLanguagesAreInAc() {
    assertThat(morphism("(ab)*").target().isAperiodic()).isTrue();
    assertThat(level("(ab)*")).isEqualTo(ComplexityLevel.AC0);
    assertThat(level("(a|b)*ab(a|b)*")).isEqualTo(ComplexityLevel.AC0);
  }

  @Test
  void evenLengthIsInAcThoughItsMonoidIsAGroup() {
    Morphism even = morphism("(aa)*");
    assertThat(even.target().isAperiodic()).isFalse();
    assertThat(level(even)).isEqualTo(ComplexityLevel.AC0);
    assertThat(level("((a|b)(a|b))*")).isEqualTo(ComplexityLevel.AC0);
  }

  @Test
  void evenLengthOfOneLetterIsStillInAcOverALargerAlphabet() {
    Dfa dfa = RegularExpression.toDfa("(aa)*", Optional.of(List.of('a', 'b')));
    assertThat(dfa.syntacticMorphism().target().size()).isEqualTo(3);
    assertThat(level(dfa.syntacticMorphism())).isEqualTo(ComplexityLevel.AC0);
  }

  @Test
  void aNeutralLetterMakesParityOfTheOtherLetterHard() {
    assertThat(level("(aa)*")).isEqualTo(ComplexityLevel.AC0);
    assertThat(level("(c|ac*a)*")).isEqualTo(ComplexityLevel.ACC0);
  }

  @Test
  void wordProblemsOfGroupsFollowSolvability() {
    assertThat(level(Morphism.wordProblem(Groups.cyclic(1)))).isEqualTo(ComplexityLevel.AC0);
    assertThat(level(Morphism.wordProblem(Groups.symmetric(3)))).isEqualTo(ComplexityLevel.ACC0);
    assertThat(level(Morphism.wordProblem(Groups.symmetric(4)))).isEqualTo(ComplexityLevel.ACC0);
    assertThat(level(Morphism.wordProblem(Groups.alternating(5))))
        .isEqualTo(ComplexityLevel.NC1_COMPLETE);
  }

  @Test
  void anAlphabetThatIsNeededIsAskedFor() {
    assertThatThrownBy(() -> morphism(".*")).hasMessageContaining("give the alphabet");
    assertThatThrownBy(() -> morphism("()")).hasMessageContaining("give the alphabet");
    assertThatThrownBy(() -> morphism("(a")).isInstanceOf(IllegalArgumentException.class);
  }
}
