package tc0.cli;

/** Ends a command with a message for the user and an exit code. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  Failure(int exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
  }

  static Failure usage(String message) {
    return new Failure(ExitCodes.USAGE, message);
  }

  int exitCode() {
    return exitCode;
  }
}
