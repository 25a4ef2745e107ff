package tc0.kernel;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sizes at which a family exists under a regime. Without such sizes a claim holds of nothing, so
 * claims and theorems come with a witness.
 */
final class Witness {
  private Witness() {}

  /**
   * What is wrong with the sizes: one is missing, or a condition fails; empty if they are a
   * witness.
   */
  static Optional<String> violation(Circuit circuit, Regime regime, Map<String, BigInteger> sizes) {
    Map<String, Polynomial> values = new HashMap<>();
    for (String parameter : circuit.parameters()) {
      BigInteger value = sizes.get(parameter);
      if (value == null || value.signum() < 0) {
        return Optional.of("no sizes are given at which the family exists: " + parameter);
      }
      values.put(parameter, Polynomial.of(value));
    }
    String given =
        "the given sizes "
            + new TreeMap<>(sizes)
                .entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + entry.getValue())
                    .collect(Collectors.joining(", "))
            + " do not satisfy `";
    if (!holds(circuit.where(), values)) {
      return Optional.of(given + "where " + Notation.text(circuit.where()) + "`");
    }
    for (Predicate need : regime.needs()) {
      if (values.keySet().containsAll(Variables.of(need)) && !holds(need, values)) {
        return Optional.of(given + "needs " + Notation.text(need) + "`");
      }
    }
    for (String parameter : circuit.parameters()) {
      if (regime.rates().get(parameter) instanceof Regime.Rate.Equal(Index value)
          && values.keySet().containsAll(Variables.of(value))
          && !Normalizer.normalise(value, values).equals(values.get(parameter))) {
        return Optional.of(given + parameter + " = " + Notation.text(value) + "`");
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Predicate predicate, Map<String, Polynomial> values) {
    return Normalizer.normalise(predicate, values).equals(Predicate.TRUE);
  }
}
