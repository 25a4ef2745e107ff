package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.kernel.Index;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;

/** Index arithmetic under assumptions: quotients, remainders, parity, mixed radix. */
class AssumptionsTest {

  private static final Index A = Index.variable("a");
  private static final Index B = Index.variable("b");
  private static final Index D = Index.variable("d");
  private static final Index N = Index.variable("n");
  private static final Index Q = Index.variable("q");
  private static final Index R = Index.variable("r");
  private static final Index S = Index.variable("s");

  private static Predicate less(Index left, Index right) {
    return new Predicate.Less(left, right);
  }

  private static Predicate even(Index term) {
    return new Predicate.Equal(mod(term, Index.number(2)), Index.ZERO);
  }

  private static Index div(Index a, Index b) {
    return new Index.Divide(a, b);
  }

  private static Index mod(Index a, Index b) {
    return new Index.Modulo(a, b);
  }

  private static Assumptions given(Predicate... predicates) {
    Assumptions assumptions = Assumptions.none();
    for (Predicate predicate : predicates) {
      assumptions = assumptions.and(predicate, Map.of());
    }
    return assumptions;
  }

  private static boolean proves(Assumptions assumptions, Predicate predicate) {
    return Decision.of(Normalizer.normalise(predicate, Map.of()), assumptions)
            instanceof Decision.Known known
        && known.value();
  }

  private static Polynomial simple(Assumptions assumptions, Index term) {
    return assumptions.simplify(Normalizer.normalise(term));
  }

  @Test
  void theSuccessorOfAnEvenIndexStaysBelowAnEvenSize() {
    Assumptions parity = given(even(D), less(A, D), even(A));
    assertThat(proves(parity, less(A.plus(Index.ONE), D))).isTrue();
    assertThat(proves(parity, less(div(A, Index.number(2)), div(D, Index.number(2))))).isTrue();
  }

  @Test
  void theSuccessorOfAnIndexNeedNotStayBelowTheSize() {
    assertThat(proves(given(even(D), less(A, D)), less(A.plus(Index.ONE), D))).isFalse();
    assertThat(proves(given(even(A), less(A, D)), less(A.plus(Index.ONE), D))).isFalse();
  }

  @Test
  void anOddIndexHasAPredecessorWithTheSameHalf() {
    Assumptions odd = given(less(A, D), new Predicate.Not(even(A)));
    assertThat(proves(odd, Predicate.atMost(Index.ONE, A))).isTrue();
    assertThat(simple(odd, mod(A, Index.number(2)))).isEqualTo(Polynomial.ONE);
    assertThat(simple(odd, div(A.minus(Index.ONE), Index.number(2))))
        .isEqualTo(simple(odd, div(A, Index.number(2))));
    assertThat(proves(odd, even(A.plus(Index.ONE)))).isTrue();
  }

  @Test
  void theDigitsOfAnIndexInMixedRadixAreBelowTheirRadices() {
    Assumptions below = given(less(R, A.times(B)), less(Index.ZERO, A));
    assertThat(proves(below, less(mod(R, A), A))).isTrue();
    assertThat(proves(below, less(div(R, A), B))).isTrue();
  }

  @Test
  void withoutAPositiveRadixDigitsAreNotBounded() {
    assertThat(proves(given(less(R, A.times(B).plus(Index.ONE))), less(div(R, A), B))).isFalse();
    assertThat(proves(given(), less(mod(R, A), A))).isFalse();
  }

  @Test
  void anIndexMadeOfDigitsGivesThemBack() {
    Assumptions digits = given(less(Q, A), less(S, B));
    Index index = Q.times(B).plus(S);
    assertThat(simple(digits, div(index, B))).isEqualTo(Polynomial.variable("q"));
    assertThat(simple(digits, mod(index, B))).isEqualTo(Polynomial.variable("s"));
    assertThat(proves(digits, less(index, A.times(B)))).isTrue();
    assertThat(simple(digits, mod(index, A))).isNotEqualTo(Polynomial.variable("s"));
  }

  @Test
  void quotientAndRemainderGiveTheIndexBack() {
    Assumptions positive = given(less(Index.ZERO, N));
    assertThat(simple(positive, div(R, N).times(N).plus(mod(R, N))))
        .isEqualTo(Polynomial.variable("r"));
    assertThat(simple(given(), div(R, N).times(N).plus(mod(R, N))))
        .isNotEqualTo(Polynomial.variable("r"));
  }

  @Test
  void aRemainderOfARemainderByTheSameOrADividingModulusIsOne() {
    Assumptions positive = given(less(Index.ZERO, A), less(Index.ZERO, B));
    assertThat(simple(positive, mod(mod(R, A), A))).isEqualTo(simple(positive, mod(R, A)));
    assertThat(simple(positive, mod(mod(R, A.times(B)), A))).isEqualTo(simple(positive, mod(R, A)));
  }

  @Test
  void comparisonsAreTightenedToIntegers() {
    Assumptions doubled =
        given(less(Index.number(2).times(A), Index.number(2).times(B).plus(Index.ONE)));
    assertThat(proves(doubled, Predicate.atMost(A, B))).isTrue();
    assertThat(
            given(
                    new Predicate.Equal(
                        Index.number(2).times(A), Index.number(2).times(B).plus(Index.ONE)))
                .contradictory())
        .isTrue();
  }

  @Test
  void anInequationNextToABoundIsAStrictBound() {
    Assumptions inner =
        given(less(A, D.plus(Index.ONE)), new Predicate.Not(new Predicate.Equal(A, D)));
    assertThat(proves(inner, less(A, D))).isTrue();
    Assumptions otherOrder =
        given(new Predicate.Not(new Predicate.Equal(A, D)), less(A, D.plus(Index.ONE)));
    assertThat(proves(otherOrder, less(A, D))).isTrue();
  }

  @Test
  void maximaAndConditionalsOpenWhereTheyAreDecided() {
    Assumptions ordered = given(less(A, B));
    assertThat(simple(ordered, new Index.Maximum(A, B))).isEqualTo(Polynomial.variable("b"));
    assertThat(simple(ordered, new Index.Minimum(A, B))).isEqualTo(Polynomial.variable("a"));
    assertThat(simple(ordered, new Index.Conditional(less(B, A), Index.ONE, Index.ZERO)))
        .isEqualTo(Polynomial.ZERO);
    assertThat(simple(given(), new Index.Maximum(A, B))).isNotEqualTo(Polynomial.variable("b"));
  }

  @Test
  void restrictingKeepsConditionsOnSizesAndOnConnectedIndices() {
    Index i = Index.variable("#0");
    Index j = Index.variable("#1");
    Index k = Index.variable("#2");
    Assumptions all = given(less(Index.ZERO, N), less(i, N), less(j, i), less(k, N));
    Assumptions kept = all.restrictedTo(new java.util.TreeSet<>(java.util.Set.of("#1")));
    assertThat(proves(kept, less(j, N))).isTrue();
    assertThat(proves(kept, less(k, N))).isFalse();
  }
}
