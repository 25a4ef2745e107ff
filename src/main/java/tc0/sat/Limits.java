package tc0.sat;

import java.time.Duration;

/**
 * What one obligation may cost.
 *
 * @param conflicts the number of conflicts that all searches together may meet
 * @param time the wall-clock time
 * @param proofLiterals the number of literals that the trace may hold; bounds the memory
 */
public record Limits(long conflicts, Duration time, int proofLiterals) {

  /** One million conflicts, one minute, 200 million literals. */
  public static final Limits DEFAULT = new Limits(1_000_000, Duration.ofMinutes(1), 200_000_000);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Limits {
    if (conflicts < 0 || time.isNegative() || proofLiterals < 0) {
      throw new IllegalArgumentException("negative limit");
    }
  }

  /** These limits with another time. */
  public Limits within(Duration newTime) {
    return new Limits(conflicts, newTime, proofLiterals);
  }
}
