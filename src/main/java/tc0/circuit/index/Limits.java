package tc0.circuit.index;

/**
 * How much a concrete evaluation may use. Passing a limit is a refusal, never a value.
 *
 * @param steps iterations of index loops and of boxes
 * @param bits binary digits of one index value
 * @param gates gates of one circuit
 * @param edges gate inputs of one circuit, counted once per body
 * @param cells entries of one array, and of all remembered forms together
 */
public record Limits(long steps, long bits, long gates, long edges, long cells) {

  /** Enough for 10^7 gates with 10^8 edges in 8 GiB. */
  public static final Limits DEFAULT =
      new Limits(20_000_000_000L, 1L << 22, 100_000_000L, 1_000_000_000L, 1L << 28);

  /** No limits beyond what arrays can hold. */
  public static final Limits NONE =
      new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  /** These limits with another number of steps. */
  public Limits withSteps(long value) {
    return new Limits(value, bits, gates, edges, cells);
  }

  /** These limits with another number of gates. */
  public Limits withGates(long value) {
    return new Limits(steps, bits, value, edges, cells);
  }

  /** These limits with another number of edges. */
  public Limits withEdges(long value) {
    return new Limits(steps, bits, gates, value, cells);
  }

  /** These limits with another number of cells. */
  public Limits withCells(long value) {
    return new Limits(steps, bits, gates, edges, value);
  }
}
