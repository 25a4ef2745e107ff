package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an explicit generator with a family at concrete sizes, gate by gate and port by port.
 *
 * <p>The complement twins of an array are compared if the generator declares any; otherwise they
 * are taken to be the twins.
 */
public final class GeneratorCheck {
  private GeneratorCheck() {}

  /**
   * The outcome at one choice of sizes.
   *
   * @param sizes the sizes
   * @param gates gates of the generator
   * @param wires wires of the generator, of the gates that were compared
   * @param exact the first difference when ports are compared under the family's own names, if any
   * @param upToPorts the first difference when only the children of each gate are counted, if any
   */
  public record Outcome(
      Map<String, BigInteger> sizes,
      long gates,
      long wires,
      Optional<Difference> exact,
      Optional<Difference> upToPorts) {

    /** Whether the graphs are equal, be it with other port names. */
    public boolean equal() {
      return upToPorts.isEmpty();
    }

    /**
     * The difference to report: at a port that both have, else in the children of a gate, since a
     * missing port may be only another name.
     */
    public Optional<Difference> difference() {
      return upToPorts.isEmpty()
          ? Optional.empty()
          : exact.filter(Outcome::samePortNames).or(() -> upToPorts);
    }

    /** The outcome in one sentence. */
    public String message() {
      if (difference().isPresent()) {
        return "different: " + difference().get().message();
      }
      String size = "%d gates, %d wires".formatted(gates, wires);
      return exact
          .map(
              renamed ->
                  "equal up to the names of ports: %s; with the family's port names, %s"
                      .formatted(size, renamed.message()))
          .orElse("equal gate by gate and port by port: " + size);
    }

    private static boolean samePortNames(Difference difference) {
      return switch (difference) {
        case Difference.WrongChild wrong ->
            wrong.expected().isPresent() && wrong.found().isPresent();
        default -> true;
      };
    }
  }

  /**
   * Compares a generator with a family at the sizes of a connection.
   *
   * @throws GeneratorException if the generator is for other size parameters, or a port variable
   *     has no bound
   * @throws LimitExceededException if the sizes are too large
   */
  public static Outcome compare(ExplicitGenerator generator, Connection connection) {
    if (!Set.copyOf(generator.parameters()).equals(Set.copyOf(connection.family().parameters()))) {
      throw new GeneratorException(
          "%s has the size parameters %s, the family has %s"
              .formatted(
                  generator.name(), generator.parameters(), connection.family().parameters()));
    }
    return new Comparison(generator, connection).run();
  }

  private static final class Comparison {
    private final ExplicitGenerator generator;
    private final Connection connection;
    private final GeneratorLanguage language;
    private long wires;

    Comparison(ExplicitGenerator generator, Connection connection) {
      this.generator = generator;
      this.connection = connection;
      this.language = new GeneratorLanguage(generator, connection.sizes());
    }

    Outcome run() {
      Map<Gate, Set<GateType>> found = language.gates();
      Map<Gate, GateType> expected = expectedGates();
      Optional<Difference> gates = compareGates(expected, found);
      Optional<Difference> exact = gates;
      Optional<Difference> counted = gates;
      for (Gate gate : expected.keySet()) {
        if (exact.isPresent() && counted.isPresent()) {
          break;
        }
        List<Wire> given = language.wires(gate);
        wires += given.size();
        Optional<Difference> twice = twoChildren(gate, given);
        exact = exact.or(() -> twice).or(() -> comparePorts(gate, given));
        if (counted.isEmpty()) {
          counted = twice.or(() -> compareChildren(gate, given));
        }
      }
      return new Outcome(connection.sizes(), found.size(), wires, exact, counted);
    }

    private Map<Gate, GateType> expectedGates() {
      Set<String> twins = new java.util.HashSet<>();
      for (ExplicitGenerator.Gates clause : generator.gates()) {
        if (clause.complement()) {
          twins.add(clause.array());
        }
      }
      Map<Gate, GateType> expected = new LinkedHashMap<>();
      connection.forEachGate(
          (gate, type) -> {
            expected.put(gate, type);
            if (twins.contains(gate.array())) {
              expected.put(gate.twin(), type.dual());
            }
          });
      return expected;
    }

    private static Optional<Difference> compareGates(
        Map<Gate, GateType> expected, Map<Gate, Set<GateType>> found) {
      for (Map.Entry<Gate, GateType> entry : expected.entrySet()) {
        Set<GateType> types = found.get(entry.getKey());
        if (types == null) {
          return Optional.of(new Difference.MissingGate(entry.getKey(), entry.getValue()));
        }
        if (!types.equals(Set.of(entry.getValue()))) {
          return Optional.of(
              new Difference.WrongType(
                  entry.getKey(), entry.getValue(), types.stream().sorted().toList()));
        }
      }
      return found.keySet().stream()
          .filter(gate -> !expected.containsKey(gate))
          .findFirst()
          .map(Difference.ExtraGate::new);
    }

    private static Optional<Difference> twoChildren(Gate gate, List<Wire> given) {
      Map<List<BigInteger>, Child> seen = new HashMap<>();
      for (Wire wire : given) {
        Child other = seen.put(wire.port(), wire.child());
        if (other != null) {
          return Optional.of(new Difference.TwoChildren(gate, wire.port(), other, wire.child()));
        }
      }
      return Optional.empty();
    }

    private Optional<Difference> comparePorts(Gate gate, List<Wire> given) {
      Map<List<BigInteger>, Child> found = new LinkedHashMap<>();
      given.forEach(wire -> found.put(wire.port(), wire.child()));
      List<Difference> first = new ArrayList<>();
      connection.forEachWire(
          gate,
          wire -> {
            Optional<Child> child = Optional.ofNullable(found.remove(wire.port()));
            if (first.isEmpty() && !child.equals(Optional.of(wire.child()))) {
              first.add(
                  new Difference.WrongChild(gate, wire.port(), Optional.of(wire.child()), child));
            }
          });
      if (!first.isEmpty()) {
        return Optional.of(first.getFirst());
      }
      return found.entrySet().stream()
          .findFirst()
          .map(
              extra ->
                  new Difference.WrongChild(
                      gate, extra.getKey(), Optional.empty(), Optional.of(extra.getValue())));
    }

    private Optional<Difference> compareChildren(Gate gate, List<Wire> given) {
      Map<Child, BigInteger> found = new LinkedHashMap<>();
      given.forEach(wire -> found.merge(wire.child(), BigInteger.ONE, BigInteger::add));
      return Multiset.difference(gate, connection.children(gate), found);
    }
  }
}
