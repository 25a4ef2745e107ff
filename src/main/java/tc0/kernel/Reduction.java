package tc0.kernel;

import java.util.Objects;

/**
 * A many-one reduction given by a circuit family: a word is in the first problem if and only if its
 * image is in the second.
 *
 * @param family reads words of the first problem and writes words of the second
 * @param within the class in which the family is to be judged
 * @param correctness what is known of its being right
 * @param detail the lengths that were checked, or the counterexample
 */
public record Reduction(
    String name,
    Problem from,
    Problem to,
    Theorem.Component family,
    ComplexityClass within,
    Correctness correctness,
    String detail) {

  /** How far it was established that the reduction is right. */
  public enum Correctness {
    CHECKED("checked"),
    UNCHECKED("unchecked"),
    REFUTED("refuted");

    private final String word;

    Correctness(String word) {
      this.word = word;
    }
  }

  public Reduction {
    Objects.requireNonNull(name);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(family);
    Objects.requireNonNull(within);
    Objects.requireNonNull(correctness);
    Objects.requireNonNull(detail);
  }

  /** That it is right at every length; the kernel does not prove this. */
  Hypothesis hypothesis() {
    return new Hypothesis(
        Hypothesis.Kind.REDUCTION,
        name
            + ": a word is in "
            + from.name()
            + " exactly if its image is in "
            + to.name()
            + ", at every length",
        (correctness.word + " " + detail).strip());
  }
}
