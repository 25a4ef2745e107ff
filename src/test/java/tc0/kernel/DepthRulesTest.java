package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.kernel.Core.atLeast;
import static tc0.kernel.Core.bits;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.forms;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.indices;
import static tc0.kernel.Core.junction;
import static tc0.kernel.Core.read;
import static tc0.kernel.Core.readForm;
import static tc0.kernel.Core.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DepthRulesTest {

  private static final Box N = box("i", "n");

  private static DepthRules.CircuitDepth gates(Circuit circuit) {
    new WellFormed().require(circuit);
    return new DepthRules(DepthRules.Measure.GATES).of(circuit);
  }

  private static String from(Circuit circuit, String input) {
    return gates(circuit)
        .outputs()
        .get("return")
        .from(Profile.Source.input(input))
        .map(DepthValue::toString)
        .orElse("none");
  }

  private static String fromConstants(Circuit circuit) {
    return gates(circuit)
        .outputs()
        .get("return")
        .from(Profile.Source.CONSTANTS)
        .map(DepthValue::toString)
        .orElse("none");
  }

  /** The forms from one input, in the constants of the papers. */
  private static List<String> inConstants(Circuit circuit, String input) {
    new WellFormed().require(circuit);
    Map<String, String> names = Transformers.constantOf();
    UnaryOperator<DepthAtom> renaming =
        atom ->
            atom instanceof DepthAtom.Body body
                ? new DepthAtom.Named(names.getOrDefault(body.circuit(), body.circuit()))
                : atom;
    return new DepthRules(DepthRules.Measure.GATES)
            .of(circuit)
            .outputs()
            .get("return")
            .from(Profile.Source.input(input))
            .orElseThrow()
            .map(form -> form.rename(renaming))
            .forms()
            .stream()
            .map(LinearDepth::toString)
            .toList();
  }

  private static Core xs() {
    return circuit("c", "n", "m").input("x", N);
  }

  @Test
  void anInputAndItsRenamingsHaveDepthZero() {
    Circuit circuit =
        xs().alias("a", N, Core.not(read("x", "i"))).output("return", N, read("a", "i")).done();
    assertThat(from(circuit, "x")).isEqualTo("0");
    assertThat(fromConstants(circuit)).isEqualTo("none");
  }

  @Test
  void anIndicatorIsAConstantOfDepthZero() {
    Circuit circuit =
        xs().output(
                "return", N, new Literal.Conditional(Predicate.TRUE, read("x", "i"), Literal.ONE))
            .done();
    assertThat(from(circuit, "x")).isEqualTo("0");
    assertThat(fromConstants(circuit)).isEqualTo("0");
  }

  @Test
  void formsAreNotGatesAtAnyNesting() {
    Circuit circuit =
        xs().form("f", N, wire("x", "i"))
            .form("g", N, new Form.Scale(Index.number(-3), readForm("f", "i")))
            .sum("s", Box.SCALAR, new Form.Sum(N, readForm("g", "i")), Index.ZERO)
            .output("return", Box.SCALAR, read("s"))
            .done();
    assertThat(from(circuit, "x")).isEqualTo("1");
  }

  @Test
  void gatesInsideAFormAreCounted() {
    Circuit circuit =
        xs().and("inner", N, read("x", "i"))
            .form("f", N, wire("inner", "i"))
            .sum("s", Box.SCALAR, new Form.Sum(N, readForm("f", "i")), Index.ONE)
            .output("return", Box.SCALAR, read("s"))
            .done();
    assertThat(from(circuit, "x")).isEqualTo("2");
    assertThat(fromConstants(circuit)).isEqualTo("2");
  }

  @Test
  void formArgumentsAndResultsAddNothing() {
    Circuit.Family twice =
        circuit("twice", "w")
            .formInput("f", box("i", "w"))
            .formOutput("return", box("i", "w"), readForm("f", "i"))
            .done();
    Circuit circuit =
        xs().call("k", Box.SCALAR, twice, indices("n"), forms(List.of("r"), wire("x", "r")))
            .sum("s", N, readForm("k.return", "i"), Index.ONE)
            .output("return", N, read("s", "i"))
            .done();
    assertThat(from(circuit, "x")).isEqualTo("1");
  }

  /** Depth 2 from x, depth 1 from y. */
  private static final Circuit.Family UNEVEN =
      circuit("uneven")
          .input("x", Box.SCALAR)
          .input("y", Box.SCALAR)
          .and("g", Box.SCALAR, read("x"))
          .or("h", Box.SCALAR, read("g"), read("y"))
          .output("return", Box.SCALAR, read("h"))
          .done();

  @Test
  void aCallComposesEntryByEntry() {
    Circuit circuit =
        circuit("c")
            .input("late", Box.SCALAR)
            .input("early", Box.SCALAR)
            .and("deep", Box.SCALAR, read("late"))
            .call(
                "k",
                Box.SCALAR,
                UNEVEN,
                List.of(),
                bits(List.of(), read("early")),
                bits(List.of(), read("deep")))
            .output("return", Box.SCALAR, read("k.return"))
            .done();
    assertThat(from(circuit, "early")).isEqualTo("2");
    assertThat(from(circuit, "late")).isEqualTo("2");
    assertThat(fromConstants(circuit)).isEqualTo("2");
  }

  @Test
  void aSourceWithoutAPathHasNoEntry() {
    Circuit circuit =
        circuit("c")
            .input("x", Box.SCALAR)
            .input("y", Box.SCALAR)
            .and("g", Box.SCALAR, read("x"))
            .output("return", Box.SCALAR, read("g"))
            .done();
    assertThat(from(circuit, "y")).isEqualTo("none");
  }

  private static Circuit looped(Index count, Predicate where) {
    return circuit("c", "n", "m")
        .where(where)
        .input("x", N)
        .input("y", N)
        .with(
            new Declaration.Iterate(
                "loop",
                "t",
                count,
                List.of(new Declaration.State("H", N, read("x", "i"), read("b", "i"))),
                List.of(
                    junction("y1", Declaration.Connective.AND, N, read("y", "i")),
                    junction("y2", Declaration.Connective.AND, N, read("y1", "i")),
                    junction("a", Declaration.Connective.AND, N, read("H", "i"), read("y2", "i")),
                    junction("b", Declaration.Connective.OR, N, read("a", "i")))))
        .output("return", N, read("H", "i"))
        .done();
  }

  @Test
  void anIterationTakesThePowerOfItsRound() {
    Circuit circuit = looped(index("m"), atLeast("m", 1));
    assertThat(from(circuit, "x")).isEqualTo("2*m");
    assertThat(from(circuit, "y")).isEqualTo("2*m + 2");
  }

  @Test
  void withoutAtLeastOneRoundNoRoundIsSubtracted() {
    Circuit circuit = looped(index("m"), Predicate.TRUE);
    assertThat(from(circuit, "x")).isEqualTo("2*m");
    assertThat(from(circuit, "y")).isEqualTo("2*m + 4");
  }

  @Test
  void aNegativeNumberOfRoundsTakesNoDepthAway() {
    Circuit circuit = looped(index("m").minus(Index.number(3)), atLeast("m", 1));
    assertThat(from(circuit, "x")).isEqualTo("2*m");
  }

  @Test
  void theRoundsMayBePassedThroughACall() {
    Circuit circuit =
        circuit("outer", "k")
            .input("x", box("i", "k"))
            .call(
                "c",
                Box.SCALAR,
                looped(index("m"), atLeast("m", 1)),
                List.of(index("k"), index("k").plus(Index.number(2))),
                bits(List.of("i"), read("x", "i")),
                bits(List.of("i"), read("x", "i")))
            .output("return", box("i", "k"), read("c.return", "i"))
            .done();
    assertThat(from(circuit, "x")).isEqualTo("2*k + 6");
  }

  @Test
  void refusesADepthParameterThatDependsOnABinder() {
    Circuit circuit =
        circuit("outer", "n")
            .input("x", N)
            .call(
                "k",
                N,
                looped(index("m"), Predicate.TRUE),
                List.of(index("n"), index("i")),
                bits(List.of("r"), read("x", "r")),
                bits(List.of("r"), read("x", "r")))
            .output("return", N, read("k.return", "i", "i"))
            .done();
    assertThatThrownBy(() -> gates(circuit))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "D5: `k` in outer: the depth of c depends on its parameter m, and this call must not"
                + " depend on a binder");
  }

  @Test
  void refusesRoundsThatDependOnTheCounterOfAnOuterIteration() {
    Declaration inner =
        new Declaration.Iterate(
            "inner",
            "s",
            index("t"),
            List.of(new Declaration.State("G", N, read("H", "i"), read("g", "i"))),
            List.of(junction("g", Declaration.Connective.AND, N, read("G", "i"))));
    Circuit circuit =
        xs().with(
                new Declaration.Iterate(
                    "loop",
                    "t",
                    index("m"),
                    List.of(new Declaration.State("H", N, read("x", "i"), read("buffer", "i"))),
                    List.of(
                        inner, junction("buffer", Declaration.Connective.AND, N, read("G", "i")))))
            .output("return", N, read("H", "i"))
            .done();
    assertThatThrownBy(() -> gates(circuit))
        .isInstanceOf(Refusal.class)
        .hasMessage("D7: `inner` in c: the number of rounds must not depend on a binder");
  }

  @Test
  void anAxiomHasOneDepthFromEverySource() {
    assertThat(from(Transformers.ADD, "x")).isEqualTo("depth(add)");
    assertThat(fromConstants(Transformers.ADD)).isEqualTo("depth(add)");
  }

  @Test
  void aCutCircuitIsAnAtomThatKeepsTheSizesItsDepthDependsOn() {
    Circuit loop = looped(index("m"), atLeast("m", 1));
    Circuit circuit =
        circuit("outer", "k")
            .input("x", box("i", "k"))
            .call(
                "c",
                Box.SCALAR,
                loop,
                List.of(index("k"), index("k").times(Index.number(2))),
                bits(List.of("i"), read("x", "i")),
                bits(List.of("i"), read("x", "i")))
            .output("return", box("i", "k"), read("c.return", "i"))
            .done();
    DepthRules unfolding = new DepthRules(DepthRules.Measure.GATES);
    DepthRules rules = new DepthRules(Set.of("c"), DepthRules.Measure.GATES, unfolding);
    assertThat(rules.of(circuit).overall()).hasToString("depth(c[2*k])");
  }

  @Test
  void majorityDepthCountsThresholdGatesOnly() {
    Circuit circuit =
        xs().and("a", N, read("x", "i"))
            .sum("s", N, wire("a", "i"), Index.ONE)
            .or("o", N, read("s", "i"))
            .output("return", N, read("o", "i"))
            .done();
    assertThat(gates(circuit).overall()).hasToString("3");
    assertThat(new DepthRules(DepthRules.Measure.MAJORITY).of(circuit).overall()).hasToString("1");
  }

  @Test
  void theCriticalPathNamesTheArraysFromTheOutputToTheSource() {
    DepthValue value =
        gates(Transformers.mlp())
            .outputs()
            .get("return")
            .from(Profile.Source.input("X"))
            .orElseThrow();
    assertThat(value.entries().getFirst().path())
        .hasToString("return <- total.return (sum) <- term.return (mul) <- X (input)");
  }

  @Test
  void theCriticalPathLeadsIntoCallsAndRounds() {
    DepthValue value =
        gates(Transformers.layers(true))
            .outputs()
            .get("return")
            .from(Profile.Source.input("X"))
            .orElseThrow();
    List<CriticalPath.Located> located = value.entries().getFirst().path().located("transformer");
    assertThat(located.subList(0, 5))
        .extracting(step -> step.level() + " " + step.circuit() + " " + step.step())
        .containsExactly(
            "0 transformer return",
            "0 transformer layers (at most m rounds)",
            "1 transformer H",
            "1 transformer after.return (g)",
            "1 transformer attend.return (layer)");
    assertThat(located)
        .extracting(step -> step.level() + " " + step.circuit() + " " + step.step())
        .contains("2 layer E.return (exp)", "3 matmul term.return (mul)");
  }

  @Test
  void attentionMatrixOfThePapers() {
    assertThat(inConstants(Transformers.attentionMatrix(), "X")).containsExactly("2*S + 4*s + x");
    assertThat(inConstants(Transformers.attentionMatrix(), "theta"))
        .containsExactly("S + 4*s + t + x");
  }

  @Test
  void oneAttentionLayerOfThePapers() {
    assertThat(inConstants(Transformers.layer(), "X")).containsExactly("3*S + 6*s + x");
    assertThat(inConstants(Transformers.layer(), "theta")).containsExactly("2*S + 6*s + t + x");
  }

  @Test
  void oneTensorAttentionLayer() {
    assertThat(inConstants(Transformers.tensorLayer(), "X")).containsExactly("3*S + 7*s + x");
    assertThat(inConstants(Transformers.tensorLayer(), "theta"))
        .containsExactly("2*S + 7*s + t + x");
  }

  @Test
  void multilayerPerceptronAndLayerNorm() {
    assertThat(inConstants(Transformers.mlp(), "X")).containsExactly("S + s");
    assertThat(inConstants(Transformers.layerNorm(), "X")).containsExactly("2*S + r + 5*s");
  }

  @Test
  void trigonometryIsPaidOnceInAnyNumberOfLayers() {
    Circuit layers = Transformers.layers(true);
    assertThat(inConstants(layers, "X")).containsExactly("3*m*S + (m + 1)*g + 6*m*s + m*x");
    assertThat(inConstants(layers, "theta")).containsExactly("(3*m - 1)*S + m*g + 6*m*s + t + m*x");
  }
}
