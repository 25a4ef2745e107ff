package tc0.kernel;

import java.util.List;

/** An index predicate: a truth value over size parameters and binders; it never reads a wire. */
public sealed interface Predicate {

  /** A truth constant. */
  record Truth(boolean value) implements Predicate {}

  /** {@code left < right}. */
  record Less(Index left, Index right) implements Predicate {}

  /** {@code left = right}. */
  record Equal(Index left, Index right) implements Predicate {}

  /** Negation. */
  record Not(Predicate of) implements Predicate {}

  /** Conjunction. */
  record And(Predicate left, Predicate right) implements Predicate {}

  /** Disjunction. */
  record Or(Predicate left, Predicate right) implements Predicate {}

  /**
   * Binary digit {@code position} of {@code value} (two's complement); false for negative
   * positions.
   */
  record Bit(Index value, Index position) implements Predicate {}

  /** {@code value} is a prime number. */
  record Prime(Index value) implements Predicate {}

  /** Some {@code variable} in {@code [0, bound)} has the property. */
  record Exists(String variable, Index bound, Predicate property) implements Predicate {}

  /** Every {@code variable} in {@code [0, bound)} has the property. */
  record ForAll(String variable, Index bound, Predicate property) implements Predicate {}

  /** A named predicate applied to arguments. */
  record Apply(Named predicate, List<Index> arguments) implements Predicate {
    public Apply {
      arguments = List.copyOf(arguments);
      if (arguments.size() != predicate.parameters().size()) {
        throw new IllegalArgumentException(
            predicate.name() + " takes " + predicate.parameters().size() + " arguments");
      }
    }
  }

  /** A named predicate; the body's free variables are among the parameters. */
  record Named(String name, List<String> parameters, Predicate body) {
    public Named {
      parameters = List.copyOf(parameters);
    }
  }

  /** The predicate that always holds. */
  Predicate TRUE = new Truth(true);

  /** The predicate that never holds. */
  Predicate FALSE = new Truth(false);

  /** {@code left <= right}. */
  static Predicate atMost(Index left, Index right) {
    return new Not(new Less(right, left));
  }

  /** Conjunction, dropping the constant true. */
  default Predicate and(Predicate other) {
    if (equals(TRUE)) {
      return other;
    }
    return other.equals(TRUE) ? this : new And(this, other);
  }
}
