package tc0.circuit;

import java.util.Arrays;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.index.Budget;

/**
 * Adds gates in normal form to a growing circuit, or finds the literal that a gate equals: a
 * constant, another literal, or a gate that is there already.
 *
 * <p>Gates of one sum are ordered: the gate with the higher threshold implies the other. This is
 * used wherever two of them meet.
 */
final class GateFolder {

  static final int FALSE = 0;
  static final int TRUE = 1;

  private final FlatBuilder builder;
  private final StructuralHash hash;
  private final LiteralBag bag = new LiteralBag(64);
  private final SumFolder sums;

  /** A circuit of {@code inputs} bits without gates. */
  GateFolder(Budget budget, int inputs) {
    this.builder = new FlatBuilder(budget);
    this.builder.addInputs(inputs);
    this.hash = new StructuralHash(builder, true);
    this.sums = new SumFolder(this);
  }

  FlatBuilder builder() {
    return builder;
  }

  /** An empty bag for the nodes there are; the last one given out must no longer be in use. */
  LiteralBag bag() {
    bag.cover(builder.nextNode());
    bag.clear();
    return bag;
  }

  /** The thresholds of a sum; {@code single} if one of them at most will be asked for. */
  Ladder sum(FoldedForm form, boolean single) {
    return sums.fold(form, single);
  }

  /** A body with the entries of a bag of positive weights. */
  int body(Kind kind, LiteralBag entries) {
    return hash.body(kind, entries);
  }

  /** The literal of a gate on a body. */
  int gate(int body, long threshold) {
    return 2 * hash.gate(body, threshold);
  }

  /** The body of the sum whose threshold a literal is, complemented or not; -1 if it is none. */
  int sumOf(int literal) {
    int gate = (literal >> 1) - 1 - builder.inputCount();
    if (gate < 0) {
      return -1;
    }
    int body = builder.body(gate);
    return builder.kind(body) == Kind.SUM ? body : -1;
  }

  /** The threshold of the gate at a literal. */
  long threshold(int literal) {
    return builder.threshold((literal >> 1) - 1 - builder.inputCount());
  }

  /** The AND or OR of the first {@code count} literals. */
  int junction(Kind kind, int[] literals, int count) {
    int deciding = kind == Kind.AND ? FALSE : TRUE;
    LiteralBag entries = bag();
    boolean chains = false;
    for (int i = 0; i < count; i++) {
      int literal = literals[i];
      if (literal == deciding || entries.weight(literal ^ 1) > 0) {
        return deciding;
      }
      if (literal != (deciding ^ 1)) {
        chains |= sumOf(literal) >= 0;
        entries.set(literal);
      }
    }
    if (chains && entries.size() > 1 && !mergeThresholds(entries, deciding)) {
      return deciding;
    }
    return switch (entries.size()) {
      case 0 -> deciding ^ 1;
      case 1 -> entries.literal(0);
      default -> gate(body(kind, entries), 0);
    };
  }

  /**
   * Leaves of the thresholds of one sum those that imply the others; false if two of them decide
   * the gate. For an OR everything is complemented.
   */
  private boolean mergeThresholds(LiteralBag entries, int flip) {
    int size = entries.size();
    long[] keys = new long[size];
    int found = 0;
    int[] kept = new int[size];
    int keeping = 0;
    for (int i = 0; i < size; i++) {
      int body = sumOf(entries.literal(i));
      if (body < 0) {
        kept[keeping++] = entries.literal(i);
      } else {
        keys[found++] = (long) body << 32 | entries.literal(i);
      }
    }
    Arrays.sort(keys, 0, found);
    for (int from = 0; from < found; ) {
      int to = from;
      int above = -1; // the sum is at least the threshold of this literal
      int below = -1; // and less than the threshold of this one
      while (to < found && keys[to] >> 32 == keys[from] >> 32) {
        int literal = (int) keys[to++] ^ flip;
        if ((literal & 1) == 0) {
          above = above < 0 || threshold(literal) > threshold(above) ? literal : above;
        } else {
          below = below < 0 || threshold(literal) < threshold(below) ? literal : below;
        }
      }
      if (above >= 0 && below >= 0 && threshold(above) >= threshold(below)) {
        return false;
      }
      if (above >= 0) {
        kept[keeping++] = above ^ flip;
      }
      if (below >= 0) {
        kept[keeping++] = below ^ flip;
      }
      from = to;
    }
    if (keeping < size) {
      entries.clear();
      for (int i = 0; i < keeping; i++) {
        entries.set(kept[i]);
      }
    }
    return true;
  }

  /**
   * Copies the gates of a folded circuit, with literals in place of its inputs.
   *
   * @param inputs the literal for each input bit
   * @return the literal for each node
   */
  int[] stamp(FlatCircuit circuit, int[] inputs) {
    int[] images = new int[circuit.nodeCount()];
    for (int i = 0; i < inputs.length; i++) {
      images[1 + i] = inputs[i];
    }
    int[] bodies = new int[circuit.bodyCount()];
    Arrays.fill(bodies, -1);
    Ladder[] ladders = new Ladder[circuit.bodyCount()];
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int body = circuit.body(gate);
      Kind kind = circuit.kind(body);
      int start = circuit.start(body);
      int end = circuit.end(body);
      int node = circuit.node(gate);
      if (kind != Kind.SUM) {
        int[] literals = new int[end - start];
        for (int i = 0; i < literals.length; i++) {
          literals[i] = image(circuit.literal(start + i), images);
        }
        images[node] = junction(kind, literals, literals.length);
        continue;
      }
      if (bodies[body] < 0 && ladders[body] == null) {
        bodies[body] = copy(circuit, body, images);
        if (bodies[body] < 0) {
          FoldedForm form = new FoldedForm();
          for (int edge = start; edge < end; edge++) {
            form.literal(image(circuit.literal(edge), images), circuit.weight(edge));
          }
          ladders[body] = sum(form, false);
        }
      }
      images[node] =
          ladders[body] == null
              ? gate(bodies[body], circuit.threshold(gate))
              : ladders[body].literal(circuit.threshold(gate));
    }
    return images;
  }

  /** The body with literals mapped, if they stay distinct and none becomes constant; else -1. */
  private int copy(FlatCircuit circuit, int body, int[] images) {
    LiteralBag entries = bag();
    for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
      int literal = image(circuit.literal(edge), images);
      if (literal <= TRUE || entries.weight(literal) != 0 || entries.weight(literal ^ 1) != 0) {
        return -1;
      }
      entries.add(literal, circuit.weight(edge));
    }
    return body(Kind.SUM, entries);
  }

  static int image(int literal, int[] images) {
    return images[literal >> 1] ^ (literal & 1);
  }
}
