package tc0.kernel;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything the rules derive about a circuit, over its size parameters and independent of any
 * regime.
 *
 * @param circuit the name of the circuit
 * @param profile the depth of the outputs from every input array and from the constants; see {@link
 *     Profile#byParameter}
 * @param depth the largest entry of the profile
 * @param majorityDepth the same, where only sum gates count
 * @param strictDepth the same, where a negation at an input counts
 * @param usesNegation whether strict depth differs
 * @param cost bounds on gates, edges and wires
 * @param wiring the tier of the wiring and the terms that must be polynomial
 * @param hypotheses axioms that the circuit uses
 */
public record Summary(
    String circuit,
    Profile profile,
    DepthValue depth,
    DepthValue majorityDepth,
    DepthValue strictDepth,
    boolean usesNegation,
    Cost cost,
    Wiring wiring,
    SortedSet<Hypothesis> hypotheses) {
  public Summary {
    hypotheses = Collections.unmodifiableSortedSet(new TreeSet<>(hypotheses));
  }

  /** Whether some sum gate has a fan-in that no numeral bounds, so that the circuit counts. */
  public boolean counts() {
    return !cost.sumFanIn().wires().isConstant();
  }
}
