package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;

/**
 * Writes a family out at concrete sizes. Every declared gate becomes a gate, read or not; nothing
 * is folded, so the counts are those of the family. Calls become one instance per tuple with inputs
 * clipped at the callee's boxes, forms are expanded with weights multiplied along nesting, aliases
 * are resolved, and reads outside a box are the constant 0.
 */
public final class Unroller {

  private final Limits limits;
  private final FormWidths widths;

  /** An unroller with the default limits, one input bit per entry of a form input. */
  public Unroller() {
    this(Limits.DEFAULT, FormWidths.BINARY);
  }

  /**
   * An unroller that refuses to pass {@code limits} and feeds form inputs as {@code widths} says.
   */
  public Unroller(Limits limits, FormWidths widths) {
    this.limits = limits;
    this.widths = widths;
  }

  /**
   * The circuit of {@code circuit} at {@code sizes}, one natural per size parameter.
   *
   * @throws AxiomNotUnrollable if it is or calls an axiom
   * @throws LimitExceeded if it is larger than the limits allow
   */
  public FlatCircuit unroll(Circuit circuit, Map<String, BigInteger> sizes) {
    if (!sizes.keySet().equals(new TreeSet<>(circuit.parameters()))) {
      throw new IllegalArgumentException(
          circuit.name() + " needs sizes for " + circuit.parameters() + ", not " + sizes.keySet());
    }
    if (sizes.values().stream().anyMatch(size -> size.signum() < 0)) {
      throw new IllegalArgumentException("sizes are naturals: " + sizes);
    }
    Budget budget = new Budget(limits);
    budget.at(circuit.name());
    FlatBuilder builder = new FlatBuilder(budget);
    Template template =
        new TemplateCompiler(budget, builder)
            .template(circuit, circuit.parameters().stream().map(sizes::get).toList());
    List<Port> inputs = new ArrayList<>();
    Frame frame = template.frame(1 + inputBits(template));
    for (Template.Input input : template.inputs()) {
      List<Value> values;
      if (input.port().form()) {
        FlatForm[] entries = naturals(input, builder);
        frame.forms[input.array()] = new FormArray.Known(input.extent(), entries);
        values = values(entries);
      } else {
        int first = builder.addInputs(input.extent().size());
        frame.bits[input.array()] = new BitArray.Nodes(input.extent(), first);
        values = consecutive(first, input.extent().size());
      }
      inputs.add(port(input.port(), input.extent(), values));
    }
    template.run(frame);
    List<Port> outputs = new ArrayList<>();
    for (Template.Output output : template.outputs()) {
      List<Value> values =
          output.port().form()
              ? values(Template.forms(output, frame))
              : bitValues(Template.literals(output, frame));
      outputs.add(port(output.port(), output.extent(), values));
    }
    return builder.finish(
        inputs,
        outputs,
        template.names().ranges(frame.firstNode, builder.gateCount()),
        new NodeNames.Recorded(inputs, builder.inputCount(), template.names()));
  }

  /**
   * Fresh input bits for a form input: each entry a natural of the width asked for, low bit first.
   */
  private FlatForm[] naturals(Template.Input input, FlatBuilder builder) {
    int width = widths.of(input.port().name());
    FlatForm[] entries = new FlatForm[input.extent().size()];
    for (int i = 0; i < entries.length; i++) {
      int first = builder.addInputs(width);
      int[] literals = new int[width];
      long[] weights = new long[width];
      for (int q = 0; q < width; q++) {
        literals[q] = 2 * (first + q);
        weights[q] = 1L << q;
      }
      entries[i] = new FlatForm(literals, weights, 0, 0);
    }
    return entries;
  }

  private int inputBits(Template template) {
    long total = 0;
    for (Template.Input input : template.inputs()) {
      int width = input.port().form() ? widths.of(input.port().name()) : 1;
      total += (long) width * input.extent().size();
    }
    return Math.toIntExact(total);
  }

  private static List<Value> consecutive(int first, int count) {
    List<Value> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(Value.bit(2 * (first + i)));
    }
    return values;
  }

  private static List<Value> bitValues(int[] literals) {
    List<Value> values = new ArrayList<>(literals.length);
    for (int literal : literals) {
      values.add(Value.bit(literal));
    }
    return values;
  }

  private static List<Value> values(FlatForm[] forms) {
    List<Value> values = new ArrayList<>(forms.length);
    for (FlatForm form : forms) {
      values.add(new Value(true, form.constant, form.literals, form.weights));
    }
    return values;
  }

  private static Port port(Circuit.Port port, Extent extent, List<Value> values) {
    List<int[]> tuples = new ArrayList<>(extent.size());
    for (int i = 0; i < extent.size(); i++) {
      tuples.add(extent.tuple(i));
    }
    return new Port(port.name(), tuples, values);
  }
}
