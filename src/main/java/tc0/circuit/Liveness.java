package tc0.circuit;

import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;

/** Which nodes the outputs of a circuit depend on. */
final class Liveness {

  private Liveness() {}

  /** Backwards over the gates: whoever reads a gate comes after it. */
  static boolean[] nodes(FlatCircuit circuit) {
    boolean[] live = new boolean[circuit.nodeCount()];
    for (Port port : circuit.outputs()) {
      for (Value value : port.values()) {
        for (int literal : value.literals()) {
          live[literal >> 1] = true;
        }
      }
    }
    boolean[] visited = new boolean[circuit.bodyCount()];
    for (int gate = circuit.gateCount() - 1; gate >= 0; gate--) {
      int body = circuit.body(gate);
      if (!live[circuit.node(gate)] || visited[body]) {
        continue;
      }
      visited[body] = true;
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        live[circuit.literal(edge) >> 1] = true;
      }
    }
    return live;
  }
}
