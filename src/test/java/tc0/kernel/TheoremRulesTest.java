package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static tc0.kernel.Core.atLeast;
import static tc0.kernel.Core.axiom;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.indices;
import static tc0.kernel.Core.junction;
import static tc0.kernel.Core.read;
import static tc0.kernel.Core.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheoremRulesTest {
  private static final Box N = box("i", "n");
  private static final ComplexityClass TC0 = ComplexityClass.tc0(Uniformity.DLOGTIME);
  private static final ComplexityClass NC1 = ComplexityClass.nc1(Uniformity.DLOGTIME);
  private static final ComplexityClass AC0 =
      new ComplexityClass(ComplexityClass.Kind.AC, 0, Uniformity.DLOGTIME);
  private static final Regime REGIME =
      Regimes.grows().polynomial("p").constant("m").named("poly_precision");

  /** One opaque layer over words and weights. */
  private static final Circuit LAYER =
      axiom(
          "attention",
          Tier.FO,
          List.of(
              new Circuit.Port("X", box("i", "n", "q", "p"), false),
              new Circuit.Port("W", box("q", "p"), false)),
          "n",
          "p");

  private static Circuit.Family model(Predicate where) {
    return circuit("model", "n", "m", "p")
        .where(where)
        .input("X", box("i", "n", "q", "p"))
        .input("W", box("q", "p"))
        .with(
            new Declaration.Iterate(
                "layers",
                "t",
                index("m"),
                List.of(
                    new Declaration.State(
                        "H", box("i", "n", "q", "p"), read("X", "i", "q"), read("g", "i", "q"))),
                List.of(
                    new Declaration.Call(
                        "c",
                        Box.SCALAR,
                        LAYER,
                        indices("n", "p"),
                        List.of(
                            Core.bits(List.of("i", "q"), read("H", "i", "q")),
                            Core.bits(List.of("q"), read("W", "q")))),
                    junction(
                        "g",
                        Declaration.Connective.AND,
                        box("i", "n", "q", "p"),
                        read("c.return", "q")))))
        .output("return", box("i", "n", "q", "p"), read("H", "i", "q"))
        .done();
  }

  private static final Circuit MODEL = model(atLeast("p", 2).and(atLeast("m", 1)));

  private static final Circuit EMBEDDING =
      circuit("embedding", "n", "p")
          .input("word", N)
          .and("g", box("i", "n", "q", "p"), read("word", "i"))
          .output("return", box("i", "n", "q", "p"), read("g", "i", "q"))
          .done();

  private static final Circuit READOUT =
      circuit("first_sign", "n")
          .input("X", N)
          .sum("s", Box.SCALAR, wire("X", "0"), Index.ONE)
          .output("return", Box.SCALAR, read("s"))
          .done();

  private static final HardnessFact MEMBERSHIP =
      new HardnessFact(
          "fixed membership",
          "for the recognising morphism of S5",
          HardnessFact.Relation.COMPLETE,
          NC1,
          Optional.of(AC0),
          "Barrington 1989");

  private static final ClassAssumption DIFFERENT =
      new ClassAssumption(TC0, ClassAssumption.Relation.DIFFERENT, NC1);

  private static final ClassAssumption NOT_ADVICE =
      new ClassAssumption(
          NC1, ClassAssumption.Relation.NOT_CONTAINED, ComplexityClass.tc0(Uniformity.NONUNIFORM));

  private static final Theorem.Weights UNIFORM =
      new Theorem.Weights.Uniform(List.of("W"), Optional.empty());

  /** A theorem of which tests change one part. */
  private record Parts(
      Circuit family,
      ComplexityClass complexityClass,
      HardnessFact fact,
      Optional<ClassAssumption> assumption,
      Optional<Theorem.Weights> weights,
      Optional<Circuit> encoding,
      Optional<Circuit> readout,
      Map<String, BigInteger> witness) {

    static final Parts GOOD =
        new Parts(
            MODEL,
            TC0,
            MEMBERSHIP,
            Optional.of(DIFFERENT),
            Optional.of(UNIFORM),
            Optional.of(EMBEDDING),
            Optional.of(READOUT),
            Map.of("n", BigInteger.TWO, "m", BigInteger.ONE, "p", BigInteger.TWO));

    Parts with(HardnessFact other) {
      return new Parts(
          family, complexityClass, other, assumption, weights, encoding, readout, witness);
    }

    Parts with(ClassAssumption other) {
      return new Parts(
          family, complexityClass, fact, Optional.of(other), weights, encoding, readout, witness);
    }

    Parts with(Theorem.Weights other) {
      return new Parts(
          family,
          complexityClass,
          fact,
          assumption,
          Optional.of(other),
          encoding,
          readout,
          witness);
    }

    Parts with(Circuit other, ComplexityClass judged) {
      return new Parts(other, judged, fact, assumption, weights, encoding, readout, witness);
    }

    Parts ends(Optional<Circuit> first, Optional<Circuit> last) {
      return new Parts(family, complexityClass, fact, assumption, weights, first, last, witness);
    }

    Parts at(Map<String, BigInteger> sizes) {
      return new Parts(
          family, complexityClass, fact, assumption, weights, encoding, readout, sizes);
    }

    Theorem theorem() {
      return new Theorem(
          "no_membership",
          new Theorem.Component(family, REGIME),
          complexityClass,
          new HardnessClaim(fact, problem(fact), List.of()),
          assumption,
          weights,
          encoding.map(circuit -> new Theorem.Component(circuit, REGIME)),
          readout.map(circuit -> new Theorem.Component(circuit, REGIME)),
          List.of(
              new Theorem.Meaning(
                  "float.add", Theorem.Meaning.Status.CHECKED, "p <= 3, exhaustively")),
          witness);
    }
  }

  /** Words of single bits. */
  private static Problem problem(HardnessFact fact) {
    return new Problem(fact.problem(), "words of S5", 1, List.of());
  }

  private static Conclusion granted(Parts parts) {
    return switch (new Kernel().conclude(parts.theorem())) {
      case Outcome.Granted<Conclusion>(Conclusion conclusion) -> conclusion;
      case Outcome.Denied<Conclusion>(Refusal refusal) -> throw refusal;
    };
  }

  private static void refuses(Parts parts, String message) {
    Outcome<Conclusion> outcome = new Kernel().conclude(parts.theorem());
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    assertThat(((Outcome.Denied<Conclusion>) outcome).refusal()).hasMessage(message);
  }

  @Test
  void aConclusionCarriesEverythingItRestsOn() {
    Conclusion conclusion = granted(Parts.GOOD);
    assertThat(conclusion.statement())
        .isEqualTo(
            "if DLOGTIME-uniform TC0 != DLOGTIME-uniform NC1, then no circuit family model with weights"
                + " from a DLOGTIME-uniform TC0 family, with encoding embedding and read-out first_sign,"
                + " decides fixed membership (words of S5)");
    assertThat(conclusion.memberships()).hasSize(3);
    assertThat(conclusion.hypotheses())
        .extracting(Hypothesis::toString)
        .contains(
            "there are circuits attention of depth O(1) and size polynomial in their parameters with fo"
                + " wiring (a paper)",
            "fixed membership, for the recognising morphism of S5, is complete for DLOGTIME-uniform NC1"
                + " under DLOGTIME-uniform AC0 many-one reductions (Barrington 1989)",
            "for every first-order constructible p(n) in poly(n)",
            "the inputs W are produced by a DLOGTIME-uniform TC0 family",
            "float.add computes its reference function at every size (checked for p <= 3, exhaustively)",
            "attention computes its reference function at every size (unchecked)")
        .anyMatch(text -> text.contains("Barrington, Immerman, Straubing 1990"));
  }

  @Test
  void membershipIsNotHardness() {
    refuses(
        Parts.GOOD.with(
            new HardnessFact(
                "arithmetic formula evaluation",
                "",
                HardnessFact.Relation.MEMBER,
                NC1,
                Optional.empty(),
                "Buss et al. 1992")),
        "C1: no_membership: membership is not hardness: arithmetic formula evaluation is in"
            + " DLOGTIME-uniform NC1 (Buss et al. 1992)");
  }

  @Test
  void anEqualityIsNoSeparation() {
    refuses(
        Parts.GOOD.with(new ClassAssumption(TC0, ClassAssumption.Relation.EQUAL, NC1)),
        "C1: no_membership: `DLOGTIME-uniform TC0 = DLOGTIME-uniform NC1` is no separation; a lower"
            + " bound needs classes that differ");
  }

  @Test
  void withoutASeparationNothingFollows() {
    Parts good = Parts.GOOD;
    refuses(
        new Parts(
            good.family(),
            good.complexityClass(),
            good.fact(),
            Optional.empty(),
            good.weights(),
            good.encoding(),
            good.readout(),
            good.witness()),
        "C1: no_membership: no separation is assumed; DLOGTIME-uniform NC1 may equal DLOGTIME-uniform"
            + " TC0");
  }

  @Test
  void differentUniformityTagsAreRefused() {
    ClassAssumption polynomial =
        new ClassAssumption(
            ComplexityClass.tc0(Uniformity.P),
            ClassAssumption.Relation.DIFFERENT,
            ComplexityClass.nc1(Uniformity.P));
    refuses(
        Parts.GOOD.with(polynomial),
        "C1: no_membership: the uniformity differs: fixed membership is hard for DLOGTIME-uniform NC1,"
            + " `P-uniform TC0 != P-uniform NC1` does not separate that class");
    refuses(
        Parts.GOOD.with(MODEL, ComplexityClass.tc0(Uniformity.P)),
        "C1: no_membership: the uniformity differs: the family is judged in P-uniform TC0,"
            + " `DLOGTIME-uniform TC0 != DLOGTIME-uniform NC1` speaks of DLOGTIME-uniform TC0");
  }

  @Test
  void aSeparationOfOtherClassesIsRefused() {
    ComplexityClass nc2 = new ComplexityClass(ComplexityClass.Kind.NC, 2, Uniformity.DLOGTIME);
    refuses(
        Parts.GOOD.with(new ClassAssumption(TC0, ClassAssumption.Relation.DIFFERENT, nc2)),
        "C1: no_membership: the classes differ: fixed membership is hard for DLOGTIME-uniform NC1,"
            + " `DLOGTIME-uniform TC0 != DLOGTIME-uniform NC^2` does not separate that class");
    refuses(
        Parts.GOOD.with(new ClassAssumption(AC0, ClassAssumption.Relation.DIFFERENT, NC1)),
        "C1: no_membership: `DLOGTIME-uniform AC0 != DLOGTIME-uniform NC1` says nothing about"
            + " DLOGTIME-uniform TC0, the class of the family");
  }

  @Test
  void reductionsThatAreTooStrongAreRefused() {
    refuses(
        Parts.GOOD.with(
            new HardnessFact(
                "some problem", "", HardnessFact.Relation.HARD, NC1, Optional.of(NC1), "a paper")),
        "C1: no_membership: some problem is hard under DLOGTIME-uniform NC1 reductions, which are not"
            + " known to be in DLOGTIME-uniform TC0");
  }

  @Test
  void encodingAndReadOutHaveToBeNamed() {
    refuses(
        Parts.GOOD.ends(Optional.empty(), Optional.of(READOUT)),
        "C1: no_membership: no encoding is named; a circuit on numbers decides no language until words"
            + " are turned into its inputs");
    refuses(
        Parts.GOOD.ends(Optional.of(EMBEDDING), Optional.empty()),
        "C1: no_membership: no read-out is named; a circuit on numbers decides no language until its"
            + " outputs are turned into one bit");
    refuses(
        Parts.GOOD.ends(Optional.of(EMBEDDING), Optional.of(EMBEDDING)),
        "C1: no_membership: the read-out embedding does not return one bit");
  }

  @Test
  void anEncodingOutsideTheClassIsRefused() {
    Circuit slow =
        circuit("slow", "n", "p")
            .input("word", N)
            .with(
                new Declaration.Iterate(
                    "rounds",
                    "t",
                    index("n"),
                    List.of(new Declaration.State("H", N, read("word", "i"), read("g", "i"))),
                    List.of(junction("g", Declaration.Connective.OR, N, read("H", "i")))))
            .output("return", N, read("H", "i"))
            .done();
    refuses(
        Parts.GOOD.ends(Optional.of(slow), Optional.of(READOUT)),
        "K-size: the depth of slow, n + 1, is in O(n) under poly_precision; that is polynomial size, and"
            + " no class below P");
  }

  @Test
  void weightsHaveNoDefault() {
    Parts good = Parts.GOOD;
    refuses(
        new Parts(
            good.family(),
            good.complexityClass(),
            good.fact(),
            good.assumption(),
            Optional.empty(),
            good.encoding(),
            good.readout(),
            good.witness()),
        "C2: no_membership: say whether weights are uniform or arbitrary; they are part of the family or"
            + " advice");
  }

  @Test
  void arbitraryWeightsNeedTheNonuniformSeparation() {
    Theorem.Weights arbitrary = new Theorem.Weights.Arbitrary(List.of("W"));
    refuses(
        Parts.GOOD.with(arbitrary),
        "C2: no_membership: arbitrary weights are advice, so the conclusion is about TC0/poly; assume"
            + " that DLOGTIME-uniform NC1 is not contained in TC0/poly instead of `DLOGTIME-uniform TC0"
            + " != DLOGTIME-uniform NC1`");
    Conclusion conclusion = granted(Parts.GOOD.with(arbitrary).with(NOT_ADVICE));
    assertThat(conclusion.statement())
        .startsWith(
            "if DLOGTIME-uniform NC1 is not contained in TC0/poly, then no circuit family model with"
                + " arbitrary weights,");
  }

  @Test
  void theNonuniformSeparationDoesNotServeUniformWeights() {
    refuses(
        Parts.GOOD.with(NOT_ADVICE),
        "C1: no_membership: the uniformity differs: the family is judged in DLOGTIME-uniform TC0,"
            + " `DLOGTIME-uniform NC1 is not contained in TC0/poly` speaks of TC0/poly");
  }

  @Test
  void weightsThatAreNoInputAreRefused() {
    refuses(
        Parts.GOOD.with(new Theorem.Weights.Uniform(List.of("V"), Optional.empty())),
        "C2: no_membership: the family has no input `V` for weights");
  }

  @Test
  void aWeightGeneratorIsJudgedLikeTheFamily() {
    Conclusion conclusion =
        granted(
            Parts.GOOD.with(
                new Theorem.Weights.Uniform(
                    List.of("W"), Optional.of(new Theorem.Component(EMBEDDING, REGIME)))));
    assertThat(conclusion.memberships()).hasSize(4);
    assertThat(conclusion.hypotheses())
        .noneMatch(hypothesis -> hypothesis.kind() == Hypothesis.Kind.WEIGHTS);
  }

  @Test
  void aFamilyOutsideTheClassIsRefused() {
    Regime growing = Regimes.grows().polynomial("p").log("m").named("growing");
    Theorem good = Parts.GOOD.theorem();
    Theorem theorem =
        new Theorem(
            good.name(),
            new Theorem.Component(MODEL, growing),
            good.complexityClass(),
            good.hardness(),
            good.assumption(),
            good.weights(),
            good.encoding(),
            good.readout(),
            good.meanings(),
            good.witness());
    Outcome<Conclusion> outcome = new Kernel().conclude(theorem);
    assertThat(((Outcome.Denied<Conclusion>) outcome).refusal().getMessage())
        .startsWith("K-TC: the depth of model, ")
        .endsWith(
            "the family is in DLOGTIME-uniform TC^1, not shown to be in DLOGTIME-uniform TC0");
  }

  @Test
  void sizesThatDoNotExistAreRefused() {
    refuses(
        Parts.GOOD.at(Map.of("n", BigInteger.TWO, "m", BigInteger.ONE)),
        "C1: no_membership: no sizes are given at which the family exists: p");
    refuses(
        Parts.GOOD.at(Map.of("n", BigInteger.TWO, "m", BigInteger.ONE, "p", BigInteger.ONE)),
        "C1: no_membership: the given sizes m = 1, n = 2, p = 1 do not satisfy `where 2 <= p and 1 <="
            + " m`");
  }

  @Test
  void hardnessNeedsReductionsAndMembershipHasNone() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    new HardnessFact(
                        "x", "", HardnessFact.Relation.HARD, NC1, Optional.empty(), "y")))
        .hasMessage("hardness is under reductions, membership is not");
  }
}
