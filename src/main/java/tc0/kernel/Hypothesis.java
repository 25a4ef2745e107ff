package tc0.kernel;

import java.util.Objects;

/** Something a judgement rests on that the kernel did not prove. */
public record Hypothesis(Kind kind, String statement, String source)
    implements Comparable<Hypothesis> {

  /** What sort of thing is taken on trust. */
  public enum Kind {
    /** A circuit that is only declared, with its cost. */
    AXIOM,
    /** A side condition under which a declared circuit exists. */
    CONDITION,
    /** A theorem of the literature. */
    FACT,
    /** Parameters as functions of the input length. */
    CONSTRUCTIBLE,
    /** Where weight inputs come from. */
    WEIGHTS,
    /** That a primitive computes what its name says. */
    MEANING,
    /** That a reduction is right. */
    REDUCTION
  }

  /** Barrington, Immerman, Straubing. */
  static final Hypothesis FIRST_ORDER =
      new Hypothesis(
          Kind.FACT,
          "first-order wiring with BIT decides the same languages as DLOGTIME-uniform wiring",
          "Barrington, Immerman, Straubing 1990");

  /** Hesse, Allender, Barrington. */
  static final Hypothesis POWERING =
      new Hypothesis(
          Kind.FACT,
          "powering modulo primes of O(log n) bits is first-order with BIT",
          "Hesse, Allender, Barrington 2002");

  public Hypothesis {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(statement);
    Objects.requireNonNull(source);
  }

  /** By kind, then by text. */
  @Override
  public int compareTo(Hypothesis other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return source.isEmpty() ? statement : statement + " (" + source + ")";
  }
}
