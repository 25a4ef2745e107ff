package tc0.circuit.index;

/**
 * Signals that a value left the range of {@code long}; the evaluation is repeated exactly. Carries
 * no state.
 */
final class Overflow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The only instance. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // without a stack trace
  static final Overflow SIGNAL = new Overflow();

  private Overflow() {
    super("value beyond 64 bits", null, false, false);
  }
}
