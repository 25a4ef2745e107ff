package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HardnessProperties {

  private static final int VARIABLES = 4;
  private static final ClosureReduction S3 = new ClosureReduction(Groups.symmetric(3));
  private static final ClosureReduction A5 = new ClosureReduction(Groups.alternating(5));
  private static final BarringtonCompiler OVER_S5 =
      new BarringtonCompiler(Subgroup.whole(Groups.symmetric(5)));
  private static final BarringtonCompiler OVER_A5 =
      new BarringtonCompiler(Subgroup.whole(Groups.alternating(5)));

  @Provide
  Arbitrary<Formula> formulas() {
    return formulas(4);
  }

  private static Arbitrary<Formula> formulas(int depth) {
    Arbitrary<Formula> variables =
        Arbitraries.integers().between(0, VARIABLES - 1).map(Formula.Variable::new);
    if (depth == 0) {
      return variables;
    }
    Arbitrary<Formula> smaller = Arbitraries.lazy(() -> formulas(depth - 1));
    return Arbitraries.oneOf(
        variables,
        smaller.map(Formula.Not::new),
        Combinators.combine(smaller, smaller).as(Formula.And::new),
        Combinators.combine(smaller, smaller).as(Formula.Or::new));
  }

  @Property(tries = 200)
  void theProductOfAProgramIsTheTargetIfTheFormulaHoldsAndElseTheIdentity(
      @ForAll("formulas") Formula formula) {
    for (BarringtonCompiler compiler : List.of(OVER_S5, OVER_A5)) {
      GroupProgram program = compiler.compile(formula);
      assertThat(program.target()).isNotEqualTo(program.group().identity());
      assertThat(program.instructions()).hasSizeLessThanOrEqualTo(1 << (2 * formula.depth()));
      for (int bits = 0; bits < 1 << VARIABLES; bits++) {
        int values = bits;
        List<Boolean> assignment =
            IntStream.range(0, VARIABLES).mapToObj(i -> (values >> i & 1) == 1).toList();
        assertThat(program.run(assignment))
            .isEqualTo(
                formula.evaluate(assignment) ? program.target() : program.group().identity());
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> wordsOverS3() {
    return Arbitraries.integers().between(0, 5).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Integer>> wordsOverA5() {
    return Arbitraries.integers().between(0, 59).list().ofMaxSize(5);
  }

  @Property(tries = 300)
  void wordsOverS3AreOneIfAndOnlyIfTheirImagesAreInTheClosure(
      @ForAll("wordsOverS3") List<Integer> word) {
    assertThat(S3.problem().length()).isEqualTo(12);
    holdsFor(S3, word);
  }

  @Property(tries = 200)
  void wordsOverA5AreOneIfAndOnlyIfTheirImagesAreInTheClosure(
      @ForAll("wordsOverA5") List<Integer> word) {
    assertThat(A5.problem().length()).isEqualTo(120);
    holdsFor(A5, word);
    holdsFor(A5, completed(A5.problem().semigroup(), word));
  }

  private static void holdsFor(ClosureReduction reduction, List<Integer> word) {
    Semigroup group = reduction.problem().semigroup();
    assertThat(reduction.problem().contains(reduction.image(word)))
        .isEqualTo(group.product(word).equals(group.identity()));
  }

  /** The word and one more letter that makes the product 1. */
  private static List<Integer> completed(Semigroup group, List<Integer> word) {
    int inverse = Subgroup.whole(group).inverse(group.product(word).orElseThrow());
    return IntStream.rangeClosed(0, word.size())
        .mapToObj(i -> i < word.size() ? word.get(i) : Integer.valueOf(inverse))
        .toList();
  }

  @Property(tries = 300)
  void theClosureIsWhatCuttingInEveryWayFinds(@ForAll("wordsOverS3") List<Integer> word) {
    for (int length = 1; length <= 3; length++) {
      ClosureProblem problem =
          new ClosureProblem(Groups.symmetric(3), S3.problem().targets(), length);
      assertThat(problem.contains(word)).isEqualTo(canBeCut(problem, word));
    }
  }

  private static boolean canBeCut(ClosureProblem problem, List<Integer> word) {
    return word.isEmpty()
        || IntStream.rangeClosed(1, Math.min(problem.length(), word.size()))
            .anyMatch(
                cut ->
                    problem
                            .targets()
                            .contains(
                                problem.semigroup().product(word.subList(0, cut)).orElseThrow())
                        && canBeCut(problem, word.subList(cut, word.size())));
  }
}
