package tc0.reference;

import tc0.syntax.source.Span;

/**
 * An expression without a value at these inputs, such as a division by zero, or a circuit outside
 * the domain of its promise.
 */
public final class UndefinedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final transient Span span;
  private final boolean outsideDomain;

  UndefinedException(String message, Span span) {
    this(message, span, false);
  }

  private UndefinedException(String message, Span span, boolean outsideDomain) {
    super(message, null, false, false);
    this.reason = message;
    this.span = span;
    this.outsideDomain = outsideDomain;
  }

  /** A circuit is applied where it promises nothing. */
  static UndefinedException outsideDomain(String circuit, Span span) {
    return new UndefinedException(circuit + " promises nothing at this input", span, true);
  }

  /** As a judgement of the inputs: excluded where a promise ends, undefined otherwise. */
  Outcome outcome() {
    return outsideDomain ? new Outcome.Excluded(span) : new Outcome.Undefined(reason, span);
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
