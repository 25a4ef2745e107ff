package tc0.circuit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.index.Budget;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;

/**
 * The exact sizes of a family as written, at concrete sizes, without writing it out: every declared
 * gate counts, read or not, once for each instance. The numbers are those of {@link Metrics} for
 * the circuit of {@link Unroller}.
 *
 * @param inputs input bits
 * @param gatesByKind gates of each kind
 * @param edges distinct pairs of a gate and a literal it reads, constants included
 * @param wires ports of all gates, with multiplicity and padding
 * @param maxFanIn the most distinct literals of one gate
 * @param maxWires the most ports of one gate
 */
public record Counts(
    int inputs,
    Map<Kind, BigInteger> gatesByKind,
    BigInteger edges,
    BigInteger wires,
    BigInteger maxFanIn,
    BigInteger maxWires) {

  public Counts {
    gatesByKind = Map.copyOf(gatesByKind);
  }

  /**
   * Counts {@code circuit} at {@code sizes}, form inputs fed as {@code widths} says.
   *
   * @throws AxiomNotUnrollable if it is or calls an axiom
   * @throws LimitExceeded if even counting takes more than the limits allow
   */
  public static Counts of(
      Circuit circuit, Map<String, BigInteger> sizes, Limits limits, FormWidths widths) {
    Unroller.checkSizes(circuit, sizes);
    Budget budget = new Budget(limits);
    budget.at(circuit.name());
    CountedCalls calls = new CountedCalls(budget);
    Template<LazyStep<CountedFrame>> template =
        calls.families().template(circuit, circuit.parameters().stream().map(sizes::get).toList());
    List<Integer> counts = new ArrayList<>();
    int bits = 0;
    for (Template.Input input : template.inputs()) {
      int width = input.port().form() ? widths.of(input.port().name()) : 1;
      counts.add(width);
      bits = Math.addExact(bits, Math.multiplyExact(width, input.extent().size()));
    }
    CountedFrame frame = new CountedFrame(template, new Counter(bits), new FormArray.Room(budget));
    int first = 1;
    for (int i = 0; i < counts.size(); i++) {
      Template.Input input = template.inputs().get(i);
      int width = counts.get(i);
      if (input.port().form()) {
        frame.forms[input.array()] =
            new FormArray.Known(input.extent(), PortValues.naturals(input.extent(), first, width));
      } else {
        frame.bits[input.array()] = new BitArray.Nodes(input.extent(), first);
      }
      first += width * input.extent().size();
    }
    template.steps().forEach(step -> step.install(frame));
    return frame.counter.tally().counts(bits);
  }

  /** All gates. */
  public BigInteger gates() {
    return gatesByKind.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}
