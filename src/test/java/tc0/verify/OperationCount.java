package tc0.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Meaning;

/** Counts the instances of primitives that a circuit contains at concrete sizes. */
final class OperationCount {

  private record Key(String circuit, List<BigInteger> sizes) {}

  private final Set<String> primitives;
  private final Map<Key, Map<String, Long>> known = new HashMap<>();

  private OperationCount(Set<String> primitives) {
    this.primitives = primitives;
  }

  /** The number of instances of every primitive, by its name without that of its module. */
  static Map<String, Long> of(
      Circuit circuit, Set<String> primitives, Map<String, BigInteger> sizes) {
    return new OperationCount(primitives)
        .count(circuit, circuit.parameters().stream().map(sizes::get).toList());
  }

  private Map<String, Long> count(Circuit circuit, List<BigInteger> sizes) {
    Key key = new Key(circuit.name(), sizes);
    Map<String, Long> counts = known.get(key);
    if (counts == null) {
      counts =
          switch (circuit) {
            case Circuit primitive when primitives.contains(primitive.name()) ->
                Map.of(primitive.name().substring(primitive.name().lastIndexOf('.') + 1), 1L);
            case Circuit.Axiom axiom -> throw new IllegalArgumentException(axiom.name());
            case Circuit.Family family -> {
              Map<String, BigInteger> at = new HashMap<>();
              for (int i = 0; i < sizes.size(); i++) {
                at.put(family.parameters().get(i), sizes.get(i));
              }
              yield count(family.body(), at);
            }
          };
      known.put(key, counts);
    }
    return counts;
  }

  private Map<String, Long> count(List<Declaration> body, Map<String, BigInteger> at) {
    Map<String, Long> counts = new TreeMap<>();
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Call call ->
            Meaning.forEach(
                call.box(),
                at,
                tuple ->
                    count(
                            call.circuit(),
                            call.sizes().stream().map(size -> Meaning.value(size, tuple)).toList())
                        .forEach((name, count) -> counts.merge(name, count, Long::sum)));
        case Declaration.Iterate iterate -> {
          int rounds = Meaning.value(iterate.count(), at).intValueExact();
          for (int t = 0; t < rounds; t++) {
            Map<String, BigInteger> inner = new HashMap<>(at);
            inner.put(iterate.counter(), BigInteger.valueOf(t));
            count(iterate.body(), inner)
                .forEach((name, count) -> counts.merge(name, count, Long::sum));
          }
        }
        default -> {}
      }
    }
    return counts;
  }
}
