package tc0.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How to verify.
 *
 * @param only names of the lemmas and theorems to verify; empty for all
 * @param jobs checks that run at the same time
 * @param timeout time for one check, unless the file says less
 * @param checks whether to compare circuits with the reference at all
 * @param sat whether to decide comparisons by satisfiability
 * @param longChecks whether to run the checks that the file marks as long
 * @param proofs where to write formulas and proofs of unsatisfiability
 * @param allowedAxioms axioms that lemmas may rest on; empty for all that the files declare
 * @param points sizes at which symbolic bounds are evaluated
 */
public record Options(
    List<String> only,
    int jobs,
    Duration timeout,
    boolean checks,
    boolean sat,
    boolean longChecks,
    Optional<Path> proofs,
    Optional<List<String>> allowedAxioms,
    List<SizePoint> points) {

  /** All of the file, two jobs, a minute for each check. */
  public static final Options DEFAULT =
      new Options(
          List.of(),
          2,
          Duration.ofSeconds(60),
          true,
          true,
          false,
          Optional.empty(),
          Optional.empty(),
          SizePoint.DEFAULT);

  /** What holds for all sizes, and nothing else. */
  static final Options UNCHECKED =
      new Options(
          List.of(),
          1,
          Duration.ofSeconds(60),
          false,
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Copies the lists. */
  public Options {
    only = List.copyOf(only);
    allowedAxioms = allowedAxioms.map(List::copyOf);
    points = List.copyOf(points);
  }
}
