package tc0.sat;

import java.util.Arrays;

/**
 * A growing graph of Boolean gates in which equal gates are one node and constants are folded.
 *
 * <p>Nodes are numbered in topological order: 0 is the constant false, and every gate comes after
 * its children. A literal is {@code 2 * node + complement}, so that {@link #FALSE} is 0, {@link
 * #TRUE} is 1 and {@code literal ^ 1} is the negation. Circuits and specifications are both
 * translated into one graph, so that what is equal by construction is one node before any search
 * begins.
 */
@SuppressWarnings("EnumOrdinal") // kinds are kept in a byte each, inside this class only
public final class BooleanGraph {

  /** What a node computes from its children. */
  public enum Kind {
    /** The constant false; node 0 only. */
    CONSTANT,
    /** A free variable. */
    INPUT,
    /** The conjunction of two or more literals. */
    AND,
    /** The exclusive or of two uncomplemented literals. */
    XOR,
    /** The majority of three literals, at most one of them complemented. */
    MAJORITY,
    /** {@code if child 0 then child 1 else child 2}; the first two are uncomplemented. */
    CHOICE
  }

  /** The literal that is always false. */
  public static final int FALSE = 0;

  /** The literal that is always true. */
  public static final int TRUE = 1;

  private static final Kind[] KINDS = Kind.values();

  private byte[] kinds = new byte[64];
  private final IntList starts = new IntList();
  private final IntList children = new IntList();
  private final IntList inputs = new IntList();
  private int[] table = new int[256]; // open addressing, 0 is free
  private int tableCount;

  /** A graph with the constant only. */
  public BooleanGraph() {
    starts.add(0);
    addNode(Kind.CONSTANT);
  }

  /** The number of nodes, the constant included. */
  public int size() {
    return starts.size() - 1;
  }

  /** The number of inputs. */
  public int inputCount() {
    return inputs.size();
  }

  /** The node of input number {@code index}, in order of creation. */
  public int inputNode(int index) {
    return inputs.get(index);
  }

  /** What {@code node} computes. */
  public Kind kind(int node) {
    return KINDS[kinds[node]];
  }

  /** The number of children of {@code node}. */
  public int arity(int node) {
    return starts.get(node + 1) - starts.get(node);
  }

  /** Child literal number {@code index} of {@code node}. */
  public int child(int node, int index) {
    return children.get(starts.get(node) + index);
  }

  /** A fresh input; returns its literal. */
  public int input() {
    inputs.add(size());
    return 2 * addNode(Kind.INPUT);
  }

  /** {@code count} fresh inputs, as literals. */
  public int[] inputs(int count) {
    int[] literals = new int[count];
    for (int i = 0; i < count; i++) {
      literals[i] = input();
    }
    return literals;
  }

