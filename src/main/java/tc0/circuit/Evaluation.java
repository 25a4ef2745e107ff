package tc0.circuit;

import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.FlatCircuit.Value;

/**
 * The values of all nodes for one input, computed gate by gate: slow, plain, and independent of the
 * {@link Simulator}.
 */
public final class Evaluation {

  private final boolean[] nodes;
  private final boolean[] known; // per body: whether its cells have been added up
  private final long[] sums;
  private final int[] ones;

  private Evaluation(int nodes, int bodies) {
    this.nodes = new boolean[nodes];
    this.known = new boolean[bodies];
    this.sums = new long[bodies];
    this.ones = new int[bodies];
  }

  /** Evaluates {@code circuit} on one value per input bit. */
  public static Evaluation of(FlatCircuit circuit, boolean[] inputs) {
    if (inputs.length != circuit.inputCount()) {
      throw new IllegalArgumentException(
          "the circuit has " + circuit.inputCount() + " input bits, not " + inputs.length);
    }
    Evaluation evaluation = new Evaluation(circuit.nodeCount(), circuit.bodyCount());
    System.arraycopy(inputs, 0, evaluation.nodes, 1, inputs.length);
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      evaluation.nodes[circuit.node(gate)] = evaluation.gate(circuit, gate);
    }
    return evaluation;
  }

  private boolean gate(FlatCircuit circuit, int gate) {
    int body = circuit.body(gate);
    if (!known[body]) {
      known[body] = true;
      addUp(circuit, body);
    }
    Kind kind = circuit.kind(body);
    return switch (kind) {
      case AND -> ones[body] == circuit.end(body) - circuit.start(body);
      case OR -> ones[body] > 0;
      case SUM -> sums[body] >= circuit.threshold(gate);
    };
  }

  private void addUp(FlatCircuit circuit, int body) {
    sums[body] = circuit.constant(body);
    for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
      if (literal(circuit.literal(edge))) {
        ones[body]++;
        sums[body] += circuit.weight(edge);
      }
    }
  }

  /** The value of a node. */
  public boolean node(int node) {
    return nodes[node];
  }

  /** The value of a literal. */
  public boolean literal(int literal) {
    return nodes[literal >> 1] ^ ((literal & 1) == 1);
  }

  /** The value of a port entry: 0 or 1 for a bit, the integer of a form. */
  public long value(Value value) {
    long sum = value.constant();
    for (int i = 0; i < value.literals().length; i++) {
      if (literal(value.literals()[i])) {
        sum += value.weights()[i];
      }
    }
    return sum;
  }
}
