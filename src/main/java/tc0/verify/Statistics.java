package tc0.verify;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.AxiomNotUnrollable;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Folding;
import tc0.circuit.Metrics;
import tc0.circuit.index.Limits;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.kernel.Summary;
import tc0.syntax.elaborate.CircuitInfo;

/**
 * A circuit measured at concrete sizes beside the bounds that hold for all sizes.
 *
 * @param circuit its qualified name
 * @param sizes all of them
 * @param summary the symbolic bounds, or why the kernel refuses the circuit
 * @param concrete the gates at these sizes, unless the circuit rests on an axiom
 * @param axiom the axiom on which it rests, in words
 */
public record Statistics(
    String circuit,
    Map<String, BigInteger> sizes,
    Outcome<Summary> summary,
    Optional<Concrete> concrete,
    Optional<String> axiom) {

  /**
   * Gates at concrete sizes.
   *
   * @param unrolled the circuit as the family has it
   * @param raw its measures
   * @param folded the measures after constants and equal gates are folded
   */
  public record Concrete(FlatCircuit unrolled, Metrics raw, Metrics folded) {}

  /** Measures; a limit exception if the circuit is too large to unroll. */
  public static Statistics of(CircuitInfo circuit, Map<String, BigInteger> sizes) {
    Outcome<Summary> summary = new Kernel().summarise(circuit.core());
    try {
      FlatCircuit raw = Instance.unroll(circuit, sizes, Limits.DEFAULT);
      Metrics folded = Metrics.of(Folding.of(raw).circuit());
      return new Statistics(
          circuit.name(),
          sizes,
          summary,
          Optional.of(new Concrete(raw, Metrics.of(raw), folded)),
          Optional.empty());
    } catch (AxiomNotUnrollable e) {
      return new Statistics(
          circuit.name(), sizes, summary, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /** The symbolic bounds, unless the kernel refuses the circuit. */
  public Optional<Summary> bounds() {
    return summary instanceof Outcome.Granted<Summary>(Summary value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Why there are no symbolic bounds. */
  public Optional<Refusal> refusal() {
    return summary instanceof Outcome.Denied<Summary>(Refusal refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }
}
