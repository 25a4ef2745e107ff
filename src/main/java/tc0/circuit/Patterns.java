package tc0.circuit;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Input vectors for a {@link Simulator}, 64 to a word: bit {@code l} of word {@code w} belongs to
 * pattern {@code 64 * w + l}.
 */
public interface Patterns {

  /** The number of patterns. */
  long count();

  /** Writes the words {@code [first, first + length)} of an input bit to {@code row[from ..]}. */
  void fill(int input, long first, long[] row, int from, int length);

  /** The most input bits that {@link #exhaustive} accepts. */
  int MOST_EXHAUSTIVE_BITS = 26;

  /** All assignments of {@code inputs} bits: input bit i of pattern p is bit i of p. */
  static Patterns exhaustive(int inputs) {
    if (inputs < 0 || inputs > MOST_EXHAUSTIVE_BITS) {
      throw new IllegalArgumentException(
          "exhaustive simulation takes at most "
              + MOST_EXHAUSTIVE_BITS
              + " input bits, not "
              + inputs);
    }
    return new Exhaustive(inputs);
  }

  /** {@code count} patterns of independent fair bits. */
  static Patterns random(long seed, long count) {
    return new Random(seed, count, 0);
  }

  /**
   * Random patterns that also visit corners: each 64 patterns take one density of ones for each
   * input, from almost none to almost all, so that long carries and full or empty sums occur.
   */
  static Patterns corners(long seed, long count) {
    return new Random(seed, count, 5);
  }

  /** The given patterns, one array of input bits each. */
  static Patterns of(List<boolean[]> patterns) {
    return new Explicit(List.copyOf(patterns));
  }

  /** All assignments. */
  record Exhaustive(int inputs) implements Patterns {
    private static final long[] WITHIN_A_WORD = {
      0xAAAAAAAAAAAAAAAAL,
      0xCCCCCCCCCCCCCCCCL,
      0xF0F0F0F0F0F0F0F0L,
      0xFF00FF00FF00FF00L,
      0xFFFF0000FFFF0000L,
      0xFFFFFFFF00000000L
    };

    @Override
    public long count() {
      return 1L << inputs;
    }

    @Override
    public void fill(int input, long first, long[] row, int from, int length) {
      for (int i = 0; i < length; i++) {
        row[from + i] = input < 6 ? WITHIN_A_WORD[input] : -(first + i >> (input - 6) & 1);
      }
    }
  }

  /**
   * Random bits; with {@code densities} above 0, each word is an AND or OR of up to that many fair
   * words.
   */
  record Random(long seed, long count, int densities) implements Patterns {
    @Override
    public void fill(int input, long first, long[] row, int from, int length) {
      for (int i = 0; i < length; i++) {
        SplittableRandom random =
            new SplittableRandom(seed ^ (first + i) * 0x9E3779B97F4A7C15L ^ (long) input << 40);
        row[from + i] = densities == 0 ? random.nextLong() : dense(random, first + i);
      }
    }

    /**
     * Words of one number share their density, so that all inputs of a pattern lean the same way
     * half of the time.
     */
    private long dense(SplittableRandom random, long word) {
      SplittableRandom shared = new SplittableRandom(seed + word);
      SplittableRandom chooser = shared.nextBoolean() ? shared : random;
      int extra = chooser.nextInt(densities);
      boolean sparse = chooser.nextBoolean();
      long bits = random.nextLong();
      for (int i = 0; i < extra; i++) {
        bits = sparse ? bits & random.nextLong() : bits | random.nextLong();
      }
      return bits;
    }
  }

  /** Listed patterns. */
  record Explicit(List<boolean[]> patterns) implements Patterns {
    @Override
    public long count() {
      return patterns.size();
    }

    @Override
    public void fill(int input, long first, long[] row, int from, int length) {
      for (int i = 0; i < length; i++) {
        long word = 0;
        for (int lane = 0; lane < 64; lane++) {
          long pattern = 64 * (first + i) + lane;
          if (pattern < patterns.size() && patterns.get((int) pattern)[input]) {
            word |= 1L << lane;
          }
        }
        row[from + i] = word;
      }
    }
  }
}
