package tc0.circuit.connection;

/** The type of a gate in the direct connection language. */
public enum GateType {
  /** 1 iff all inputs are 1. */
  AND("and"),
  /** 1 iff some input is 1. */
  OR("or"),
  /** 1 iff at least half of the inputs, counted with multiplicity, are 1. */
  MAJ("maj");

  private final String keyword;

  GateType(String keyword) {
    this.keyword = keyword;
  }

  /** The word of the surface language. */
  public String keyword() {
    return keyword;
  }

  /** The type of the complement twin, by De Morgan; majority gates are their own kind. */
  public GateType dual() {
    return switch (this) {
      case AND -> OR;
      case OR -> AND;
      case MAJ -> MAJ;
    };
  }
}
