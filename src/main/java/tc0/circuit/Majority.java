package tc0.circuit;

import java.util.ArrayList;
import java.util.List;
import tc0.circuit.FlatCircuit.Kind;

/**
 * A SUM gate as a self-balancing majority gate, which is 1 iff at least half of its ports are. A
 * cell of weight {@code c > 0} is {@code c} copies of its literal and {@code c} ones; a cell of
 * weight {@code c < 0} is {@code |c|} copies of the complement and {@code |c|} zeros; a threshold
 * {@code k} is {@code 2k} zeros, or {@code 2|k|} ones if negative.
 */
public final class Majority {

  private Majority() {}

  /** The ports of a SUM gate, with multiplicity, as literals. */
  public static List<Integer> ports(FlatCircuit circuit, int gate) {
    int body = circuit.body(gate);
    if (circuit.kind(body) != Kind.SUM) {
      throw new IllegalArgumentException("gate " + gate + " is no SUM gate");
    }
    List<Integer> ports = new ArrayList<>();
    for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
      addCell(ports, circuit.literal(edge), circuit.weight(edge));
    }
    long mass = circuit.constantMass(body);
    long constant = circuit.constant(body);
    addCell(ports, 1, (mass + constant) / 2);
    addCell(ports, 1, -(mass - constant) / 2);
    long threshold = circuit.threshold(gate);
    add(ports, threshold > 0 ? 0 : 1, 2 * Math.absExact(threshold));
    return List.copyOf(ports);
  }

  private static void addCell(List<Integer> ports, int literal, long weight) {
    int sign = weight > 0 ? 0 : 1;
    add(ports, literal ^ sign, Math.abs(weight));
    add(ports, 1 ^ sign, Math.abs(weight));
  }

  private static void add(List<Integer> ports, int literal, long copies) {
    for (long i = 0; i < copies; i++) {
      ports.add(literal);
    }
  }

  /** The number of ports, given the sum of the absolute weights of all cells. */
  static long wires(long mass, long threshold) {
    return Math.multiplyExact(2, Math.addExact(mass, Math.absExact(threshold)));
  }
}
