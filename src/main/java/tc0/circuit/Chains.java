package tc0.circuit;

import java.util.Arrays;

/**
 * The cells of a sum, those that are thresholds of one and the same earlier sum together. A chain
 * of gates {@code g1 >= g2 >= ...} with weights {@code w1, w2, ...} adds one of {@code 0, w1, w1 +
 * w2, ...}. What a chain adds is counted from the least of these.
 */
final class Chains {

  private final long[][] offsets; // per chain: the partial sums, in the order of the chain
  private final int[] first; // the gates of the first chain in order
  private final long[][] steps; // per chain: the different amounts above the least
  private long least;
  private long greatest;

  private Chains(long[][] offsets, int[] first) {
    this.offsets = offsets;
    this.first = first;
    this.steps = new long[offsets.length][];
    for (int i = 0; i < offsets.length; i++) {
      long low = 0;
      long high = 0;
      for (long offset : offsets[i]) {
        low = Math.min(low, offset);
        high = Math.max(high, offset);
      }
      long[] above = new long[offsets[i].length];
      for (int k = 0; k < above.length; k++) {
        above[k] = offsets[i][k] - low;
      }
      steps[i] = Arrays.stream(above).sorted().distinct().toArray();
      least = FormSink.plus(least, low);
      greatest = FormSink.plus(greatest, high);
    }
  }

  /** The chains of a bag of plain literals with any weights. */
  static Chains of(LiteralBag bag, GateFolder gates) {
    int size = bag.size();
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (long) gates.sumOf(bag.literal(i)) << 32 | i; // literals without a sum come first
    }
    Arrays.sort(keys);
    long[][] offsets = new long[size][];
    int[] first = new int[0];
    int count = 0;
    for (int from = 0; from < size; ) {
      int to = from + 1;
      if (keys[from] >= 0) {
        while (to < size && keys[to] >> 32 == keys[from] >> 32) {
          to++;
        }
      }
      int[] chain = ordered(bag, gates, keys, from, to);
      long[] sums = new long[chain.length + 1];
      for (int i = 0; i < chain.length; i++) {
        sums[i + 1] = FormSink.plus(sums[i], bag.weight(chain[i]));
      }
      if (count == 0) {
        first = chain;
      }
      offsets[count++] = sums;
      from = to;
    }
    return new Chains(Arrays.copyOf(offsets, count), first);
  }

  /** The literals of one chain, lowest threshold first. */
  private static int[] ordered(LiteralBag bag, GateFolder gates, long[] keys, int from, int to) {
    int[] chain = new int[to - from];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = bag.literal((int) keys[from + i]);
    }
    if (chain.length == 1) {
      return chain;
    }
    return Arrays.stream(chain)
        .boxed()
        .sorted((a, b) -> Long.compare(gates.threshold(a), gates.threshold(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Adds an integer to the sum. */
  void shift(long constant) {
    least = FormSink.plus(least, constant);
    greatest = FormSink.plus(greatest, constant);
  }

  int count() {
    return steps.length;
  }

  /** The different amounts above the least that chain {@code i} adds, ascending from 0. */
  long[] steps(int i) {
    return steps[i];
  }

  /** No smaller than this is the sum. */
  long least() {
    return least;
  }

  /** No greater than this is the sum. */
  long greatest() {
    return greatest;
  }

  /**
   * For a sum with one chain only: per value after the first the literal that says whether the sum
   * reaches it; empty if some of these would need a gate of its own.
   */
  int[] single(long[] values) {
    long low = Arrays.stream(offsets[0]).min().orElse(0);
    int[] literals = new int[values.length];
    for (int v = 1; v < values.length; v++) {
      long wanted = values[v] - least + low;
      int changes = 0;
      int place = 0;
      for (int i = 1; i < offsets[0].length; i++) {
        if ((offsets[0][i] >= wanted) != (offsets[0][i - 1] >= wanted)) {
          changes++;
          place = i;
        }
      }
      if (changes != 1) {
        return new int[0];
      }
      literals[v] = first[place - 1] ^ (offsets[0][place] >= wanted ? 0 : 1);
    }
    return literals;
  }
}
