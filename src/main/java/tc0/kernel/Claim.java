package tc0.kernel;

import java.util.List;
import java.util.Set;

/** Something to prove about a circuit for all sizes that its {@code where} clause admits. */
public sealed interface Claim {

  /** The circuit of which the claim speaks. */
  Circuit circuit();

  /** The depth that a claim bounds. */
  enum Measure {
    /** AND, OR and sum gates; negations are free. */
    DEPTH("depth"),
    /** The same, and a negation at an input counts. */
    STRICT_DEPTH("strict depth"),
    /** Sum gates only. */
    MAJORITY_DEPTH("majority depth");

    private final String words;

    Measure(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** What a size claim counts. */
  enum Quantity {
    /** Gates of both rails. */
    GATES,
    /** Distinct pairs of a gate and a literal that it reads. */
    EDGES,
    /** Inputs of gates, with multiplicity and padding. */
    WIRES,
    /** Gates and wires, each by itself. */
    SIZE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The depth is at most {@code claimed}.
   *
   * @param constants the constants in force; if {@code claimed} mentions one, the circuits of all
   *     are kept as atoms
   */
  record DepthAtMost(
      Circuit circuit,
      Regime regime,
      Measure measure,
      DepthExpression claimed,
      List<DepthConstant> constants)
      implements Claim {
    public DepthAtMost {
      constants = List.copyOf(constants);
    }
  }

  /** The depth is bounded by a constant under the regime. */
  record DepthBounded(Circuit circuit, Regime regime) implements Claim {}

  /** The quantity is at most {@code bound}, a term over the size parameters. */
  record SizeAtMost(Circuit circuit, Quantity quantity, Index bound) implements Claim {}

  /** The quantity is in O({@code growth}) under the regime. */
  record SizeGrowth(Circuit circuit, Regime regime, Quantity quantity, Index growth)
      implements Claim {}

  /** Gates and wires are polynomial under the regime. */
  record SizePolynomial(Circuit circuit, Regime regime) implements Claim {}

  /**
   * The wiring is of the tier.
   *
   * @param sameFamily whether other claims about this very family, its depth or size, are made in
   *     one breath; then {@code dlogtime} must be the family's own
   */
  record Uniform(Circuit circuit, Regime regime, Tier tier, boolean sameFamily) implements Claim {}

  /** What the family computes is in the class. */
  record Member(Circuit circuit, Regime regime, ComplexityClass complexityClass) implements Claim {}

  /**
   * The family is composed of primitives, constantly often, and therefore in the class; a family
   * without a long input is a gadget, of the depth and size of the class.
   *
   * @param own the circuits among whose bodies the composition is spread, by name
   * @param primitives the circuits of which it is composed, by name
   */
  record Composition(
      Circuit circuit,
      Regime regime,
      Set<String> own,
      Set<String> primitives,
      ComplexityClass complexityClass)
      implements Claim {
    public Composition {
      own = Set.copyOf(own);
      primitives = Set.copyOf(primitives);
    }
  }

  /** What the family computes is decided in polynomial time, whatever its depth. */
  record PolynomialTime(Circuit circuit, Regime regime) implements Claim {}
}
