package tc0.circuit.index;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The tuples of a box at concrete sizes, numbered from 0 in lexicographic order. Rectangular boxes
 * are numbered by strides, others by a trie with one level per binder.
 */
public final class Extent {

  /**
   * One level of the trie: per prefix of the tuple, the range of the next value and the number of
   * its first child.
   */
  private static final class Level {
    private long[] low = new long[1];
    private int[] width = new int[1];
    private int[] base = new int[1];
    private int count;

    private void reserve(int more) {
      if (count + more > low.length) {
        int capacity = Math.max(count + more, low.length * 2);
        low = Arrays.copyOf(low, capacity);
        width = Arrays.copyOf(width, capacity);
        base = Arrays.copyOf(base, capacity);
      }
      count += more;
    }
  }

  private final int rank;
  private int size;
  private final long[] low;
  private final long[] width;
  private final Level[] levels; // empty when rectangular
  private int[] compact =
      new int[0]; // per leaf of a trie with a guard on leaves: its number, or -1
  private int[] leaves = new int[0]; // its inverse

  private Extent(int rank, boolean rectangular) {
    this.rank = rank;
    this.low = new long[rank];
    this.width = new long[rank];
    this.levels = new Level[rectangular ? 0 : rank];
  }

  /**
   * The tuples of {@code box} for the values in {@code frame}; overwrites the slots of the box's
   * binders.
   */
  public static Extent of(BoxCode box, long[] frame, Budget budget) {
    Extent extent = new Extent(box.rank(), box.isRectangular());
    if (box.isRectangular()) {
      extent.fillRectangle(box, frame, budget);
    } else {
      extent.fillTrie(box, frame, budget);
    }
    return extent;
  }

  private void fillRectangle(BoxCode box, long[] frame, Budget budget) {
    BigInteger cells = box.admits(0, frame) ? BigInteger.ONE : BigInteger.ZERO;
    for (int d = 0; d < rank; d++) {
      low[d] = box.low(d, frame);
      width[d] = Math.max(box.high(d, frame) - low[d], 0);
      cells = cells.multiply(BigInteger.valueOf(width[d]));
    }
    if (cells.compareTo(BigInteger.valueOf(cellLimit(budget))) > 0) {
      throw tooLarge(cells, budget);
    }
    size = cells.intValueExact();
  }

  private void fillTrie(BoxCode box, long[] frame, Budget budget) {
    for (int d = 0; d < rank; d++) {
      levels[d] = new Level();
    }
    levels[0].reserve(1);
    int[] leafCount = new int[1];
    if (box.admits(0, frame)) {
      fillNode(0, 0, box, frame, budget, leafCount);
    }
    if (box.hasGuard(rank)) {
      int leafTotal = leafCount[0];
      compact = Arrays.copyOf(compact, leafTotal);
      leaves = new int[size];
      for (int leaf = 0; leaf < leafTotal; leaf++) {
        if (compact[leaf] >= 0) {
          leaves[compact[leaf]] = leaf;
        }
      }
    } else {
      size = leafCount[0];
    }
  }

  private void fillNode(
      int depth, int node, BoxCode box, long[] frame, Budget budget, int[] leafCount) {
    Level level = levels[depth];
    boolean last = depth + 1 == rank;
    long from = box.low(depth, frame);
    long count = Math.max(box.high(depth, frame) - from, 0);
    int base = last ? leafCount[0] : levels[depth + 1].count;
    if (count > cellLimit(budget) - base) {
      throw tooLarge(BigInteger.valueOf(count).add(BigInteger.valueOf(base)), budget);
    }
    budget.spend(count);
    level.low[node] = from;
    level.width[node] = (int) count;
    level.base[node] = base;
    boolean guarded = box.hasGuard(depth + 1);
    if (!last) {
      levels[depth + 1].reserve((int) count);
    } else {
      leafCount[0] += (int) count;
      if (!guarded) {
        return;
      }
      if (leafCount[0] > compact.length) {
        compact = Arrays.copyOf(compact, Math.max(leafCount[0], compact.length * 2));
      }
    }
    for (int i = 0; i < count; i++) {
      frame[box.slot(depth)] = from + i;
      boolean admitted = !guarded || box.admits(depth + 1, frame);
      if (last) {
        compact[base + i] = admitted ? size++ : -1;
      } else if (admitted) {
        fillNode(depth + 1, base + i, box, frame, budget, leafCount);
      } else {
        levels[depth + 1].base[base + i] =
            depth + 2 == rank ? leafCount[0] : levels[depth + 2].count;
      }
    }
  }

  private static long cellLimit(Budget budget) {
    return Math.min(budget.limits().cells(), 1L << 30);
  }

  private static LimitExceeded tooLarge(BigInteger cells, Budget budget) {
    return new LimitExceeded(
        "an array", budget.where(), cells + " entries", "cells", budget.limits().cells());
  }

  /** The length of the tuples. */
  public int rank() {
    return rank;
  }

  /** The number of tuples. */
  public int size() {
    return size;
  }

  /** The number of the tuple in {@code values[from ..]}, or -1 if it is outside the box. */
  public int number(long[] values, int from) {
    if (size == 0) {
      return -1;
    }
    if (rank == 0) {
      return 0;
    }
    return levels.length == 0 ? numberInRectangle(values, from) : numberInTrie(values, from);
  }

  private int numberInRectangle(long[] values, int from) {
    long number = 0;
    for (int d = 0; d < rank; d++) {
      long v = values[from + d];
      if (v < low[d] || v - low[d] >= width[d]) {
        return -1;
      }
      number = number * width[d] + (v - low[d]);
    }
    return (int) number;
  }

  private int numberInTrie(long[] values, int from) {
    int node = 0;
    for (int d = 0; d < rank; d++) {
      Level level = levels[d];
      long v = values[from + d];
      if (v < level.low[node] || v - level.low[node] >= level.width[node]) {
        return -1;
      }
      node = level.base[node] + (int) (v - level.low[node]);
    }
    return compact.length == 0 ? node : compact[node];
  }

  /** The tuple with a given number. */
  public int[] tuple(int number) {
    int[] tuple = new int[rank];
    if (levels.length == 0) {
      long rest = number;
      for (int d = rank - 1; d >= 0; d--) {
        tuple[d] = Math.toIntExact(low[d] + rest % width[d]);
        rest /= width[d];
      }
      return tuple;
    }
    int node = compact.length == 0 ? number : leaves[number];
    for (int d = rank - 1; d >= 0; d--) {
      Level level = levels[d];
      int parent = lastAtMost(level.base, level.count, node);
      tuple[d] = Math.toIntExact(level.low[parent] + node - level.base[parent]);
      node = parent;
    }
    return tuple;
  }

  /** Children are numbered in the order of their parents, so the first children ascend. */
  private static int lastAtMost(int[] ascending, int count, int key) {
    int from = 0;
    int to = count;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (ascending[middle] <= key) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
