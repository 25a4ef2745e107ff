package tc0.reference;

import tc0.syntax.source.Span;

/** An expression without a value at these inputs, such as a division by zero. */
public final class UndefinedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final transient Span span;

  UndefinedException(String message, Span span) {
    super(message, null, false, false);
    this.reason = message;
    this.span = span;
  }

  /** What has no value, and why. */
  public String reason() {
    return reason;
  }

  /** Where it happened. */
  public Span span() {
    return span;
  }
}
