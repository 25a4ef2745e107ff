package tc0.circuit;

import java.util.Arrays;

/** Literals with weights, each at most once; cleared in constant time. */
final class LiteralBag {

  private int[] literals = new int[16];
  private long[] weights = new long[16];
  private int size;
  private int[] place; // per literal: its place, valid if the literal stands there

  LiteralBag(int nodes) {
    place = new int[2 * nodes];
  }

  /** Makes room for the literals of so many nodes. */
  void cover(int nodes) {
    if (2 * nodes > place.length) {
      place = Arrays.copyOf(place, (int) Math.min(3L * nodes, Integer.MAX_VALUE - 16));
    }
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int literal(int i) {
    return literals[i];
  }

  long weight(int literal) {
    int i = place[literal];
    return i < size && literals[i] == literal ? weights[i] : 0;
  }

  long weightAt(int i) {
    return weights[i];
  }

  /** Puts the literal in with weight 1, once. */
  void set(int literal) {
    if (weight(literal) == 0) {
      add(literal, 1);
    }
  }

  void add(int literal, long weight) {
    int i = place[literal];
    if (i < size && literals[i] == literal) {
      weights[i] = FormSink.plus(weights[i], weight);
      return;
    }
    if (size == literals.length) {
      literals = Arrays.copyOf(literals, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
    place[literal] = size;
    literals[size] = literal;
    weights[size++] = weight;
  }

  /**
   * Complements the literals of negative weight and drops those of weight 0; returns the sum of the
   * negative weights.
   */
  long makePositive() {
    long negative = 0;
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long weight = weights[i];
      if (weight == 0) {
        continue;
      }
      int literal = literals[i];
      if (weight < 0) {
        negative = FormSink.plus(negative, weight);
        literal ^= 1;
      }
      literals[kept] = literal;
      weights[kept] = Math.absExact(weight);
      place[literal] = kept++;
    }
    size = kept;
    return negative;
  }

  /** Drops the literals of weight 0. */
  void dropZeros() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (weights[i] != 0) {
        literals[kept] = literals[i];
        weights[kept] = weights[i];
        place[literals[kept]] = kept++;
      }
    }
    size = kept;
  }

  /** Divides the weights by their greatest common divisor, which it returns; 0 for an empty bag. */
  long divide() {
    long divisor = 0;
    for (int i = 0; i < size && divisor != 1; i++) {
      divisor = gcd(divisor, weights[i]);
    }
    for (int i = 0; i < size && divisor > 1; i++) {
      weights[i] /= divisor;
    }
    return divisor;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  long total() {
    long total = 0;
    for (int i = 0; i < size; i++) {
      total = FormSink.plus(total, weights[i]);
    }
    return total;
  }

  long least() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, weights[i]);
    }
    return least;
  }

  /** This bag with every weight 1. */
  LiteralBag flattened() {
    Arrays.fill(weights, 0, size, 1);
    return this;
  }

  /** Orders the entries by literal, so that equal bags look equal. */
  void sort() {
    long[] packed = new long[size];
    for (int i = 0; i < size; i++) {
      packed[i] = (long) literals[i] << 32 | i;
    }
    Arrays.sort(packed);
    int[] sortedLiterals = new int[size];
    long[] sortedWeights = new long[size];
    for (int i = 0; i < size; i++) {
      int from = (int) packed[i];
      sortedLiterals[i] = literals[from];
      sortedWeights[i] = weights[from];
      place[sortedLiterals[i]] = i;
    }
    System.arraycopy(sortedLiterals, 0, literals, 0, size);
    System.arraycopy(sortedWeights, 0, weights, 0, size);
  }
}
