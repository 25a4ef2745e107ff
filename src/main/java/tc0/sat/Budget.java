package tc0.sat;

import java.util.Optional;

/** What is left of some {@link Limits}; charged by the searches as they run. */
final class Budget {

  /** The part of the heap that must stay free, as a divisor. */
  private static final int RESERVE = 16;

  private final Limits limits;
  private final long deadline;
  private long conflicts;

  Budget(Limits limits) {
    this.limits = limits;
    deadline = System.nanoTime() + limits.time().toNanos();
  }

  /** Counts conflicts already met. */
  void charge(long met) {
    conflicts += met;
  }

  /** The conflicts met so far. */
  long conflicts() {
    return conflicts;
  }

  /** The conflicts left. */
  long conflictsLeft() {
    return Math.max(0, limits.conflicts() - conflicts);
  }

  /** The reason to stop now, if there is one. */
  Optional<Verdict.Reason> exhausted(RupTrace trace) {
    if (Thread.currentThread().isInterrupted()) {
      return Optional.of(Verdict.Reason.INTERRUPTED);
    }
    if (conflicts > limits.conflicts()) {
      return Optional.of(Verdict.Reason.CONFLICTS);
    }
    if (System.nanoTime() - deadline > 0) {
      return Optional.of(Verdict.Reason.TIME);
    }
    if (trace.literalCount() > limits.proofLiterals() || heapIsNearlyFull()) {
      return Optional.of(Verdict.Reason.MEMORY);
    }
    return Optional.empty();
  }

  private static boolean heapIsNearlyFull() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return used > runtime.maxMemory() - runtime.maxMemory() / RESERVE;
  }
}
