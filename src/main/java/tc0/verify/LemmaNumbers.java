package tc0.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lemma about named constants in numbers: the same family with every circuit unfolded. Depths are
 * polynomials over sizes that are O(1), mostly numbers.
 *
 * @param constants the constants that the lemma may use
 * @param claimed the claimed depth at these constants; empty if one is unknown, or without a claim
 * @param depth the derived depth
 * @param strictDepth the same, where a negation at an input counts
 * @param majorityDepth the same, where only threshold gates count
 * @param bounds derived and claimed depth with the slack, from each input
 * @param gates a bound on the gates of both rails, at all sizes
 * @param wires a bound on their inputs with multiplicity
 * @param gatesGrowth an order of growth in all sizes together, for example {@code O(n^2 p log p)}
 * @param wiresGrowth the same of the wires
 * @param at the bounds on the size at chosen sizes
 */
public record LemmaNumbers(
    List<ConstantValue> constants,
    Optional<String> claimed,
    String depth,
    String strictDepth,
    String majorityDepth,
    List<Bound> bounds,
    String gates,
    String wires,
    String gatesGrowth,
    String wiresGrowth,
    List<At> at) {

  /**
   * Bounds at a point.
   *
   * @param point as the user named it
   * @param sizes all sizes of the circuit
   * @param gates empty if the circuit is not for these sizes, or contains an axiom
   */
  public record At(
      SizePoint point,
      Map<String, BigInteger> sizes,
      Optional<BigInteger> gates,
      Optional<BigInteger> wires) {}

  /** Copies the lists. */
  public LemmaNumbers {
    constants = List.copyOf(constants);
    bounds = List.copyOf(bounds);
    at = List.copyOf(at);
  }
}
