package tc0.circuit.index;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembered values of a pure function of some {@code long} arguments. Bounded: beyond a million
 * entries a new value displaces an old one.
 */
final class Memo {

  private static final int LARGEST = 1 << 20;
  private static final int LARGEST_EXACT = 1 << 12;

  private final int arity;
  private long[] keys;
  private long[] values;
  private boolean[] used;
  private int count;
  private final Map<List<BigInteger>, BigInteger> exact = new HashMap<>();

  Memo(int arity) {
    this.arity = arity;
    allocate(64);
  }

  private void allocate(int capacity) {
    keys = new long[capacity * arity];
    values = new long[capacity];
    used = new boolean[capacity];
    count = 0;
  }

  /** The entry where these arguments live or would live. */
  private int place(long[] arguments, int from) {
    long hash = 0;
    for (int i = 0; i < arity; i++) {
      hash = (hash ^ arguments[from + i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash >>> 7) & (used.length - 1);
  }

  /** The entry that holds these arguments, or -1. Only the first {@code arity} elements count. */
  int find(long[] arguments) {
    int place = place(arguments, 0);
    return used[place]
            && Arrays.equals(keys, place * arity, place * arity + arity, arguments, 0, arity)
        ? place
        : -1;
  }

  long value(int place) {
    return values[place];
  }

  void put(long[] arguments, long value) {
    if (count * 2 > used.length && used.length < LARGEST) {
      grow();
    }
    store(arguments, 0, value);
  }

  private void store(long[] arguments, int from, long value) {
    int place = place(arguments, from);
    if (!used[place]) {
      used[place] = true;
      count++;
    }
    System.arraycopy(arguments, from, keys, place * arity, arity);
    values[place] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    boolean[] oldUsed = used;
    allocate(oldUsed.length * 4);
    for (int i = 0; i < oldUsed.length; i++) {
      if (oldUsed[i]) {
        store(oldKeys, i * arity, oldValues[i]);
      }
    }
  }

  /** The remembered value for arguments of any size. */
  Optional<BigInteger> exact(List<BigInteger> arguments) {
    return Optional.ofNullable(exact.get(arguments));
  }

  void putExact(List<BigInteger> arguments, BigInteger value) {
    if (exact.size() >= LARGEST_EXACT) {
      exact.clear();
    }
    exact.put(arguments, value);
  }
}
