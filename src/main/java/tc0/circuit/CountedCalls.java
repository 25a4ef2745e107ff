package tc0.circuit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import tc0.circuit.index.Budget;
import tc0.circuit.index.IndexCompiler;

/** Calls whose gates are counted, once for every instance. */
final class CountedCalls extends LazyCalls<CountedFrame> {

  /** The gates of a circuit, and its outputs over nodes of its own. */
  private record Counted(Tally tally, Template<?> template, CountedFrame frame) {}

  private final IdentityHashMap<Template<LazyStep<CountedFrame>>, Map<ArgumentPattern, Counted>>
      known = new IdentityHashMap<>();

  CountedCalls(Budget budget) {
    super(budget, true);
  }

  @Override
  LazySteps<CountedFrame> steps(String family, IndexCompiler indices, WireCompiler wires) {
    return new CountedSteps(family, indices, wires, budget, this);
  }

  @Override
  CountedFrame within(Template<LazyStep<CountedFrame>> callee, CountedFrame caller) {
    return new CountedFrame(callee, caller.counter, caller.room);
  }

  @Override
  CallResult constant(Template<LazyStep<CountedFrame>> callee, CountedFrame caller) {
    return copied(callee, new ArgumentPattern.Builder(), caller);
  }

  @Override
  CallResult copied(
      Template<LazyStep<CountedFrame>> callee,
      ArgumentPattern.Builder arguments,
      CountedFrame caller) {
    Map<ArgumentPattern, Counted> patterns = known.computeIfAbsent(callee, key -> new HashMap<>());
    ArgumentPattern pattern = arguments.finish();
    Counted counted = patterns.get(pattern);
    if (counted == null) {
      counted = count(callee, pattern);
      patterns.put(pattern, counted);
    }
    caller.counter.tally().add(counted.tally());
    return outputs(counted, new CountedCopy(caller.counter, arguments.variables()));
  }

  private Counted count(Template<LazyStep<CountedFrame>> callee, ArgumentPattern pattern) {
    CountedFrame frame =
        new CountedFrame(callee, new Counter(pattern.variables()), new FormArray.Room(budget));
    int from = 0;
    for (Template.Input input : callee.inputs()) {
      int size = input.extent().size();
      frame.bits[input.array()] = new BitArray.Known(input.extent(), pattern.literals(from, size));
      from += size;
    }
    callee.steps().forEach(step -> step.install(frame));
    return new Counted(frame.counter.tally(), callee, frame);
  }

  private static CallResult outputs(Counted counted, CountedCopy copy) {
    Template<?> template = counted.template();
    BitArray[] bits = new BitArray[template.outputs().size()];
    FormArray[] forms = new FormArray[bits.length];
    for (int i = 0; i < bits.length; i++) {
      Template.Output output = template.outputs().get(i);
      CellBinding binding = new CellBinding(counted.frame(), output.binders());
      if (output.port().form()) {
        Map<Integer, CountedForm> memo = new HashMap<>();
        forms[i] =
            (sink, weight, values, from) -> {
              int number = output.extent().number(values, from);
              if (number >= 0) {
                CountedForm form = memo.get(number);
                if (form == null) {
                  binding.enter(values, from);
                  CountedForm own = new CountedForm();
                  output.form().addTo(counted.frame(), 1, own);
                  form = own.mapped(copy);
                  memo.put(number, form);
                }
                form.addTo(sink, weight);
              }
            };
      } else {
        bits[i] =
            (values, from) -> {
              if (output.extent().number(values, from) < 0) {
                return GateFolder.FALSE;
              }
              binding.enter(values, from);
              return copy.literal(output.wire().literal(counted.frame()));
            };
      }
    }
    return new CallResult(bits, forms);
  }
}
