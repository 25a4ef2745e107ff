package tc0.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The size terms on which depth may depend: numbers of rounds and depths of axiomatic circuits. */
final class Sizes {

  private Sizes() {}

  /** A polynomial that is at least {@code term} and grows with every size parameter. */
  static Polynomial upper(Index term, Predicate where) {
    return polynomial(term, Map.of()).positivePart();
  }

  /** Whether {@code term} is provably at least 1. */
  static boolean atLeastOne(Index term, Predicate where) {
    Map<String, Polynomial> shifted = new HashMap<>();
    collect(where, shifted);
    return polynomial(term, shifted).minus(Polynomial.ONE).hasNonNegativeCoefficients();
  }

  private static void collect(Predicate where, Map<String, Polynomial> shifted) {
    if (where instanceof Predicate.And(Predicate left, Predicate right)) {
      collect(left, shifted);
      collect(right, shifted);
    } else if (where
        instanceof
        Predicate.Not(Predicate.Less(Index.Variable(String name), Index.Number(var least)))) {
      shifted.put(name, Polynomial.variable(name).plus(Polynomial.of(least)));
    }
  }

  private static Polynomial polynomial(Index term, Map<String, Polynomial> values) {
    return switch (term) {
      case Index.Number(var value) -> Polynomial.of(value);
      case Index.Variable(String name) -> values.getOrDefault(name, Polynomial.variable(name));
      case Index.Add(Index left, Index right) ->
          polynomial(left, values).plus(polynomial(right, values));
      case Index.Subtract(Index left, Index right) ->
          polynomial(left, values).minus(polynomial(right, values));
      case Index.Multiply(Index left, Index right) ->
          polynomial(left, values).times(polynomial(right, values));
      case Index.Apply(Index.Function function, List<Index> arguments) -> {
        Map<String, Polynomial> inner = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
          inner.put(function.parameters().get(i), polynomial(arguments.get(i), values));
        }
        yield polynomial(function.body(), inner);
      }
      default ->
          throw new Refusal(
              Rule.D7, "`" + Notation.text(term) + "` is not a polynomial in the sizes");
    };
  }
}
