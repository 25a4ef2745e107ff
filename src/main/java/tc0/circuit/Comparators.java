package tc0.circuit;

import java.util.Arrays;

/**
 * Compares one count with the thresholds of all gates of a body. {@code count > m} is computed from
 * the lowest digit up: where m has a 0 the digit decides upwards ({@code or}), where it has a 1
 * downwards ({@code and}). Gates whose constants agree in their low digits share those steps, so
 * that n consecutive thresholds take about 2n steps.
 */
final class Comparators {

  private final FlatCircuit circuit;
  private final Readers readers;
  private final SlicedCounter counter;
  private final long[] rows;
  private final int words;
  private long[][] partial =
      new long[0][]; // per number of low digits: whether they exceed those of m

  Comparators(FlatCircuit circuit, Readers readers, SlicedCounter counter, long[] rows, int words) {
    this.circuit = circuit;
    this.readers = readers;
    this.counter = counter;
    this.rows = rows;
    this.words = words;
  }

  /** Gives every gate of a counted body its row. */
  void compare(int body) {
    int places = counter.places();
    reserve(places);
    int shared = 0; // digits of the last constant that partial rows stand for
    long last = 0;
    for (int i = readers.first(body); i < readers.first(body + 1); i++) {
      int node = readers.node(i);
      int row = node * words;
      long least = circuit.threshold(circuit.gate(node)) - counter.offset();
      if (least <= 0 || least > counter.total()) {
        Arrays.fill(rows, row, row + words, least <= 0 ? -1 : 0);
        continue;
      }
      long m = least - 1;
      int from = Math.min(shared, Math.min(Long.numberOfTrailingZeros(m ^ last), places));
      for (int place = from; place < places; place++) {
        step(partial[place], counter.digit(place), (m >> place & 1) == 1, partial[place + 1]);
      }
      System.arraycopy(partial[places], 0, rows, row, words);
      shared = places;
      last = m;
    }
  }

  private void step(long[] lower, long[] digit, boolean one, long[] to) {
    if (one) {
      for (int i = 0; i < words; i++) {
        to[i] = lower[i] & digit[i];
      }
    } else {
      for (int i = 0; i < words; i++) {
        to[i] = lower[i] | digit[i];
      }
    }
  }

  private void reserve(int places) {
    int old = partial.length;
    if (places + 1 > old) {
      partial = Arrays.copyOf(partial, places + 1);
      for (int i = old; i <= places; i++) {
        partial[i] = new long[words];
      }
    }
  }
}
