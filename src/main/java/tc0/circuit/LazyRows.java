package tc0.circuit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Extent;

/**
 * An array of thresholds {@code [sum >= e]} whose last index {@code e} the sum does not mention:
 * the sum is looked at once for all {@code e}, however many these are.
 */
final class LazyRows implements BitArray {

  /** What lies outside the box. */
  private static final UnaryRow NONE =
      new UnaryRow() {
        @Override
        public int literal(long e) {
          return GateFolder.FALSE;
        }

        @Override
        public void telescope(long from, long to, UnaryFunction f, long weight, FormSink sink) {}
      };

  private final Extent prefixes;
  private final BoxCode box;
  private final FoldedFrame frame;
  private final CellBinding binding;
  private final FormCode sum;
  private final Map<Integer, UnaryRow> rows = new HashMap<>();

  /**
   * @param prefixes the tuples without their last index
   * @param binding where the sum is evaluated, with the binders of a prefix
   */
  LazyRows(Extent prefixes, BoxCode box, FoldedFrame frame, CellBinding binding, FormCode sum) {
    this.frame = frame;
    this.prefixes = prefixes;
    this.box = box;
    this.binding = binding;
    this.sum = sum;
  }

  @Override
  public int read(long[] values, int from) {
    long threshold = values[from + prefixes.rank()];
    return row(values, from).map(row -> row.literal(threshold)).orElse(GateFolder.FALSE);
  }

  @Override
  public Optional<UnaryRow> row(long[] values, int from) {
    int number = prefixes.number(values, from);
    if (number < 0) {
      return Optional.of(NONE);
    }
    UnaryRow known = rows.get(number);
    if (known == null) {
      binding.enter(values, from);
      int last = prefixes.rank();
      long low = box.low(last, frame.slots);
      long high = box.high(last, frame.slots);
      FoldedForm form = new FoldedForm();
      sum.addTo(frame, 1, form);
      known = new Ladder.Row(frame.gates.sum(form, false), low, high);
      rows.put(number, known);
    }
    return Optional.of(known);
  }
}
