package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.index.Budget;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;

/**
 * Writes a family out at concrete sizes and folds it on the way: only gates that an output needs
 * and that depend on the inputs are ever made. The result is a circuit in the normal form of {@link
 * Folding} that computes the same outputs as the one of {@link Unroller}, also where that one would
 * be too large to write down, because most of its gates have no input below them.
 *
 * <p>Arrays are read on demand. An array {@code U[.., e] = [sum >= e]} is one {@link Ladder}: the
 * values that the sum can take decide which of its cells are gates, and a sum of {@code (f(e) - f(e
 * - 1)) U[e]} looks at {@code f} there alone.
 */
public final class FoldedUnroller {

  private final Limits limits;
  private final FormWidths widths;

  /** One that refuses to pass {@code limits} and feeds form inputs as {@code widths} says. */
  public FoldedUnroller(Limits limits, FormWidths widths) {
    this.limits = limits;
    this.widths = widths;
  }

  /**
   * The folded circuit of {@code circuit} at {@code sizes}, one natural per size parameter.
   *
   * @throws AxiomNotUnrollable if it is or calls an axiom
   * @throws LimitExceeded if it is larger than the limits allow
   */
  public FlatCircuit unroll(Circuit circuit, Map<String, BigInteger> sizes) {
    Unroller.checkSizes(circuit, sizes);
    Budget budget = new Budget(limits);
    budget.at(circuit.name());
    FoldedCalls calls = new FoldedCalls(budget);
    Template<LazyStep<FoldedFrame>> template =
        calls.families().template(circuit, circuit.parameters().stream().map(sizes::get).toList());
    int bits = 0;
    for (Template.Input input : template.inputs()) {
      bits = Math.addExact(bits, Math.multiplyExact(width(input), input.extent().size()));
    }
    FoldedFrame frame =
        new FoldedFrame(template, new GateFolder(budget, bits), new FormArray.Room(budget));
    List<Port> inputs = new ArrayList<>();
    int first = 1;
    for (Template.Input input : template.inputs()) {
      int count = input.extent().size();
      if (input.port().form()) {
        FlatForm[] entries = PortValues.naturals(input.extent(), first, width(input));
        frame.forms[input.array()] = new FormArray.Known(input.extent(), entries);
        inputs.add(PortValues.port(input.port(), input.extent(), PortValues.of(entries)));
      } else {
        frame.bits[input.array()] = new BitArray.Nodes(input.extent(), first);
        inputs.add(
            PortValues.port(input.port(), input.extent(), PortValues.consecutive(first, count)));
      }
      first += width(input) * count;
    }
    return FoldedCalls.outputs(template, frame, inputs);
  }

  private int width(Template.Input input) {
    return input.port().form() ? widths.of(input.port().name()) : 1;
  }
}
