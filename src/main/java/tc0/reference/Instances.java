package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The circuits and definitions that were needed so far, each once per choice of sizes. */
final class Instances {

  private record TypeKey(String name, List<Integer> arguments) {}

  private record Key(String name, Map<String, BigInteger> sizes) {}

  private final Map<Key, Specification> circuits = new ConcurrentHashMap<>();
  private final Map<Key, DefinedFunction> definitions = new ConcurrentHashMap<>();
  private final Map<TypeKey, WordType.Record> records = new ConcurrentHashMap<>();

  /** A circuit without static arguments at given sizes. */
  Specification circuit(Meaning.Circuit circuit, Map<String, BigInteger> sizes) {
    Key key = new Key(circuit.qualifiedName(), Map.copyOf(sizes));
    Specification known = circuits.get(key);
    if (known == null) {
      known = new Specification(circuit, key.sizes(), Map.of(), this);
      circuits.put(key, known);
    }
    return known;
  }

  /** A definition at given sizes. */
  DefinedFunction definition(Meaning.Definition definition, Map<String, BigInteger> sizes) {
    Key key = new Key(definition.qualifiedName(), Map.copyOf(sizes));
    DefinedFunction known = definitions.get(key);
    if (known == null) {
      known = new DefinedFunction(definition, key.sizes(), this);
      definitions.put(key, known);
    }
    return known;
  }

  /** A record type at given arguments, made by {@code make} when first needed. */
  WordType.Record record(String name, List<Integer> arguments, Supplier<WordType.Record> make) {
    TypeKey key = new TypeKey(name, arguments);
    WordType.Record known = records.get(key);
    if (known == null) {
      known = make.get();
      records.put(key, known);
    }
    return known;
  }
}
