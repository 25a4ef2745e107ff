package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Metrics;
import tc0.kernel.DepthValue;
import tc0.kernel.Kernel;
import tc0.kernel.LinearDepth;
import tc0.kernel.Meaning;
import tc0.kernel.Outcome;
import tc0.kernel.Profile.Source;
import tc0.kernel.Rational;
import tc0.kernel.SizeBound;
import tc0.kernel.Summary;

/** What the kernel derives for all sizes, held against what one unrolled circuit has. */
final class SymbolicBounds {

  private SymbolicBounds() {}

  /** The summary of a circuit that the kernel accepts. */
  static Summary summary(Configuration configuration) {
    Outcome<Summary> outcome = new Kernel().summarise(configuration.family());
    return switch (outcome) {
      case Outcome.Granted<Summary>(Summary summary) -> summary;
      case Outcome.Denied<Summary>(var refusal) ->
          throw new AssertionError(configuration + ": " + refusal.getMessage());
    };
  }

  /** The value of a depth without axioms. */
  static Rational value(DepthValue depth, Map<String, BigInteger> sizes) {
    Rational value = Rational.ZERO;
    for (LinearDepth form : depth.forms()) {
      assertThat(form.coefficients()).isEmpty();
      value = value.max(Meaning.value(form.constant(), sizes));
    }
    return value;
  }

  /**
   * Every measured quantity of the circuit as the family has it is at most the symbolic one. The
   * kernel counts a twin for each gate, whether something reads it or not.
   */
  static void hold(Configuration configuration, FlatCircuit circuit) {
    Summary summary = summary(configuration);
    Metrics metrics = Metrics.of(circuit);
    atMost("gates with their twins", 2 * metrics.gates(), summary.cost().gates(), configuration);
    atMost("edges with their twins", 2 * metrics.edges(), summary.cost().edges(), configuration);
    atMost("wires", metrics.wires(), summary.cost().wires(), configuration);
    atMost("wires of a gate", metrics.maxWires(), summary.cost().fanIn().wires(), configuration);
    atMost(
        "gates of the two-rail circuit",
        metrics.strictGates(),
        summary.cost().gates().plus(SizeBound.of(summary.cost().inputBits())),
        configuration);
    atMost("depth", metrics.depth(), summary.depth(), configuration);
    atMost("strict depth", metrics.strictDepth(), summary.strictDepth(), configuration);
    atMost("majority depth", metrics.majorityDepth(), summary.majorityDepth(), configuration);
    metrics
        .profile()
        .forEach(
            (source, row) ->
                row.forEach(
                    (output, depth) -> {
                      Source from =
                          source.equals(Metrics.CONSTANTS)
                              ? Source.CONSTANTS
                              : Source.input(source);
                      Optional<DepthValue> bound = summary.profile().from(from);
                      String path = "depth of " + output + " from " + source;
                      assertThat(bound).as("%s of %s", path, configuration).isPresent();
                      atMost(path, depth, bound.orElseThrow(), configuration);
                    }));
  }

  private static void atMost(
      String what, long measured, SizeBound bound, Configuration configuration) {
    atMost(what, BigInteger.valueOf(measured), bound, configuration);
  }

  /** A measured size is at most its bound. */
  static void atMost(
      String what, BigInteger measured, SizeBound bound, Configuration configuration) {
    assertThat(Rational.of(measured))
        .as("%s of %s, bound %s", what, configuration, bound)
        .isLessThanOrEqualTo(Meaning.value(bound, configuration.sizes()));
  }

  private static void atMost(
      String what, long measured, DepthValue bound, Configuration configuration) {
    assertThat(Rational.of(measured))
        .as("%s of %s, bound %s", what, configuration, bound)
        .isLessThanOrEqualTo(value(bound, configuration.sizes()));
  }
}
