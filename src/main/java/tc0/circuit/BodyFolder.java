package tc0.circuit;

import java.util.Arrays;
import tc0.circuit.FlatCircuit.Kind;

/**
 * Folds gates in topological order: the literals of their children are known when a gate is folded.
 */
final class BodyFolder {

  private static final int FALSE = 0;
  private static final int TRUE = 1;
  private static final int UNSEEN = -1;

  private final FlatCircuit circuit;
  private final FlatBuilder builder;
  private final int[] images;
  private final StructuralHash hash;

  private final int[] readers; // needed gates per body
  private final int[] folded; // per body: the new body, or UNSEEN
  private final int[] single; // per body: the only literal, or UNSEEN
  private final long[] shift; // per body: thresholds become ceil((k - shift) / divisor)
  private final long[] divisor;
  private final long[] total; // per body: the sum of the new weights

  private final LiteralBag bag;

  BodyFolder(
      FlatCircuit circuit, FlatBuilder builder, int[] images, boolean[] needed, boolean hashing) {
    this.circuit = circuit;
    this.builder = builder;
    this.images = images;
    this.hash = new StructuralHash(builder, hashing);
    this.bag = new LiteralBag(circuit.nodeCount());
    int bodies = circuit.bodyCount();
    readers = new int[bodies];
    folded = new int[bodies];
    single = new int[bodies];
    shift = new long[bodies];
    divisor = new long[bodies];
    total = new long[bodies];
    Arrays.fill(folded, UNSEEN);
    Arrays.fill(single, UNSEEN);
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      if (needed[circuit.node(gate)]) {
        readers[circuit.body(gate)]++;
      }
    }
  }

  /** The literal that replaces a gate. */
  int fold(int gate) {
    int body = circuit.body(gate);
    return switch (circuit.kind(body)) {
      case AND -> junction(body, FALSE);
      case OR -> junction(body, TRUE);
      case SUM -> sum(gate, body);
    };
  }

  /** AND, whose deciding child is false, or OR, whose deciding child is true. */
  private int junction(int body, int deciding) {
    if (folded[body] == UNSEEN) {
      bag.clear();
      for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
        int literal = image(circuit.literal(edge));
        if (literal == deciding || bag.weight(literal ^ 1) > 0) {
          return deciding;
        }
        if (literal != (deciding ^ 1)) {
          bag.set(literal);
        }
      }
      if (bag.size() == 0) {
        return deciding ^ 1;
      }
      if (bag.size() == 1) {
        return bag.literal(0);
      }
      folded[body] = hash.body(deciding == FALSE ? Kind.AND : Kind.OR, bag);
    }
    return 2 * hash.gate(folded[body], 0);
  }

  private int image(int literal) {
    return images[literal >> 1] ^ (literal & 1);
  }

  private int sum(int gate, int body) {
    if (divisor[body] == 0) {
      collect(body);
    }
    long threshold = circuit.threshold(gate);
    long k = ceil(FormSink.plus(threshold, -shift[body]), divisor[body]);
    if (k <= 0) {
      return TRUE;
    }
    if (k > total[body]) {
      return FALSE;
    }
    if (single[body] != UNSEEN) {
      return single[body];
    }
    if (folded[body] == UNSEEN) {
      if (readers[body] == 1 && k == total[body]) {
        return 2 * hash.gate(hash.body(Kind.AND, bag.flattened()), 0);
      }
      if (readers[body] == 1 && k <= bag.least()) {
        return 2 * hash.gate(hash.body(Kind.OR, bag.flattened()), 0);
      }
      folded[body] = hash.body(Kind.SUM, bag);
    }
    return 2 * hash.gate(folded[body], k);
  }

  /** Merges the cells of a sum; a negative cell {@code c * x} becomes {@code c + |c| * not x}. */
  private void collect(int body) {
    bag.clear();
    long constant = circuit.constant(body);
    for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
      int literal = image(circuit.literal(edge));
      long weight = circuit.weight(edge);
      if (literal == TRUE) {
        constant = FormSink.plus(constant, weight);
      } else if (literal != FALSE) {
        // not x is 1 - x
        if ((literal & 1) == 1) {
          constant = FormSink.plus(constant, weight);
          weight = -weight;
        }
        bag.add(literal & ~1, weight);
      }
    }
    constant = FormSink.plus(constant, bag.makePositive());
    divisor[body] = Math.max(bag.divide(), 1);
    shift[body] = constant;
    total[body] = bag.total();
    if (bag.size() == 1) {
      single[body] = bag.literal(0);
    } else if (bag.size() > 1 && readers[body] > 1) {
      folded[body] = hash.body(Kind.SUM, bag);
    }
  }

  private static long ceil(long a, long b) {
    return -Math.floorDiv(-a, b);
  }
}
