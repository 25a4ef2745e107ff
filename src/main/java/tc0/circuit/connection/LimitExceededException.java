package tc0.circuit.connection;

/**
 * A question about the connection language needs more work or larger numbers than allowed; it has
 * no answer then.
 */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitExceededException(String message) {
    super(message);
  }
}
