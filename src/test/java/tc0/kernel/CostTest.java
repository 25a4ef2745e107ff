package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostTest {

  private static final Index N = Index.variable("n");
  private static final Index W = Index.variable("w");
  private static final Index I = Index.variable("i");
  private static final Index K = Index.variable("k");
  private static final Box.Binder I_BELOW_N = Box.Binder.below("i", N);
  private static final Box.Binder K_BELOW_W = Box.Binder.below("k", W);
  private static final Circuit.Port X = new Circuit.Port("x", Box.of(I_BELOW_N, K_BELOW_W), false);
  private static final Form CELL = new Form.Of(new Literal.Read("x", List.of(I, K)));

  private static Circuit.Family family(
      String name, List<Circuit.Port> inputs, Declaration... body) {
    return new Circuit.Family(
        name, List.of("n", "w"), Predicate.TRUE, inputs, List.of(body), List.of());
  }

  private static Cost cost(Circuit circuit) {
    return CostRules.of(circuit, CostTest::cost);
  }

  @Test
  void aThresholdGatePaysForWeightsAndThresholdTwice() {
    Form sum = new Form.Sum(Box.of(K_BELOW_W), new Form.Scale(new Index.PowerOfTwo(K), CELL));
    Declaration gate = new Declaration.Threshold("g", Box.of(I_BELOW_N), sum, N);
    Cost cost = cost(family("c", List.of(X), gate));
    assertThat(cost.gates()).hasToString("2*n");
    assertThat(cost.edges()).hasToString("2*n*w");
    assertThat(cost.wires()).hasToString("2*n*w*2^w + 4*n^2 + 2*n");
    assertThat(cost.inputBits()).hasToString("n*w");
    assertThat(cost.sumFanIn().array()).isEqualTo("g");
  }

  @Test
  void weightsMultiplyAlongNestedForms() {
    Declaration row =
        new Declaration.FormDefinition(
            "row",
            Box.of(I_BELOW_N),
            new Form.Sum(Box.of(K_BELOW_W), new Form.Scale(Index.number(-3), CELL)),
            false);
    Form total =
        new Form.Sum(Box.of(I_BELOW_N), new Form.Scale(N, new Form.Read("row", List.of(I))));
    Declaration gate = new Declaration.Threshold("g", Box.SCALAR, total, Index.ZERO);
    Cost cost = cost(family("c", List.of(X), row, gate));
    assertThat(cost.edges()).hasToString("2*n*w");
    assertThat(cost.wires()).hasToString("12*n^2*w + 2");
  }

  @Test
  void aTwinIsPaddedForItsOwnThreshold() {
    Form bit = new Form.Of(new Literal.Read("x", List.of(Index.ZERO, Index.ZERO)));
    Declaration gate = new Declaration.Threshold("g", Box.SCALAR, bit, Index.ZERO);
    Cost cost = cost(family("c", List.of(X), gate));
    // [x >= 0] is 2 wires; its twin [-x >= 1] is 2 wires and 2 of padding.
    assertThat(cost.wires()).hasToString("6");
    assertThat(cost.fanIn().wires()).hasToString("4");
  }

  @Test
  void aThresholdThatCannotBePaddedIsRefused() {
    Declaration gate =
        new Declaration.Threshold("g", Box.SCALAR, Form.ZERO, new Index.PowerOfTwo(N));
    Cost cost = cost(family("c", List.of(X), gate));
    assertThat(cost.wires()).hasToString("4*2^n + 2");
    Regime regime = RegimeTest.regime(Map.of("w", RegimeTest.within(1, 0)));
    assertThatThrownBy(() -> cost.requirePolynomial("c", regime))
        .isInstanceOf(Refusal.class)
        .hasMessage("C-mass: wires of g in c: 2^n is not polynomial where n is in O(n)");
  }

  @Test
  void anExponentialWeightInsideANestedFormIsRefused() {
    Declaration row =
        new Declaration.FormDefinition(
            "row", Box.SCALAR, new Form.Scale(new Index.PowerOfTwo(W), Form.ZERO), false);
    Declaration heavy =
        new Declaration.FormDefinition(
            "heavy",
            Box.SCALAR,
            new Form.Scale(new Index.PowerOfTwo(W), new Form.Of(Literal.ONE)),
            false);
    Form sum = new Form.Add(new Form.Read("row", List.of()), new Form.Read("heavy", List.of()));
    Declaration gate = new Declaration.Threshold("g", Box.SCALAR, sum, Index.ONE);
    Cost cost = cost(family("c", List.of(X), row, heavy, gate));
    Regime regime = RegimeTest.regime(Map.of("w", RegimeTest.within(1, 0)));
    assertThatThrownBy(() -> cost.requirePolynomial("c", regime))
        .hasMessage("C-mass: wires of g in c: 2^w is not polynomial where w is in O(n)");
  }

  @Test
  void callsSubstituteSizesCellsAndMasses() {
    Circuit.Port forms = new Circuit.Port("y", Box.of(K_BELOW_W), true);
    Form all = new Form.Sum(Box.of(K_BELOW_W), new Form.Read("y", List.of(K)));
    Circuit callee =
        family("adder", List.of(forms), new Declaration.Threshold("g", Box.SCALAR, all, Index.ONE));
    assertThat(cost(callee).wires()).hasToString("4*mass(y)*w + 2");
    assertThat(cost(callee).withWiresForForms(callee).wires()).hasToString("4*w + 2");
    Declaration.Argument passed =
        new Declaration.Argument.Forms(
            List.of("k"), new Form.Scale(K, new Form.Add(CELL, new Form.Number(Index.ONE))));
    Declaration call =
        new Declaration.Call(
            "c", Box.of(I_BELOW_N), callee, List.of(N, W.plus(I)), List.of(passed));
    Cost cost = cost(family("caller", List.of(X), call));
    // s = w + i < w + n and k < s: the rails of an instance have 8 s k + 2 wires together.
    Polynomial s = Polynomial.variable("n").plus(Polynomial.variable("w"));
    Polynomial claimed = Polynomial.variable("n").times(s.times(s).times(8).plus(Polynomial.of(4)));
    assertThat(new Prover(Facts.NONE).isAtMost(cost.wires().polynomial(), claimed)).isTrue();
  }

  @Test
  void roundsMultiply() {
    Declaration gate =
        new Declaration.Junction(
            "g",
            Box.of(I_BELOW_N),
            Declaration.Connective.AND,
            List.of(new Declaration.Part(Box.of(K_BELOW_W), new Literal.Read("x", List.of(I, K)))));
    Declaration loop =
        new Declaration.Iterate("loop", "t", W.minus(Index.ONE), List.of(), List.of(gate));
    Cost cost = cost(family("c", List.of(X), loop));
    assertThat(cost.gates()).hasToString("2*n*w");
    assertThat(cost.wires()).hasToString("2*n*w^2");
    assertThat(cost.sumFanIn().wires().isZero()).isTrue();
    assertThat(cost.fanIn().wires()).hasToString("w");
  }

  @Test
  void axiomsHaveTheirDeclaredSizeOrAnUnnamedOne() {
    Circuit exp = axiom(Optional.empty(), List.of());
    assertThat(cost(exp).wires()).hasToString("size[exp](p)");
    assertThat(
            cost(axiom(Optional.of(Index.variable("p").times(Index.number(4))), List.of())).gates())
        .hasToString("4*p");
    Declaration call =
        new Declaration.Call("c", Box.of(I_BELOW_N), exp, List.of(W.plus(I)), List.of());
    assertThat(cost(family("caller", List.of(X), call)).gates()).hasToString("n*size[exp](n + w)");
    assertThatThrownBy(
            () -> cost(axiom(Optional.empty(), List.of(new Circuit.Port("y", Box.SCALAR, true)))))
        .hasMessage("C-axiom: exp is an axiom; it can take and return bits only");
  }

  private static Circuit axiom(Optional<Index> size, List<Circuit.Port> ports) {
    return new Circuit.Axiom(
        "exp",
        List.of("p"),
        Predicate.TRUE,
        List.of(),
        ports,
        Optional.empty(),
        size,
        Tier.FO,
        "cited",
        List.of());
  }
}
