package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.junction;
import static tc0.kernel.Core.read;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HardnessRulesTest {
  private static final ComplexityClass NC1 = ComplexityClass.nc1(Uniformity.DLOGTIME);
  private static final ComplexityClass TC0 = ComplexityClass.tc0(Uniformity.DLOGTIME);
  private static final ComplexityClass AC0 =
      new ComplexityClass(ComplexityClass.Kind.AC, 0, Uniformity.DLOGTIME);
  private static final Regime REGIME = Regimes.grows().named("letters");

  private static final Problem FORMULA = new Problem("formula", "decided by f", 1, List.of());
  private static final Problem WORDS = new Problem("words", "words over G", 2, List.of());
  private static final Problem CLOSURE = new Problem("closure", "pieces over G", 1, List.of());

  private static final HardnessFact ROOT =
      new HardnessFact("formula", "", HardnessFact.Relation.HARD, NC1, Optional.of(AC0), "a paper");

  /** One bit becomes a letter of two. */
  private static final Circuit TWICE =
      circuit("twice", "n")
          .input("x", box("i", "n"))
          .and("g", box("i", "n", "q", "2"), read("x", "i"))
          .output("return", box("i", "n", "q", "2"), read("g", "i", "q"))
          .done();

  /** A letter of two bits becomes one bit. */
  private static final Circuit BOTH =
      circuit("both", "n")
          .input("x", box("i", "n", "q", "2"))
          .and("g", box("i", "n"), read("x", "i", "0"))
          .output("return", box("i", "n"), read("g", "i"))
          .done();

  private static Reduction reduction(
      String name, Problem from, Problem to, Circuit family, ComplexityClass within) {
    return new Reduction(
        name,
        from,
        to,
        new Theorem.Component(family, REGIME),
        within,
        Reduction.Correctness.CHECKED,
        "for n = 1..4");
  }

  private static final Reduction TO_WORDS = reduction("doubling", FORMULA, WORDS, TWICE, AC0);
  private static final Reduction TO_CLOSURE = reduction("reading", WORDS, CLOSURE, BOTH, TC0);

  private static Outcome<Hardness> derive(HardnessFact root, Reduction... steps) {
    return new Kernel().hardness(new HardnessClaim(root, FORMULA, List.of(steps)));
  }

  private static void refuses(String message, Reduction... steps) {
    assertThat(derive(ROOT, steps)).isInstanceOf(Outcome.Denied.class);
    assertThat(((Outcome.Denied<Hardness>) derive(ROOT, steps)).refusal()).hasMessage(message);
  }

  @Test
  void hardnessMovesAlongReductionsAndTheirClassesCompose() {
    Outcome<Hardness> outcome = derive(ROOT, TO_WORDS, TO_CLOSURE);
    assertThat(outcome).isInstanceOf(Outcome.Granted.class);
    Hardness hardness = ((Outcome.Granted<Hardness>) outcome).value();
    assertThat(hardness.problem()).isEqualTo(CLOSURE);
    assertThat(hardness.statement())
        .isEqualTo(
            "closure is hard for DLOGTIME-uniform NC1 under DLOGTIME-uniform TC0 many-one"
                + " reductions");
    assertThat(hardness.memberships()).hasSize(2);
    assertThat(hardness.hypotheses())
        .extracting(Hypothesis::toString)
        .contains(
            "formula is hard for DLOGTIME-uniform NC1 under DLOGTIME-uniform AC0 many-one reductions"
                + " (a paper)",
            "doubling: a word is in formula exactly if its image is in words, at every length"
                + " (checked for n = 1..4)");
  }

  @Test
  void aCitedFactNeedsNoReduction() {
    assertThat(derive(ROOT)).isInstanceOf(Outcome.Granted.class);
  }

  @Test
  void membershipIsNoHardnessToMove() {
    HardnessFact member =
        new HardnessFact(
            "formula", "", HardnessFact.Relation.MEMBER, NC1, Optional.empty(), "a paper");
    assertThat(((Outcome.Denied<Hardness>) derive(member, TO_WORDS)).refusal())
        .hasMessage(
            "H-from: membership is not hardness: formula is in DLOGTIME-uniform NC1 (a paper)");
  }

  @Test
  void aFactAboutAnotherProblemIsRefused() {
    HardnessFact other =
        new HardnessFact("other", "", HardnessFact.Relation.HARD, NC1, Optional.of(AC0), "a paper");
    assertThat(((Outcome.Denied<Hardness>) derive(other)).refusal())
        .hasMessage("H-from: the fact is about other, not formula");
  }

  @Test
  void aReductionToTheHardProblemHasTheWrongDirection() {
    refuses(
        "H-from: the reduction back has the wrong direction: it runs from words to formula, which"
            + " bounds words from above; hardness moves along reductions from formula",
        reduction("back", WORDS, FORMULA, BOTH, AC0));
  }

  @Test
  void aReductionFromAProblemThatIsNotHardIsRefused() {
    refuses(
        "H-from: the reduction reading starts at words, which is not shown to be hard; what is hard,"
            + " by a paper, is formula",
        TO_CLOSURE);
  }

  @Test
  void aReductionOfAnotherUniformityIsRefused() {
    refuses(
        "H-uniform: the uniformity differs: formula is hard for DLOGTIME-uniform NC1, and the"
            + " reduction doubling is a P-uniform TC0 family",
        reduction("doubling", FORMULA, WORDS, TWICE, ComplexityClass.tc0(Uniformity.P)));
    refuses(
        "H-uniform: the uniformity differs: formula is hard for DLOGTIME-uniform NC1, and the"
            + " reduction doubling is a TC0/poly family",
        reduction("doubling", FORMULA, WORDS, TWICE, ComplexityClass.tc0(Uniformity.NONUNIFORM)));
  }

  @Test
  void aReductionThatDoesNotReadOrWriteTheWordsIsRefused() {
    refuses(
        "H-shape: the reduction both does not read words of formula (decided by f): its one input is a"
            + " bit[n, 1], where n is what grows",
        reduction("both", FORMULA, CLOSURE, BOTH, AC0));
    refuses(
        "H-shape: the reduction twice does not write words of closure (pieces over G): its result is"
            + " letters of 1 bits",
        reduction("twice", FORMULA, CLOSURE, TWICE, AC0));
  }

  @Test
  void aReductionThatWasFoundWrongIsRefused() {
    refuses(
        "H-right: the reduction doubling is wrong: [1] is in formula, its image [3] is not in words",
        new Reduction(
            "doubling",
            FORMULA,
            WORDS,
            new Theorem.Component(TWICE, REGIME),
            AC0,
            Reduction.Correctness.REFUTED,
            "[1] is in formula, its image [3] is not in words"));
  }

  @Test
  void aReductionThatIsTooDeepForItsClassIsRefused() {
    Circuit slow =
        circuit("slow", "n")
            .input("x", box("i", "n"))
            .with(
                new Declaration.Iterate(
                    "rounds",
                    "t",
                    index("n"),
                    List.of(
                        new Declaration.State("H", box("i", "n"), read("x", "i"), read("g", "i"))),
                    List.of(
                        junction("g", Declaration.Connective.OR, box("i", "n"), read("H", "i")))))
            .output("return", box("i", "n", "q", "2"), read("H", "i"))
            .done();
    refuses(
        "K-size: the depth of slow, n + 1, is in O(n) under letters; that is polynomial size, and no"
            + " class below P",
        reduction("slow", FORMULA, WORDS, slow, NC1));
  }

  @Test
  void aProblemInASmallerClassIsNotHard() {
    HardnessFact member =
        new HardnessFact(
            "words", "", HardnessFact.Relation.MEMBER, TC0, Optional.empty(), "G is solvable");
    Problem solvable = new Problem("words", "words over G", 2, List.of(member));
    refuses(
        "H-known: words is hard for DLOGTIME-uniform NC1 only if TC0 = NC1: words is in"
            + " DLOGTIME-uniform TC0 (G is solvable)",
        reduction("doubling", FORMULA, solvable, TWICE, AC0));
  }

  @Test
  void membershipInTheClassItselfDoesNotContradictHardness() {
    HardnessFact member =
        new HardnessFact(
            "words", "", HardnessFact.Relation.MEMBER, NC1, Optional.empty(), "a paper");
    Problem complete = new Problem("words", "words over G", 2, List.of(member));
    assertThat(derive(ROOT, reduction("doubling", FORMULA, complete, TWICE, AC0)))
        .isInstanceOf(Outcome.Granted.class);
  }
}
