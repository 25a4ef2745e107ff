package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpperBoundTest {

  private static final Index N = Index.variable("n");
  private static final Index W = Index.variable("w");
  private static final Index K = Index.variable("k");
  private static final Index T = Index.variable("t");
  private static final Index LAM = Index.variable("lam");
  private static final Index TWO = Index.number(2);
  private static final Scope SIZES = Scope.of(List.of("n", "w", "lam"));

  private static Scope scope(Box.Binder... binders) {
    return SIZES.enter(Box.of(binders));
  }

  private static String upper(Index term, Box.Binder... binders) {
    return UpperBound.upper(term, scope(binders)).toString();
  }

  @Test
  void b1CancelsBeforeAnythingIsEstimated() {
    Index clog = new Index.Length(N.minus(Index.ONE));
    Index low = TWO.times(N).plus(Index.number(4));
    Index high = low.plus(N.times(clog.plus(TWO)));
    assertThat(upper(high.minus(low))).isEqualTo("n*len(n) + 2*n");
  }

  @Test
  void b1UnfoldsFunctionsAndIdentifiesRenamedBoundVariables() {
    Index.Function root =
        new Index.Function(
            "root",
            List.of("m"),
            new Index.Least(
                "g",
                Index.variable("m"),
                new Predicate.Less(Index.variable("k"), Index.variable("g"))));
    Index direct =
        new Index.Least("h", N, new Predicate.Less(Index.variable("k"), Index.variable("h")));
    assertThat(Normalizer.normalise(new Index.Apply(root, List.of(N))))
        .isEqualTo(Normalizer.normalise(direct));
  }

  @Test
  void b1DoesNotCaptureAnArgument() {
    // f(x) = least v < 9 : v = x, applied to the outer v, is v itself and not 0.
    Index.Function f =
        new Index.Function(
            "f",
            List.of("x"),
            new Index.Least(
                "v",
                Index.number(9),
                new Predicate.Equal(Index.variable("v"), Index.variable("x"))));
    Index term =
        new Index.Summation("v", Index.number(4), new Index.Apply(f, List.of(Index.variable("v"))));
    Polynomial normal = Normalizer.normalise(term);
    assertThat(Meaning.value(normal, Map.of())).isEqualTo(Rational.of(6));
    assertThat(Meaning.value(Normalizer.normalise(Normalizer.toIndex(normal)), Map.of()))
        .isEqualTo(Rational.of(6));
  }

  @Test
  void b2AndB3BoundAWindowByItsWidth() {
    // Weight exponents of iterated_add: t < T, from(t) <= k < 2t + 2, where from(t) = max(2t - lam,
    // 0).
    Index from = new Index.Maximum(TWO.times(T).minus(LAM), Index.ZERO);
    Box.Binder t = Box.Binder.below("t", W);
    Box.Binder k = new Box.Binder("k", from, TWO.times(T).plus(TWO));
    assertThat(upper(K.minus(from), t, k)).isEqualTo("lam + 1");
    assertThat(upper(new Index.PowerOfTwo(K.minus(from)), t, k)).isEqualTo("2*2^lam");
    assertThat(UpperBound.count(Box.of(k), scope(t))).hasToString("lam + 2");
  }

  @Test
  void b2JoinsTheSidesOfAMaximum() {
    assertThat(upper(new Index.Maximum(N, W.plus(Index.ONE)))).isEqualTo("n + w + 1");
    assertThat(upper(new Index.Minimum(N, new Index.PowerOfTwo(W)))).isEqualTo("n");
    Predicate either = new Predicate.Less(N, W);
    assertThat(upper(new Index.Conditional(either, N.times(N), N))).isEqualTo("n^2 + n");
  }

  @Test
  void b2DoesNotChooseUnderASquare() {
    // min(n - s, w - lam)^2 is neither bounded by (n - s)^2 nor by (w - lam)^2.
    Scope sizes = Scope.of(List.of("n", "w", "lam", "s"));
    Index minimum = new Index.Minimum(N.minus(Index.variable("s")), W.minus(LAM));
    Polynomial bound = UpperBound.upper(minimum.times(minimum), sizes);
    for (String negative : List.of("s", "lam")) {
      Map<String, BigInteger> at = new HashMap<>();
      List.of("n", "w", "lam", "s").forEach(name -> at.put(name, BigInteger.ZERO));
      at.put(negative, BigInteger.valueOf(5));
      assertThat(Meaning.value(bound, at)).isGreaterThanOrEqualTo(Rational.of(25));
    }
  }

  @Test
  void b2WidensBeyondSixtyFourSplits() {
    Index sum = Index.ZERO;
    for (int i = 0; i < 12; i++) {
      sum = sum.plus(new Index.Maximum(N.plus(Index.number(i)), W.times(Index.number(i + 2))));
    }
    assertThat(UpperBound.upper(sum, SIZES)).hasToString("12*n + 90*w + 66");
  }

  @Test
  void b3EliminatesInnermostFirstAsExpressions() {
    // j < n - i, so i + j <= n - 1; the other order would give 2n - 2.
    Box.Binder i = Box.Binder.below("i", N);
    Box.Binder j = Box.Binder.below("j", N.minus(Index.variable("i")));
    assertThat(upper(Index.variable("i").plus(Index.variable("j")), i, j)).isEqualTo("n");
    assertThat(
            new Prover(Facts.NONE)
                .isNonNegative(
                    N.minus(Index.ONE).minus(Index.variable("i")).minus(Index.variable("j")),
                    scope(i, j)))
        .isTrue();
  }

  @Test
  void b3TakesTheLowEndUnderANegativeCoefficient() {
    assertThat(upper(W.minus(K), new Box.Binder("k", LAM, W))).isEqualTo("w");
    assertThat(
            new Prover(Facts.NONE)
                .isNonNegative(W.minus(LAM).minus(W.minus(K)), scope(new Box.Binder("k", LAM, W))))
        .isTrue();
    // The maximum of k would give w - (w - 1) = 1.
    assertThat(
            new Prover(Facts.NONE)
                .isNonNegative(Index.ONE.minus(W.minus(K)), scope(Box.Binder.below("k", W))))
        .isFalse();
  }

  @Test
  void b3ClipsANegativeLowEnd() {
    Box.Binder k = new Box.Binder("k", N.minus(W), N);
    assertThat(upper(Index.ZERO.minus(K), k)).isEqualTo("0");
    assertThat(UpperBound.count(Box.of(k), SIZES)).hasToString("w");
  }

  @Test
  void b4BoundsRemaindersByThePositiveDivisorOnly() {
    assertThat(upper(new Index.Modulo(K, N), Box.Binder.below("k", W))).isEqualTo("n");
    Index gap = N.minus(Index.ONE).minus(new Index.Modulo(W, N));
    assertThat(new Prover(Facts.NONE).isNonNegative(gap, SIZES)).isFalse();
    Facts positive = Facts.of(Predicate.atMost(Index.ONE, N));
    assertThat(new Prover(positive).isNonNegative(gap, SIZES)).isTrue();
    assertThat(upper(new Index.Modulo(W, Index.number(8)))).isEqualTo("7");
  }

  @Test
  void b4DividesWhatTheDivisorDivides() {
    assertThat(upper(new Index.Divide(N.times(N).plus(W), N))).isEqualTo("n + w");
    assertThat(upper(new Index.Divide(W, TWO))).isEqualTo("1/2*w");
    assertThat(upper(TWO.times(new Index.Divide(K, TWO)), Box.Binder.below("k", W.plus(Index.ONE))))
        .isEqualTo("w");
  }

  @Test
  void b4BoundsTheRemainingOpaqueTerms() {
    Predicate always = new Predicate.Prime(Index.variable("v"));
    assertThat(upper(new Index.Least("v", N, always))).isEqualTo("n");
    assertThat(upper(new Index.PowerModuloPrime(TWO, W, N))).isEqualTo("n");
    assertThat(upper(new Index.Summation("v", N, Index.variable("v").plus(W))))
        .isEqualTo("n^2 + n*w");
    Index.Advice advice =
        new Index.Advice("kappa", List.of("m"), new Index.Length(Index.variable("m")), Index.ZERO);
    assertThat(upper(new Index.Advise(advice, List.of(N)))).isEqualTo("2*n + 1");
  }

  @Test
  void b5OpensLengthsInExponents() {
    Index length = new Index.Length(N);
    assertThat(upper(new Index.PowerOfTwo(length))).isEqualTo("2*n + 1");
    assertThat(upper(new Index.PowerOfTwo(length.plus(TWO)))).isEqualTo("8*n + 4");
    assertThat(upper(new Index.PowerOfTwo(W.minus(Index.ONE)))).isEqualTo("1/2*2^w");
    assertThat(upper(new Index.PowerOfTwo(W.minus(N)))).isEqualTo("2^w");
    assertThat(upper(new Index.PowerOfTwo(length.times(length)))).isEqualTo("2^(len(n)^2)");
  }

  @Test
  void b5DoesNotBoundTheNextPowerByItsArgument() {
    // 2^len(n) is more than n, and 2^w is more than 2^(w - 1).
    Prover prover = new Prover(Facts.NONE);
    assertThat(prover.isNonNegative(N.minus(new Index.PowerOfTwo(new Index.Length(N))), SIZES))
        .isFalse();
    Index half = new Index.PowerOfTwo(W.minus(Index.ONE));
    assertThat(prover.isNonNegative(half.minus(new Index.PowerOfTwo(W)), SIZES)).isFalse();
  }

  @Test
  void b5RefusesAConstantThatCannotBeWrittenDown() {
    Index tower = new Index.PowerOfTwo(Index.number(1_000_000_000).minus(W));
    assertThatThrownBy(() -> UpperBound.upper(tower, SIZES))
        .isInstanceOf(Refusal.class)
        .hasMessage("B5: the constant 2^(1000000000) is too large");
  }

  @Test
  void aBinderMayReuseAName() {
    Scope twice = scope(Box.Binder.below("k", N)).enter("k", Index.ZERO, K);
    assertThat(UpperBound.upper(K, twice)).hasToString("n");
  }

  @Test
  void aFunctionMayCallItsParametersLikeTheSizes() {
    // f(n, w) = sum of w over v < n, applied to (w, n): the parts of the sum are already resolved.
    Index.Function f =
        new Index.Function("f", List.of("n", "w"), new Index.Summation("v", N, W.plus(Index.ONE)));
    Scope inside = SIZES.seeing(SIZES.bind(f.parameters(), List.of(W, TWO)));
    assertThat(UpperBound.upper(f.body(), inside)).hasToString("3*w");
    assertThat(upper(new Index.Apply(f, List.of(W, N)))).isEqualTo("n*w + w");
  }
}
