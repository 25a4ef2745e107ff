package tc0.circuit;

import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;

/**
 * The circuit in which every gate has a twin for its complement, so that only input bits are
 * negated. A negative weight reads the complement of its literal.
 *
 * @param depth the longest path to an output with NOT gates counted
 * @param gates gates and twins that the outputs need
 * @param negatedInputs NOT gates that they need
 */
record TwoRail(int depth, long gates, long negatedInputs) {

  private static final int TRUE_RAIL = 1;
  private static final int FALSE_RAIL = 2;

  static TwoRail of(FlatCircuit circuit) {
    int bodies = circuit.bodyCount();
    int[][] depths = new int[2][bodies]; // of the gates, of their twins
    for (int body = 0; body < bodies; body++) {
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        int literal = railOf(circuit, edge);
        depths[0][body] = Math.max(depths[0][body], depth(circuit, depths, literal));
        depths[1][body] = Math.max(depths[1][body], depth(circuit, depths, literal ^ 1));
      }
      depths[0][body]++;
      depths[1][body]++;
    }
    byte[] needed = new byte[circuit.nodeCount()];
    int depth = 0;
    for (Port port : circuit.outputs()) {
      for (Value value : port.values()) {
        for (int i = 0; i < value.literals().length; i++) {
          int literal = value.literals()[i] ^ (value.weights()[i] < 0 ? 1 : 0);
          depth = Math.max(depth, depth(circuit, depths, literal));
          need(needed, literal);
        }
      }
    }
    propagate(circuit, needed);
    long gates = 0;
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      gates += Integer.bitCount(needed[circuit.node(gate)]);
    }
    long negated = 0;
    for (int input = 1; input <= circuit.inputCount(); input++) {
      negated += (needed[input] & FALSE_RAIL) != 0 ? 1 : 0;
    }
    return new TwoRail(depth, gates, negated);
  }

  /** The literal that an edge reads when weights are made positive. */
  private static int railOf(FlatCircuit circuit, int edge) {
    return circuit.literal(edge) ^ (circuit.weight(edge) < 0 ? 1 : 0);
  }

  private static int depth(FlatCircuit circuit, int[][] depths, int literal) {
    int gate = circuit.gate(literal >> 1);
    if (gate >= 0) {
      return depths[literal & 1][circuit.body(gate)];
    }
    return literal <= 1 ? 0 : literal & 1;
  }

  private static void need(byte[] needed, int literal) {
    needed[literal >> 1] |= (byte) ((literal & 1) == 0 ? TRUE_RAIL : FALSE_RAIL);
  }

  /**
   * Backwards over the gates: whoever reads a gate comes after it. The gates of one body are looked
   * at together.
   */
  private static void propagate(FlatCircuit circuit, byte[] needed) {
    byte[] perBody = new byte[circuit.bodyCount()];
    int[] firstGate = new int[circuit.bodyCount()];
    for (int gate = circuit.gateCount() - 1; gate >= 0; gate--) {
      firstGate[circuit.body(gate)] = gate;
    }
    for (int gate = circuit.gateCount() - 1; gate >= 0; gate--) {
      int body = circuit.body(gate);
      perBody[body] |= needed[circuit.node(gate)];
      if (firstGate[body] != gate || perBody[body] == 0) {
        continue;
      }
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        int literal = railOf(circuit, edge);
        if ((perBody[body] & TRUE_RAIL) != 0) {
          need(needed, literal);
        }
        if ((perBody[body] & FALSE_RAIL) != 0) {
          need(needed, literal ^ 1);
        }
      }
    }
  }
}
