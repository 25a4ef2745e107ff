package tc0.kernel;

import java.util.Objects;

/**
 * A level of the AC, TC or NC hierarchy with its uniformity: polynomial size and depth O(log^level
 * n) over unbounded AND and OR gates, these and majority gates, or gates of bounded fan-in.
 */
public record ComplexityClass(Kind kind, int level, Uniformity uniformity) {

  /** The gates of a hierarchy, in the order NC^i, AC^i, TC^i of inclusion at one level. */
  public enum Kind {
    NC,
    AC,
    TC
  }

  public ComplexityClass {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(uniformity);
    if (level < 0) {
      throw new IllegalArgumentException("a level is a natural number");
    }
  }

  /** TC0 with the given uniformity. */
  public static ComplexityClass tc0(Uniformity uniformity) {
    return new ComplexityClass(Kind.TC, 0, uniformity);
  }

  /** NC1 with the given uniformity. */
  public static ComplexityClass nc1(Uniformity uniformity) {
    return new ComplexityClass(Kind.NC, 1, uniformity);
  }

  /**
   * Whether the known inclusions NC^i, AC^i, TC^i, NC^(i+1), at equal uniformity, lead from this
   * class to {@code other}.
   */
  public boolean isIncludedIn(ComplexityClass other) {
    return uniformity == other.uniformity && rank() <= other.rank();
  }

  private int rank() {
    return 3 * level + kind.ordinal();
  }

  /** The class without its uniformity, for example {@code TC0} or {@code TC^1}. */
  public String name() {
    return level == 0 || (level == 1 && kind == Kind.NC) ? "" + kind + level : kind + "^" + level;
  }

  /** For example {@code DLOGTIME-uniform TC0}; nonuniform TC0 is {@code TC0/poly}. */
  @Override
  public String toString() {
    return uniformity == Uniformity.NONUNIFORM ? name() + "/poly" : uniformity.adjective() + name();
  }
}
