package tc0.circuit.connection;

/** A generator cannot be read as a connection language; the message says why. */
public final class GeneratorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GeneratorException(String message) {
    super(message);
  }
}
