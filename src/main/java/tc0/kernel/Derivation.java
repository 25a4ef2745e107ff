package tc0.kernel;

import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * What claims ask of a circuit. The unfolded depth, which most claims can do without, is derived
 * when first asked for.
 */
final class Derivation {
  private final String circuit;
  private final Supplier<DepthValue> depth;
  private final Cost cost;
  private final Wiring wiring;
  private final SortedSet<Hypothesis> hypotheses;

  Derivation(
      String circuit,
      Supplier<DepthValue> depth,
      Cost cost,
      Wiring wiring,
      SortedSet<Hypothesis> hypotheses) {
    this.circuit = circuit;
    this.depth = depth;
    this.cost = cost;
    this.wiring = wiring;
    this.hypotheses = hypotheses;
  }

  String circuit() {
    return circuit;
  }

  DepthValue depth() {
    return depth.get();
  }

  Cost cost() {
    return cost;
  }

  Wiring wiring() {
    return wiring;
  }

  SortedSet<Hypothesis> hypotheses() {
    return hypotheses;
  }
}
