package tc0.circuit;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import tc0.circuit.FlatCircuit.Kind;

/** The sizes that a circuit that was written out has. */
final class SameSizes {

  private SameSizes() {}

  static Counts of(Metrics metrics) {
    Map<Kind, BigInteger> gates = new HashMap<>();
    metrics.gatesByKind().forEach((kind, count) -> gates.put(kind, BigInteger.valueOf(count)));
    return new Counts(
        metrics.inputs(),
        gates,
        BigInteger.valueOf(metrics.edges()),
        BigInteger.valueOf(metrics.wires()),
        BigInteger.valueOf(metrics.maxFanIn()),
        BigInteger.valueOf(metrics.maxWires()));
  }
}
