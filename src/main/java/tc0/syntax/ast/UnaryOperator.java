package tc0.syntax.ast;

/** Prefix operators; all bind tighter than multiplication. */
public enum UnaryOperator {
  /** Additive inverse. */
  NEGATE("-"),
  /** Complement of a literal, negation of a predicate. */
  NOT("not"),
  /** The gate {@code f >= 1} of an exact form f. */
  MATERIALISE("materialise");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
