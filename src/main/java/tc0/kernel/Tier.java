package tc0.kernel;

/**
 * How hard it is to decide the direct connection language, judged from the operations in its index
 * terms on numbers of O(log n) bits. Ordered: each tier contains the ones before it.
 */
public enum Tier {
  /** Linear time on a multi-tape machine in the O(log n) bits of a gate name. */
  DLOGTIME("dlogtime"),
  /** First order with BIT (Barrington, Immerman, Straubing 1990). */
  FO("fo"),
  /** First order given powering modulo small primes (Hesse, Allender, Barrington 2002). */
  FO_POW("fo_pow"),
  /** Polynomial time. */
  P("p");

  private final String keyword;

  Tier(String keyword) {
    this.keyword = keyword;
  }

  /** The word of the surface language. */
  public String keyword() {
    return keyword;
  }

  /** The larger of two tiers. */
  public Tier join(Tier other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
