package tc0.syntax.ast;

/** Relations between numbers. */
public enum Relation {
  /** Equal. */
  EQUAL("="),
  /** Different. */
  NOT_EQUAL("!="),
  /** Less. */
  LESS("<"),
  /** Less or equal. */
  LESS_EQUAL("<="),
  /** Greater. */
  GREATER(">"),
  /** Greater or equal; on a form, one gate. */
  GREATER_EQUAL(">=");

  private final String text;

  Relation(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
