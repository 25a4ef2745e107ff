package tc0.syntax.elaborate;

/**
 * Ends the elaboration of something that depends on a part whose error has been reported already.
 */
final class Poisoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Poisoned() {
    super("depends on something with an error", null, false, false);
  }
}
