package tc0.circuit.index;

/**
 * A concrete evaluation needed more than its {@link Limits} allow: the verdict is "refused
 * (limit)", not a value.
 */
public final class LimitExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String limit;
  private final String where;

  /**
   * @param what the thing that grew too large
   * @param where the circuit and declaration that asked for it
   * @param size how large it was or had to become
   * @param limit the component of {@link Limits} that forbids it, or empty when nothing can raise
   *     it
   * @param allowed the value of that limit
   */
  public LimitExceeded(String what, String where, String size, String limit, long allowed) {
    super(
        what
            + " in "
            + where
            + ": "
            + size
            + (limit.isEmpty()
                ? " (at most " + allowed + " can be represented)"
                : " exceeds the limit " + limit + "=" + allowed + "; try smaller sizes"));
    this.limit = limit;
    this.where = where;
  }

  /** The component of {@link Limits} to raise; empty if none helps. */
  public String limit() {
    return limit;
  }

  /** The circuit and declaration that asked for too much. */
  public String where() {
    return where;
  }
}
