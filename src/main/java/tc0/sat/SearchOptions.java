package tc0.sat;

/**
 * How to look for a proof.
 *
 * @param strategy the order of work
 * @param configuration of the solver
 * @param limits on conflicts, time and memory
 * @param seed of the random patterns
 */
public record SearchOptions(
    Strategy strategy, SolverConfiguration configuration, Limits limits, long seed) {

  /** The order of work. */
  public enum Strategy {
    /** Goal after goal, low bit first, in one solver that keeps what it learned. */
    GOAL_BY_GOAL,
    /** First merge inner nodes that are equal, from the inputs up; then as above. */
    SWEEP
  }

  /** Sweeping with the default solver and limits. */
  public static final SearchOptions DEFAULT =
      new SearchOptions(Strategy.SWEEP, SolverConfiguration.DEFAULT, Limits.DEFAULT, 1);

  /** These options with other limits. */
  public SearchOptions within(Limits newLimits) {
    return new SearchOptions(strategy, configuration, newLimits, seed);
  }

  /** These options with another strategy. */
  public SearchOptions by(Strategy newStrategy) {
    return new SearchOptions(newStrategy, configuration, limits, seed);
  }

  /** These options with another solver. */
  public SearchOptions with(SolverConfiguration newConfiguration) {
    return new SearchOptions(strategy, newConfiguration, limits, seed);
  }
}
