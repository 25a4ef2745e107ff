package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WiringTest {

  private static final Index N = Index.variable("n");
  private static final Index I = Index.variable("i");
  private static final Index J = Index.variable("j");
  private static final Index V = Index.variable("v");
  private static final Index TWO = Index.number(2);
  private static final Scope SCOPE =
      Scope.of(List.of("n")).enter("i", Index.ZERO, N).enter("j", Index.ZERO, N);
  private static final Regime REGIME =
      RegimeTest.regime(Map.of("p", new Regime.Rate.SomePolynomial()));

  private static Tier tier(Index term) {
    return Tiers.of(term, SCOPE).tier();
  }

  /** One array {@code a[i < n, j < n]} with the condition. */
  private static Circuit.Family guarded(Predicate condition) {
    Box box = Box.of(Box.Binder.below("i", N), Box.Binder.below("j", N));
    Declaration alias = new Declaration.Alias("a", box, new Literal.Indicator(condition));
    return family(alias);
  }

  private static Circuit.Family family(Declaration... body) {
    return new Circuit.Family(
        "f", List.of("n"), Predicate.TRUE, List.of(), List.of(body), List.of());
  }

  private static Wiring wiring(Circuit circuit) {
    return Wiring.of(circuit, WiringTest::wiring);
  }

  private static Predicate zero(Index term) {
    return new Predicate.Equal(term, Index.ZERO);
  }

  @Test
  void shiftsAndNumeralsAreLinearTime() {
    Index shift = new Index.PowerOfTwo(I);
    assertThat(tier(I.times(TWO).plus(N))).isEqualTo(Tier.DLOGTIME);
    assertThat(tier(new Index.Divide(I, Index.number(3)))).isEqualTo(Tier.DLOGTIME);
    assertThat(tier(new Index.Modulo(I, shift))).isEqualTo(Tier.DLOGTIME);
    assertThat(tier(J.times(shift))).isEqualTo(Tier.DLOGTIME);
    assertThat(tier(new Index.Length(new Index.Maximum(I, J)))).isEqualTo(Tier.DLOGTIME);
    Index.Function beta = new Index.Function("beta", List.of(), TWO);
    assertThat(tier(new Index.Apply(beta, List.of()).times(J))).isEqualTo(Tier.DLOGTIME);
  }

  @Test
  void productsOfVariablesAreNotLinearTime() {
    Circuit circuit = guarded(zero(I.times(J)));
    assertThat(wiring(circuit).tier()).isEqualTo(Tier.FO);
    assertThatThrownBy(() -> wiring(circuit).require(Tier.DLOGTIME))
        .isInstanceOf(Refusal.class)
        .hasMessage("T-tier: f.a: `i*j` is fo, not dlogtime");
    assertThat(tier(new Index.Divide(I, J))).isEqualTo(Tier.FO);
    Index.Function product =
        new Index.Function("h", List.of("x", "y"), Index.variable("x").times(Index.variable("y")));
    assertThat(tier(new Index.Apply(product, List.of(I, J)))).isEqualTo(Tier.FO);
    assertThat(tier(new Index.Apply(product, List.of(I, TWO)))).isEqualTo(Tier.DLOGTIME);
  }

  @Test
  void powersModuloPrimesAreFirstOrderButGeneralOnesAreNot() {
    assertThat(tier(new Index.PowerModuloPrime(TWO, I, J))).isEqualTo(Tier.FO_POW);
    Circuit circuit = guarded(zero(new Index.PowerModulo(TWO, I, J)));
    assertThatThrownBy(() -> wiring(circuit).require(Tier.FO_POW))
        .hasMessage("T-tier: f.a: `powmod(2, i, j)` is p, not fo_pow");
    assertThat(tier(new Index.Summation("v", N, V))).isEqualTo(Tier.P);
  }

  @Test
  void guardsOfArraysCount() {
    Box box = new Box(List.of(Box.Binder.below("i", N)), new Predicate.Prime(I));
    Circuit circuit = family(new Declaration.Alias("a", box, Literal.ONE));
    assertThatThrownBy(() -> wiring(circuit).require(Tier.DLOGTIME))
        .hasMessageContaining("prime(i)")
        .hasMessageContaining("is fo, not dlogtime");
  }

  @Test
  void adviceReachedThroughACallCounts() {
    Index.Advice kappa =
        new Index.Advice("kappa", List.of("m"), new Index.Length(Index.variable("m")), Index.ZERO);
    Circuit inner = guarded(zero(new Index.Advise(kappa, List.of(I))));
    Circuit outer = family(new Declaration.Call("c", Box.SCALAR, inner, List.of(N), List.of()));
    assertThatThrownBy(() -> wiring(outer).require(Tier.FO_POW))
        .hasMessage("T-tier: f.c -> f.a: `kappa(i)` is p, not fo_pow");
    Circuit declared =
        new Circuit.Axiom(
            "x",
            List.of("n"),
            Predicate.TRUE,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Tier.P,
            "cited",
            List.of());
    Circuit cut = family(new Declaration.Call("c", Box.SCALAR, declared, List.of(N), List.of()));
    assertThatThrownBy(() -> wiring(cut).require(Tier.FO))
        .hasMessage("T-tier: f.c -> x: `uniform p` is p, not fo");
  }

  @Test
  void exponentialRangesOfSearchAreRefused() {
    Circuit circuit =
        guarded(new Predicate.Exists("v", new Index.PowerOfTwo(N), new Predicate.Less(I, V)));
    assertThatThrownBy(() -> wiring(circuit).requirePolynomialValues(REGIME))
        .isInstanceOf(Refusal.class)
        .hasMessage("T-span: f.a: `2^n` is no index: 2^n is not polynomial where n is in O(n)");
  }

  @Test
  void exponentialNumbersAreNoIndices() {
    Index number =
        new Index.Divide(Index.number(3).times(new Index.PowerOfTwo(N)), Index.number(7));
    Circuit circuit = guarded(new Predicate.Bit(number, I));
    assertThatThrownBy(() -> wiring(circuit).requirePolynomialValues(REGIME))
        .hasMessage("T-span: f.a: `2^n` is no index: 2^n is not polynomial where n is in O(n)");
    Index small = new Index.PowerOfTwo(new Index.Length(N));
    Circuit polynomial = guarded(new Predicate.Bit(small, I));
    assertThatCode(() -> wiring(polynomial).requirePolynomialValues(REGIME))
        .doesNotThrowAnyException();
  }

  @Test
  void spansAreSubstitutedAtCalls() {
    Circuit inner = guarded(new Predicate.Bit(new Index.PowerOfTwo(N), I));
    Index logarithm = new Index.Length(N);
    Circuit fits =
        family(new Declaration.Call("c", Box.SCALAR, inner, List.of(logarithm), List.of()));
    assertThatCode(() -> wiring(fits).requirePolynomialValues(REGIME)).doesNotThrowAnyException();
    Circuit exceeds =
        family(new Declaration.Call("c", Box.SCALAR, inner, List.of(N.plus(N)), List.of()));
    assertThatThrownBy(() -> wiring(exceeds).requirePolynomialValues(REGIME))
        .hasMessage(
            "T-span: f.c -> f.a: `2^n` is no index: 2^n is not polynomial where n is in O(n)");
  }

  @Test
  void longNumbersAreFineInsideAdviceOnly() {
    Index.Advice bit =
        new Index.Advice(
            "kappa",
            List.of("m"),
            new Index.Length(Index.variable("m")),
            new Index.Modulo(new Index.PowerOfTwo(Index.variable("m")), Index.variable("m")));
    Circuit advised = guarded(zero(new Index.Advise(bit, List.of(I))));
    assertThatCode(() -> wiring(advised).requirePolynomialValues(REGIME))
        .doesNotThrowAnyException();
    Index.Advice wide = new Index.Advice("kappa", List.of("m"), Index.variable("m"), Index.ONE);
    Circuit wordLong = guarded(new Predicate.Less(new Index.Advise(wide, List.of(N)), I));
    assertThat(wiring(wordLong).tier()).isEqualTo(Tier.P);
    assertThatCode(() -> wiring(wordLong).requirePolynomialValues(REGIME))
        .doesNotThrowAnyException();
    Index.Advice huge =
        new Index.Advice(
            "kappa", List.of("m"), new Index.PowerOfTwo(Index.variable("m")), Index.ONE);
    Circuit tooLong = guarded(new Predicate.Less(new Index.Advise(huge, List.of(N)), I));
    assertThatThrownBy(() -> wiring(tooLong).requirePolynomialValues(REGIME))
        .hasMessageStartingWith("T-span: f.a: `kappa(n)` is no index: 2^n is not polynomial");
  }

  @Test
  void aLongSizeIsRefusedAlthoughItsTermIsOfTierP() {
    Index longSum = new Index.Summation("v", Index.ONE, new Index.PowerOfTwo(N));
    Circuit inner = guarded(new Predicate.Bit(N, I));
    Circuit outer =
        family(new Declaration.Call("c", Box.SCALAR, inner, List.of(longSum), List.of()));
    assertThatThrownBy(() -> wiring(outer).requirePolynomialValues(REGIME))
        .hasMessageStartingWith("T-span: f.c: `sum { 2^n : v < 1 }` is no index");
  }
}
