package tc0.kernel;

import java.util.List;

/**
 * An integer-linear form over literals. It costs no gate, and only a threshold gate may consume it.
 */
public sealed interface Form {

  /** The integer value of an index term. */
  record Number(Index value) implements Form {}

  /** A literal as the integer 0 or 1. */
  record Of(Literal literal) implements Form {}

  /** The sum of two forms. */
  record Add(Form left, Form right) implements Form {}

  /** {@code weight * of}; the weight may be negative. */
  record Scale(Index weight, Form of) implements Form {}

  /** The sum of {@code body} over a box. */
  record Sum(Box box, Form body) implements Form {}

  /** {@code then} where the condition holds, else {@code otherwise}. */
  record Conditional(Predicate condition, Form then, Form otherwise) implements Form {}

  /**
   * Reads entry {@code at} of a form array: a form definition, a form input, or {@code c.o} for
   * form output {@code o} of the call named {@code c} (then the call's indices come first). Outside
   * its box the value is 0.
   */
  record Read(String array, List<Index> at) implements Form {
    public Read {
      at = List.copyOf(at);
    }
  }

  /** The form 0. */
  Form ZERO = new Number(Index.ZERO);
}
