package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;

/**
 * Calls of families whose arrays are read on demand. A callee without inputs is looked at once for
 * its sizes. One whose inputs are bits is looked at once for every pattern of constants and equal
 * bits among its arguments, and copied. One that takes forms is looked at where it stands.
 *
 * @param <F> the frames of instances
 */
abstract class LazyCalls<F extends LazyFrame> {

  final Budget budget;
  private final boolean eager;
  private final TemplateCompiler<LazyStep<F>> families;

  /** {@code eager} if all instances are to be made, read or not. */
  LazyCalls(Budget budget, boolean eager) {
    this.budget = budget;
    this.eager = eager;
    this.families =
        new TemplateCompiler<>(
            budget,
            (all, family, indices, wires, scope, arrays) ->
                steps(family.name(), indices, wires).compile(family.body(), scope, arrays));
  }

  final TemplateCompiler<LazyStep<F>> families() {
    return families;
  }

  /** Compiles the declarations of one family. */
  abstract LazySteps<F> steps(String family, IndexCompiler indices, WireCompiler wires);

  /** A frame for an instance that is looked at where it stands. */
  abstract F within(Template<LazyStep<F>> callee, F caller);

  /** The outputs of an instance without inputs. */
  abstract CallResult constant(Template<LazyStep<F>> callee, F caller);

  /** The outputs of an instance with bit arguments. */
  abstract CallResult copied(
      Template<LazyStep<F>> callee, ArgumentPattern.Builder arguments, F caller);

  /** What is passed for one input, evaluated in the caller's frame. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Passed(int[] binders, Wire wire, FormCode form) {}

  LazyStep<F> compile(LazySteps<F> steps, Declaration.Call call, Scope scope, ArrayScope arrays) {
    BoxCode box = steps.box(call.box(), scope);
    LazySteps.Shape shape = steps.shape(call.box(), box, scope, call.name());
    List<Term> sizes =
        call.sizes().stream().map(size -> steps.indices.term(size, box.inner())).toList();
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
      instances.start();
      for (int i = 0; i < numbers.length; i++) {
        if (ports.get(i).form()) {
          frame.forms[numbers[i]] = instances.forms(i);
        } else {
          frame.bits[numbers[i]] = instances.bits(i);
        }
      }
    };
  }

  private Passed argument(
      LazySteps<F> steps, Declaration.Argument argument, Scope scope, ArrayScope arrays) {
    int[] binders = new int[argument.binders().size()];
    Scope inner = scope;
    for (int d = 0; d < binders.length; d++) {
      binders[d] = inner.nextSlot();
      inner = inner.bind(argument.binders().get(d));
    }
    return switch (argument) {
      case Declaration.Argument.Bits bits ->
          new Passed(binders, steps.wires.wire(bits.body(), inner, arrays), (f, w, s) -> {});
      case Declaration.Argument.Forms forms ->
          new Passed(binders, f -> 0, steps.wires.form(forms.body(), inner, arrays));
    };
  }

  /** The instances of one call in one frame, each made when one of its outputs is read. */
  private final class Instances {
    private final F caller;
    private final Extent calls;
    private final int[] binders;
    private final Circuit circuit;
    private final List<Term> sizes;
    private final List<Passed> arguments;
    private final CallResult[] results;

    Instances(
        F caller,
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

    /** Makes all instances now if this is wanted. */
    void start() {
      for (int i = 0; eager && i < results.length; i++) {
        result(i, Arrays.stream(calls.tuple(i)).asLongStream().toArray(), 0);
      }
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

    private CallResult make(Template<LazyStep<F>> callee, long[] tuple) {
      if (callee.inputs().isEmpty()) {
        return constant(callee, caller);
      }
      boolean bits = callee.inputs().stream().noneMatch(input -> input.port().form());
      return bits ? copied(callee, pattern(callee, tuple), caller) : inlined(callee, tuple);
    }

    private ArgumentPattern.Builder pattern(Template<LazyStep<F>> callee, long[] tuple) {
      ArgumentPattern.Builder pattern = new ArgumentPattern.Builder();
      for (int i = 0; i < arguments.size(); i++) {
        Passed passed = arguments.get(i);
        Extent extent = callee.inputs().get(i).extent();
        CellBinding binding = new CellBinding(caller, binders, tuple, passed.binders);
        for (int cell = 0; cell < extent.size(); cell++) {
          binding.enter(extent.tuple(cell));
          pattern.add(passed.wire.literal(caller));
        }
      }
      return pattern;
    }

    private CallResult inlined(Template<LazyStep<F>> callee, long[] tuple) {
      F frame = within(callee, caller);
      for (int i = 0; i < arguments.size(); i++) {
        Passed passed = arguments.get(i);
        Template.Input input = callee.inputs().get(i);
        CellBinding context = new CellBinding(caller, binders, tuple, passed.binders);
        if (input.port().form()) {
          frame.forms[input.array()] = new LazyForms(input.extent(), context, passed.form);
        } else {
          frame.bits[input.array()] = new LazyBits(input.extent(), context, passed.wire);
        }
      }
      return results(callee, frame);
    }
  }

  /** The outputs of an instance that is read where it stands. */
  CallResult results(Template<LazyStep<F>> callee, F frame) {
    callee.steps().forEach(step -> step.install(frame));
    BitArray[] bits = new BitArray[callee.outputs().size()];
    FormArray[] forms = new FormArray[callee.outputs().size()];
    for (int i = 0; i < bits.length; i++) {
      Template.Output output = callee.outputs().get(i);
      CellBinding context = new CellBinding(frame, output.binders());
      if (output.port().form()) {
        forms[i] = new LazyForms(output.extent(), context, output.form());
      } else {
        bits[i] = new LazyBits(output.extent(), context, output.wire());
      }
    }
    return new CallResult(bits, forms);
  }
}
