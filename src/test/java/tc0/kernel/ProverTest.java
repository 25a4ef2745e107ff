package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProverTest {

  private static final Index N = Index.variable("n");
  private static final Index W = Index.variable("w");
  private static final Index TWO = Index.number(2);
  private static final Scope SIZES = Scope.of(List.of("n", "w"));

  private static boolean proves(Predicate where, Index left, Index right) {
    return new Prover(Facts.of(where)).isNonNegative(right.minus(left), SIZES);
  }

  @Test
  void countsParametersFromTheirMinimum() {
    Predicate positive = Predicate.atMost(Index.ONE, W);
    assertThat(proves(positive, W.plus(Index.ONE), TWO.times(W))).isTrue();
    assertThat(proves(Predicate.TRUE, W.plus(Index.ONE), TWO.times(W))).isFalse();
  }

  @Test
  void doesNotProveASquareBelowADouble() {
    assertThat(proves(Predicate.atMost(Index.ONE, W), W.times(W), TWO.times(W))).isFalse();
  }

  @Test
  void usesInequalitiesOfTheWhereClause() {
    Predicate order = Predicate.atMost(W, N);
    assertThat(proves(order, W.times(N), N.times(N))).isTrue();
    assertThat(proves(Predicate.TRUE, W.times(N), N.times(N))).isFalse();
  }

  @Test
  void lengthsAreAtMostTheirArgument() {
    Index length = new Index.Length(N);
    assertThat(proves(Predicate.TRUE, length, N)).isTrue();
    assertThat(proves(Predicate.TRUE, N, length)).isFalse();
    assertThat(proves(Predicate.atMost(TWO, N), TWO, length)).isTrue();
  }

  @Test
  void knowsHowFarAQuotientFallsShort() {
    Index ceiling = new Index.Divide(W.plus(Index.ONE), TWO);
    assertThat(proves(Predicate.TRUE, W, TWO.times(ceiling))).isTrue();
    assertThat(proves(Predicate.TRUE, TWO.times(ceiling), W)).isFalse();
    assertThat(proves(Predicate.TRUE, Index.ZERO, ceiling)).isTrue();
  }

  @Test
  void opensQuotientsOfKnownMultiples() {
    Predicate even = new Predicate.Equal(new Index.Modulo(N, TWO), Index.ZERO);
    Index half = new Index.Divide(N, TWO);
    assertThat(new Prover(Facts.of(even)).areEqual(TWO.times(half), N, SIZES)).isTrue();
    assertThat(new Prover(Facts.NONE).areEqual(TWO.times(half), N, SIZES)).isFalse();
  }

  @Test
  void equalityIsOfNormalForms() {
    Index left = N.plus(W).times(N.plus(W));
    Index right = N.times(N).plus(TWO.times(N).times(W)).plus(W.times(W));
    Prover prover = new Prover(Facts.NONE);
    assertThat(prover.areEqual(left, right, SIZES)).isTrue();
    assertThat(prover.areEqual(left, right.plus(N), SIZES)).isFalse();
    Index power = new Index.PowerOfTwo(N.plus(W));
    Index product = new Index.PowerOfTwo(N).times(new Index.PowerOfTwo(W));
    assertThat(prover.areEqual(power, product, SIZES)).isTrue();
  }

  @Test
  void aMaximumMustBeCoveredOnBothSides() {
    Index maximum = new Index.Maximum(N, W);
    assertThat(proves(Predicate.TRUE, maximum, N.plus(W))).isTrue();
    assertThat(proves(Predicate.TRUE, maximum, N)).isFalse();
    assertThat(proves(Predicate.TRUE, N, maximum)).isTrue();
    assertThat(proves(Predicate.TRUE, new Index.Minimum(N, W), W)).isTrue();
    assertThat(proves(Predicate.TRUE, W, new Index.Minimum(N, W))).isFalse();
  }

  @Test
  void mixedRadixIndicesStayInRange() {
    // i < n, j < w: i*w + j < n*w.
    Scope scope = SIZES.enter("i", Index.ZERO, N).enter("j", Index.ZERO, W);
    Index index = Index.variable("i").times(W).plus(Index.variable("j"));
    Index gap = N.times(W).minus(Index.ONE).minus(index);
    assertThat(new Prover(Facts.NONE).isNonNegative(gap, scope)).isTrue();
    assertThat(new Prover(Facts.NONE).isNonNegative(gap.minus(Index.ONE), scope)).isFalse();
  }
}
