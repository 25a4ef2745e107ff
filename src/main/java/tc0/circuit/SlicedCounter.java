package tc0.circuit;

import java.util.Arrays;

/**
 * The value of a sum for many patterns at once, as rows of binary digits. Negative cells count the
 * complement of their literal, so that the count is a natural: sum = count + {@link #offset}.
 *
 * <p>Rows of one binary place are added three at a time (carry-save): a full adder replaces them by
 * one row of that place and one of the next. Seven literals at once need no intermediate rows.
 */
final class SlicedCounter {

  private final long[] rows;
  private final int words;
  private long[][] pending = new long[0][]; // two rows per place
  private long[][] carry = new long[0][]; // one spare row per place
  private int[] waiting = new int[0]; // rows pending per place
  private final int[] group = new int[7];
  private int places;
  private long offset;
  private long total;

  SlicedCounter(long[] rows, int words) {
    this.rows = rows;
    this.words = words;
  }

  /** What must be added to the count to get the sum. */
  long offset() {
    return offset;
  }

  /** The greatest possible count. */
  long total() {
    return total;
  }

  /** The number of binary digits of the count. */
  int places() {
    return places;
  }

  /** The row of a binary digit of the count. */
  long[] digit(int place) {
    return pending[2 * place];
  }

  /** Counts the cells of a sum, whose literals have their rows. */
  void count(FlatCircuit circuit, int body) {
    int start = circuit.start(body);
    int end = circuit.end(body);
    total = 0;
    offset = circuit.constant(body);
    long weights = 0;
    for (int edge = start; edge < end; edge++) {
      int weight = circuit.weight(edge);
      total += Math.abs((long) weight);
      offset += Math.min(weight, 0);
      weights |= Math.abs((long) weight);
    }
    places = 64 - Long.numberOfLeadingZeros(total);
    reserve();
    Arrays.fill(waiting, 0, places, 0);
    for (int place = 0; place < places; place++) {
      if ((weights >> place & 1) == 1) {
        addLiterals(circuit, start, end, place);
      }
      settle(place);
    }
  }

  private void reserve() {
    int old = waiting.length;
    int wanted = places + 1; // a spare place for carries that are always 0
    if (wanted > old) {
      waiting = Arrays.copyOf(waiting, wanted);
      carry = Arrays.copyOf(carry, wanted);
      pending = Arrays.copyOf(pending, 2 * wanted);
      for (int place = old; place < wanted; place++) {
        carry[place] = new long[words];
        pending[2 * place] = new long[words];
        pending[2 * place + 1] = new long[words];
      }
    }
  }

  private void addLiterals(FlatCircuit circuit, int start, int end, int place) {
    int grouped = 0;
    for (int edge = start; edge < end; edge++) {
      int weight = circuit.weight(edge);
      if ((Math.abs((long) weight) >> place & 1) == 1) {
        group[grouped++] = circuit.literal(edge) ^ (weight < 0 ? 1 : 0);
        if (grouped == 7) {
          addSeven(place);
          grouped = 0;
        }
      }
    }
    int next = 0;
    for (; next + 2 < grouped; next += 3) {
      addThree(place, group[next], group[next + 1], group[next + 2]);
    }
    for (; next < grouped; next++) {
      addOne(place, group[next]);
    }
  }

  private void addSeven(int place) {
    int a = (group[0] >> 1) * words;
    int b = (group[1] >> 1) * words;
    int c = (group[2] >> 1) * words;
    int d = (group[3] >> 1) * words;
    int e = (group[4] >> 1) * words;
    int f = (group[5] >> 1) * words;
    int g = (group[6] >> 1) * words;
    long flipA = -(group[0] & 1);
    long flipB = -(group[1] & 1);
    long flipC = -(group[2] & 1);
    long flipD = -(group[3] & 1);
    long flipE = -(group[4] & 1);
    long flipF = -(group[5] & 1);
    long flipG = -(group[6] & 1);
    long[] ones = carry[place];
    long[] twos = carry[place + 1];
    long[] fours = carry[place + 2];
    for (int i = 0; i < words; i++) {
      long va = rows[a + i] ^ flipA;
      long vb = rows[b + i] ^ flipB;
      long vc = rows[c + i] ^ flipC;
      long vd = rows[d + i] ^ flipD;
      long ve = rows[e + i] ^ flipE;
      long vf = rows[f + i] ^ flipF;
      long vg = rows[g + i] ^ flipG;
      long ab = va ^ vb;
      long s1 = ab ^ vc;
      long c1 = va & vb | ab & vc;
      long de = vd ^ ve;
      long s2 = de ^ vf;
      long c2 = vd & ve | de & vf;
      long s12 = s1 ^ s2;
      long c3 = s1 & s2 | s12 & vg;
      ones[i] = s12 ^ vg;
      long cc = c1 ^ c2;
      twos[i] = cc ^ c3;
      fours[i] = c1 & c2 | cc & c3;
    }
    add(place + 2);
    add(place + 1);
    add(place);
  }

  private void addThree(int place, int x, int y, int z) {
    int a = (x >> 1) * words;
    int b = (y >> 1) * words;
    int c = (z >> 1) * words;
    long flipA = -(x & 1);
    long flipB = -(y & 1);
    long flipC = -(z & 1);
    long[] ones = carry[place];
    long[] twos = carry[place + 1];
    for (int i = 0; i < words; i++) {
      long va = rows[a + i] ^ flipA;
      long vb = rows[b + i] ^ flipB;
      long vc = rows[c + i] ^ flipC;
      long ab = va ^ vb;
      ones[i] = ab ^ vc;
      twos[i] = va & vb | ab & vc;
    }
    add(place + 1);
    add(place);
  }

  private void addOne(int place, int x) {
    int a = (x >> 1) * words;
    long flip = -(x & 1);
    long[] ones = carry[place];
    for (int i = 0; i < words; i++) {
      ones[i] = rows[a + i] ^ flip;
    }
    add(place);
  }

  /**
   * Adds the row in {@code carry[place]}. Where two rows wait already, a full adder leaves one and
   * carries one on. A carry out of the highest place is always 0, since no pattern exceeds the
   * total.
   */
  private void add(int place) {
    int at = place;
    while (at < places && waiting[at] == 2) {
      fullAdder(pending[2 * at], pending[2 * at + 1], carry[at], carry[at + 1]);
      waiting[at] = 1;
      at++;
    }
    if (at < places) {
      int slot = 2 * at + waiting[at]++;
      long[] free = pending[slot];
      pending[slot] = carry[at];
      carry[at] = free;
    }
  }

  private void fullAdder(long[] x, long[] y, long[] z, long[] out) {
    for (int i = 0; i < words; i++) {
      long xy = x[i] ^ y[i];
      long third = z[i];
      out[i] = x[i] & y[i] | xy & third;
      x[i] = xy ^ third;
    }
  }

  /** Leaves one row in a place, when nothing more will be added to it. */
  private void settle(int place) {
    long[] x = pending[2 * place];
    if (waiting[place] == 0) {
      Arrays.fill(x, 0);
    } else if (waiting[place] == 2) {
      long[] y = pending[2 * place + 1];
      long[] out = carry[place + 1];
      for (int i = 0; i < words; i++) {
        long both = x[i] & y[i];
        x[i] ^= y[i];
        out[i] = both;
      }
      waiting[place] = 1;
      add(place + 1);
    }
  }
}
