package tc0.syntax.ast;

/** How an assumption relates two complexity classes. */
public enum ClassRelation {
  /** They are not the same. */
  DIFFERENT("!="),
  /** They are the same. */
  EQUAL("="),
  /** The first is not contained in the second. */
  NOT_IN("not in");

  private final String text;

  ClassRelation(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
