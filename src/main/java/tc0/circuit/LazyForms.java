package tc0.circuit;

import java.util.HashMap;
import java.util.Map;
import tc0.circuit.index.Extent;

/** Forms that are expanded when they are first read; remembered while there is room. */
final class LazyForms implements FormArray {

  private final Extent extent;
  private final CellBinding binding;
  private final FormCode code;
  private final Map<Integer, WrittenForm> expanded = new HashMap<>();

  LazyForms(Extent extent, CellBinding binding, FormCode code) {
    this.extent = extent;
    this.binding = binding;
    this.code = code;
  }

  @Override
  public void addTo(FormSink sink, long weight, long[] values, int from) {
    int number = extent.number(values, from);
    if (number < 0) {
      return;
    }
    WrittenForm known = expanded.get(number);
    if (known != null) {
      known.addTo(sink, weight);
      return;
    }
    binding.enter(values, from);
    FormCollector<?> collected = binding.frame().collector();
    code.addTo(binding.frame(), 1, collected);
    WrittenForm form = collected.finish();
    if (binding.frame().room.take(form.cells() + 1)) {
      expanded.put(number, form);
    }
    form.addTo(sink, weight);
  }
}
