package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tc0.circuit.FlatCircuit;

/**
 * Compares the connection language of a family with the circuit that the unroller builds from it:
 * two independent roads to one graph. Equal means the same gates, the same types and, for each gate
 * and its complement twin, the same children with the same multiplicities, constants and padding
 * included.
 */
public final class GraphComparison {

  private final Connection connection;
  private final FlatCircuit circuit;
  private final Child[] nodes;

  private GraphComparison(Connection connection, FlatCircuit circuit) {
    this.connection = connection;
    this.circuit = circuit;
    this.nodes = new Child[circuit.nodeCount()];
  }

  /**
   * The first difference, if any.
   *
   * @param circuit the family of {@code connection} unrolled at the same sizes, one bit for each
   *     entry of a form input
   * @throws IllegalArgumentException if a node's label is no gate name
   */
  public static Optional<Difference> compare(Connection connection, FlatCircuit circuit) {
    return new GraphComparison(connection, circuit).run();
  }

  private Optional<Difference> run() {
    nameNodes();
    Map<Gate, GateType> expected = new LinkedHashMap<>();
    connection.forEachGate(expected::put);
    Set<Gate> found = new HashSet<>();
    for (int g = 0; g < circuit.gateCount(); g++) {
      Gate gate = ((Child.Inner) nodes[circuit.node(g)]).gate();
      GateType type = expected.get(gate);
      if (type == null || !found.add(gate)) {
        return Optional.of(new Difference.ExtraGate(gate));
      }
      GateType built = type(circuit.kind(circuit.body(g)));
      if (built != type) {
        return Optional.of(new Difference.WrongType(gate, type, java.util.List.of(built)));
      }
      Optional<Difference> difference = compareChildren(g, gate);
      if (difference.isPresent()) {
        return difference;
      }
    }
    for (Map.Entry<Gate, GateType> entry : expected.entrySet()) {
      if (!found.contains(entry.getKey())) {
        return Optional.of(new Difference.MissingGate(entry.getKey(), entry.getValue()));
      }
    }
    return Optional.empty();
  }

  private void nameNodes() {
    nodes[0] = new Child.Constant(false);
    for (int node = 1; node < nodes.length; node++) {
      String label = circuit.label(node);
      Gate name =
          Query.name(label)
              .orElseThrow(
                  () -> new IllegalArgumentException("`" + label + "` is not a gate name"));
      nodes[node] =
          node <= circuit.inputCount()
              ? new Child.Input(name.array(), name.at(), false)
              : new Child.Inner(name);
    }
  }

  private static GateType type(FlatCircuit.Kind kind) {
    return switch (kind) {
      case AND -> GateType.AND;
      case OR -> GateType.OR;
      case SUM -> GateType.MAJ;
    };
  }

  private Optional<Difference> compareChildren(int g, Gate gate) {
    for (Gate rail : java.util.List.of(gate, gate.twin())) {
      Optional<Difference> difference =
          Multiset.difference(rail, connection.children(rail), children(g, rail.complement()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Child child(int literal, boolean complement) {
    Child child = nodes[literal >> 1];
    return ((literal & 1) == 1) != complement ? child.negated() : child;
  }

  private Map<Child, BigInteger> children(int g, boolean complement) {
    int body = circuit.body(g);
    Map<Child, BigInteger> result = new LinkedHashMap<>();
    boolean sum = circuit.kind(body) == FlatCircuit.Kind.SUM;
    for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
      long weight = circuit.weight(edge);
      boolean negative = weight < 0 != complement;
      add(result, child(circuit.literal(edge), negative), Math.abs(weight));
      if (sum) {
        add(result, new Child.Constant(!negative), Math.abs(weight));
      }
    }
    if (sum) {
      // An integer c is a cell of weight c on the constant 1: 2|c| constants 1 or 0.
      long positive = (circuit.constantMass(body) + circuit.constant(body)) / 2;
      long negative = (circuit.constantMass(body) - circuit.constant(body)) / 2;
      add(result, new Child.Constant(!complement), 2 * positive);
      add(result, new Child.Constant(complement), 2 * negative);
      long k = circuit.threshold(g);
      long balance = complement ? 1 - k : k;
      add(result, new Child.Constant(balance < 0), 2 * Math.abs(balance));
    }
    return result;
  }

  private static void add(Map<Child, BigInteger> to, Child child, long times) {
    if (times > 0) {
      to.merge(child, BigInteger.valueOf(times), BigInteger::add);
    }
  }
}
