package tc0.verify;

import java.time.Duration;

/** A point in time after which an obligation is given up. */
record Deadline(long nanos) {

  /** Thrown when the time is over. */
  static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("time limit", null, false, false);
    }
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  void check() {
    if (System.nanoTime() - nanos > 0 || Thread.currentThread().isInterrupted()) {
      throw new Passed();
    }
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }
}
