package tc0.circuit;

import java.util.Arrays;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.FlatCircuit.Value;

/**
 * Evaluates a circuit on many patterns at once: 64 to a word, a row of several words per node. A
 * sum is counted once for all of its thresholds, in bit-sliced binary by carry-save addition, and
 * each threshold is a comparison of that count with a constant.
 *
 * <p>A simulator owns its working memory and serves one thread.
 */
public final class Simulator {

  /**
   * Rows that stay in the cache are fastest; more words per row spread the cost of reading the
   * circuit.
   */
  private static final int LONGEST_ROW = 64;

  private static final int LARGEST_TABLE = 1 << 19;

  private final FlatCircuit circuit;
  private final int words;
  private final long[] rows;
  private final SlicedCounter counter;
  private final Readers readers;
  private final Comparators comparators;

  /** A simulator with rows as long as suits the size of the circuit. */
  public Simulator(FlatCircuit circuit) {
    this(circuit, suitable(circuit.nodeCount()));
  }

  /** A simulator with rows of {@code words} words. */
  public Simulator(FlatCircuit circuit, int words) {
    this.circuit = circuit;
    this.words = words;
    this.rows = new long[Math.multiplyExact(circuit.nodeCount(), words)];
    this.counter = new SlicedCounter(rows, words);
    this.readers = Readers.of(circuit);
    this.comparators = new Comparators(circuit, readers, counter, rows, words);
  }

  private static int suitable(int nodes) {
    int row = LONGEST_ROW;
    while (row > 4 && (long) row * nodes > LARGEST_TABLE) {
      row /= 2;
    }
    while (row > 1 && (long) row * nodes > Integer.MAX_VALUE) {
      row /= 2;
    }
    return row;
  }

  /** Receives the values of a few patterns at a time; the batch is overwritten afterwards. */
  @FunctionalInterface
  public interface Reader {
    /** Looks at a batch; returns whether to go on. */
    boolean read(Batch batch);
  }

  /** Consecutive patterns with the values of all nodes. */
  public final class Batch {
    private final long first;
    private final int size;

    private Batch(long first, int size) {
      this.first = first;
      this.size = size;
    }

    /** The number of the first pattern. */
    public long first() {
      return first;
    }

    /** The number of patterns. */
    public int size() {
      return size;
    }

    /** The number of words; lanes from {@link #size} on mean nothing. */
    public int words() {
      return (size + 63) / 64;
    }

    /** The values of a literal for patterns {@code 64 * word ..} of the batch. */
    public long word(int literal, int word) {
      return rows[(literal >> 1) * words + word] ^ -(literal & 1);
    }

    /** The lanes of a word that belong to patterns. */
    public long mask(int word) {
      int left = size - 64 * word;
      return left >= 64 ? -1 : (1L << left) - 1;
    }

    /** The value of a literal for one pattern of the batch. */
    public boolean bit(int literal, int pattern) {
      return (word(literal, pattern >> 6) >> (pattern & 63) & 1) == 1;
    }

    /** The value of a port entry for one pattern: 0 or 1 for a bit, the integer of a form. */
    public long value(Value value, int pattern) {
      long sum = value.constant();
      for (int i = 0; i < value.literals().length; i++) {
        if (bit(value.literals()[i], pattern)) {
          sum += value.weights()[i];
        }
      }
      return sum;
    }
  }

  /** Evaluates all patterns, a batch at a time, until the reader has seen enough. */
  public void run(Patterns patterns, Reader reader) {
    long count = patterns.count();
    long perBatch = 64L * words;
    for (long first = 0; first < count; first += perBatch) {
      for (int input = 0; input < circuit.inputCount(); input++) {
        patterns.fill(input, first / 64, rows, (1 + input) * words, words);
      }
      evaluate();
      if (!reader.read(new Batch(first, (int) Math.min(perBatch, count - first)))) {
        return;
      }
    }
  }

  private void evaluate() {
    for (int body = 0; body < circuit.bodyCount(); body++) {
      if (readers.first(body) == readers.first(body + 1)) {
        continue;
      }
      Kind kind = circuit.kind(body);
      if (kind == Kind.SUM) {
        counter.count(circuit, body);
        comparators.compare(body);
      } else {
        junction(body, kind == Kind.AND ? -1 : 0);
      }
    }
  }

  /**
   * An OR is the complement of the AND of the complements; {@code flip} is 0 for OR and -1 for AND.
   */
  private void junction(int body, long unit) {
    int from = readers.node(readers.first(body)) * words;
    Arrays.fill(rows, from, from + words, unit);
    int edge = circuit.start(body);
    int end = circuit.end(body);
    for (; edge + 3 < end; edge += 4) {
      join(
          unit,
          from,
          circuit.literal(edge),
          circuit.literal(edge + 1),
          circuit.literal(edge + 2),
          circuit.literal(edge + 3));
    }
    for (; edge < end; edge++) {
      int literal = circuit.literal(edge);
      join(unit, from, literal, literal, literal, literal);
    }
    for (int i = readers.first(body) + 1; i < readers.first(body + 1); i++) {
      System.arraycopy(rows, from, rows, readers.node(i) * words, words);
    }
  }

  private void join(long unit, int to, int a, int b, int c, int d) {
    int p = (a >> 1) * words;
    int q = (b >> 1) * words;
    int r = (c >> 1) * words;
    int s = (d >> 1) * words;
    long flipA = -(a & 1);
    long flipB = -(b & 1);
    long flipC = -(c & 1);
    long flipD = -(d & 1);
    if (unit == 0) {
      for (int i = 0; i < words; i++) {
        rows[to + i] |=
            rows[p + i] ^ flipA | rows[q + i] ^ flipB | rows[r + i] ^ flipC | rows[s + i] ^ flipD;
      }
    } else {
      for (int i = 0; i < words; i++) {
        rows[to + i] &=
            (rows[p + i] ^ flipA)
                & (rows[q + i] ^ flipB)
                & (rows[r + i] ^ flipC)
                & (rows[s + i] ^ flipD);
      }
    }
  }
}
