package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.read;
import static tc0.kernel.Core.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelTest {
  private static final Box N = box("i", "n");
  private static final Regime SMALL = Regimes.grows().named("small");

  private final Kernel kernel = new Kernel();

  /** n sum gates over n bits: 2n gates, 2n(2n + 2i) wires. */
  private static final Circuit SUMS =
      circuit("sums", "n")
          .input("x", N)
          .sum("s", N, new Form.Sum(box("k", "n"), wire("x", "k")), index("i"))
          .output("return", N, read("s", "i"))
          .done();

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

  @Test
  void aSummaryHoldsEveryDerivedBound() {
    Summary summary = ((Outcome.Granted<Summary>) kernel.summarise(SUMS)).value();
    assertThat(summary.depth()).hasToString("1");
    assertThat(summary.profile().from(Profile.Source.input("x"))).isPresent();
    assertThat(summary.cost().gates()).hasToString("2*n");
    assertThat(summary.usesNegation()).isFalse();
    assertThat(summary.wiring().tier()).isEqualTo(Tier.DLOGTIME);
  }

  @Test
  void nothingIsSaidAboutACircuitThatIsNotWellFormed() {
    Circuit bad = circuit("bad", "n").output("return", N, read("y", "i")).done();
    assertThat(denied(kernel.summarise(bad)).rule()).isEqualTo("WF-order");
    assertThat(denied(kernel.prove(new Claim.SizePolynomial(bad, SMALL))).rule())
        .isEqualTo("WF-order");
  }

  @Test
  void sizeIsGatesAndWires() {
    Index gates = Index.number(2).times(index("n"));
    granted(kernel.prove(new Claim.SizeAtMost(SUMS, Claim.Quantity.GATES, gates)));
    Refusal refusal = denied(kernel.prove(new Claim.SizeAtMost(SUMS, Claim.Quantity.SIZE, gates)));
    assertThat(refusal.getMessage())
        .startsWith("LE-poly: the wires of sums, at most ")
        .endsWith(", are not shown to be at most 2*n");
    Index wires = Index.number(8).times(index("n")).times(index("n")).plus(gates);
    assertThat(
            granted(kernel.prove(new Claim.SizeAtMost(SUMS, Claim.Quantity.SIZE, wires)))
                .evidence())
        .hasSize(2)
        .allMatch(
            line ->
                line instanceof Evidence.Bound(String q, SizeBound d, Optional<Polynomial> c)
                    && c.isPresent());
  }

  @Test
  void growthIsComparedMonomialByMonomial() {
    Index square = index("n").times(index("n"));
    granted(kernel.prove(new Claim.SizeGrowth(SUMS, SMALL, Claim.Quantity.SIZE, square)));
    assertThat(
            denied(kernel.prove(new Claim.SizeGrowth(SUMS, SMALL, Claim.Quantity.SIZE, index("n"))))
                .getMessage())
        .startsWith("G-size: the wires of sums are not shown to be in O(n): nothing covers ");
  }

  @Test
  void aSizeClaimOverAnUnknownParameterIsRefused() {
    assertThat(denied(kernel.prove(new Claim.SizeAtMost(SUMS, Claim.Quantity.GATES, index("k")))))
        .hasMessage(
            "WF-index: a claim about sums: `k` is neither a size parameter nor a binder in scope");
  }

  @Test
  void polynomialSizeIsProvedUnderARegime() {
    assertThat(granted(kernel.prove(new Claim.SizePolynomial(SUMS, SMALL))).statement())
        .isEqualTo("the size of sums is in poly(n) under small");
  }

  @Test
  void aRegimeThatDoesNotMentionAParameterIsRefused() {
    Circuit circuit =
        circuit("c", "k")
            .input("x", box("i", "k"))
            .and("g", box("i", "k"), read("x", "i"))
            .output("return", Box.SCALAR, read("g", "0"))
            .done();
    assertThat(denied(kernel.prove(new Claim.SizePolynomial(circuit, SMALL))).getMessage())
        .contains("regime small does not say how k grows");
  }

  @Test
  void boundedDepthIsAClaimOfItsOwn() {
    granted(kernel.prove(new Claim.DepthBounded(Transformers.layers(true), Regimes.papers())));
    Regime growing = Regimes.grows().linear("d").polynomial("p").log("m").named("growing");
    assertThat(
            denied(kernel.prove(new Claim.DepthBounded(Transformers.layers(true), growing)))
                .getMessage())
        .startsWith("G-constant: the depth of transformer, max(")
        .endsWith(", is in O(log n) under growing");
  }

  @Test
  void judgementsAndConclusionsCannotBeMadeOutsideTheKernel() {
    for (Class<?> type : new Class<?>[] {Judgement.class, Conclusion.class}) {
      assertThat(Arrays.stream(type.getDeclaredConstructors()).map(Constructor::getModifiers))
          .allMatch(Modifier::isPrivate);
      assertThat(
              Arrays.stream(type.getDeclaredMethods())
                  .filter(method -> Modifier.isStatic(method.getModifiers()))
                  .filter(method -> Modifier.isPublic(method.getModifiers())))
          .isEmpty();
    }
  }

  @Test
  void rulesHaveDistinctNames() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
  }
}
