package tc0.kernel;

import java.util.List;
import java.util.Objects;

/**
 * That a problem is hard, by a cited fact and a chain of reductions.
 *
 * @param root what is cited
 * @param problem the problem of the cited fact
 * @param steps reductions, the first from that problem
 */
public record HardnessClaim(HardnessFact root, Problem problem, List<Reduction> steps) {

  public HardnessClaim {
    Objects.requireNonNull(root);
    Objects.requireNonNull(problem);
    steps = List.copyOf(steps);
  }

  /** The problem that is said to be hard. */
  public Problem target() {
    return steps.isEmpty() ? problem : steps.getLast().to();
  }
}
