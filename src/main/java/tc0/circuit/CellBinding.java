package tc0.circuit;

/**
 * Where a cell of an array is evaluated: in {@code frame}, with {@code values} in the slots {@code
 * fixed} and the tuple of the cell in the slots {@code binders}.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CellBinding(LazyFrame frame, int[] fixed, long[] values, int[] binders) {

  CellBinding(LazyFrame frame, int[] binders) {
    this(frame, new int[0], new long[0], binders);
  }

  void enter(long[] tuple, int from) {
    frame.bind(fixed, values, 0);
    frame.bind(binders, tuple, from);
  }

  void enter(int[] tuple) {
    frame.bind(fixed, values, 0);
    for (int d = 0; d < binders.length; d++) {
      frame.slots[binders[d]] = tuple[d];
    }
  }
}
