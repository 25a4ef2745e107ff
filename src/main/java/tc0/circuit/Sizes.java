package tc0.circuit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import tc0.circuit.FlatCircuit.Kind;

/** Counts gates, edges and wires in one pass. */
record Sizes(Map<Kind, Long> gates, long edges, long wires, long maxFanIn, long maxWires) {

  static Sizes of(FlatCircuit circuit) {
    int bodies = circuit.bodyCount();
    long[] fanIn = new long[bodies];
    long[] mass = new long[bodies];
    int[] seen = new int[2 * circuit.nodeCount()];
    Arrays.fill(seen, -1);
    for (int body = 0; body < bodies; body++) {
      mass[body] = circuit.constantMass(body);
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        int literal = circuit.literal(edge);
        if (seen[literal] != body) {
          seen[literal] = body;
          fanIn[body]++;
        }
        mass[body] = Math.addExact(mass[body], Math.abs((long) circuit.weight(edge)));
      }
    }
    Map<Kind, Long> gates = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      gates.put(kind, 0L);
    }
    long edges = 0;
    long wires = 0;
    long maxFanIn = 0;
    long maxWires = 0;
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int body = circuit.body(gate);
      Kind kind = circuit.kind(body);
      gates.merge(kind, 1L, Long::sum);
      long ports =
          kind == Kind.SUM ? Majority.wires(mass[body], circuit.threshold(gate)) : mass[body];
      edges += fanIn[body];
      wires = Math.addExact(wires, ports);
      maxFanIn = Math.max(maxFanIn, fanIn[body]);
      maxWires = Math.max(maxWires, ports);
    }
    return new Sizes(gates, edges, wires, maxFanIn, maxWires);
  }
}
