package tc0.circuit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The cells of an array that are known already. */
final class LiteralMemo {

  private static final int DENSE = 1 << 20;
  static final int UNKNOWN = -1;

  private final int size;
  private int[] dense = new int[0];
  private final Map<Integer, Integer> sparse = new HashMap<>();

  LiteralMemo(int size) {
    this.size = size;
  }

  /** The literal of a cell, or {@link #UNKNOWN}. */
  int get(int number) {
    if (size > DENSE) {
      return sparse.getOrDefault(number, UNKNOWN);
    }
    return dense.length == 0 ? UNKNOWN : dense[number];
  }

  void put(int number, int literal) {
    if (size > DENSE) {
      sparse.put(number, literal);
      return;
    }
    if (dense.length == 0) {
      dense = new int[size];
      Arrays.fill(dense, UNKNOWN);
    }
    dense[number] = literal;
  }
}
