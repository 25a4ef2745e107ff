package tc0.circuit;

import java.util.Optional;
import tc0.circuit.index.Extent;

/** The entries of a bit array as literals; 0 outside the box. */
interface BitArray {

  /** The literal at the tuple {@code values[from ..]}. */
  int read(long[] values, int from);

  /**
   * The row {@code [sum >= e]} of thresholds that the tuple {@code values[from ..]} without its
   * last index selects, if the array is known to be made of such rows.
   */
  default Optional<UnaryRow> row(long[] values, int from) {
    return Optional.empty();
  }

  /** Consecutive nodes: inputs or gates. */
  record Nodes(Extent extent, int first) implements BitArray {
    @Override
    public int read(long[] values, int from) {
      int number = extent.number(values, from);
      return number < 0 ? 0 : 2 * (first + number);
    }
  }

  /** Known literals, in the order of the extent. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Known(Extent extent, int[] literals) implements BitArray {
    @Override
    public int read(long[] values, int from) {
      int number = extent.number(values, from);
      return number < 0 ? 0 : literals[number];
    }
  }

  /** An alias or an argument, resolved when it is read; remembered unless it is very large. */
  final class Alias implements BitArray {
    private static final int REMEMBERED = 1 << 20;

    private final Extent extent;
    private final Frame frame;
    private final int[] binders;
    private final Wire wire;
    private final int[] resolved;

    Alias(Extent extent, Frame frame, int[] binders, Wire wire) {
      this.extent = extent;
      this.frame = frame;
      this.binders = binders;
      this.wire = wire;
      this.resolved = Frame.unresolved(extent.size() <= REMEMBERED ? extent.size() : 0);
    }

    @Override
    public int read(long[] values, int from) {
      int number = extent.number(values, from);
      if (number < 0) {
        return 0;
      }
      if (number < resolved.length && resolved[number] >= 0) {
        return resolved[number];
      }
      frame.bind(binders, values, from);
      int literal = wire.literal(frame);
      if (number < resolved.length) {
        resolved[number] = literal;
      }
      return literal;
    }
  }

  /**
   * Output {@code port} of the instances of a call; an instance outside the call's box does not
   * exist.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Results(Extent calls, CallResult[] results, int port) implements BitArray {
    @Override
    public int read(long[] values, int from) {
      int number = calls.number(values, from);
      return number < 0 ? 0 : results[number].bits()[port].read(values, from + calls.rank());
    }
  }
}
