package tc0.circuit;

import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;

/** The entries of a form array; 0 outside the box. */
interface FormArray {

  /** Adds {@code weight} times the entry at the tuple {@code values[from ..]} to a sink. */
  void addTo(FormSink sink, long weight, long[] values, int from);

  /** Forms written out, in the order of the extent. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Known(Extent extent, FlatForm[] forms) implements FormArray {
    @Override
    public void addTo(FormSink sink, long weight, long[] values, int from) {
      int number = extent.number(values, from);
      if (number >= 0) {
        forms[number].addTo(sink, weight);
      }
    }
  }

  /** A definition or an argument, expanded when it is read; remembered while there is room. */
  final class Defined implements FormArray {
    private final Extent extent;
    private final Frame frame;
    private final int[] binders;
    private final FormCode code;
    private final Room room;
    private final FlatForm[] expanded;
    private long taken;

    Defined(Extent extent, Frame frame, int[] binders, FormCode code, Room room) {
      this.extent = extent;
      this.frame = frame;
      this.binders = binders;
      this.code = code;
      this.room = room;
      this.taken = room.take(extent.size()) ? extent.size() : 0;
      this.expanded = new FlatForm[(int) taken];
    }

    @Override
    public void addTo(FormSink sink, long weight, long[] values, int from) {
      int number = extent.number(values, from);
      if (number < 0) {
        return;
      }
      if (number < expanded.length && expanded[number] != null) {
        expanded[number].addTo(sink, weight);
        return;
      }
      frame.bind(binders, values, from);
      if (number >= expanded.length) {
        code.addTo(frame, weight, sink);
        return;
      }
      FlatForm.Collector collector = new FlatForm.Collector();
      code.addTo(frame, 1, collector);
      FlatForm form = collector.finish();
      form.addTo(sink, weight);
      if (room.take(form.literals.length)) {
        expanded[number] = form;
        taken += form.literals.length;
      }
    }

    /** Gives the room back when the array is no longer read. */
    void release() {
      room.release(taken);
      taken = 0;
    }
  }

  /** Output {@code port} of the instances of a call. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Results(Extent calls, CallResult[] results, int port) implements FormArray {
    @Override
    public void addTo(FormSink sink, long weight, long[] values, int from) {
      int number = calls.number(values, from);
      if (number >= 0) {
        results[number].forms()[port].addTo(sink, weight, values, from + calls.rank());
      }
    }
  }

  /** How many more cells may be remembered. */
  final class Room {
    private long left;

    Room(Budget budget) {
      left = budget.limits().cells() / 8;
    }

    boolean take(long cells) {
      if (cells > left) {
        return false;
      }
      left -= cells;
      return true;
    }

    void release(long cells) {
      left += cells;
    }
  }
}
