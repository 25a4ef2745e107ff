package tc0.syntax.elaborate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the signs of arithmetic and the names of functions mean on each number type. */
public final class Operators {
  private final Map<RecordType, Map<String, CircuitTemplate>> tables = new HashMap<>();

  void define(RecordType type, String symbol, CircuitTemplate circuit) {
    tables.computeIfAbsent(type, t -> new TreeMap<>()).put(symbol, circuit);
  }

  /** The circuit that computes an operation on a type. */
  public Optional<CircuitTemplate> find(RecordType type, String symbol) {
    return Optional.ofNullable(tables.getOrDefault(type, Map.of()).get(symbol));
  }

  /** Whether some type gives the name a meaning. */
  boolean isSymbol(String symbol) {
    return tables.values().stream().anyMatch(table -> table.containsKey(symbol));
  }

  /** All operations of a type. */
  public Map<String, CircuitTemplate> of(RecordType type) {
    return Map.copyOf(tables.getOrDefault(type, Map.of()));
  }

  /** Every circuit that is an operation of some type. */
  public java.util.Set<CircuitTemplate> circuits() {
    java.util.Set<CircuitTemplate> all = new java.util.LinkedHashSet<>();
    tables.values().forEach(table -> all.addAll(table.values()));
    return all;
  }
}
