package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
import tc0.circuit.index.Budget;
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
    checkSizes(circuit, sizes);
    Budget budget = new Budget(limits);
    budget.at(circuit.name());
    FlatBuilder builder = new FlatBuilder(budget);
    Template<Step> template =
        StepCompiler.families(budget, builder)
            .template(circuit, circuit.parameters().stream().map(sizes::get).toList());
    List<Port> inputs = new ArrayList<>();
    Frame frame = template.frame(1 + inputBits(template));
    for (Template.Input input : template.inputs()) {
      List<Value> values;
      if (input.port().form()) {
        int width = widths.of(input.port().name());
        int first = builder.addInputs(Math.multiplyExact(width, input.extent().size()));
        FlatForm[] entries = PortValues.naturals(input.extent(), first, width);
        frame.forms[input.array()] = new FormArray.Known(input.extent(), entries);
        values = PortValues.of(entries);
      } else {
        int first = builder.addInputs(input.extent().size());
        frame.bits[input.array()] = new BitArray.Nodes(input.extent(), first);
        values = PortValues.consecutive(first, input.extent().size());
      }
      inputs.add(PortValues.port(input.port(), input.extent(), values));
    }
    Template.run(template, frame);
    List<Port> outputs = new ArrayList<>();
    for (Template.Output output : template.outputs()) {
      List<Value> values =
          output.port().form()
              ? PortValues.of(Template.forms(output, frame, FlatForm.Collector::new))
              : PortValues.of(Template.literals(output, frame));
      outputs.add(PortValues.port(output.port(), output.extent(), values));
    }
    return builder.finish(
        inputs,
        outputs,
        template.names().ranges(frame.firstNode, builder.gateCount()),
        new NodeNames.Recorded(inputs, builder.inputCount(), template.names()));
  }

  /** Refuses sizes that are not one natural for each size parameter. */
  static void checkSizes(Circuit circuit, Map<String, BigInteger> sizes) {
    if (!sizes.keySet().equals(new TreeSet<>(circuit.parameters()))) {
      throw new IllegalArgumentException(
          circuit.name() + " needs sizes for " + circuit.parameters() + ", not " + sizes.keySet());
    }
    if (sizes.values().stream().anyMatch(size -> size.signum() < 0)) {
      throw new IllegalArgumentException("sizes are naturals: " + sizes);
    }
  }

  private int inputBits(Template<?> template) {
    long total = 0;
    for (Template.Input input : template.inputs()) {
      int width = input.port().form() ? widths.of(input.port().name()) : 1;
      total += (long) width * input.extent().size();
    }
    return Math.toIntExact(total);
  }
}
