package tc0.circuit;

/** Counts the gates of one circuit and numbers those that are read, in the order of reading. */
final class Counter {

  private final Tally tally = new Tally();
  private int nodes;

  /** A circuit of {@code inputs} bits, which are the nodes from 1 on. */
  Counter(int inputs) {
    nodes = 1 + inputs;
  }

  Tally tally() {
    return tally;
  }

  /** The literal of a gate that has not been read before. */
  int fresh() {
    nodes = Math.addExact(nodes, 1);
    return Math.multiplyExact(2, nodes - 1);
  }
}
