package tc0.syntax.ast;

/** How far an approximation is from the expected number. */
public enum ErrorMeasure {
  /** Distance at most tolerance times the absolute expected value. */
  RELATIVE("relative"),
  /** Distance at most tolerance. */
  ABSOLUTE("absolute");

  private final String text;

  ErrorMeasure(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
