package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegimeTest {

  private static final Polynomial N = Polynomial.variable("n");
  private static final Polynomial P = Polynomial.variable("p");
  private static final Polynomial D = Polynomial.variable("d");
  private static final Polynomial LOG_N = Polynomial.of(new Atom.Length(N));
  private static final Facts POSITIVE = Facts.of(Predicate.atMost(Index.ONE, Index.variable("p")));

  static Regime regime(Map<String, Regime.Rate> others) {
    TreeMap<String, Regime.Rate> rates = new TreeMap<>(others);
    rates.put("n", new Regime.Rate.Base());
    return new Regime("r", rates, List.of());
  }

  static Regime.Rate within(int degree, int logs) {
    return new Regime.Rate.Within(new Growth.Order(degree, logs));
  }

  private static final Regime POLY =
      regime(
          Map.of(
              "p", new Regime.Rate.SomePolynomial(),
              "d", within(1, 0),
              "m", within(0, 0),
              "e", within(0, 1)));

  private static String growth(Polynomial p) {
    return POLY.growth(p).toString();
  }

  private static Polynomial powerOfTwo(Polynomial exponent) {
    return Polynomial.of(new Atom.PowerOfTwo(exponent));
  }

  @Test
  void productsAddAndSumsTakeTheLarger() {
    assertThat(growth(N.times(D).times(LOG_N).plus(N.times(5)))).isEqualTo("O(n^2 log n)");
    assertThat(growth(Polynomial.variable("m").times(7))).isEqualTo("O(1)");
    assertThat(growth(N.times(P))).isEqualTo("poly(n)");
  }

  @Test
  void onlyLogarithmicExponentsArePolynomial() {
    assertThat(growth(powerOfTwo(Polynomial.variable("e")))).isEqualTo("poly(n)");
    assertThat(growth(powerOfTwo(Polynomial.variable("m")))).isEqualTo("O(1)");
    assertThat(POLY.growth(powerOfTwo(P)))
        .isEqualTo(new Growth.Exceeds("2^p is not polynomial where p is in poly(n)"));
    assertThat(POLY.growth(powerOfTwo(LOG_N.times(LOG_N))))
        .isEqualTo(
            new Growth.Exceeds("2^(len(n)^2) is not polynomial where len(n)^2 is in O(log^2 n)"));
    assertThat(POLY.growth(powerOfTwo(N)).isPolynomial()).isFalse();
  }

  @Test
  void theLengthOfAPowerOfTwoIsItsExponent() {
    assertThat(growth(Polynomial.of(new Atom.Length(powerOfTwo(D).times(N))))).isEqualTo("O(n)");
    assertThat(growth(Polynomial.of(new Atom.Length(P.times(N))))).isEqualTo("O(log n)");
    Polynomial tower = Polynomial.of(new Atom.Length(powerOfTwo(powerOfTwo(P))));
    assertThat(POLY.growth(tower).isPolynomial()).isFalse();
  }

  @Test
  void aPolynomialThatIsNotNamedIsPolynomial() {
    Polynomial size = Polynomial.of(new Atom.Unnamed("size[exp]", List.of(P)));
    assertThat(growth(size)).isEqualTo("poly(n)");
    Polynomial fixed = Polynomial.of(new Atom.Unnamed("size[exp]", List.of(Polynomial.of(3))));
    assertThat(growth(fixed)).isEqualTo("O(1)");
    Polynomial huge = Polynomial.of(new Atom.Unnamed("size[exp]", List.of(powerOfTwo(N))));
    assertThat(POLY.growth(huge).isPolynomial()).isFalse();
  }

  @Test
  void anEquationGrowsAsItsValue() {
    Index value = new Index.Length(Index.variable("n")).times(Index.number(3));
    Regime regime = regime(Map.of("p", new Regime.Rate.Equal(value)));
    assertThat(regime.growth(P)).isEqualTo(Growth.LOGARITHMIC);
    assertThat(regime.growth(powerOfTwo(P))).isEqualTo(new Growth.Order(3, 0));
  }

  private static Growth called(Polynomial bound, Polynomial argument) {
    TreeMap<String, SizeBound> arguments = new TreeMap<>();
    arguments.put("v", SizeBound.of(argument));
    SizeBound callee = SizeBound.of(bound);
    return POLY.growth(new SizeBound.Called("wires[c]", callee, arguments));
  }

  @Test
  void aCalleeGrowsAsWhatItIsGiven() {
    Polynomial v = Polynomial.variable("v");
    assertThat(called(v.power(2).times(Polynomial.of(new Atom.Length(v))), N.times(D)))
        .hasToString("O(n^4 log n)");
    assertThat(called(powerOfTwo(v.times(2)), LOG_N.plus(Polynomial.of(3)))).hasToString("O(n^2)");
    assertThat(called(powerOfTwo(v), Polynomial.variable("m"))).isEqualTo(Growth.CONSTANT);
    assertThat(called(Polynomial.of(new Atom.Length(v)), powerOfTwo(P))).hasToString("poly(n)");
    assertThat(called(powerOfTwo(Polynomial.of(new Atom.Length(v))), powerOfTwo(N)).isPolynomial())
        .isFalse();
  }

  @Test
  void anExponentInACalleeIsNoSmallerThanWhatItIsGiven() {
    Polynomial v = Polynomial.variable("v");
    assertThat(called(powerOfTwo(v), P.times(2)))
        .isEqualTo(new Growth.Exceeds("2^p is not polynomial where p is in poly(n)"));
    assertThat(called(powerOfTwo(v), N).isPolynomial()).isFalse();
    assertThat(called(powerOfTwo(v.times(v)), LOG_N)).isInstanceOf(Growth.Exceeds.class);
    assertThat(called(powerOfTwo(powerOfTwo(v)), LOG_N)).isInstanceOf(Growth.Exceeds.class);
  }

  @Test
  void badRegimesAreRefused() {
    assertThatThrownBy(() -> POLY.growth(Polynomial.variable("q")))
        .hasMessage("WF-regime: regime r does not say how q grows");
    Regime.Rate self = new Regime.Rate.Equal(Index.variable("p"));
    assertThatThrownBy(() -> regime(Map.of("p", self)))
        .hasMessage("WF-regime: regime r defines p by itself");
    assertThatThrownBy(() -> regime(Map.of("p", new Regime.Rate.Base())))
        .hasMessage("WF-regime: regime r has 2 parameters that grow; it takes one");
  }

  private static Regime needing(Regime.Rate p, Predicate need) {
    TreeMap<String, Regime.Rate> rates = new TreeMap<>(Map.of("p", p));
    rates.put("n", new Regime.Rate.Base());
    return new Regime("r", rates, List.of(need));
  }

  @Test
  void aConditionThatFailsForEveryLargeSizeIsRefused() {
    Index n = Index.variable("n");
    Predicate wide = Predicate.atMost(n, new Index.PowerOfTwo(Index.variable("p")));
    assertThatThrownBy(() -> needing(within(0, 0), wide))
        .hasMessage("WF-regime: regime r stops its growth: 2^p is in O(1), in the end less than n");
    assertThatThrownBy(() -> needing(within(0, 1), Predicate.atMost(n, Index.variable("p"))))
        .hasMessageContaining("p is in O(log n), in the end less than n");
    assertThatThrownBy(() -> needing(within(0, 0), Predicate.atMost(n, Index.number(5))))
        .hasMessageContaining("5 is in O(1), in the end less than n");
  }

  @Test
  void aConditionThatLargeSizesCanMeetIsKept() {
    Index n = Index.variable("n");
    Index p = Index.variable("p");
    Predicate wide = Predicate.atMost(n.times(n), new Index.PowerOfTwo(p));
    assertThat(needing(within(0, 1), wide).needs()).containsExactly(wide);
    assertThat(needing(new Regime.Rate.SomePolynomial(), wide).needs()).containsExactly(wide);
    Predicate equal = Predicate.atMost(n, p);
    assertThat(needing(within(1, 0), equal).needs()).containsExactly(equal);
  }

  @Test
  void aClaimCoversTermByTerm() {
    Polynomial derived = N.power(3).times(P).times(4).plus(N.times(D).times(LOG_N)).plus(P);
    assertThat(POLY.uncovered(derived, N.power(3).times(P), POSITIVE)).isEqualTo(Polynomial.ZERO);
    assertThat(POLY.uncovered(derived, N.power(2).times(P), POSITIVE))
        .hasToString("4*n^3*p + d*n*len(n)");
    assertThat(POLY.uncovered(N.power(2).times(D), N.power(3), POSITIVE).isZero()).isTrue();
  }

  @Test
  void upperBoundsOnParametersDoNotCoverAnything() {
    // p in poly(n) may be 1, so O(p) does not cover n; nor does O(n p) cover n unless p >= 1.
    assertThat(POLY.uncovered(N, P, POSITIVE)).isEqualTo(N);
    assertThat(POLY.uncovered(N, N.times(P), Facts.NONE)).isEqualTo(N);
    assertThat(POLY.uncovered(N, N.times(P), POSITIVE)).isEqualTo(Polynomial.ZERO);
    assertThat(POLY.uncovered(D, N.minus(Polynomial.ONE), POSITIVE)).isEqualTo(D);
  }
}
