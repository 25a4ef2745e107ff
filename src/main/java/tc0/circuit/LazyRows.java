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

  private final Extent prefixes;
  private final BoxCode box;
  private final LazyBits.Context context;
  private final FormCode sum;
  private final Map<Integer, Ladder.Row> rows = new HashMap<>();

  /**
   * @param prefixes the tuples without their last index
   * @param context where the sum is evaluated, with the binders of a prefix
   */
  LazyRows(Extent prefixes, BoxCode box, LazyBits.Context context, FormCode sum) {
    this.prefixes = prefixes;
    this.box = box;
    this.context = context;
    this.sum = sum;
  }

  @Override
  public int read(long[] values, int from) {
    long threshold = values[from + prefixes.rank()];
    return row(values, from)
        .filter(row -> threshold >= row.low() && threshold < row.high())
        .map(row -> row.ladder().literal(threshold))
        .orElse(GateFolder.FALSE);
  }

  @Override
  public Optional<Ladder.Row> row(long[] values, int from) {
    int number = prefixes.number(values, from);
    if (number < 0) {
      return Optional.empty();
    }
    Ladder.Row known = rows.get(number);
    if (known == null) {
      context.enter(values, from);
      FoldedFrame frame = context.frame();
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
