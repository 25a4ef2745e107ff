package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static tc0.kernel.Core.atLeast;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.junction;
import static tc0.kernel.Core.read;
import static tc0.kernel.Core.wire;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassRulesTest {
  private static final Box N = box("i", "n");
  private static final ComplexityClass TC0 = ComplexityClass.tc0(Uniformity.DLOGTIME);
  private static final ComplexityClass NC1 = ComplexityClass.nc1(Uniformity.DLOGTIME);

  private static ComplexityClass level(ComplexityClass.Kind kind, int level) {
    return new ComplexityClass(kind, level, Uniformity.DLOGTIME);
  }

  private static final Regime N_GROWS = Regimes.grows().named("small");
  private static final Regime LOG_LAYERS = Regimes.grows().log("m").named("log_layers");

  private static Outcome<Judgement> member(Circuit circuit, Regime regime, ComplexityClass wanted) {
    return new Kernel().prove(new Claim.Member(circuit, regime, wanted));
  }

  private static Judgement granted(Outcome<Judgement> outcome) {
    return switch (outcome) {
      case Outcome.Granted<Judgement>(Judgement judgement) -> judgement;
      case Outcome.Denied<Judgement>(Refusal refusal) -> throw refusal;
    };
  }

  private static Refusal denied(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    return ((Outcome.Denied<?>) outcome).refusal();
  }

  /** Are at least half of the bits set? */
  private static final Circuit MAJORITY =
      circuit("majority", "n")
          .input("x", N)
          .sum(
              "g",
              Box.SCALAR,
              new Form.Sum(N, new Form.Scale(Index.number(2), wire("x", "i"))),
              index("n"))
          .output("return", Box.SCALAR, read("g"))
          .done();

  /** An AND of ORs of neighbours. */
  private static final Circuit PAIRS =
      circuit("pairs", "n")
          .input("x", N)
          .or("o", N, read("x", "i"), new Literal.Read("x", List.of(index("i").plus(Index.ONE))))
          .with(
              new Declaration.Junction(
                  "a",
                  Box.SCALAR,
                  Declaration.Connective.AND,
                  List.of(new Declaration.Part(N, read("o", "i")))))
          .output("return", Box.SCALAR, read("a"))
          .done();

  /** m rounds of a gate array of bounded fan-in, or of sums over everything. */
  private static Circuit rounds(boolean bounded) {
    Declaration gate =
        bounded
            ? junction(
                "g",
                Declaration.Connective.OR,
                N,
                read("H", "i"),
                new Literal.Read("H", List.of(index("i").plus(index("t")))))
            : new Declaration.Threshold(
                "g", N, new Form.Sum(box("k", "n"), wire("H", "k")), Index.number(2));
    return circuit("rounds", "n", "m")
        .where(atLeast("m", 1))
        .input("x", N)
        .with(
            new Declaration.Iterate(
                "loop",
                "t",
                index("m"),
                List.of(new Declaration.State("H", N, read("x", "i"), read("g", "i"))),
                List.of(gate)))
        .output("return", N, read("H", "i"))
        .done();
  }

  /** Depth 1; the index i*j makes the wiring first-order. */
  private static final Circuit FIRST_ORDER =
      circuit("first_order", "n")
          .input("x", N)
          .and(
              "g",
              box("i", "n", "j", "n"),
              new Literal.Read("x", List.of(index("i").times(index("j")))))
          .output("return", N, read("g", "i", "i"))
          .done();

  private static final Circuit POLYNOMIAL_TIME =
      circuit("polynomial_time", "n")
          .input("x", N)
          .and(
              "g",
              N,
              new Literal.Read(
                  "x", List.of(new Index.GreatestCommonDivisor(index("i"), index("n")))))
          .output("return", N, read("g", "i"))
          .done();

  @Test
  void aConstantNumberOfSumLayersIsInTc0() {
    Judgement judgement = granted(member(MAJORITY, N_GROWS, TC0));
    assertThat(judgement.statement()).isEqualTo("majority is in DLOGTIME-uniform TC0 under small");
    assertThat(judgement.rules()).containsExactly(Rule.K_TC, Rule.U1, Rule.K_INPUT);
    assertThat(judgement.hypotheses()).isEmpty();
  }

  @Test
  void unboundedSumGatesAreNotAc0() {
    assertThat(denied(member(MAJORITY, N_GROWS, level(ComplexityClass.Kind.AC, 0))))
        .hasMessage(
            "K-AC: the sum gate g of majority has up to 6*n + 2 wires, which is not O(1); the"
                + " family is in DLOGTIME-uniform TC0");
  }

  @Test
  void junctionsAloneAreInAc0AndByInclusionInTc0AndNc1() {
    assertThat(granted(member(PAIRS, N_GROWS, level(ComplexityClass.Kind.AC, 0))).rules())
        .containsExactly(Rule.K_AC, Rule.U1, Rule.K_INPUT);
    assertThat(granted(member(PAIRS, N_GROWS, TC0)).rules()).contains(Rule.K_INCLUSION);
    assertThat(granted(member(PAIRS, N_GROWS, NC1)).hypotheses())
        .extracting(Hypothesis::toString)
        .containsExactly(
            "NC^i is in AC^i, AC^i is in TC^i, TC^i is in NC^(i+1), at equal uniformity (Vollmer"
                + " 1999)");
  }

  @Test
  void logarithmicallyManyLayersAreTc1AndNotTc0() {
    assertThat(denied(member(rounds(false), LOG_LAYERS, TC0)))
        .hasMessage(
            "K-TC: the depth of rounds, m, is in O(log n) under log_layers; the family is in"
                + " DLOGTIME-uniform TC^1, not shown to be in DLOGTIME-uniform TC0");
    granted(member(rounds(false), LOG_LAYERS, level(ComplexityClass.Kind.TC, 1)));
  }

  @Test
  void nc1IsNotConcludedFromLogarithmicDepthAndBoundedFanIn() {
    assertThat(denied(member(rounds(true), LOG_LAYERS, NC1)))
        .hasMessage(
            "K-inclusion: NC1 is shown by inclusion from TC0 only, and the depth of rounds, m, is"
                + " in O(log n); the family is in DLOGTIME-uniform AC^1");
  }

  @Test
  void boundedFanInGivesNcFromTheSecondLevel() {
    Regime squared =
        Regimes.grows()
            .with("m", new Regime.Rate.Within(new Growth.Order(0, 2)))
            .named("log_squared");
    assertThat(granted(member(rounds(true), squared, level(ComplexityClass.Kind.NC, 2))).rules())
        .containsExactly(Rule.K_NC, Rule.U1, Rule.K_INPUT);
    assertThat(denied(member(rounds(false), squared, level(ComplexityClass.Kind.NC, 2))))
        .hasMessageStartingWith("K-TC: the depth of rounds, m, is in O(log^2 n)");
  }

  @Test
  void aPolynomialNumberOfLayersIsInNoClassBelowP() {
    Regime linear = Regimes.grows().linear("m").named("linear_layers");
    assertThat(denied(member(rounds(false), linear, TC0)))
        .hasMessage(
            "K-size: the depth of rounds, m, is in O(n) under linear_layers; that is polynomial"
                + " size, and no class below P");
  }

  @Test
  void aShortInputMakesAGadget() {
    Circuit table =
        circuit("table", "n", "w")
            .input("x", box("q", "w"))
            .with(
                new Declaration.Junction(
                    "hot",
                    box("a", "n"),
                    Declaration.Connective.AND,
                    List.of(new Declaration.Part(box("q", "w"), read("x", "q")))))
            .output("return", box("a", "n"), read("hot", "a"))
            .done();
    assertThat(denied(member(table, Regimes.grows().log("w").named("narrow"), TC0)))
        .hasMessage(
            "K-input: no input of table is shown to have n^Omega(1) bits, so it is a gadget for use"
                + " inside other circuits and in no class (a where clause may bound its other extents"
                + " from below)");
  }

  @Test
  void anInputThatMayBeEmptyDoesNotCountAsLong() {
    Circuit circuit =
        circuit("c", "n", "d")
            .input("x", box("i", "n", "j", "d"))
            .output("return", Box.SCALAR, read("x", "0", "0"))
            .done();
    Regime regime = Regimes.grows().linear("d").named("r");
    assertThat(denied(member(circuit, regime, TC0)).rule()).isEqualTo("K-input");
    Circuit positive =
        circuit("c", "n", "d")
            .where(atLeast("d", 1))
            .input("x", box("i", "n", "j", "d"))
            .output("return", Box.SCALAR, read("x", "0", "0"))
            .done();
    granted(member(positive, regime, TC0));
  }

  @Test
  void aProductOfTwoNegativeExtentsIsNoLongInput() {
    Index less = Index.ZERO.minus(index("n"));
    Box negative = Box.of(Box.Binder.below("i", less), Box.Binder.below("j", less));
    Circuit circuit =
        circuit("c", "n")
            .input("x", negative)
            .output("return", Box.SCALAR, read("x", "0", "0"))
            .done();
    assertThat(denied(member(circuit, N_GROWS, TC0)).rule()).isEqualTo("K-input");
  }

  @Test
  void anExponentialWeightIsNotPolynomialSize() {
    Circuit heavy =
        circuit("heavy", "n")
            .input("x", N)
            .sum("g", N, wire("x", "i"), new Index.PowerOfTwo(index("n")))
            .output("return", N, read("g", "i"))
            .done();
    assertThat(denied(member(heavy, N_GROWS, TC0)).getMessage())
        .startsWith("C-mass: wires of g in heavy: ");
  }

  @Test
  void firstOrderWiringPutsTheLanguageInTheClass() {
    Judgement judgement = granted(member(FIRST_ORDER, N_GROWS, TC0));
    assertThat(judgement.statement())
        .isEqualTo("the language of first_order is in DLOGTIME-uniform TC0 under small");
    assertThat(judgement.rules()).contains(Rule.U2);
    assertThat(judgement.hypotheses()).contains(Hypothesis.FIRST_ORDER);
  }

  @Test
  void dlogtimeTogetherWithADepthClaimIsRefusedOnAFirstOrderFamily() {
    Kernel kernel = new Kernel();
    assertThat(denied(kernel.prove(new Claim.Uniform(FIRST_ORDER, N_GROWS, Tier.DLOGTIME, true))))
        .hasMessage(
            "U2: the wiring of first_order is fo, because of `i*j` at first_order.g. Its language"
                + " is in the DLOGTIME-uniform class, but by other circuits; together with a claim"
                + " about depth or size say `uniform fo`");
    assertThat(
            granted(kernel.prove(new Claim.Uniform(FIRST_ORDER, N_GROWS, Tier.FO, true)))
                .statement())
        .isEqualTo("the family first_order is fo-uniform");
    assertThat(
            granted(kernel.prove(new Claim.Uniform(FIRST_ORDER, N_GROWS, Tier.DLOGTIME, false)))
                .hypotheses())
        .contains(Hypothesis.FIRST_ORDER);
    assertThat(
            granted(kernel.prove(new Claim.Uniform(MAJORITY, N_GROWS, Tier.DLOGTIME, true)))
                .rules())
        .containsExactly(Rule.U1);
  }

  @Test
  void polynomialTimeWiringIsPUniformOnly() {
    assertThat(denied(member(POLYNOMIAL_TIME, N_GROWS, TC0)))
        .hasMessage(
            "U3: the wiring of polynomial_time is of tier p, because of `gcd(i, n)` at"
                + " polynomial_time.g; that gives P-uniform TC0 only");
    assertThat(granted(member(POLYNOMIAL_TIME, N_GROWS, ComplexityClass.tc0(Uniformity.P))).rules())
        .contains(Rule.U3);
    assertThat(
            denied(
                    new Kernel()
                        .prove(new Claim.Uniform(POLYNOMIAL_TIME, N_GROWS, Tier.DLOGTIME, false)))
                .rule())
        .isEqualTo("T-tier");
  }

  @Test
  void parametersOtherThanTheBaseMustBeConstructibleOrDefined() {
    Circuit circuit =
        circuit("c", "n", "p", "d")
            .input("x", N)
            .and("g", box("i", "p", "j", "d"), read("x", "i"))
            .output("return", Box.SCALAR, read("g", "0", "0"))
            .done();
    Regime regime =
        Regimes.grows()
            .polynomial("p")
            .with("d", new Regime.Rate.Equal(new Index.Length(index("n"))))
            .named("mixed");
    assertThat(granted(member(circuit, regime, TC0)).hypotheses())
        .extracting(Hypothesis::toString)
        .contains("for every log-time constructible p(n) in poly(n)")
        .noneMatch(text -> text.contains(" d(n)"));
  }

  @Test
  void axiomsEnterTheJudgementWithTheirConditions() {
    Circuit assumed =
        new Circuit.Axiom(
            "assumed",
            List.of("n"),
            Predicate.TRUE,
            List.of(new Circuit.Port("x", N, false)),
            List.of(new Circuit.Port("return", Box.SCALAR, false)),
            Optional.of(Index.number(7)),
            Optional.of(index("n").times(index("n"))),
            Tier.FO,
            "Somebody 2000",
            List.of("arguments are below 2^n"));
    Judgement judgement = granted(member(assumed, N_GROWS, TC0));
    assertThat(judgement.hypotheses())
        .extracting(Hypothesis::toString)
        .contains(
            "there are circuits assumed of depth 7 and size n*n with fo wiring (Somebody 2000)",
            "assumed: arguments are below 2^n (Somebody 2000)");
  }

  @Test
  void theTransformerOfThePapersIsInTc0AndWithLogarithmicallyManyLayersInTc1() {
    Circuit positive = Transformers.layers(true);
    Regime growing = Regimes.grows().linear("d").polynomial("p").log("m").named("growing_layers");
    assertThat(denied(member(positive, Regimes.papers(), TC0)).rule()).isEqualTo("K-input");
    Circuit.Family family = (Circuit.Family) positive;
    Circuit wide =
        new Circuit.Family(
            family.name(),
            family.parameters(),
            family.where().and(atLeast("d", 1)).and(atLeast("p", 1)),
            family.inputs(),
            family.body(),
            family.outputs());
    granted(member(wide, Regimes.papers(), TC0));
    assertThat(denied(member(wide, growing, TC0)).getMessage())
        .contains("the family is in DLOGTIME-uniform TC^1");
    granted(member(wide, growing, level(ComplexityClass.Kind.TC, 1)));
  }

  /** Sums over blocks of b bits. */
  private static final Circuit BLOCKS =
      circuit("blocks", "n", "b")
          .where(atLeast("b", 1))
          .input("x", box("i", "n", "j", "b"))
          .sum("g", N, new Form.Sum(box("j", "b"), wire("x", "i", "j")), Index.number(2))
          .output("return", N, read("g", "i"))
          .done();

  @Test
  void sumsOfConstantlyManyBitsAreInAc0() {
    Regime constant = Regimes.grows().constant("b").named("constant_blocks");
    ComplexityClass ac0 = level(ComplexityClass.Kind.AC, 0);
    assertThat(granted(member(BLOCKS, constant, ac0)).rules()).contains(Rule.K_AC);
    Regime growing = Regimes.grows().log("b").named("growing_blocks");
    assertThat(denied(member(BLOCKS, growing, ac0)))
        .hasMessageContaining("K-AC: the sum gate g of blocks has up to");
  }

  @Test
  void polynomialDepthIsInPolynomialTime() {
    Circuit deep = rounds(false);
    Regime polynomial = Regimes.grows().polynomial("m").named("deep");
    Judgement judgement = granted(new Kernel().prove(new Claim.PolynomialTime(deep, polynomial)));
    assertThat(judgement).hasToString("the language of rounds is in P under deep");
    assertThat(judgement.rules()).startsWith(Rule.K_TIME);
    assertThat(judgement.hypotheses())
        .anyMatch(hypothesis -> hypothesis.kind() == Hypothesis.Kind.CONSTRUCTIBLE);
  }

  @Test
  void polynomialTimeNeedsPolynomialSizeAndALongInput() {
    Circuit table =
        circuit("table", "n", "b")
            .input("x", N)
            .and(
                "g",
                new Box(
                    List.of(new Box.Binder("a", Index.ZERO, new Index.PowerOfTwo(index("b")))),
                    Predicate.TRUE),
                read("x", "a"))
            .output("return", N, read("g", "i"))
            .done();
    Regime wide = Regimes.grows().polynomial("b").named("wide");
    assertThat(denied(new Kernel().prove(new Claim.PolynomialTime(table, wide))))
        .hasMessageContaining("C-mass");
    Regime narrow = Regimes.grows().constant("b").named("narrow");
    Circuit gadget =
        circuit("gadget", "n", "b")
            .input("x", box("i", "b"))
            .and("g", N, read("x", "i"))
            .output("return", N, read("g", "i"))
            .done();
    assertThat(denied(new Kernel().prove(new Claim.PolynomialTime(gadget, narrow))))
        .hasMessageContaining("K-input");
  }

  @Test
  void aWhereClauseThatStopsTheGrowthLeavesNothingToClaim() {
    Circuit few =
        circuit("few", "n")
            .where(Predicate.atMost(index("n"), Index.number(7)))
            .input("x", N)
            .and("g", N, read("x", "i"))
            .output("return", N, read("g", "i"))
            .done();
    assertThat(denied(member(few, N_GROWS, TC0)))
        .hasMessage(
            "WF-regime: the where clause of few stops the growth: 7 is in O(1), in the end less"
                + " than n");
  }
}
