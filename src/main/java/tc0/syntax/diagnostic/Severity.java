package tc0.syntax.diagnostic;

/** How bad it is. */
public enum Severity {
  /** The file cannot be used. */
  ERROR("error"),
  /** Probably not what was meant. */
  WARNING("warning");

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  /** The word shown to the user. */
  public String text() {
    return text;
  }
}
