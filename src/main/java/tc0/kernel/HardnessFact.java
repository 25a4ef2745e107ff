package tc0.kernel;

import java.util.Objects;
import java.util.Optional;

/**
 * A cited relation between a decision problem and a class.
 *
 * @param problem the name of the problem
 * @param instance what is fixed and how, for example {@code for some finite group F and some r};
 *     empty if nothing is
 * @param relation what is known
 * @param complexityClass the class, with its uniformity
 * @param reductions the class of the many-one reductions from problems of the class to it; empty
 *     for mere membership
 * @param citation where it is proved
 */
public record HardnessFact(
    String problem,
    String instance,
    Relation relation,
    ComplexityClass complexityClass,
    Optional<ComplexityClass> reductions,
    String citation) {

  /** How a problem relates to a class. */
  public enum Relation {
    MEMBER("is in"),
    HARD("is hard for"),
    COMPLETE("is complete for");

    private final String verb;

    Relation(String verb) {
      this.verb = verb;
    }
  }

  public HardnessFact {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(instance);
    Objects.requireNonNull(relation);
    Objects.requireNonNull(complexityClass);
    Objects.requireNonNull(reductions);
    Objects.requireNonNull(citation);
    if (relation == Relation.MEMBER != reductions.isEmpty()) {
      throw new IllegalArgumentException("hardness is under reductions, membership is not");
    }
  }

  /** Whether every problem of the class reduces to this one. */
  boolean isHard() {
    return relation != Relation.MEMBER;
  }

  /** The problem with its instance. */
  String named() {
    return instance.isEmpty() ? problem : problem + ", " + instance + ",";
  }

  @Override
  public String toString() {
    return named()
        + " "
        + relation.verb
        + " "
        + complexityClass
        + reductions.map(by -> " under " + by + " many-one reductions").orElse("")
        + " ("
        + citation
        + ")";
  }
}
