package tc0.kernel;

import java.util.Objects;

/** An unproved relation between two classes that a theorem assumes, for example TC0 != NC1. */
public record ClassAssumption(ComplexityClass left, Relation relation, ComplexityClass right) {

  /** The assumed relation. */
  public enum Relation {
    DIFFERENT("!="),
    EQUAL("="),
    NOT_CONTAINED("is not contained in");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }
  }

  public ClassAssumption {
    Objects.requireNonNull(left);
    Objects.requireNonNull(relation);
    Objects.requireNonNull(right);
  }

  /** Whether a known inclusion, or the classes being the same, says otherwise. */
  boolean isContradictory() {
    return switch (relation) {
      case EQUAL -> false;
      case DIFFERENT -> left.equals(right);
      case NOT_CONTAINED ->
          left.isIncludedIn(right)
              || right.uniformity() == Uniformity.NONUNIFORM
                  && new ComplexityClass(left.kind(), left.level(), Uniformity.NONUNIFORM)
                      .isIncludedIn(right);
    };
  }

  @Override
  public String toString() {
    return left + " " + relation.symbol + " " + right;
  }
}
