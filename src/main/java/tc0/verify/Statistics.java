package tc0.verify;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.AxiomNotUnrollable;
import tc0.circuit.Counts;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Metrics;
import tc0.circuit.index.LimitExceeded;
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

  /** Circuits with more gates than this are counted, not written out. */
  private static final BigInteger WRITTEN_OUT = BigInteger.valueOf(10_000_000);

  /** The most edges to store of a circuit that is written out. */
  private static final long STORED_EDGES = 200_000_000;

  /**
   * Gates at concrete sizes.
   *
   * @param written the sizes of the circuit as the family has it, if they were asked for
   * @param unrolled this circuit, with its other measures, unless it is too large to write out
   * @param folded the measures of what depends on the inputs: constants and equal gates are folded
   */
  public record Concrete(Optional<Counts> written, Optional<Unrolled> unrolled, Metrics folded) {}

  /** A circuit as the family has it. */
  public record Unrolled(FlatCircuit circuit, Metrics metrics) {}

  /** Measures; a limit exception if the circuit is too large even after folding. */
  public static Statistics of(CircuitInfo circuit, Map<String, BigInteger> sizes) {
    return of(circuit, sizes, true);
  }

  /** Measures of what depends on the inputs alone, for circuits that take long to count. */
  public static Statistics folded(CircuitInfo circuit, Map<String, BigInteger> sizes) {
    return of(circuit, sizes, false);
  }

  private static Statistics of(
      CircuitInfo circuit, Map<String, BigInteger> sizes, boolean asWritten) {
    Outcome<Summary> summary = new Kernel().summarise(circuit.core());
    try {
      Optional<Counts> written =
          asWritten
              ? Optional.of(
                  Counts.of(circuit.core(), sizes, Limits.DEFAULT, Instance.widths(circuit)))
              : Optional.empty();
      Metrics folded = Metrics.of(Instance.of(circuit, sizes, Limits.DEFAULT).folded());
      return new Statistics(
          circuit.name(),
          sizes,
          summary,
          Optional.of(
              new Concrete(
                  written, written.flatMap(counts -> unrolled(circuit, sizes, counts)), folded)),
          Optional.empty());
    } catch (AxiomNotUnrollable e) {
      return new Statistics(
          circuit.name(), sizes, summary, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  private static Optional<Unrolled> unrolled(
      CircuitInfo circuit, Map<String, BigInteger> sizes, Counts written) {
    if (written.gates().compareTo(WRITTEN_OUT) > 0) {
      return Optional.empty();
    }
    try {
      Limits limits = Limits.DEFAULT.withEdges(STORED_EDGES);
      FlatCircuit raw = Instance.unroll(circuit, sizes, limits);
      return Optional.of(new Unrolled(raw, Metrics.of(raw)));
    } catch (LimitExceeded | ArithmeticException tooLarge) {
      return Optional.empty();
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
