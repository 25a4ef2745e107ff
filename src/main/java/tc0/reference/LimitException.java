package tc0.reference;

/**
 * An evaluation was given up: more digits, bits or steps would be needed than the reference allows.
 * It is never a verdict about the claim.
 */
public final class LimitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A limit with a message for the user. */
  public LimitException(String message) {
    super(message);
  }
}
