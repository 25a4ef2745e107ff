package tc0.circuit;

import java.util.Arrays;

/**
 * Brings sums into normal form: each literal once, positive weights without a common divisor. The
 * values that a sum can take are found from its cells: a literal adds 0 or its weight, and the
 * thresholds of one sum, which are ordered, add one of as many partial sums.
 */
final class SumFolder {

  /** Up to so many values are listed. */
  private static final int LISTED = 1 << 12;

  /**
   * Up to this distance between the least and the greatest value, values are marked in a bitmap.
   */
  private static final long MARKED = 1L << 22;

  /** Words of bitmaps to look at before the exact set is given up. */
  private static final long EFFORT = 1L << 24;

  private final GateFolder gates;

  SumFolder(GateFolder gates) {
    this.gates = gates;
  }

  Ladder fold(FoldedForm form, boolean single) {
    LiteralBag bag = gates.bag();
    long constant = form.constant;
    for (int i = 0; i < form.count; i++) {
      int literal = form.literals[i];
      long weight = form.weights[i];
      if ((literal & 1) == 1) { // not x is 1 - x
        constant = FormSink.plus(constant, weight);
        weight = -weight;
      }
      bag.add(literal & ~1, weight);
    }
    bag.dropZeros();
    Chains chains = Chains.of(bag, gates);
    long[] values = values(chains, constant);
    constant = FormSink.plus(constant, bag.makePositive());
    long divisor = Math.max(bag.divide(), 1);
    if (values.length == 0) {
      return Ladder.progression(
          gates, bag, constant, divisor, chains.least(), chains.greatest(), single);
    }
    int[] literals = chains.count() == 1 ? chains.single(values) : new int[0];
    return Ladder.listed(gates, bag, constant, divisor, values, literals, single);
  }

  /** The values of the sum in ascending order; empty if there are too many to tell. */
  private static long[] values(Chains chains, long constant) {
    chains.shift(constant);
    long[] values = {chains.least()};
    long effort = 0;
    int next = 0;
    for (; next < chains.count(); next++) {
      long[] steps = chains.steps(next);
      long products = (long) values.length * steps.length;
      if (products > 8 * LISTED) {
        break;
      }
      values = sums(values, steps);
      if (values.length > LISTED) {
        next++;
        break;
      }
    }
    if (next == chains.count()) {
      return values;
    }
    long width = chains.greatest() - chains.least() + 1;
    if (width > MARKED) {
      return new long[0];
    }
    for (int i = next; i < chains.count(); i++) {
      effort += chains.steps(i).length * (width / 64 + 1);
      if (effort > EFFORT) {
        return new long[0];
      }
    }
    return marked(chains, next, values, (int) width);
  }

  private static long[] sums(long[] values, long[] steps) {
    long[] sums = new long[values.length * steps.length];
    int at = 0;
    for (long step : steps) {
      for (long value : values) {
        sums[at++] = value + step;
      }
    }
    Arrays.sort(sums);
    int kept = 0;
    for (int i = 0; i < sums.length; i++) {
      if (i == 0 || sums[i] != sums[i - 1]) {
        sums[kept++] = sums[i];
      }
    }
    return Arrays.copyOf(sums, kept);
  }

  private static long[] marked(Chains chains, int from, long[] values, int width) {
    long least = chains.least();
    long[] marks = new long[width / 64 + 1];
    for (long value : values) {
      int bit = (int) (value - least);
      marks[bit >> 6] |= 1L << bit;
    }
    for (int i = from; i < chains.count(); i++) {
      long[] shifted = new long[marks.length];
      for (long step : chains.steps(i)) {
        int words = (int) (step >> 6);
        int bits = (int) (step & 63);
        for (int w = marks.length - 1; w >= words; w--) {
          long moved = marks[w - words] << bits;
          if (bits > 0 && w > words) {
            moved |= marks[w - words - 1] >>> (64 - bits);
          }
          shifted[w] |= moved;
        }
      }
      marks = shifted;
    }
    int count = 0;
    for (long word : marks) {
      count += Long.bitCount(word);
    }
    long[] result = new long[count];
    int at = 0;
    for (int w = 0; w < marks.length; w++) {
      for (long word = marks[w]; word != 0; word &= word - 1) {
        result[at++] = least + 64L * w + Long.numberOfTrailingZeros(word);
      }
    }
    return result;
  }
}
