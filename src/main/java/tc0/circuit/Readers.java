package tc0.circuit;

import java.util.Arrays;
import tc0.circuit.FlatCircuit.Kind;

/**
 * The gates of each body, listed together; those of a sum in the order in which {@link Comparators}
 * shares their work.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Readers(int[] starts, int[] nodes) {

  static Readers of(FlatCircuit circuit) {
    int[] starts = new int[circuit.bodyCount() + 1];
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      starts[circuit.body(gate) + 1]++;
    }
    for (int body = 0; body < circuit.bodyCount(); body++) {
      starts[body + 1] += starts[body];
    }
    int[] next = starts.clone();
    int[] nodes = new int[circuit.gateCount()];
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      nodes[next[circuit.body(gate)]++] = circuit.node(gate);
    }
    Readers readers = new Readers(starts, nodes);
    for (int body = 0; body < circuit.bodyCount(); body++) {
      if (circuit.kind(body) == Kind.SUM && starts[body + 1] - starts[body] > 1) {
        readers.order(circuit, body);
      }
    }
    return readers;
  }

  /** The place of the first gate of a body; of the past-last gate of the body before. */
  int first(int body) {
    return starts[body];
  }

  int node(int place) {
    return nodes[place];
  }

  /** By the reversed binary digits of the constant that the count is compared with. */
  private void order(FlatCircuit circuit, int body) {
    long offset = circuit.constant(body);
    for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
      offset += Math.min(circuit.weight(edge), 0);
    }
    int from = starts[body];
    int count = starts[body + 1] - from;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      long constant = circuit.threshold(circuit.gate(nodes[from + i])) - offset - 1;
      keys[i] = Long.reverse(constant) >>> 31 << 31 | i; // 33 digits decide, then the place
    }
    Arrays.sort(keys);
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = nodes[from + (int) (keys[i] & (1L << 31) - 1)];
    }
    System.arraycopy(sorted, 0, nodes, from, count);
  }
}
