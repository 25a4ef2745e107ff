package tc0.circuit;

import java.util.HashMap;
import java.util.Map;
import tc0.circuit.index.Extent;

/** Forms that are expanded when they are first read; remembered while there is room. */
final class LazyForms implements FormArray {

  private final Extent extent;
  private final LazyBits.Context context;
  private final FormCode code;
  private final Map<Integer, FlatForm> expanded = new HashMap<>();

  LazyForms(Extent extent, LazyBits.Context context, FormCode code) {
    this.extent = extent;
    this.context = context;
    this.code = code;
  }

  @Override
  public void addTo(FormSink sink, long weight, long[] values, int from) {
    int number = extent.number(values, from);
    if (number < 0) {
      return;
    }
    FlatForm known = expanded.get(number);
    if (known != null) {
      known.addTo(sink, weight);
      return;
    }
    context.enter(values, from);
    FoldedForm collected = new FoldedForm();
    code.addTo(context.frame(), 1, collected);
    FlatForm form = collected.finish();
    if (context.frame().room.take(form.literals.length + 1L)) {
      expanded.put(number, form);
    }
    form.addTo(sink, weight);
  }
}
