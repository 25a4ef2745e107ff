package tc0.circuit.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tables of least exponents {@code e} with {@code g^e = t mod m}, for small primes {@code m}; the
 * oldest are dropped.
 */
final class DiscreteLogarithms {

  private static final int LARGEST_MODULUS = 1 << 20;
  private static final long REMEMBERED = 1 << 24;

  private record Key(long base, long modulus) {}

  private final Budget budget;
  private final Map<Key, int[]> tables = new LinkedHashMap<>();
  private long size;

  DiscreteLogarithms(Budget budget) {
    this.budget = budget;
  }

  /** Whether a table is kept for this modulus. */
  boolean covers(long modulus) {
    return modulus >= 2 && modulus <= LARGEST_MODULUS && Primality.isPrime(modulus);
  }

  /** The least {@code e >= 0} with {@code base^e mod modulus = target}, or -1. */
  int least(long base, long target, long modulus) {
    if (target < 0 || target >= modulus) {
      return -1;
    }
    return table(new Key(Math.floorMod(base, modulus), modulus))[(int) target];
  }

  private int[] table(Key key) {
    int[] known = tables.get(key);
    if (known != null) {
      return known;
    }
    int modulus = (int) key.modulus();
    budget.spend(modulus);
    int[] table = new int[modulus];
    Arrays.fill(table, -1);
    long power = 1;
    for (int e = 0; table[(int) power] < 0; e++) {
      table[(int) power] = e;
      power = power * key.base() % modulus;
    }
    var oldest = tables.entrySet().iterator();
    while (size + modulus > REMEMBERED && oldest.hasNext()) {
      size -= oldest.next().getValue().length;
      oldest.remove();
    }
    tables.put(key, table);
    size += modulus;
    return table;
  }
}
