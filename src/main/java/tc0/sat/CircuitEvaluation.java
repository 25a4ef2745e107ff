package tc0.sat;

import tc0.circuit.FlatCircuit;

/** Evaluates a circuit on one assignment by its definition, to check counterexamples. */
final class CircuitEvaluation {

  private final boolean[] values;

  /** Evaluates {@code circuit} on {@code inputs}. */
  CircuitEvaluation(FlatCircuit circuit, boolean[] inputs) {
    values = new boolean[circuit.nodeCount()];
    System.arraycopy(inputs, 0, values, 1, inputs.length);
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int body = circuit.body(gate);
      long sum = circuit.constant(body);
      for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
        sum += holds(circuit.literal(edge)) ? circuit.weight(edge) : 0;
      }
      values[circuit.node(gate)] =
          switch (circuit.kind(body)) {
            case AND -> sum == circuit.end(body) - circuit.start(body);
            case OR -> sum > 0;
            case SUM -> sum >= circuit.threshold(gate);
          };
    }
  }

  /** The value of a circuit literal. */
  boolean holds(int literal) {
    return values[literal >> 1] ^ (literal & 1) == 1;
  }
}
