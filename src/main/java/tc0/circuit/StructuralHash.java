package tc0.circuit;

import java.util.Arrays;
import tc0.circuit.FlatCircuit.Kind;

/** Adds bodies and gates to a builder, or finds equal ones that are there already. */
final class StructuralHash {

  private final FlatBuilder builder;
  private final boolean enabled;
  private final Table bodies = new Table();
  private final Table gates = new Table();

  StructuralHash(FlatBuilder builder, boolean enabled) {
    this.builder = builder;
    this.enabled = enabled;
  }

  /** A body with the entries of {@code bag}. */
  int body(Kind kind, LiteralBag bag) {
    bag.sort();
    if (!enabled) {
      return append(kind, bag);
    }
    long hash = kind == Kind.SUM ? 2 : kind == Kind.OR ? 1 : 0;
    for (int i = 0; i < bag.size(); i++) {
      hash = mix(hash ^ bag.literal(i)) + bag.weightAt(i);
    }
    int place = bodies.start(hash);
    for (; bodies.at(place) >= 0; place = bodies.next(place)) {
      if (builder.isBody(bodies.at(place), kind, bag)) {
        return bodies.at(place);
      }
    }
    int body = append(kind, bag);
    bodies.insert(place, body, hash);
    return body;
  }

  private int append(Kind kind, LiteralBag bag) {
    int body = builder.openBody(kind);
    for (int i = 0; i < bag.size(); i++) {
      builder.literal(bag.literal(i), bag.weightAt(i));
    }
    return body;
  }

  /** The node of a gate on {@code body}. */
  int gate(int body, long threshold) {
    if (!enabled) {
      return builder.addGate(body, threshold);
    }
    long hash = mix(body * 31L + threshold);
    int place = gates.start(hash);
    for (; gates.at(place) >= 0; place = gates.next(place)) {
      if (builder.isGate(gates.at(place), body, threshold)) {
        return gates.at(place);
      }
    }
    int node = builder.addGate(body, threshold);
    gates.insert(place, node, hash);
    return node;
  }

  private static long mix(long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }

  /** Open addressing with linear probing. */
  private static final class Table {
    private int[] entries = new int[1 << 10];
    private int[] hashes = new int[1 << 10];
    private int count;

    Table() {
      Arrays.fill(entries, -1);
    }

    int start(long hash) {
      return (int) (mix(hash) >>> 20) & (entries.length - 1);
    }

    int next(int place) {
      return place + 1 & entries.length - 1;
    }

    int at(int place) {
      return entries[place];
    }

    void insert(int place, int entry, long hash) {
      entries[place] = entry;
      hashes[place] = (int) (mix(hash) >>> 20);
      if (++count * 2 > entries.length) {
        grow();
      }
    }

    private void grow() {
      int[] oldEntries = entries;
      int[] oldHashes = hashes;
      entries = new int[oldEntries.length * 2];
      hashes = new int[oldEntries.length * 2];
      Arrays.fill(entries, -1);
      for (int i = 0; i < oldEntries.length; i++) {
        if (oldEntries[i] >= 0) {
          int place = oldHashes[i] & (entries.length - 1);
          while (entries[place] >= 0) {
            place = next(place);
          }
          entries[place] = oldEntries[i];
          hashes[place] = oldHashes[i];
        }
      }
    }
  }
}
