package tc0.cli;

/**
 * What the process tells its caller. When several apply, the command reports the most serious
 * finding: an error in the file before a refutation, a refutation before a limit, a limit before an
 * incomplete proof.
 */
public final class ExitCodes {

  /** Every lemma and theorem of every file was established. */
  public static final int VERIFIED = 0;

  /** At least one claim is false; the evidence was printed. */
  public static final int REFUTED = 1;

  /** The command line could not be understood. */
  public static final int USAGE = 2;

  /** A file could not be read, parsed, resolved or typed; diagnostics were printed. */
  public static final int FILE_ERRORS = 3;

  /** Nothing is refuted, but a lemma lacks a proof or rests on an axiom that was not allowed. */
  public static final int INCOMPLETE = 4;

  /** A limit of time, memory or size was hit before an answer was found. */
  public static final int LIMIT = 5;

  /** The checker itself failed; its answer, if any, is not to be trusted. */
  public static final int INTERNAL_ERROR = 70;

  private ExitCodes() {}
}
