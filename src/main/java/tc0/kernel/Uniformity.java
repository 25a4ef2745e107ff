package tc0.kernel;

/** Which resources decide the connection language of a family, or that none are asked for. */
public enum Uniformity {
  /** Logarithmic time; for constant depth the same languages as first-order wiring. */
  DLOGTIME("DLOGTIME-uniform "),
  /** Polynomial time. */
  P("P-uniform "),
  /** Any sequence of circuits. */
  NONUNIFORM("nonuniform ");

  private final String adjective;

  Uniformity(String adjective) {
    this.adjective = adjective;
  }

  /** The word before a class, with a space after it. */
  String adjective() {
    return adjective;
  }
}
