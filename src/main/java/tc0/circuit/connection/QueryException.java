package tc0.circuit.connection;

/**
 * A question about the connection language is not understood; the message says what could have been
 * asked.
 */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryException(String message) {
    super(message);
  }
}
