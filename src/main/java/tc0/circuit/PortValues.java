package tc0.circuit;

import java.util.ArrayList;
import java.util.List;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
import tc0.circuit.index.Extent;
import tc0.kernel.Circuit;

/** Writes the arrays at the border of a circuit as ports. */
final class PortValues {

  private PortValues() {}

  static List<Value> consecutive(int first, int count) {
    List<Value> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(Value.bit(2 * (first + i)));
    }
    return values;
  }

  static List<Value> of(int[] literals) {
    List<Value> values = new ArrayList<>(literals.length);
    for (int literal : literals) {
      values.add(Value.bit(literal));
    }
    return values;
  }

  static List<Value> of(FlatForm[] forms) {
    List<Value> values = new ArrayList<>(forms.length);
    for (FlatForm form : forms) {
      values.add(new Value(true, form.constant, form.literals, form.weights));
    }
    return values;
  }

  static Port port(Circuit.Port port, Extent extent, List<Value> values) {
    List<int[]> tuples = new ArrayList<>(extent.size());
    for (int i = 0; i < extent.size(); i++) {
      tuples.add(extent.tuple(i));
    }
    return new Port(port.name(), tuples, values);
  }

  /** A form input: each entry a natural of {@code width} bits, low bit first. */
  static FlatForm[] naturals(Extent extent, int first, int width) {
    FlatForm[] entries = new FlatForm[extent.size()];
    for (int i = 0; i < entries.length; i++) {
      int[] literals = new int[width];
      long[] weights = new long[width];
      for (int q = 0; q < width; q++) {
        literals[q] = 2 * (first + i * width + q);
        weights[q] = 1L << q;
      }
      entries[i] = new FlatForm(literals, weights, 0, 0);
    }
    return entries;
  }
}
