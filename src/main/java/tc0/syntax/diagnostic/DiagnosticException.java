package tc0.syntax.diagnostic;

/** Carries a diagnostic out of a computation that cannot go on. */
public final class DiagnosticException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** Wraps a diagnostic; there is no stack trace, since this is not a fault of the program. */
  public DiagnosticException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** What to tell the user. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
