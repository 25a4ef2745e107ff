package tc0.circuit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;

/** Finds entries of input or output arrays by name and tuple. */
public final class PortBits {

  private final Map<String, Map<List<Integer>, Value>> ports = new HashMap<>();

  private PortBits(List<Port> ports) {
    for (Port port : ports) {
      Map<List<Integer>, Value> entries = new HashMap<>();
      for (int i = 0; i < port.tuples().size(); i++) {
        entries.put(Arrays.stream(port.tuples().get(i)).boxed().toList(), port.values().get(i));
      }
      this.ports.put(port.name(), entries);
    }
  }

  /** The input arrays of a circuit. */
  public static PortBits inputs(FlatCircuit circuit) {
    return new PortBits(circuit.inputs());
  }

  /** The output arrays of a circuit. */
  public static PortBits outputs(FlatCircuit circuit) {
    return new PortBits(circuit.outputs());
  }

  /** The entry of array {@code name} at a tuple; empty outside its box. */
  public Optional<Value> value(String name, int... tuple) {
    Map<List<Integer>, Value> entries = ports.get(name);
    if (entries == null) {
      throw new IllegalArgumentException("no array " + name + " among " + ports.keySet());
    }
    return Optional.ofNullable(entries.get(Arrays.stream(tuple).boxed().toList()));
  }

  /** The literal of a bit array at a tuple; 0 outside its box. */
  public int literal(String name, int... tuple) {
    return value(name, tuple).map(Value::literal).orElse(0);
  }

  /** The number of input bit {@code name[tuple]}. */
  public int inputBit(String name, int... tuple) {
    int literal =
        value(name, tuple)
            .orElseThrow(() -> new IllegalArgumentException(name + " has no entry there"))
            .literal();
    return (literal >> 1) - 1;
  }
}
