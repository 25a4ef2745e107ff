package tc0.circuit;

import tc0.circuit.index.Extent;

/** An array whose cells are found when they are first read: an alias, an argument, or gates. */
final class LazyBits implements BitArray {

  private final Extent extent;
  private final Context context;
  private final Wire wire;
  private final LiteralMemo memo;

  /**
   * Where a cell is evaluated: in {@code frame}, with {@code values} in the slots {@code fixed} and
   * the tuple of the cell in the slots {@code binders}.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Context(FoldedFrame frame, int[] fixed, long[] values, int[] binders) {
    Context(FoldedFrame frame, int[] binders) {
      this(frame, new int[0], new long[0], binders);
    }

    void enter(long[] tuple, int from) {
      frame.bind(fixed, values, 0);
      frame.bind(binders, tuple, from);
    }
  }

  LazyBits(Extent extent, Context context, Wire wire) {
    this.extent = extent;
    this.context = context;
    this.wire = wire;
    this.memo = new LiteralMemo(extent.size());
  }

  @Override
  public int read(long[] values, int from) {
    int number = extent.number(values, from);
    if (number < 0) {
      return GateFolder.FALSE;
    }
    int literal = memo.get(number);
    if (literal == LiteralMemo.UNKNOWN) {
      context.enter(values, from);
      literal = wire.literal(context.frame());
      memo.put(number, literal);
    }
    return literal;
  }
}
