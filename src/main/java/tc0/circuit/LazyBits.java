package tc0.circuit;

import tc0.circuit.index.Extent;

/** An array whose cells are found when they are first read: an alias, an argument, or gates. */
final class LazyBits implements BitArray {

  private final Extent extent;
  private final CellBinding binding;
  private final Wire wire;
  private final LiteralMemo memo;

  LazyBits(Extent extent, CellBinding binding, Wire wire) {
    this.extent = extent;
    this.binding = binding;
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
      binding.enter(values, from);
      literal = wire.literal(binding.frame());
      memo.put(number, literal);
    }
    return literal;
  }
}