  /** The conjunction; true for no literals. */
  public int and(int... literals) {
    int[] sorted = literals.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int literal : sorted) {
      if (literal == FALSE) {
        return FALSE;
      }
      if (literal == TRUE || (count > 0 && sorted[count - 1] == literal)) {
        continue;
      }
      if (count > 0 && sorted[count - 1] == (literal ^ 1)) {
        return FALSE;
      }
      sorted[count++] = literal;
    }
    if (count == 0) {
      return TRUE;
    }
    return count == 1 ? sorted[0] : 2 * find(Kind.AND, Arrays.copyOf(sorted, count));
  }

  /** The disjunction; false for no literals. */
  public int or(int... literals) {
    int[] negated = new int[literals.length];
    for (int i = 0; i < literals.length; i++) {
      negated[i] = literals[i] ^ 1;
    }
    return and(negated) ^ 1;
  }

  /** Exclusive or. */
  public int xor(int a, int b) {
    int complement = (a ^ b) & 1;
    int low = Math.min(a, b) & ~1;
    int high = Math.max(a, b) & ~1;
    if (low == FALSE) {
      return high ^ complement;
    }
    return low == high ? complement : 2 * find(Kind.XOR, new int[] {low, high}) ^ complement;
  }

  /** True iff {@code a} and {@code b} agree. */
  public int iff(int a, int b) {
    return xor(a, b) ^ 1;
  }

  /** The majority of three. */
  public int majority(int a, int b, int c) {
    int[] sorted = {a, b, c};
    Arrays.sort(sorted);
    int low = sorted[0];
    int middle = sorted[1];
    int high = sorted[2];
    if (low == FALSE) {
      return and(middle, high);
    }
    if (low == TRUE) {
      return or(middle, high);
    }
    if (low >> 1 == middle >> 1) {
      return low == middle ? low : high;
    }
    if (middle >> 1 == high >> 1) {
      return middle == high ? middle : low;
    }
    int flip = (low & 1) + (middle & 1) + (high & 1) >= 2 ? 1 : 0;
    return 2 * find(Kind.MAJORITY, new int[] {low ^ flip, middle ^ flip, high ^ flip}) ^ flip;
  }

  /** {@code yes} if {@code condition} holds, else {@code no}. */
  public int choose(int condition, int yes, int no) {
    if ((condition & 1) == 1) {
      return choose(condition ^ 1, no, yes);
    }
    if (condition == FALSE) {
      return no;
    }
    if (yes == no) {
      return yes;
    }
    if (yes == (no ^ 1)) {
      return xor(condition, no);
    }
    if (yes == TRUE || yes == condition) {
      return or(condition, no);
    }
    if (yes == FALSE || yes == (condition ^ 1)) {
      return and(condition ^ 1, no);
    }
    if (no == FALSE || no == condition) {
      return and(condition, yes);
    }
    if (no == TRUE || no == (condition ^ 1)) {
      return or(condition ^ 1, yes);
    }
    int flip = yes & 1;
    return 2 * find(Kind.CHOICE, new int[] {condition, yes ^ flip, no ^ flip}) ^ flip;
  }

  /**
   * The gate of {@code kind} over the given literals, folded like the named methods do.
   *
   * @throws IllegalArgumentException for the kinds that are not gates
   */
  public int gate(Kind kind, int[] literals) {
    return switch (kind) {
      case AND -> and(literals);
      case XOR -> xor(literals[0], literals[1]);
      case MAJORITY -> majority(literals[0], literals[1], literals[2]);
      case CHOICE -> choose(literals[0], literals[1], literals[2]);
      case CONSTANT, INPUT -> throw new IllegalArgumentException("not a gate: " + kind);
    };
  }

  /** Marks the cone of {@code literals}: every node that they depend on, and themselves. */
  public boolean[] cone(int... literals) {
    boolean[] marked = new boolean[size()];
    int last = 0;
    for (int literal : literals) {
      marked[literal >> 1] = true;
      last = Math.max(last, literal >> 1);
    }
    for (int node = last; node > 0; node--) {
      if (marked[node]) {
        for (int i = starts.get(node); i < starts.get(node + 1); i++) {
          marked[children.get(i) >> 1] = true;
        }
      }
    }
    return marked;
  }

  private int find(Kind kind, int[] literals) {
    if (2 * tableCount >= table.length) {
      grow();
    }
    int slot = hash(kind, literals) & (table.length - 1);
    while (table[slot] != 0) {
      int node = table[slot];
      if (kinds[node] == kind.ordinal() && sameChildren(node, literals)) {
        return node;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    for (int literal : literals) {
      children.add(literal);
    }
    int node = addNode(kind);
    table[slot] = node;
    tableCount++;
    return node;
  }

  private boolean sameChildren(int node, int[] literals) {
    int start = starts.get(node);
    if (starts.get(node + 1) - start != literals.length) {
      return false;
    }
    for (int i = 0; i < literals.length; i++) {
      if (children.get(start + i) != literals[i]) {
        return false;
      }
    }
    return true;
  }

  private int addNode(Kind kind) {
    int node = starts.size() - 1;
    if (node >= Integer.MAX_VALUE / 2) {
      throw new IllegalStateException("more than 2^30 nodes");
    }
    if (node == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * node);
    }
    kinds[node] = (byte) kind.ordinal();
    starts.add(children.size());
    return node;
  }

  private void grow() {
    int[] old = table;
    table = new int[2 * old.length];
    for (int node : old) {
      if (node != 0) {
        int[] literals = children.slice(starts.get(node), starts.get(node + 1));
        int slot = hash(KINDS[kinds[node]], literals) & (table.length - 1);
        while (table[slot] != 0) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = node;
      }
    }
  }

  private static int hash(Kind kind, int[] literals) {
    int h = kind.ordinal();
    for (int literal : literals) {
      h = (h ^ literal) * 0x9E3779B1;
      h ^= h >>> 15;
    }
    return h;
  }
}
