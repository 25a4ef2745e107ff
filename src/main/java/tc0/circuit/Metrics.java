package tc0.circuit;

import java.util.Map;
import java.util.OptionalInt;
import tc0.circuit.FlatCircuit.Kind;

/**
 * Exact sizes and depths of one concrete circuit. Edges are the distinct pairs of a gate and a
 * literal it reads, constants included; wires count multiplicity and the constants that make a SUM
 * gate a self-balancing majority.
 *
 * @param inputs input bits
 * @param gatesByKind gates of each kind; negations are no gates
 * @param edges distinct gate-literal pairs
 * @param wires ports of all gates
 * @param maxFanIn the most distinct literals of one gate
 * @param maxWires the most ports of one gate
 * @param profile the longest paths from each input array and from the constants to each output
 *     array, in gates
 * @param depth the longest path of all, negations free
 * @param strictDepth the same when each gate has a twin for its complement and a negated input bit
 *     costs a NOT gate
 * @param majorityDepth the most SUM gates on a path
 * @param rails gates and twins that the outputs need in the two-rail circuit
 * @param negatedInputs NOT gates that the two-rail circuit needs
 */
public record Metrics(
    int inputs,
    Map<Kind, Long> gatesByKind,
    long edges,
    long wires,
    long maxFanIn,
    long maxWires,
    Map<String, Map<String, Integer>> profile,
    int depth,
    int strictDepth,
    int majorityDepth,
    long rails,
    long negatedInputs) {

  /** The source of constants in a profile. */
  public static final String CONSTANTS = "⊥";

  public Metrics {
    gatesByKind = Map.copyOf(gatesByKind);
    profile = Map.copyOf(profile);
  }

  /** Measures {@code circuit} in a few linear passes, one of them per input array. */
  public static Metrics of(FlatCircuit circuit) {
    Sizes sizes = Sizes.of(circuit);
    Depths depths = new Depths(circuit);
    Map<String, Map<String, Integer>> profile = depths.profile();
    TwoRail rails = TwoRail.of(circuit);
    return new Metrics(
        circuit.inputCount(),
        sizes.gates(),
        sizes.edges(),
        sizes.wires(),
        sizes.maxFanIn(),
        sizes.maxWires(),
        profile,
        profile.values().stream()
            .flatMap(row -> row.values().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0),
        rails.depth(),
        depths.majorityDepth(),
        rails.gates(),
        rails.negatedInputs());
  }

  /** All gates, negations not counted. */
  public long gates() {
    return gatesByKind.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Gates, twins and NOT gates of the two-rail circuit, which has {@link #strictDepth}. */
  public long strictGates() {
    return rails + negatedInputs;
  }

  /**
   * The longest path from an input array or {@link #CONSTANTS} to an output array; empty if there
   * is none.
   */
  public OptionalInt depth(String source, String output) {
    Integer depth = profile.getOrDefault(source, Map.of()).get(output);
    return depth == null ? OptionalInt.empty() : OptionalInt.of(depth);
  }
}
