package tc0.circuit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A row of thresholds that is counted: its cells get numbers only when they are read singly. */
final class CountedRow implements UnaryRow {

  private final Counter counter;
  private final long low;
  private final long high;
  private final Map<Long, Integer> singles = new HashMap<>();

  CountedRow(Counter counter, long low, long high) {
    this.counter = counter;
    this.low = low;
    this.high = high;
  }

  /** A row of a copy. */
  CountedRow again(Counter other) {
    return new CountedRow(other, low, high);
  }

  @Override
  public int literal(long e) {
    return e >= low && e < high
        ? singles.computeIfAbsent(e, key -> counter.fresh())
        : GateFolder.FALSE;
  }

  /** The cells that were read singly, with their literals. */
  Map<Long, Integer> singles() {
    return singles;
  }

  @Override
  public void telescope(long from, long to, UnaryFunction f, long weight, FormSink sink) {
    if (sink instanceof CountedForm form) {
      form.row(new Use(this, new Steps(from, to, low, high, f.detached())), weight);
    } else {
      throw new IllegalStateException("only a counted form takes a row");
    }
  }

  /** The sum of {@code (f(e) - f(e - 1)) * U[e]} for a row {@code U}. */
  record Use(CountedRow row, Steps steps) {
    Use of(CountedRow other) {
      return new Use(other, steps);
    }
  }

  /** The weights {@code f(e) - f(e - 1)} for {@code from <= e < to}, inside and outside the row. */
  static final class Steps {
    private final long from;
    private final long to;
    private final long low;
    private final long high;
    private final UnaryFunction f;
    private boolean summed;
    private BigInteger mass = BigInteger.ZERO;
    private BigInteger inside = BigInteger.ZERO;
    private boolean outside;
    private BitSet table = new BitSet(0);
    private boolean tabulated;

    Steps(long from, long to, long low, long high, UnaryFunction f) {
      this.from = from;
      this.to = to;
      this.low = low;
      this.high = high;
      this.f = f;
    }

    /** The sum of the absolute weights. */
    BigInteger mass() {
      sum();
      return mass;
    }

    /** The number of cells of the row with a weight other than 0. */
    BigInteger inside() {
      sum();
      return inside;
    }

    /** Whether a cell outside the row, which is the constant 0, has a weight other than 0. */
    boolean outside() {
      sum();
      return outside;
    }

    /** Whether the cell {@code e} of the row is read. */
    boolean reads(long e) {
      return e >= from && e < to && step(e) != 0;
    }

    long from() {
      return from;
    }

    /** The cells of the row that are read, counted from {@link #from}. */
    BitSet cells() {
      if (!tabulated) {
        tabulated = true;
        table = new BitSet();
        long last = Math.min(to, high);
        for (long e = Math.max(from, low); e < last; e++) {
          if (step(e) != 0) {
            table.set(Math.toIntExact(e - from));
          }
        }
      }
      return table;
    }

    private long step(long e) {
      return FormSink.plus(f.at(e), -f.at(e - 1));
    }

    private void sum() {
      if (summed) {
        return;
      }
      summed = true;
      long first = Math.max(from, low);
      long last = Math.max(first, Math.min(to, high));
      outside = range(from, Math.min(first, to))[0].signum() > 0;
      outside |= range(last, to)[0].signum() > 0;
      inside = range(first, Math.min(last, to))[0];
    }

    /** Counts and adds the weights other than 0, a period at a time. */
    private BigInteger[] range(long start, long end) {
      BigInteger count = BigInteger.ZERO;
      BigInteger total = BigInteger.ZERO;
      Periods.Pieces pieces = end - start > 64 ? f.pieces() : new Periods.Pieces(new long[0], 0);
      long e = start;
      while (e < end) {
        long at = e;
        long next = Arrays.stream(pieces.breaks()).filter(b -> b > at).min().orElse(Long.MAX_VALUE);
        boolean isBreak = Arrays.stream(pieces.breaks()).anyMatch(b -> b == at);
        long stop = isBreak || e == start ? e + 1 : Math.min(end, next);
        long length = stop - e;
        long period = pieces.period();
        if (period > 0 && length > 2 * period) {
          long times = length / period;
          BigInteger[] once = plain(e, e + period);
          count = count.add(once[0].multiply(BigInteger.valueOf(times)));
          total = total.add(once[1].multiply(BigInteger.valueOf(times)));
          e += times * period;
        } else {
          BigInteger[] rest = plain(e, stop);
          count = count.add(rest[0]);
          total = total.add(rest[1]);
          e = stop;
        }
      }
      mass = mass.add(total);
      return new BigInteger[] {count, total};
    }

    private BigInteger[] plain(long start, long end) {
      long count = 0;
      long total = 0;
      if (start < end) {
        long before = f.at(start - 1);
        for (long e = start; e < end; e++) {
          long here = f.at(e);
          if (here != before) {
            count++;
            total = FormSink.plus(total, Math.absExact(FormSink.plus(here, -before)));
          }
          before = here;
        }
      }
      return new BigInteger[] {BigInteger.valueOf(count), BigInteger.valueOf(total)};
    }
  }
}
