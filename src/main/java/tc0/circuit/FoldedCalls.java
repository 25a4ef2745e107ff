package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;

/**
 * Calls of families that are folded while they are unrolled. A callee without inputs is evaluated
 * once for its sizes. One whose inputs are bits is folded once for every pattern of constants and
 * equal bits among its arguments, and copied. One that takes forms is folded where it stands, since
 * the values that a form can take decide its gates.
 */
final class FoldedCalls {

  private final Budget budget;
  private final TemplateCompiler<FoldedStep> families;
  private final IdentityHashMap<Template<FoldedStep>, CallResult> constants =
      new IdentityHashMap<>();
  private final IdentityHashMap<Template<FoldedStep>, Map<ArgumentPattern, FlatCircuit>> stamps =
      new IdentityHashMap<>();

  FoldedCalls(Budget budget) {
    this.budget = budget;
    this.families =
        new TemplateCompiler<>(
            budget,
            (all, family, indices, wires, scope, arrays) ->
                new FoldedSteps(family.name(), indices, wires, budget, this)
                    .compile(family.body(), scope, arrays));
  }

  TemplateCompiler<FoldedStep> families() {
    return families;
  }

  /** What is passed for one input, evaluated in the caller's frame. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Passed(int[] binders, Wire wire, FormCode form) {}

  FoldedStep compile(FoldedSteps steps, Declaration.Call call, Scope scope, ArrayScope arrays) {
    BoxCode box = steps.box(call.box(), scope);
    FoldedSteps.Shape shape = steps.shape(call.box(), box, scope, call.name());
    List<Term> sizes =
        call.sizes().stream().map(size -> steps.indices().term(size, box.inner())).toList();
    List<Passed> arguments = new ArrayList<>();
    for (Declaration.Argument argument : call.arguments()) {
      arguments.add(argument(steps, argument, box.inner(), arrays));
    }
    List<Circuit.Port> ports = call.circuit().ports();
    int[] numbers = new int[ports.size()];
    for (int i = 0; i < numbers.length; i++) {
      Circuit.Port port = ports.get(i);
      numbers[i] =
          arrays.declare(
              call.name() + "." + port.name(), box.rank() + port.box().rank(), port.form());
    }
    int[] binders = StepCompiler.binders(box);
    return frame -> {
      Instances instances =
          new Instances(frame, shape.extent(frame), binders, call.circuit(), sizes, arguments);
      for (int i = 0; i < numbers.length; i++) {
        if (ports.get(i).form()) {
          frame.forms[numbers[i]] = instances.forms(i);
        } else {
          frame.bits[numbers[i]] = instances.bits(i);
        }
      }
    };
  }

  private static Passed argument(
      FoldedSteps steps, Declaration.Argument argument, Scope scope, ArrayScope arrays) {
    int[] binders = new int[argument.binders().size()];
    Scope inner = scope;
    for (int d = 0; d < binders.length; d++) {
      binders[d] = inner.nextSlot();
      inner = inner.bind(argument.binders().get(d));
    }
    return switch (argument) {
      case Declaration.Argument.Bits bits ->
          new Passed(binders, steps.wires().wire(bits.body(), inner, arrays), (f, w, s) -> {});
      case Declaration.Argument.Forms forms ->
          new Passed(binders, f -> 0, steps.wires().form(forms.body(), inner, arrays));
    };
  }

  /** The instances of one call in one frame, each made when one of its outputs is read. */
  private final class Instances {
    private final FoldedFrame caller;
    private final Extent calls;
    private final int[] binders;
    private final Circuit circuit;
    private final List<Term> sizes;
    private final List<Passed> arguments;
    private final CallResult[] results;

    Instances(
        FoldedFrame caller,
        Extent calls,
        int[] binders,
        Circuit circuit,
        List<Term> sizes,
        List<Passed> arguments) {
      this.caller = caller;
      this.calls = calls;
      this.binders = binders;
      this.circuit = circuit;
      this.sizes = sizes;
      this.arguments = arguments;
      this.results = new CallResult[calls.size()];
    }

    BitArray bits(int port) {
      return (values, from) -> {
        int number = calls.number(values, from);
        if (number < 0) {
          return GateFolder.FALSE;
        }
        long[] tuple = values.clone(); // making the instance may read other arrays
        return result(number, tuple, from).bits()[port].read(tuple, from + calls.rank());
      };
    }

