package tc0.circuit;

import java.util.Arrays;

/**
 * One instance of a circuit while it is unrolled: the values of its binders and the arrays made so
 * far.
 */
class Frame {

  /**
   * The binders of every declaration, each in a slot of its own, so that arrays may be read while
   * others are made.
   */
  final long[] slots;

  final BitArray[] bits;
  final FormArray[] forms;

  /** The first gate of the instance, to number its gates from there. */
  final int firstNode;

  Frame(int slotCount, int arrayCount, int firstNode) {
    this.slots = new long[slotCount];
    this.bits = new BitArray[arrayCount];
    this.forms = new FormArray[arrayCount];
    this.firstNode = firstNode;
  }

  /** Runs a literal or form of the frame with a tuple in the slots of its binders. */
  void bind(int[] binders, long[] values, int from) {
    for (int i = 0; i < binders.length; i++) {
      slots[binders[i]] = values[from + i];
    }
  }

  static int[] unresolved(int size) {
    int[] cells = new int[size];
    Arrays.fill(cells, -1);
    return cells;
  }
}
