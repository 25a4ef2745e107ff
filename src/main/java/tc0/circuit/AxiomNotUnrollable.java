package tc0.circuit;

import tc0.kernel.Circuit;

/**
 * An axiom circuit has a signature and a cost but no gates, so nothing that calls it exists at
 * concrete sizes.
 */
public final class AxiomNotUnrollable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String axiom;

  AxiomNotUnrollable(Circuit.Axiom axiom, String where) {
    super(
        "cannot unroll an axiom: "
            + axiom.name()
            + " (needed by "
            + where
            + (axiom.citation().isEmpty() ? "" : "; cited from " + axiom.citation())
            + ")");
    this.axiom = axiom.name();
  }

  /** The name of the axiom circuit. */
  public String axiom() {
    return axiom;
  }
}
