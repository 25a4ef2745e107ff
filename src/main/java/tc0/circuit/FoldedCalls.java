package tc0.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.index.Budget;
import tc0.circuit.index.IndexCompiler;

/**
 * Calls of families that are folded while they are unrolled. Nothing without inputs makes a gate.
 * One that takes forms is folded where it stands, since the values that a form can take decide its
 * gates.
 */
final class FoldedCalls extends LazyCalls<FoldedFrame> {

  private final IdentityHashMap<Template<LazyStep<FoldedFrame>>, CallResult> constants =
      new IdentityHashMap<>();
  private final IdentityHashMap<Template<LazyStep<FoldedFrame>>, Map<ArgumentPattern, FlatCircuit>>
      stamps = new IdentityHashMap<>();

  FoldedCalls(Budget budget) {
    super(budget, false);
  }

  @Override
  LazySteps<FoldedFrame> steps(String family, IndexCompiler indices, WireCompiler wires) {
    return new FoldedSteps(family, indices, wires, budget, this);
  }

  @Override
  FoldedFrame within(Template<LazyStep<FoldedFrame>> callee, FoldedFrame caller) {
    return new FoldedFrame(callee, caller.gates, caller.room);
  }

  @Override
  CallResult constant(Template<LazyStep<FoldedFrame>> callee, FoldedFrame caller) {
    CallResult known = constants.get(callee);
    if (known == null) {
      GateFolder none = new GateFolder(budget, 0);
      known = results(callee, new FoldedFrame(callee, none, new FormArray.Room(budget)));
      constants.put(callee, known);
    }
    return known;
  }

  @Override
  CallResult copied(
      Template<LazyStep<FoldedFrame>> callee,
      ArgumentPattern.Builder arguments,
      FoldedFrame caller) {
    Map<ArgumentPattern, FlatCircuit> known =
        stamps.computeIfAbsent(callee, key -> new HashMap<>());
    ArgumentPattern pattern = arguments.finish();
    FlatCircuit stamp = known.get(pattern);
    if (stamp == null) {
      stamp = fold(callee, pattern);
      known.put(pattern, stamp);
    }
    return copy(callee, stamp, caller.gates.stamp(stamp, arguments.variables()));
  }

  /** Folds a callee with inputs as the pattern has them. */
  private FlatCircuit fold(Template<LazyStep<FoldedFrame>> callee, ArgumentPattern pattern) {
    FoldedFrame frame =
        new FoldedFrame(
            callee, new GateFolder(budget, pattern.variables()), new FormArray.Room(budget));
    int from = 0;
    for (Template.Input input : callee.inputs()) {
      int size = input.extent().size();
      frame.bits[input.array()] = new BitArray.Known(input.extent(), pattern.literals(from, size));
      from += size;
    }
    return outputs(callee, frame, List.of());
  }

  /** Makes all gates that the outputs need. */
  static FlatCircuit outputs(
      Template<LazyStep<FoldedFrame>> template, FoldedFrame frame, List<FlatCircuit.Port> inputs) {
    template.steps().forEach(step -> step.install(frame));
    List<FlatCircuit.Port> outputs = new ArrayList<>();
    for (Template.Output output : template.outputs()) {
      List<FlatCircuit.Value> values =
          output.port().form()
              ? PortValues.of(Template.forms(output, frame, FoldedForm::new))
              : PortValues.of(Template.literals(output, frame));
      outputs.add(PortValues.port(output.port(), output.extent(), values));
    }
    FlatCircuit all =
        frame.gates.builder().finish(inputs, outputs, Map.of(), node -> "gate" + node);
    return Compaction.of(all, image -> node -> "gate" + node).circuit();
  }

  /** The outputs of a copy. */
  private static CallResult copy(
      Template<LazyStep<FoldedFrame>> callee, FlatCircuit stamp, int[] images) {
    BitArray[] bits = new BitArray[callee.outputs().size()];
    FormArray[] forms = new FormArray[callee.outputs().size()];
    for (int i = 0; i < bits.length; i++) {
      Template.Output output = callee.outputs().get(i);
      List<FlatCircuit.Value> values = stamp.outputs().get(i).values();
      if (output.port().form()) {
        forms[i] =
            new FormArray.Known(
                output.extent(),
                values.stream().map(value -> form(value, images)).toArray(FlatForm[]::new));
      } else {
        bits[i] =
            new BitArray.Known(
                output.extent(),
                values.stream()
                    .mapToInt(value -> GateFolder.image(value.literal(), images))
                    .toArray());
      }
    }
    return new CallResult(bits, forms);
  }

  private static FlatForm form(FlatCircuit.Value value, int[] images) {
    FoldedForm form = new FoldedForm();
    form.number(value.constant(), 0);
    for (int i = 0; i < value.literals().length; i++) {
      form.literal(GateFolder.image(value.literals()[i], images), value.weights()[i]);
    }
    return form.finish();
  }
}
