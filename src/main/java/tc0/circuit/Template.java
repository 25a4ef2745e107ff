package tc0.circuit;

import java.util.List;
import java.util.function.Supplier;
import tc0.circuit.index.Extent;
import tc0.kernel.Circuit;

/**
 * A family compiled at fixed sizes, run once for every instance. Extents of inputs and outputs
 * depend on the sizes alone.
 *
 * @param <S> what the declarations are compiled to
 * @param inputs per input its number in the frame and its extent
 * @param outputs per output its extent and what it carries
 * @param names where the gates of an instance lie, recorded by the first instance
 */
record Template<S>(
    Circuit.Family family,
    int slotCount,
    int arrayCount,
    List<Input> inputs,
    List<S> steps,
    List<Output> outputs,
    NodeNames names) {

  /** An input array. */
  record Input(Circuit.Port port, int array, Extent extent) {}

  /** An output array; a bit output has a wire, a form output a form. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Output(Circuit.Port port, Extent extent, int[] binders, Wire wire, FormCode form) {}

  Frame frame(int firstNode) {
    return new Frame(slotCount, arrayCount, firstNode);
  }

  /** Makes the gates of one instance whose inputs are in place. */
  static void run(Template<Step> template, Frame frame) {
    for (Step step : template.steps) {
      step.run(frame, template.names);
    }
    template.names.complete();
  }

  /** Resolves the outputs of an instance. */
  CallResult results(Frame frame) {
    BitArray[] bits = new BitArray[outputs.size()];
    FormArray[] forms = new FormArray[outputs.size()];
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      if (output.port().form()) {
        forms[i] =
            new FormArray.Known(output.extent(), forms(output, frame, FlatForm.Collector::new));
      } else {
        bits[i] = new BitArray.Known(output.extent(), literals(output, frame));
      }
    }
    return new CallResult(bits, forms);
  }

  static int[] literals(Output output, Frame frame) {
    int[] literals = new int[output.extent().size()];
    for (int i = 0; i < literals.length; i++) {
      bind(output, frame, i);
      literals[i] = output.wire().literal(frame);
    }
    return literals;
  }

  static FlatForm[] forms(
      Output output, Frame frame, Supplier<FormCollector<FlatForm>> collectors) {
    FlatForm[] forms = new FlatForm[output.extent().size()];
    for (int i = 0; i < forms.length; i++) {
      bind(output, frame, i);
      FormCollector<FlatForm> collector = collectors.get();
      output.form().addTo(frame, 1, collector);
      forms[i] = collector.finish();
    }
    return forms;
  }

  private static void bind(Output output, Frame frame, int number) {
    int[] tuple = output.extent().tuple(number);
    for (int d = 0; d < tuple.length; d++) {
      frame.slots[output.binders()[d]] = tuple[d];
    }
  }
}
