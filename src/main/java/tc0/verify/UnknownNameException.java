package tc0.verify;

/** A name given on the command line that the files do not know. */
public final class UnknownNameException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the message for the user. */
  public UnknownNameException(String message) {
    super(message);
  }
}
