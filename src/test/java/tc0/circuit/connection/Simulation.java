package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Values of gates, computed from nothing but types and wires; each rail is computed on its own. */
final class Simulation {

  private final Connection connection;
  private final Predicate<Child.Input> bits;
  private final Map<Gate, Boolean> values = new HashMap<>();

  Simulation(Connection connection, Predicate<Child.Input> bits) {
    this.connection = connection;
    this.bits = bits;
  }

  boolean value(Child child) {
    return switch (child) {
      case Child.Constant(boolean value) -> value;
      case Child.Input(String array, var at, boolean complement) ->
          bits.test(new Child.Input(array, at, false)) != complement;
      case Child.Inner(Gate gate) -> value(gate);
    };
  }

  boolean value(Gate gate) {
    Boolean known = values.get(gate);
    if (known != null) {
      return known;
    }
    BigInteger ones = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (Map.Entry<Child, BigInteger> entry : connection.children(gate).entrySet()) {
      all = all.add(entry.getValue());
      if (value(entry.getKey())) {
        ones = ones.add(entry.getValue());
      }
    }
    boolean value =
        switch (connection.type(gate).value().orElseThrow()) {
          case AND -> ones.equals(all);
          case OR -> ones.signum() > 0;
          case MAJ -> ones.shiftLeft(1).compareTo(all) >= 0;
        };
    values.put(gate, value);
    return value;
  }
}
