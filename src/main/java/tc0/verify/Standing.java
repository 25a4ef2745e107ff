package tc0.verify;

/** What a verdict line says. A line has exactly one standing; they are never mixed. */
public enum Standing {
  /** Derived by the kernel for every size. */
  PROVED("proved for all sizes"),
  /** Compared with the reference at stated sizes. */
  CHECKED("checked"),
  /** Taken on trust, with a citation. */
  ASSUMED("assumed"),
  /** Left out because the user said so. */
  SKIPPED("skipped"),
  /** The kernel's rules do not give it, or there is nothing to compare with. */
  OPEN("not proved"),
  /** Ended by a limit on time, memory or size before an answer. */
  LIMIT("stopped by a limit"),
  /** Contradicted by the derived bound or by a counterexample. */
  REFUTED("refuted");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** The standing in words. */
  public String words() {
    return words;
  }

  /** Whether a lemma with this line can still count as verified. */
  public boolean isGreen() {
    return this == PROVED || this == CHECKED || this == ASSUMED || this == SKIPPED;
  }
}
