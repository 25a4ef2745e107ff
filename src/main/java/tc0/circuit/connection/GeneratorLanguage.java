package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/** An {@link ExplicitGenerator} at concrete sizes. */
final class GeneratorLanguage {

  private final ExplicitGenerator generator;
  private final Environment sizes;
  private final IndexEvaluator indices = new IndexEvaluator();

  GeneratorLanguage(ExplicitGenerator generator, Map<String, BigInteger> sizes) {
    this.generator = generator;
    this.sizes = Environment.of(sizes);
  }

  /**
   * All gates with their types, in the order of the clauses; a name under two types is reported
   * with both.
   */
  Map<Gate, Set<GateType>> gates() {
    Map<Gate, Set<GateType>> result = new LinkedHashMap<>();
    for (ExplicitGenerator.Gates clause : generator.gates()) {
      indices.forEach(
          clause.box(),
          sizes,
          (tuple, environment) ->
              result
                  .computeIfAbsent(
                      new Gate(clause.array(), tuple, clause.complement()), g -> new HashSet<>())
                  .add(clause.type()));
    }
    return result;
  }

  /** All wires of a gate; a port that two clauses describe differently occurs twice. */
  List<Wire> wires(Gate gate) {
    Set<Wire> result = new java.util.LinkedHashSet<>();
    for (ExplicitGenerator.Wires clause : generator.wires()) {
      if (clause.array().equals(gate.array())
          && clause.complement() == gate.complement()
          && clause.indices().size() == gate.at().size()) {
        Environment environment = sizes.with(clause.indices(), gate.at());
        Set<String> unbound = new java.util.LinkedHashSet<>();
        for (ExplicitGenerator.PortField field : clause.port()) {
          if (field instanceof ExplicitGenerator.PortField.Variable(String name)) {
            unbound.add(name);
          }
        }
        expand(clause, Terms.conjuncts(clause.condition()), unbound, environment, result);
      }
    }
    return List.copyOf(result);
  }

  /**
   * Enumerates one port variable after the other, each between bounds that the condition states.
   */
  private void expand(
      ExplicitGenerator.Wires clause,
      List<Predicate> conditions,
      Set<String> unbound,
      Environment environment,
      Set<Wire> into) {
    if (unbound.isEmpty()) {
      for (Predicate condition : conditions) {
        if (!indices.holds(condition, environment)) {
          return;
        }
      }
      into.add(new Wire(port(clause, environment), child(clause.target(), environment)));
      return;
    }
    for (String variable : unbound) {
      Optional<Range> range = range(variable, conditions, unbound, environment);
      if (range.isPresent()) {
        Set<String> rest = new java.util.LinkedHashSet<>(unbound);
        rest.remove(variable);
        BigInteger v = range.get().low();
        for (; v.compareTo(range.get().high()) < 0; v = v.add(BigInteger.ONE)) {
          indices.charge(1);
          expand(clause, conditions, rest, environment.with(variable, v), into);
        }
        return;
      }
    }
    throw new GeneratorException(
        "port variable %s of a wire of %s has no upper bound in its condition"
            .formatted(unbound.iterator().next(), clause.array()));
  }

  private record Range(BigInteger low, BigInteger high) {}

  private Optional<Range> range(
      String variable, List<Predicate> conditions, Set<String> unbound, Environment environment) {
    BigInteger low = BigInteger.ZERO;
    Optional<BigInteger> high = Optional.empty();
    for (Predicate condition : conditions) {
      Optional<Bound> stated = Bound.on(variable, condition);
      if (stated.isEmpty()
          || Variables.of(stated.get().by()).stream().anyMatch(unbound::contains)) {
        continue;
      }
      BigInteger value = indices.value(stated.get().by(), environment);
      switch (stated.get().kind()) {
        case BELOW -> high = Optional.of(high.map(h -> h.min(value)).orElse(value));
        case FROM -> low = low.max(value);
        case EQUAL -> {
          low = low.max(value);
          BigInteger end = value.add(BigInteger.ONE);
          high = Optional.of(high.map(h -> h.min(end)).orElse(end));
        }
      }
    }
    BigInteger from = low;
    return high.map(h -> new Range(from, h));
  }

  /** A bound on a variable that a condition states directly. */
  private record Bound(Kind kind, Index by) {
    enum Kind {
      BELOW,
      FROM,
      EQUAL
    }

    static Optional<Bound> on(String variable, Predicate condition) {
      Index v = Index.variable(variable);
      return switch (condition) {
        case Predicate.Less(Index a, Index b) when a.equals(v) -> bound(Kind.BELOW, b);
        case Predicate.Less(Index a, Index b) when b.equals(v) ->
            bound(Kind.FROM, Terms.add(a, Index.ONE));
        case Predicate.Not(Predicate.Less(Index a, Index b)) when b.equals(v) ->
            bound(Kind.BELOW, Terms.add(a, Index.ONE));
        case Predicate.Not(Predicate.Less(Index a, Index b)) when a.equals(v) ->
            bound(Kind.FROM, b);
        case Predicate.Equal(Index a, Index b) when a.equals(v) -> bound(Kind.EQUAL, b);
        case Predicate.Equal(Index a, Index b) when b.equals(v) -> bound(Kind.EQUAL, a);
        default -> Optional.empty();
      };
    }

    private static Optional<Bound> bound(Kind kind, Index by) {
      return Optional.of(new Bound(kind, by));
    }
  }

  private static List<BigInteger> port(ExplicitGenerator.Wires clause, Environment environment) {
    List<BigInteger> port = new ArrayList<>();
    for (ExplicitGenerator.PortField field : clause.port()) {
      port.add(
          switch (field) {
            case ExplicitGenerator.PortField.Numeral(BigInteger value) -> value;
            case ExplicitGenerator.PortField.Variable(String name) -> environment.value(name);
          });
    }
    return port;
  }

  private Child child(ExplicitGenerator.Target target, Environment environment) {
    return switch (target) {
      case ExplicitGenerator.Target.Constant(boolean value) -> new Child.Constant(value);
      case ExplicitGenerator.Target.Bit bit -> {
        List<BigInteger> at = indices.values(bit.at(), environment);
        boolean gate =
            generator.gates().stream().anyMatch(clause -> clause.array().equals(bit.array()));
        yield gate
            ? new Child.Inner(new Gate(bit.array(), at, bit.complement()))
            : new Child.Input(bit.array(), at, bit.complement());
      }
    };
  }
}
