package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Extent;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;

/** Compiles a call: one instance of the callee per tuple, its inputs reading the caller's frame. */
final class CallCompiler {

  private final StepCompiler steps;
  private final TemplateCompiler<Step> templates;
  private final IndexCompiler indices;
  private final WireCompiler wires;
  private final FlatBuilder builder;
  private final FormArray.Room room;

  CallCompiler(
      StepCompiler steps,
      TemplateCompiler<Step> templates,
      IndexCompiler indices,
      WireCompiler wires,
      FlatBuilder builder,
      FormArray.Room room) {
    this.steps = steps;
    this.templates = templates;
    this.indices = indices;
    this.wires = wires;
    this.builder = builder;
    this.room = room;
  }

  /**
   * An argument: what to evaluate in the caller's frame, with the tuple in the slots of its
   * binders.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Passed(int[] binders, Wire wire, FormCode form) {}

  Step compile(Declaration.Call call, Scope scope, ArrayScope arrays) {
    BoxCode box = steps.box(call.box(), scope);
    StepCompiler.Shape shape = steps.shape(call.box(), box, scope);
    List<Term> sizes = call.sizes().stream().map(size -> indices.term(size, box.inner())).toList();
    List<Passed> arguments = new ArrayList<>();
    for (Declaration.Argument argument : call.arguments()) {
      arguments.add(argument(argument, box.inner(), arrays));
    }
    List<Circuit.Port> ports = call.circuit().ports();
    int[] numbers = new int[ports.size()];
    for (int i = 0; i < numbers.length; i++) {
      Circuit.Port port = ports.get(i);
      numbers[i] =
          arrays.declare(
              call.name() + "." + port.name(), box.rank() + port.box().rank(), port.form());
    }
    return (frame, names) -> {
      Extent calls = shape.extent(frame);
      List<CallResult> results = new ArrayList<>(calls.size());
      box.forEach(
          frame.slots,
          () -> {
            Template<Step> callee = templates.template(call.circuit(), sizesOf(sizes, frame.slots));
            names.instance(
                builder.nextNode() - frame.firstNode,
                call.name(),
                calls,
                results.size(),
                callee.names());
            results.add(instance(callee, arguments, frame));
          });
      CallResult[] array = results.toArray(CallResult[]::new);
      for (int i = 0; i < numbers.length; i++) {
        if (ports.get(i).form()) {
          frame.forms[numbers[i]] = new FormArray.Results(calls, array, i);
        } else {
          frame.bits[numbers[i]] = new BitArray.Results(calls, array, i);
        }
      }
    };
  }

  private static List<BigInteger> sizesOf(List<Term> sizes, long[] slots) {
    List<BigInteger> values = new ArrayList<>(sizes.size());
    for (Term size : sizes) {
      values.add(size.value(slots));
    }
    return values;
  }

  private Passed argument(Declaration.Argument argument, Scope scope, ArrayScope arrays) {
    int[] binders = new int[argument.binders().size()];
    Scope inner = scope;
    for (int d = 0; d < binders.length; d++) {
      binders[d] = inner.nextSlot();
      inner = inner.bind(argument.binders().get(d));
    }
    return switch (argument) {
      case Declaration.Argument.Bits bits ->
          new Passed(binders, wires.wire(bits.body(), inner, arrays), (f, w, s) -> {});
      case Declaration.Argument.Forms forms ->
          new Passed(binders, f -> 0, wires.form(forms.body(), inner, arrays));
    };
  }

  private CallResult instance(Template<Step> callee, List<Passed> arguments, Frame caller) {
    Frame frame = callee.frame(builder.nextNode());
    for (int i = 0; i < arguments.size(); i++) {
      Passed passed = arguments.get(i);
      Template.Input input = callee.inputs().get(i);
      if (input.port().form()) {
        frame.forms[input.array()] =
            new FormArray.Defined(input.extent(), caller, passed.binders, passed.form, room);
      } else {
        frame.bits[input.array()] =
            new BitArray.Alias(input.extent(), caller, passed.binders, passed.wire);
      }
    }
    Template.run(callee, frame);
    CallResult results = callee.results(frame);
    for (FormArray form : frame.forms) {
      if (form instanceof FormArray.Defined own) {
        own.release();
      }
    }
    return results;
  }
}
