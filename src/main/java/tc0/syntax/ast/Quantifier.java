package tc0.syntax.ast;

/** Bounded quantifiers. */
public enum Quantifier {
  /** Some tuple satisfies the body. */
  EXISTS("exists"),
  /** Every tuple satisfies the body. */
  FORALL("forall");

  private final String text;

  Quantifier(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
