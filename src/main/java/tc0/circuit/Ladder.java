package tc0.circuit;

import java.util.Arrays;
import tc0.circuit.FlatCircuit.Kind;

/**
 * All thresholds of one sum. The sum takes some ascending values only, so that {@code [sum >= k]}
 * is the gate for the least value that is not below {@code k}: the constant 1 for the least value
 * of all, the constant 0 where there is none. A gate is made when it is first asked for.
 */
final class Ladder {

  /** The cells {@code [sum >= e]} for {@code low <= e < high} of an array; 0 outside. */
  record Row(Ladder ladder, long low, long high) implements UnaryRow {
    @Override
    public int literal(long e) {
      return e >= low && e < high ? ladder.literal(e) : GateFolder.FALSE;
    }

    @Override
    public void telescope(long from, long to, UnaryFunction f, long weight, FormSink sink) {
      long first = Math.max(from, low) - 1;
      long last = Math.min(to, high) - 1;
      if (last > first) {
        ladder.telescope(first, last, f, weight, sink);
      }
    }
  }

  private final GateFolder gates;
  private final long constant;
  private final long divisor;
  private final long[] values; // empty: all of least, least + divisor, ...
  private final int[] known; // per value the literal, if no gates are needed
  private final long least;
  private final long greatest;
  private final boolean single;
  private int[] literals; // of the body, until it is made
  private long[] weights;
  private int body = -1;

  private Ladder(
      GateFolder gates,
      LiteralBag bag,
      long constant,
      long divisor,
      long[] values,
      int[] known,
      long least,
      long greatest,
      boolean single) {
    this.gates = gates;
    this.constant = constant;
    this.divisor = divisor;
    this.values = values;
    this.known = known;
    this.least = least;
    this.greatest = greatest;
    this.single = single;
    boolean decided = least == greatest || known.length > 0;
    this.literals = new int[decided ? 0 : bag.size()];
    this.weights = new long[literals.length];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = bag.literal(i);
      weights[i] = bag.weightAt(i);
    }
  }

  /** A sum whose values are listed, with literals for them if no gates are needed. */
  static Ladder listed(
      GateFolder gates,
      LiteralBag bag,
      long constant,
      long divisor,
      long[] values,
      int[] known,
      boolean single) {
    return new Ladder(
        gates, bag, constant, divisor, values, known, values[0], values[values.length - 1], single);
  }

  /** A sum with too many values to list: multiples of the divisor between two bounds. */
  static Ladder progression(
      GateFolder gates,
      LiteralBag bag,
      long constant,
      long divisor,
      long least,
      long greatest,
      boolean single) {
    return new Ladder(
        gates, bag, constant, divisor, new long[0], new int[0], least, greatest, single);
  }

  /** The literal {@code [sum >= threshold]}. */
  int literal(long threshold) {
    if (threshold <= least) {
      return GateFolder.TRUE;
    }
    if (threshold > greatest) {
      return GateFolder.FALSE;
    }
    if (values.length == 0) {
      return gate(threshold);
    }
    int place = place(threshold);
    return known.length > 0 ? known[place] : gate(values[place]);
  }

  private int place(long threshold) {
    int place = Arrays.binarySearch(values, threshold);
    return place < 0 ? -place - 1 : place;
  }

  /** The gate of the sum, whose normal form is {@code (sum - constant) / divisor}. */
  private int gate(long threshold) {
    long k = -Math.floorDiv(-FormSink.plus(threshold, -constant), divisor);
    if (literals.length == 1) {
      return literals[0];
    }
    if (body < 0) {
      LiteralBag bag = gates.bag();
      long total = 0;
      long lightest = Long.MAX_VALUE;
      for (int i = 0; i < literals.length; i++) {
        bag.add(literals[i], weights[i]);
        total = FormSink.plus(total, weights[i]);
        lightest = Math.min(lightest, weights[i]);
      }
      if (single && (k == total || k <= lightest)) {
        return gates.junction(k == total ? Kind.AND : Kind.OR, literals, literals.length);
      }
      body = gates.body(Kind.SUM, bag);
      literals = new int[0];
      weights = new long[0];
    }
    return gates.gate(body, k);
  }

  /**
   * The part of the sum with {@code first < e <= last}: what counts is {@code f} at the values of
   * the sum.
   */
  private void telescope(long first, long last, UnaryFunction f, long weight, FormSink sink) {
    long lowest = Math.max(first, Math.min(last, least));
    long before = f.at(lowest);
    if (lowest > first) {
      long rise = FormSink.times(weight, FormSink.plus(before, -f.at(first)));
      sink.number(rise, Math.abs(rise));
    }
    long end = Math.min(last, greatest);
    boolean listed = values.length > 0;
    for (int place = listed ? place(lowest + 1) : 0; lowest < end; place++) {
      // The next value, or the end of the row if the next value lies beyond it.
      long value = listed ? values[place] : lowest + 1 + Math.floorMod(least - lowest - 1, divisor);
      lowest = Math.min(value, end);
      long here = f.at(lowest);
      if (here != before) {
        sink.literal(literal(lowest), FormSink.times(weight, FormSink.plus(here, -before)));
        before = here;
      }
    }
  }
}
