package tc0.algebra;

/** Where the regular languages lie below NC1; each theorem is for the uniform classes. */
public enum ComplexityLevel {

  /** In AC0. */
  AC0(
      "in AC0",
      "quasi-aperiodic: Barrington, Compton, Straubing, Thérien 1992, Regular languages in NC1"),

  /** In ACC0 and not in AC0. */
  ACC0(
      "in ACC0, not in AC0",
      "every subgroup is solvable: Barrington, Thérien 1988, Finite monoids and the fine structure"
          + " of NC1; not quasi-aperiodic: Barrington, Compton, Straubing, Thérien 1992"),

  /** Complete for NC1. */
  NC1_COMPLETE(
      "NC1-complete",
      "a subgroup is not solvable: Barrington 1989, Bounded-width polynomial-size branching programs"
          + " recognize exactly those languages in NC1; Barrington, Thérien 1988");

  private final String statement;
  private final String theorem;

  ComplexityLevel(String statement, String theorem) {
    this.statement = statement;
    this.theorem = theorem;
  }

  /** The claim, as a phrase. */
  public String statement() {
    return statement;
  }

  /** The property that decides, and who proved that it does. */
  public String theorem() {
    return theorem;
  }
}
