package tc0.kernel.matching;

import java.util.Objects;

/**
 * A fact about a primitive that matching may use. The kernel takes it on trust; whoever passes it
 * has checked or assumed it, and the verdict lists it where it was needed.
 *
 * @param circuit the qualified name of the primitive
 */
public record Law(String circuit, Kind kind) implements Comparable<Law> {

  /** What the law says. A word is zero if all its bits are 0. */
  public enum Kind {
    /**
     * The outputs depend only on the multiset of entries: permuting the first index of all inputs
     * alike changes nothing. Every input has a first index, and all these have the same range.
     */
    SYMMETRIC("does not depend on the order of its list"),
    /**
     * Exchanging the first half of the inputs with the second changes nothing. Both halves have the
     * same shape.
     */
    COMMUTATIVE("does not depend on the order of its two arguments"),
    /**
     * Leaving out entries that are zero words, with the size that counts them adjusted, changes
     * nothing. The first size parameter counts the entries, every other size stays, and every input
     * has the entries as its first index.
     */
    IGNORES_ZERO("is unchanged when zero entries are left out"),
    /** The outputs are zero if the first or the second half of the inputs is zero. */
    ABSORBS_ZERO("is zero if one of its two arguments is zero");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** The law as the end of a sentence that starts with the circuit. */
    public String meaning() {
      return meaning;
    }
  }

  public Law {
    Objects.requireNonNull(circuit);
    Objects.requireNonNull(kind);
  }

  @Override
  public int compareTo(Law other) {
    int order = circuit.compareTo(other.circuit);
    return order != 0 ? order : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return "`" + circuit + "` " + kind.meaning();
  }
}
