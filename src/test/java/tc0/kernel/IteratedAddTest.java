package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The window arrays of iterated addition: n numbers of w bits and an offset A, modulo 2^W, blocks
 * of two columns.
 */
class IteratedAddTest {

  private static final Index N = Index.variable("n");
  private static final Index S = Index.variable("s");
  private static final Index T = Index.variable("t");
  private static final Index K = Index.variable("k");
  private static final Index TWO = Index.number(2);
  private static final Index FOUR = Index.number(4);

  private static final Index LAM =
      new Index.Apply(
          new Index.Function(
              "lam",
              List.of("n"),
              new Index.Maximum(Index.ONE, new Index.Length(N.minus(Index.ONE)))),
          List.of(N));
  private static final Index FROM = new Index.Maximum(TWO.times(T).minus(LAM), Index.ZERO);
  private static final Index CUT = new Index.Minimum(TWO.times(T), LAM);
  private static final Index BLOCKS = new Index.Divide(Index.variable("W").plus(Index.ONE), TWO);

  private static Form window(Index high) {
    Box cells = Box.of(Box.Binder.below("i", N), new Box.Binder("k", FROM, high));
    Form cell = new Form.Read("x", List.of(Index.variable("i"), K));
    Form columns = new Form.Sum(cells, new Form.Scale(new Index.PowerOfTwo(K.minus(FROM)), cell));
    Predicate low = Predicate.atMost(TWO.times(T), LAM);
    Form offset = new Form.Conditional(low, new Form.Read("A", List.of()), Form.ZERO);
    return new Form.Add(new Form.Scale(new Index.PowerOfTwo(S), columns), offset);
  }

  private static final Circuit.Family CIRCUIT = circuit();

  private static Circuit.Family circuit() {
    Index f = Index.variable("f");
    Index unit = new Index.PowerOfTwo(S.plus(CUT));
    Box box =
        Box.of(Box.Binder.below("t", BLOCKS), Box.Binder.below("f", N.times(FOUR).plus(Index.ONE)));
    Declaration fine =
        new Declaration.Threshold("F", box, window(TWO.times(T).plus(TWO)), f.times(unit));
    Box bits = Box.of(Box.Binder.below("i", N), Box.Binder.below("k", Index.variable("w")));
    return new Circuit.Family(
        "iterated_add",
        List.of("n", "w", "W", "s"),
        Predicate.atMost(Index.ONE, N),
        List.of(new Circuit.Port("x", bits, true), new Circuit.Port("A", Box.SCALAR, true)),
        List.of(fine),
        List.of());
  }

  private static Cost cost(Circuit circuit) {
    return CostRules.of(circuit, IteratedAddTest::cost);
  }

  private static Wiring wiring(Circuit circuit) {
    return Wiring.of(circuit, IteratedAddTest::wiring);
  }

  @Test
  void weightsInsideAWindowArePolynomialInTheNumberOfSummands() {
    Cost cost = cost(CIRCUIT).withWiresForForms(CIRCUIT);
    assertThat(cost.gates()).hasToString("4*W*n + W + 4*n + 1");
    // Per gate: n (lam + 2) cells of weight at most 2^(s + lam + 1).
    SizeBound mass = cost.sumFanIn().wires();
    assertThat(mass.variables()).containsExactly("n", "s");
    assertThat(mass.toString()).doesNotContain("2^(").contains("2^s");
    Regime regime =
        RegimeTest.regime(
            Map.of(
                "w", RegimeTest.within(1, 0),
                "W", RegimeTest.within(1, 0),
                "s", RegimeTest.within(0, 0)));
    assertThat(regime.growth(mass)).hasToString("O(n^2 log n)");
    assertThatCode(() -> cost.requirePolynomial("iterated_add", regime)).doesNotThrowAnyException();
  }

  @Test
  void theWiringIsLinearTime() {
    Wiring wiring = wiring(CIRCUIT);
    Regime regime =
        RegimeTest.regime(
            Map.of(
                "w", RegimeTest.within(1, 0),
                "W", RegimeTest.within(1, 0),
                "s", RegimeTest.within(0, 1)));
    assertThatCode(() -> wiring.require(Tier.DLOGTIME)).doesNotThrowAnyException();
    assertThatCode(() -> wiring.requirePolynomialValues(regime)).doesNotThrowAnyException();
  }
}
