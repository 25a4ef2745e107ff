package tc0.kernel.matching;

/** A limit of the procedure was met; the answer is neither yes nor no. */
final class LimitReached extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String limit;

  LimitReached(String reason, String limit) {
    super(reason);
    this.limit = limit;
  }

  String limit() {
    return limit;
  }
}
