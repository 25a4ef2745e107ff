package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Bounds are compared with the values that they bound, by brute force over small sizes. */
class UpperBoundProperties {

  private static final List<String> PARAMETERS = List.of("n", "w");

  @Property(tries = 1000)
  void normalFormsKeepTheValue(@ForAll long seed) {
    Terms terms = new Terms(seed);
    Index term = terms.term(PARAMETERS, 4);
    Polynomial normal = Normalizer.normalise(term);
    atSmallSizes(
        sizes ->
            assertThat(Meaning.value(normal, sizes))
                .as("%s as %s", Notation.text(term), normal)
                .isEqualTo(Rational.of(Meaning.value(term, sizes))));
  }

  @Property(tries = 1000)
  void noTupleExceedsTheBound(@ForAll long seed) {
    Terms terms = new Terms(seed);
    Box box = terms.box(PARAMETERS);
    Index term = terms.term(names(box), 3);
    Scope scope = Scope.of(PARAMETERS).enter(box);
    Polynomial upper = UpperBound.upper(term, scope);
    Polynomial magnitude = UpperBound.magnitude(term, scope);
    assertThat(upper.hasNonNegativeCoefficients()).isTrue();
    atSmallSizes(
        sizes ->
            Meaning.forEach(
                box,
                sizes,
                tuple -> {
                  Rational value = Rational.of(Meaning.value(term, tuple));
                  assertThat(Meaning.value(upper, sizes))
                      .as("%s <= %s at %s", Notation.text(term), upper, tuple)
                      .isGreaterThanOrEqualTo(value);
                  assertThat(Meaning.value(magnitude, sizes))
                      .as("|%s| <= %s at %s", Notation.text(term), magnitude, tuple)
                      .isGreaterThanOrEqualTo(value.max(value.negate()));
                }));
  }

  @Property(tries = 700)
  void noBoxHasMoreTuplesThanItsCount(@ForAll long seed) {
    Box box = new Terms(seed).box(PARAMETERS);
    Polynomial count = UpperBound.count(box, Scope.of(PARAMETERS));
    atSmallSizes(
        sizes -> {
          AtomicInteger tuples = new AtomicInteger();
          Meaning.forEach(box, sizes, tuple -> tuples.incrementAndGet());
          assertThat(Meaning.value(count, sizes))
              .as("%s has at most %s at %s", box, count, sizes)
              .isGreaterThanOrEqualTo(Rational.of(tuples.get()));
        });
  }

  @Property(tries = 700)
  void whatIsProvedHolds(@ForAll long seed) {
    Terms terms = new Terms(seed);
    Box box = terms.box(PARAMETERS);
    Index term = terms.term(names(box), 2);
    Predicate where =
        Predicate.atMost(Index.ONE, Index.variable("n"))
            .and(Predicate.atMost(Index.variable("w"), Index.variable("n")));
    Scope scope = Scope.of(PARAMETERS).enter(box);
    if (new Prover(Facts.of(where)).isNonNegative(term, scope)) {
      atSmallSizes(
          sizes -> {
            if (Meaning.holds(where, sizes)) {
              Meaning.forEach(
                  box,
                  sizes,
                  tuple ->
                      assertThat(Meaning.value(term, tuple))
                          .as("%s >= 0 at %s", Notation.text(term), tuple)
                          .isGreaterThanOrEqualTo(BigInteger.ZERO));
            }
          });
    }
  }

  @Property(tries = 1000)
  void boundsAreMonotoneAndMayBeSubstituted(@ForAll long seed) {
    Terms terms = new Terms(seed);
    Polynomial bound = UpperBound.upper(terms.term(PARAMETERS, 3), Scope.of(PARAMETERS));
    Index n = terms.linear(PARAMETERS);
    Polynomial upper = UpperBound.upper(n, Scope.of(PARAMETERS));
    Polynomial composed = Bounds.substitute(bound, Map.of("n", upper));
    atSmallSizes(
        sizes -> {
          BigInteger inner = Meaning.value(n, sizes).max(BigInteger.ZERO);
          assertThat(Meaning.value(composed, sizes))
              .as("%s at n = %s gives %s at %s", bound, Notation.text(n), composed, sizes)
              .isGreaterThanOrEqualTo(Meaning.value(bound, Meaning.with(sizes, "n", inner)));
        });
  }

  private static List<String> names(Box box) {
    List<String> names = new ArrayList<>(PARAMETERS);
    names.addAll(box.names());
    return names;
  }

  private static void atSmallSizes(java.util.function.Consumer<Map<String, BigInteger>> check) {
    for (int n = 0; n <= 4; n++) {
      for (int w = 0; w <= 4; w++) {
        Map<String, BigInteger> sizes = new HashMap<>();
        sizes.put("n", BigInteger.valueOf(n));
        sizes.put("w", BigInteger.valueOf(w));
        try {
          check.accept(sizes);
        } catch (Meaning.TooLarge tooLarge) {
          continue; // not to be written down, hence not compared
        }
      }
    }
  }
}
