package tc0.circuit.index;

/**
 * Counts what one evaluation has used against its {@link Limits}, and knows where the evaluation
 * is.
 */
public final class Budget {

  private final Limits limits;
  private long stepsLeft;
  private String where = "an index term";

  /** A fresh budget. */
  public Budget(Limits limits) {
    this.limits = limits;
    this.stepsLeft = limits.steps();
  }

  /** The limits counted against. */
  public Limits limits() {
    return limits;
  }

  /** The steps used so far. */
  public long stepsUsed() {
    return limits.steps() - stepsLeft;
  }

  /** Names the place that later messages blame. */
  public void at(String place) {
    where = place;
  }

  /** The place that messages blame. */
  public String where() {
    return where;
  }

  /** Uses {@code count} steps. */
  public void spend(long count) {
    stepsLeft -= count;
    if (stepsLeft < 0) {
      throw new LimitExceeded(
          "evaluation of indices and boxes",
          where,
          "more than " + limits.steps() + " steps",
          "steps",
          limits.steps());
    }
  }

  /** Refuses a value with too many binary digits. */
  void checkBits(long bits) {
    if (bits > limits.bits()) {
      throw new LimitExceeded("an index value", where, bits + " bits", "bits", limits.bits());
    }
  }
}
