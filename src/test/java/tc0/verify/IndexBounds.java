package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Meaning;
import tc0.kernel.Rational;
import tc0.kernel.Scope;
import tc0.kernel.UpperBound;

/**
 * Holds the kernel's bounds on index terms of one circuit against their values at every tuple of
 * their boxes: the number of tuples of each box, thresholds, weights, integers of forms, sizes of
 * calls and rounds.
 */
final class IndexBounds {

  private final Configuration configuration;
  private final Map<Object, Rational> bounds = new IdentityHashMap<>();
  private long comparisons;

  private IndexBounds(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Compares all terms; returns how many comparisons there were. */
  static long hold(Configuration configuration) {
    IndexBounds bounds = new IndexBounds(configuration);
    Scope scope = Scope.of(configuration.family().parameters());
    for (Circuit.Port input : configuration.family().inputs()) {
      bounds.count(input.box(), scope, configuration.sizes());
    }
    bounds.declarations(configuration.family().body(), scope, configuration.sizes());
    return bounds.comparisons;
  }

  private void declarations(List<Declaration> body, Scope scope, Map<String, BigInteger> at) {
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Alias alias -> count(alias.box(), scope, at);
        case Declaration.FormDefinition form ->
            each(form.box(), scope, at, (inner, tuple) -> form(form.body(), inner, tuple));
        case Declaration.Junction junction ->
            each(
                junction.box(),
                scope,
                at,
                (inner, tuple) ->
                    junction.parts().forEach(part -> count(part.box(), inner, tuple)));
        case Declaration.Threshold threshold ->
            each(
                threshold.box(),
                scope,
                at,
                (inner, tuple) -> {
                  magnitude(threshold.threshold(), inner, tuple);
                  form(threshold.form(), inner, tuple);
                });
        case Declaration.Call call ->
            each(
                call.box(),
                scope,
                at,
                (inner, tuple) -> call.sizes().forEach(size -> upper(size, inner, tuple)));
        case Declaration.Iterate iterate -> {
          upper(iterate.count(), scope, at);
          Scope inner = scope.enter(iterate.counter(), Index.ZERO, iterate.count());
          BigInteger rounds = Meaning.value(iterate.count(), at);
          for (BigInteger t = BigInteger.ZERO; t.compareTo(rounds) < 0; t = t.add(BigInteger.ONE)) {
            Map<String, BigInteger> round = new HashMap<>(at);
            round.put(iterate.counter(), t);
            iterate.states().forEach(state -> count(state.box(), scope, at));
            declarations(iterate.body(), inner, round);
          }
        }
      }
    }
  }

  private void form(Form form, Scope scope, Map<String, BigInteger> at) {
    switch (form) {
      case Form.Number number -> magnitude(number.value(), scope, at);
      case Form.Add add -> {
        form(add.left(), scope, at);
        form(add.right(), scope, at);
      }
      case Form.Scale scale -> {
        magnitude(scale.weight(), scope, at);
        form(scale.of(), scope, at);
      }
      case Form.Sum sum ->
          each(sum.box(), scope, at, (inner, tuple) -> form(sum.body(), inner, tuple));
      case Form.Conditional conditional ->
          form(
              Meaning.holds(conditional.condition(), at)
                  ? conditional.then()
                  : conditional.otherwise(),
              scope,
              at);
      case Form.Of of -> {}
      case Form.Read read -> {}
    }
  }

  /** What to do at a tuple. */
  private interface Visit {
    void at(Scope inner, Map<String, BigInteger> tuple);
  }

  private void each(Box box, Scope scope, Map<String, BigInteger> at, Visit visit) {
    count(box, scope, at);
    Scope inner = scope.enter(box);
    Meaning.forEach(box, at, tuple -> visit.at(inner, tuple));
  }

  private void count(Box box, Scope scope, Map<String, BigInteger> at) {
    BigInteger[] tuples = {BigInteger.ZERO};
    Meaning.forEach(box, at, tuple -> tuples[0] = tuples[0].add(BigInteger.ONE));
    atMost(tuples[0], box, () -> Meaning.value(UpperBound.count(box, scope), sizes()));
  }

  private void upper(Index term, Scope scope, Map<String, BigInteger> at) {
    atMost(
        Meaning.value(term, at), term, () -> Meaning.value(UpperBound.upper(term, scope), sizes()));
  }

  private void magnitude(Index term, Scope scope, Map<String, BigInteger> at) {
    atMost(
        Meaning.value(term, at).abs(),
        term,
        () -> Meaning.value(UpperBound.magnitude(term, scope), sizes()));
  }

  private Map<String, BigInteger> sizes() {
    return configuration.sizes();
  }

  /** The bound does not depend on the tuple, so it is derived once for each term. */
  private void atMost(BigInteger value, Object term, Supplier<Rational> derivation) {
    Rational bound = bounds.get(term);
    if (bound == null) {
      bound = derivation.get();
      bounds.put(term, bound);
    }
    comparisons++;
    if (Rational.of(value).compareTo(bound) > 0) {
      assertThat(Rational.of(value)).as("%s of %s", term, configuration).isLessThanOrEqualTo(bound);
    }
  }
}
