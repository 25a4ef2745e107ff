package tc0.sat;

import tc0.syntax.source.Span;

/** A specification that cannot be translated into bits; it can still be evaluated. */
public final class UnsupportedSpecificationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Span span;

  /** What cannot be translated, and where it stands. */
  public UnsupportedSpecificationException(String message, Span span) {
    super(message, null, false, false);
    this.span = span;
  }

  /** Where the trouble is. */
  public Span span() {
    return span;
  }
}
