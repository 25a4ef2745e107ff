package tc0.cli;

import java.util.List;
import tc0.verify.Report;
import tc0.verify.Standing;

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

  /** From the least serious finding to the most serious one. */
  private static final List<Integer> BY_SERIOUSNESS =
      List.of(VERIFIED, INCOMPLETE, LIMIT, REFUTED, FILE_ERRORS, USAGE, INTERNAL_ERROR);

  private ExitCodes() {}

  /** The more serious of two codes. */
  static int worse(int one, int other) {
    return BY_SERIOUSNESS.indexOf(one) >= BY_SERIOUSNESS.indexOf(other) ? one : other;
  }

  /** What a report amounts to. */
  static int of(Report report) {
    if (report.has(Standing.REFUTED)) {
      return REFUTED;
    }
    if (report.has(Standing.LIMIT)) {
      return LIMIT;
    }
    return report.open() > 0 || !report.forbidden().isEmpty() ? INCOMPLETE : VERIFIED;
  }
}
