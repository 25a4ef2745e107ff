package tc0.reference;

import tc0.syntax.source.Span;

/**
 * A specification that has no meaning whatever the inputs are: an unknown name, a number where a
 * truth value is needed, a word without a number format. Typing reports most of these earlier.
 */
public final class SpecificationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Span span;

  /** An error at a place of the source. */
  public SpecificationException(String message, Span span) {
    super(message);
    this.span = span;
  }

  /** Where the trouble is. */
  public Span span() {
    return span;
  }
}
