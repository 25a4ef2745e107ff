package tc0.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the nodes of a graph did on a growing set of assignments. Nodes that always agreed, or
 * always disagreed, have the same signature.
 */
final class Patterns {

  private static final int FIRST_BLOCKS = 16;
  private static final long MOST_WORDS = 1L << 24;

  private final BooleanGraph graph;
  private final SplittableRandom random;
  private final List<long[]> blocks = new ArrayList<>();
  private final long[] signature;

  Patterns(BooleanGraph graph, long seed) {
    this.graph = graph;
    random = new SplittableRandom(seed);
    signature = new long[graph.size()];
    for (int i = 0; i < FIRST_BLOCKS && mayGrow(); i++) {
      int density = i < FIRST_BLOCKS / 2 ? 32 : 4 << (i & 3); // in 64ths: 32, or 4, 8, 16, 32
      boolean inverted = (i & 4) != 0;
      long[] inputs = new long[graph.inputCount()];
      for (int j = 0; j < inputs.length; j++) {
        inputs[j] = density == 32 ? random.nextLong() : sparse(density) ^ (inverted ? -1 : 0);
      }
      add(inputs);
    }
  }

  /** The blocks so far, each one word per node. */
  List<long[]> blocks() {
    return blocks;
  }

  /** True iff there is room for more. */
  boolean mayGrow() {
    return blocks.isEmpty() || (long) (blocks.size() + 1) * graph.size() <= MOST_WORDS;
  }

  /** Adds an assignment and 63 neighbours of it. */
  void addNeighbourhood(boolean[] assignment) {
    long[] inputs = new long[assignment.length];
    for (int j = 0; j < inputs.length; j++) {
      inputs[j] = (assignment[j] ? -1 : 0) ^ (sparse(4) & ~1L);
    }
    add(inputs);
  }

  /** The signature of a node, the same for a node and its complement. */
  long signature(int node) {
    return signature[node];
  }

  /** The value of a node on the first assignment of all. */
  int polarity(int node) {
    return (int) (blocks.get(0)[node] & 1);
  }

  /** True iff {@code a} and {@code b}, both brought to polarity 0, agreed on all assignments. */
  boolean agree(int a, int b) {
    long flip = polarity(a) == polarity(b) ? 0 : -1;
    for (long[] block : blocks) {
      if (block[a] != (block[b] ^ flip)) {
        return false;
      }
    }
    return true;
  }

  private void add(long[] inputs) {
    blocks.add(GraphSimulation.evaluate(graph, inputs));
    long[] words = blocks.get(blocks.size() - 1);
    for (int node = 0; node < words.length; node++) {
      long h = (signature[node] ^ words[node] ^ -polarity(node)) * 0x9E3779B97F4A7C15L;
      signature[node] = h ^ h >>> 29;
    }
  }

  /** Bits that are 1 with probability about {@code density / 64}, a power of two. */
  private long sparse(int density) {
    long bits = -1;
    for (int d = density; d < 64; d *= 2) {
      bits &= random.nextLong();
    }
    return bits;
  }
}
