package tc0.circuit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;

/** Longest paths, one pass over the bodies per source. All gates of a body have the same depth. */
final class Depths {

  private static final int NONE = -1;

  private final FlatCircuit circuit;
  private final int[] deepest; // per body: depth of its gates, or NONE

  Depths(FlatCircuit circuit) {
    this.circuit = circuit;
    this.deepest = new int[circuit.bodyCount()];
  }

  /**
   * From each input array and the constants to each output array; pairs without a path are left
   * out.
   */
  Map<String, Map<String, Integer>> profile() {
    Map<String, Map<String, Integer>> profile = new LinkedHashMap<>();
    int first = 1;
    for (Port port : circuit.inputs()) {
      int past = first;
      for (Value value : port.values()) {
        past += value.literals().length;
      }
      measure(first, past, false);
      profile.put(port.name(), toOutputs(first, past, false));
      first = past;
    }
    measure(0, 1, true);
    profile.put(Metrics.CONSTANTS, toOutputs(0, 1, true));
    return profile;
  }

  /**
   * Paths from the nodes {@code [first, past)}; every gate may read constants, so with these every
   * gate has a path.
   */
  private void measure(int first, int past, boolean constants) {
    for (int body = 0; body < deepest.length; body++) {
      int depth = constants ? 0 : NONE;
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        depth = Math.max(depth, depth(circuit.literal(edge) >> 1, first, past));
      }
      deepest[body] = depth == NONE ? NONE : depth + 1;
    }
  }

  private int depth(int node, int first, int past) {
    int gate = circuit.gate(node);
    if (gate >= 0) {
      return deepest[circuit.body(gate)];
    }
    return node >= first && node < past ? 0 : NONE;
  }

  private Map<String, Integer> toOutputs(int first, int past, boolean constants) {
    Map<String, Integer> depths = new LinkedHashMap<>();
    for (Port port : circuit.outputs()) {
      int depth = NONE;
      for (Value value : port.values()) {
        if (constants && value.form()) {
          depth = Math.max(depth, 0);
        }
        for (int literal : value.literals()) {
          depth = Math.max(depth, depth(literal >> 1, first, past));
        }
      }
      if (depth != NONE) {
        depths.put(port.name(), depth);
      }
    }
    return depths;
  }

  /** The most SUM gates on a path to an output. */
  int majorityDepth() {
    int[] sums = deepest;
    Arrays.fill(sums, 0);
    for (int body = 0; body < sums.length; body++) {
      int depth = 0;
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        int gate = circuit.gate(circuit.literal(edge) >> 1);
        depth = Math.max(depth, gate < 0 ? 0 : sums[circuit.body(gate)]);
      }
      sums[body] = depth + (circuit.kind(body) == Kind.SUM ? 1 : 0);
    }
    int most = 0;
    for (Port port : circuit.outputs()) {
      for (Value value : port.values()) {
        for (int literal : value.literals()) {
          int gate = circuit.gate(literal >> 1);
          most = Math.max(most, gate < 0 ? 0 : sums[circuit.body(gate)]);
        }
      }
    }
    return most;
  }
}
