package tc0.kernel;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A conditional lower bound to derive: no member of a circuit family decides a hard problem, unless
 * classes collapse.
 *
 * @param family the family with its regime
 * @param complexityClass the class in which the family is to be judged
 * @param hardness why the problem is hard
 * @param assumption the separation; empty is refused
 * @param weights where weight inputs come from; empty is refused, there is no default
 * @param encoding words to inputs of the family; empty is refused
 * @param readout outputs of the family to one bit; empty is refused
 * @param meanings what is known of the primitives that the family calls
 * @param witness sizes at which the {@code where} clause of the family holds
 */
public record Theorem(
    String name,
    Component family,
    ComplexityClass complexityClass,
    HardnessClaim hardness,
    Optional<ClassAssumption> assumption,
    Optional<Weights> weights,
    Optional<Component> encoding,
    Optional<Component> readout,
    List<Meaning> meanings,
    Map<String, BigInteger> witness) {

  public Theorem {
    Objects.requireNonNull(name);
    meanings = List.copyOf(meanings);
    witness = Map.copyOf(witness);
  }

  /** A circuit family with the regime in which its sizes grow. */
  public record Component(Circuit circuit, Regime regime) {}

  /** Where the weight inputs of the family come from. */
  public sealed interface Weights {

    /** The input arrays, by name, that carry weights; may be none. */
    List<String> inputs();

    /**
     * A uniform family of the same class produces them.
     *
     * @param generator that family; if empty, its existence is a hypothesis
     */
    record Uniform(List<String> inputs, Optional<Component> generator) implements Weights {
      public Uniform {
        inputs = List.copyOf(inputs);
      }
    }

    /** They are any function of the sizes, that is, advice. */
    record Arbitrary(List<String> inputs) implements Weights {
      public Arbitrary {
        inputs = List.copyOf(inputs);
      }
    }
  }

  /**
   * What is known of the claim that a primitive computes its reference function.
   *
   * @param circuit the primitive
   * @param detail for example {@code p <= 3, exhaustively}, or a citation
   */
  public record Meaning(String circuit, Status status, String detail) {

    /** How far it was established. */
    public enum Status {
      CHECKED("checked for"),
      CITED("cited:"),
      UNCHECKED("unchecked");

      private final String words;

      Status(String words) {
        this.words = words;
      }
    }

    /** The same as a hypothesis of a conclusion. */
    public Hypothesis hypothesis() {
      return new Hypothesis(
          Hypothesis.Kind.MEANING,
          circuit + " computes its reference function at every size",
          (status.words + " " + detail).strip());
    }
  }
}
