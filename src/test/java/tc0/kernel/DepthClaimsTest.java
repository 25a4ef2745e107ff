package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static tc0.kernel.Core.atLeast;
import static tc0.kernel.Core.bits;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.indices;
import static tc0.kernel.Core.junction;
import static tc0.kernel.Core.read;
import static tc0.kernel.Core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepthClaimsTest {
  private static final Box N = box("i", "n");

  private final Kernel kernel = new Kernel();

  /** {@code count*name + …}; a count without a name is a number of gates. */
  private static DepthExpression sum(Object... countsAndNames) {
    DepthExpression sum = new DepthExpression.Count(Index.ZERO);
    for (int i = 0; i < countsAndNames.length; i += 2) {
      Index count =
          countsAndNames[i] instanceof Index term
              ? term
              : Index.number((Integer) countsAndNames[i]);
      String name = (String) countsAndNames[i + 1];
      DepthExpression term =
          name.isEmpty()
              ? new DepthExpression.Count(count)
              : new DepthExpression.Scale(count, new DepthExpression.Constant(name));
      sum = new DepthExpression.Sum(sum, term);
    }
    return sum;
  }

  private Outcome<Judgement> prove(Circuit circuit, DepthExpression claimed) {
    return prove(circuit, Claim.Measure.DEPTH, claimed, Transformers.CONSTANTS);
  }

  private Outcome<Judgement> prove(
      Circuit circuit,
      Claim.Measure measure,
      DepthExpression claimed,
      List<DepthConstant> constants) {
    return kernel.prove(
        new Claim.DepthAtMost(circuit, Regimes.papers(), measure, claimed, constants));
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

  private static List<String> slack(Judgement judgement) {
    return judgement.evidence().stream()
        .filter(Evidence.Depth.class::isInstance)
        .map(
            line ->
                ((Evidence.Depth) line).source().name() + ": " + ((Evidence.Depth) line).slack())
        .toList();
  }

  @Test
  void theLayerOfThePaperHoldsWithSlack() {
    Judgement judgement = granted(prove(Transformers.layer(), sum(7, "s", 7, "S", 1, "t", 1, "x")));
    assertThat(judgement.statement())
        .isEqualTo("the depth of layer is at most 7*S + 7*s + t + x at every size");
    assertThat(slack(judgement))
        .contains("X: 4*S + s + t", "theta: 5*S + s", "constants: 4*S + s + t");
    assertThat(judgement.hypotheses())
        .extracting(Hypothesis::toString)
        .contains(
            "there are circuits mul of depth O(1) and size polynomial in their parameters with"
                + " dlogtime wiring (a paper)");
  }

  @Test
  void oneConstantLessIsRefusedWithTheOffendingPath() {
    Refusal refusal = denied(prove(Transformers.layer(), sum(5, "s", 3, "S", 1, "t", 1, "x")));
    assertThat(refusal)
        .hasMessage(
            "LE-depth: `layer` from WQ needs 3*S + 6*s + x, claim gives 3*S + 5*s + t + x: short by s on"
                + " return <- quotient.return (div) <- mix.return (sum) <- share.return (mul) <- E.return"
                + " (exp) <- score.return (sum) <- term.return (mul) <- turned.return (sub) <- even.return"
                + " (mul) <- Q.return (matmul) <- WQ (input)");
    assertThat(refusal.evidence())
        .extracting(line -> ((Evidence.Depth) line).source().name())
        .containsExactly("WQ", "X", "theta", "constants", "constants");
  }

  @Test
  void theTightClaimIsAMaximumOfTwoForms() {
    DepthExpression tight =
        new DepthExpression.Maximum(
            sum(6, "s", 3, "S", 1, "x"), sum(6, "s", 2, "S", 1, "t", 1, "x"));
    assertThat(slack(granted(prove(Transformers.layer(), tight)))).contains("X: 0", "theta: 0");
  }

  @Test
  void aClaimIsNotMatchedByMixingTheCoefficientsOfTwoForms() {
    Circuit both =
        circuit("both", "p")
            .input("x", box("q", "p"))
            .call("a", Box.SCALAR, Transformers.EXP, indices("p"), Transformers.at("x"))
            .call("b", Box.SCALAR, Transformers.SQRT, indices("p"), Transformers.at("a.return"))
            .output("return", box("q", "p"), read("b.return", "q"))
            .done();
    DepthExpression mixed = new DepthExpression.Maximum(sum(2, "x"), sum(2, "r"));
    assertThat(denied(prove(both, mixed)))
        .hasMessage(
            "LE-depth: `both` from x needs r + x, claim gives 2*x: short by r on return <- b.return"
                + " (sqrt) <- a.return (exp) <- x (input)");
  }

  @Test
  void manyLayersHoldOnlyWithAtLeastOneLayer() {
    DepthExpression claimed =
        new DepthExpression.Maximum(
            sum(
                index("m").plus(Index.ONE),
                "g",
                index("m").times(Index.number(6)),
                "s",
                index("m").times(Index.number(3)),
                "S",
                index("m"),
                "x"),
            sum(
                index("m"),
                "g",
                index("m").times(Index.number(6)),
                "s",
                index("m").times(Index.number(3)).minus(Index.ONE),
                "S",
                index("m"),
                "x",
                1,
                "t"));
    List<DepthConstant> constants = new ArrayList<>(Transformers.CONSTANTS);
    constants.add(new DepthConstant("g", Set.of("g")));
    Judgement judgement =
        granted(prove(Transformers.layers(true), Claim.Measure.DEPTH, claimed, constants));
    assertThat(slack(judgement)).contains("X: 0", "theta: 0");
    assertThat(
            denied(
                new Kernel()
                    .prove(
                        new Claim.DepthAtMost(
                            Transformers.layers(false),
                            Regimes.papers(),
                            Claim.Measure.DEPTH,
                            claimed,
                            constants))))
        .hasMessageStartingWith("LE-depth: `transformer` from WK needs ");
  }

  @Test
  void aCircuitUnderTwoConstantsIsRefused() {
    List<DepthConstant> overlapping =
        List.of(
            new DepthConstant("s", Set.of("add", "mul")), new DepthConstant("fast", Set.of("mul")));
    assertThat(denied(prove(Transformers.mlp(), Claim.Measure.DEPTH, sum(9, "s"), overlapping)))
        .hasMessage(
            "LE-depth: `mul` is under two constants, s and fast; say which one the claim uses");
  }

  @Test
  void aConstantThatIsNotInForceIsRefused() {
    assertThat(denied(prove(Transformers.mlp(), sum(9, "z"))))
        .hasMessage("LE-depth: there is no constant `z`");
  }

  @Test
  void anAxiomUnderNoConstantKeepsItsOwnSymbol() {
    List<DepthConstant> onlyStandard = List.of(new DepthConstant("s", Set.of("mul")));
    assertThat(denied(prove(Transformers.mlp(), Claim.Measure.DEPTH, sum(9, "s"), onlyStandard)))
        .hasMessageStartingWith(
            "LE-depth: `mlp` from W needs depth(sum) + s, claim gives 9*s: short by depth(sum) on");
    DepthExpression named =
        new DepthExpression.Sum(sum(1, "s"), new DepthExpression.DepthOf("sum"));
    granted(prove(Transformers.mlp(), Claim.Measure.DEPTH, named, onlyStandard));
  }

  @Test
  void aClaimWithoutConstantsUnfoldsEverything() {
    Circuit two =
        circuit("two", "n")
            .input("x", N)
            .and("a", N, read("x", "i"))
            .or("b", N, read("a", "i"))
            .output("return", N, read("b", "i"))
            .done();
    Circuit four =
        circuit("four", "n")
            .input("x", N)
            .call("c", Box.SCALAR, two, indices("n"), bits(List.of("r"), read("x", "r")))
            .call("d", Box.SCALAR, two, indices("n"), bits(List.of("r"), read("c.return", "r")))
            .output("return", N, read("d.return", "i"))
            .done();
    List<DepthConstant> constants = List.of(new DepthConstant("k", Set.of("two")));
    granted(prove(four, Claim.Measure.DEPTH, sum(4, ""), constants));
    assertThat(denied(prove(four, Claim.Measure.DEPTH, sum(3, ""), constants)))
        .hasMessageStartingWith("LE-depth: `four` from x needs 4, claim gives 3: short by 1 on");
    Judgement cut = granted(prove(four, Claim.Measure.DEPTH, sum(2, "k"), constants));
    assertThat(cut.evidence())
        .contains(
            new Evidence.Constant(
                "k", "two", ((Outcome.Granted<Summary>) kernel.summarise(two)).value().depth()));
  }

  @Test
  void aConstantForADepthThatGrowsIsRefused() {
    Circuit loop =
        circuit("loop", "n", "m")
            .input("x", N)
            .with(
                new Declaration.Iterate(
                    "rounds",
                    "t",
                    index("m"),
                    List.of(new Declaration.State("H", N, read("x", "i"), read("g", "i"))),
                    List.of(junction("g", Declaration.Connective.AND, N, read("H", "i")))))
            .output("return", N, read("H", "i"))
            .done();
    Circuit user =
        circuit("user", "n", "m")
            .input("x", N)
            .call(
                "c",
                Box.SCALAR,
                loop,
                List.of(index("n"), index("n").plus(index("m"))),
                bits(List.of("r"), read("x", "r")))
            .output("return", N, read("c.return", "i"))
            .done();
    List<DepthConstant> constants = List.of(new DepthConstant("k", Set.of("loop")));
    assertThat(denied(prove(user, Claim.Measure.DEPTH, sum(1, "k"), constants)))
        .hasMessage(
            "LE-depth: `user` uses loop, whose depth depends on the size m + n; it is not O(1), so no"
                + " constant can name that depth");
    granted(prove(loop, Claim.Measure.DEPTH, sum(1, "k"), constants));
  }

  @Test
  void aMaximumCannotBeSubtracted() {
    DepthExpression bad =
        new DepthExpression.Difference(
            sum(9, "s"), new DepthExpression.Maximum(sum(1, "s"), sum(1, "S")));
    assertThat(denied(prove(Transformers.mlp(), bad)))
        .hasMessage("LE-depth: a maximum cannot be subtracted: max(s, S)");
  }

  @Test
  void aClaimOfTooManyFormsIsRefusedInsteadOfWidened() {
    DepthExpression wide = sum(1, "s");
    for (int i = 0; i < 7; i++) {
      wide = new DepthExpression.Sum(wide, new DepthExpression.Maximum(sum(1, "s"), sum(1, "S")));
    }
    assertThat(denied(prove(Transformers.mlp(), wide)))
        .hasMessage("LE-depth: the claim is a maximum of more than 64 forms");
  }

  @Test
  void aClaimOverUnknownSizesIsRefused() {
    assertThat(denied(prove(Transformers.mlp(), sum(index("k"), "s"))))
        .hasMessage("WF-index: `k` is not over the size parameters of mlp");
  }

  /** Depth 5 from x and 6 from the constants, like the published product circuit. */
  private static Core product() {
    Core core = circuit("product", "n").input("x", N).and("c1", Box.SCALAR);
    core.and("c2", Box.SCALAR, read("c1"));
    Literal previous = read("c2");
    for (int i = 0; i < 4; i++) {
      core.or("g" + i, N, previous, i == 0 ? Core.not(read("x", "i")) : read("x", "i"));
      previous = read("g" + i, "i");
    }
    return core.output("return", N, previous);
  }

  @Test
  void strictDepthPaysForNegationAtTheInputsOnlyAndOnce() {
    Circuit inner = product().done();
    Judgement strict = granted(prove(inner, Claim.Measure.STRICT_DEPTH, sum(6, ""), List.of()));
    assertThat(strict.rules()).contains(Rule.D_STRICT);
    assertThat(((Outcome.Granted<Summary>) kernel.summarise(inner)).value())
        .satisfies(
            summary -> {
              assertThat(summary.depth()).hasToString("6");
              assertThat(summary.strictDepth()).hasToString("6");
              assertThat(summary.majorityDepth()).hasToString("0");
            });
  }

  @Test
  void strictDepthIsNotAddedAtEveryCall() {
    Circuit negated =
        circuit("negated", "n")
            .input("x", N)
            .and("g", N, Core.not(read("x", "i")))
            .output("return", N, read("g", "i"))
            .done();
    Circuit twice =
        circuit("twice", "n")
            .input("x", N)
            .call("c", Box.SCALAR, negated, indices("n"), bits(List.of("r"), read("x", "r")))
            .call("d", Box.SCALAR, negated, indices("n"), bits(List.of("r"), read("c.return", "r")))
            .output("return", N, read("d.return", "i"))
            .done();
    granted(prove(twice, Claim.Measure.STRICT_DEPTH, sum(3, ""), List.of()));
    assertThat(denied(prove(twice, Claim.Measure.STRICT_DEPTH, sum(2, ""), List.of())))
        .hasMessageStartingWith("LE-depth: `twice` from x needs 3, claim gives 2: short by 1");
  }

  @Test
  void aMonotoneCircuitHasNoNegationToPayFor() {
    Circuit monotone =
        circuit("monotone", "n")
            .input("x", N)
            .sum("s", N, new Form.Scale(index("i"), wire("x", "i")), index("i"))
            .output("return", N, read("s", "i"))
            .done();
    granted(prove(monotone, Claim.Measure.STRICT_DEPTH, sum(1, ""), List.of()));
    Circuit signed =
        circuit("signed", "n")
            .input("x", N)
            .sum("s", N, new Form.Scale(index("i").minus(Index.ONE), wire("x", "i")), index("i"))
            .output("return", N, read("s", "i"))
            .done();
    assertThat(denied(prove(signed, Claim.Measure.STRICT_DEPTH, sum(1, ""), List.of())))
        .hasMessageStartingWith("LE-depth: `signed` from x needs 2, claim gives 1: short by 1");
  }

  @Test
  void majorityDepthIsClaimedOverTheSameConstants() {
    Judgement judgement =
        granted(
            prove(
                Transformers.mlp(),
                Claim.Measure.MAJORITY_DEPTH,
                sum(1, "s", 1, "S"),
                Transformers.CONSTANTS));
    assertThat(judgement.statement())
        .isEqualTo("the majority depth of mlp is at most S + s at every size");
  }

  @Test
  void moreThanSixtyFourFormsAreWidenedToTheirJoin() {
    List<DepthValue.Entry> entries = new ArrayList<>();
    for (int i = 0; i <= DepthValue.LIMIT; i++) {
      entries.add(
          new DepthValue.Entry(LinearDepth.of(new DepthAtom.Named("a" + i)), CriticalPath.START));
    }
    assertThat(new DepthValue(entries.subList(0, DepthValue.LIMIT)).entries())
        .hasSize(DepthValue.LIMIT);
    DepthValue widened = new DepthValue(entries);
    assertThat(widened.entries()).hasSize(1);
    assertThat(widened.forms().getFirst().coefficients())
        .hasSize(DepthValue.LIMIT + 1)
        .containsEntry(new DepthAtom.Named("a7"), Polynomial.ONE);
  }

  @Test
  void dominatedFormsAreDropped() {
    LinearDepth small = LinearDepth.of(new DepthAtom.Named("a"));
    LinearDepth large = small.plus(LinearDepth.ONE);
    DepthValue value = DepthValue.of(small).max(DepthValue.of(large)).max(DepthValue.of(small));
    assertThat(value.forms()).containsExactly(large);
  }

  @Test
  void atLeastOneRoundIsKnownFromTheWhereClause() {
    assertThat(
            new Prover(Facts.of(atLeast("m", 1)))
                .isNonNegative(index("m").minus(Index.ONE), Scope.of(List.of("m"))))
        .isTrue();
  }
}
