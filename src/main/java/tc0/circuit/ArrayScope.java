package tc0.circuit;

import java.util.HashMap;
import java.util.Map;

/** The arrays that a declaration may read, by name; each has a number in the frame. */
final class ArrayScope {

  private record Entry(int number, int rank, boolean form) {}

  /** Numbers are given out per circuit, so that inner scopes do not reuse them. */
  private static final class Counter {
    private int next;
  }

  private final String circuit;
  private final Counter counter;
  private final Map<String, Entry> entries;

  private ArrayScope(String circuit, Counter counter, Map<String, Entry> entries) {
    this.circuit = circuit;
    this.counter = counter;
    this.entries = entries;
  }

  static ArrayScope of(String circuit) {
    return new ArrayScope(circuit, new Counter(), new HashMap<>());
  }

  /** A scope whose declarations are not visible here. */
  ArrayScope inner() {
    return new ArrayScope(circuit, counter, new HashMap<>(entries));
  }

  int declare(String name, int rank, boolean form) {
    if (entries.containsKey(name)) {
      throw new IllegalArgumentException(circuit + " declares " + name + " twice");
    }
    entries.put(name, new Entry(counter.next, rank, form));
    return counter.next++;
  }

  int count() {
    return counter.next;
  }

  int find(String name, int rank, boolean form) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(circuit + " reads " + name + " before its declaration");
    }
    if (entry.form != form) {
      throw new IllegalArgumentException(
          circuit
              + " reads "
              + name
              + " as a "
              + (form ? "form" : "bit")
              + " array, but it is not");
    }
    if (entry.rank != rank) {
      throw new IllegalArgumentException(
          circuit
              + " reads "
              + name
              + " with "
              + rank
              + " indices, but it has "
              + entry.rank
              + " dimensions");
    }
    return entry.number;
  }
}