    FormArray forms(int port) {
      return (sink, weight, values, from) -> {
        int number = calls.number(values, from);
        if (number >= 0) {
          long[] tuple = values.clone();
          result(number, tuple, from).forms()[port].addTo(sink, weight, tuple, from + calls.rank());
        }
      };
    }

    private CallResult result(int number, long[] values, int from) {
      if (results[number] == null) {
        long[] tuple = new long[calls.rank()];
        System.arraycopy(values, from, tuple, 0, tuple.length);
        caller.bind(binders, tuple, 0);
        List<BigInteger> numbers = sizes.stream().map(size -> size.value(caller.slots)).toList();
        results[number] = make(families.template(circuit, numbers), tuple);
      }
      return results[number];
    }

    private CallResult make(Template<FoldedStep> callee, long[] tuple) {
      if (callee.inputs().isEmpty()) {
        return constants.computeIfAbsent(callee, FoldedCalls.this::constant);
      }
      boolean bits = callee.inputs().stream().noneMatch(input -> input.port().form());
      return bits ? stamped(callee, tuple) : inlined(callee, tuple);
    }

    private CallResult inlined(Template<FoldedStep> callee, long[] tuple) {
      FoldedFrame frame = new FoldedFrame(callee, caller.gates, caller.room);
      for (int i = 0; i < arguments.size(); i++) {
        Passed passed = arguments.get(i);
        Template.Input input = callee.inputs().get(i);
        LazyBits.Context context = new LazyBits.Context(caller, binders, tuple, passed.binders);
        if (input.port().form()) {
          frame.forms[input.array()] = new LazyForms(input.extent(), context, passed.form);
        } else {
          frame.bits[input.array()] = new LazyBits(input.extent(), context, passed.wire);
        }
      }
      return results(callee, frame);
    }

    private CallResult stamped(Template<FoldedStep> callee, long[] tuple) {
      ArgumentPattern.Builder pattern = new ArgumentPattern.Builder();
      for (int i = 0; i < arguments.size(); i++) {
        Passed passed = arguments.get(i);
        Extent extent = callee.inputs().get(i).extent();
        LazyBits.Context context = new LazyBits.Context(caller, binders, tuple, passed.binders);
        for (int cell = 0; cell < extent.size(); cell++) {
          long[] at = Arrays.stream(extent.tuple(cell)).asLongStream().toArray();
          context.enter(at, 0);
          pattern.add(passed.wire.literal(caller));
        }
      }
      Map<ArgumentPattern, FlatCircuit> known =
          stamps.computeIfAbsent(callee, key -> new HashMap<>());
      ArgumentPattern key = pattern.finish();
      FlatCircuit stamp = known.get(key);
      if (stamp == null) {
        stamp = fold(callee, key);
        known.put(key, stamp);
      }
      return copied(callee, stamp, caller.gates.stamp(stamp, pattern.variables()));
    }
  }

  private CallResult constant(Template<FoldedStep> callee) {
    FoldedFrame frame =
        new FoldedFrame(callee, new GateFolder(budget, 0), new FormArray.Room(budget));
    return results(callee, frame);
  }

  /** Folds a callee with inputs as the pattern has them. */
  private FlatCircuit fold(Template<FoldedStep> callee, ArgumentPattern pattern) {
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
      Template<FoldedStep> template, FoldedFrame frame, List<FlatCircuit.Port> inputs) {
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

  /** The outputs of an instance that is read where it stands. */
  private static CallResult results(Template<FoldedStep> callee, FoldedFrame frame) {
    callee.steps().forEach(step -> step.install(frame));
    BitArray[] bits = new BitArray[callee.outputs().size()];
    FormArray[] forms = new FormArray[callee.outputs().size()];
    for (int i = 0; i < bits.length; i++) {
      Template.Output output = callee.outputs().get(i);
      LazyBits.Context context = new LazyBits.Context(frame, output.binders());
      if (output.port().form()) {
        forms[i] = new LazyForms(output.extent(), context, output.form());
      } else {
        bits[i] = new LazyBits(output.extent(), context, output.wire());
      }
    }
    return new CallResult(bits, forms);
  }

  /** The outputs of a copy. */
  private static CallResult copied(Template<FoldedStep> callee, FlatCircuit stamp, int[] images) {
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
