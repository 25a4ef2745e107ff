package tc0.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import tc0.syntax.source.Span;

/** Which inputs a decision problem accepts. */
public sealed interface ProblemDefinition extends Node {

  /** {@code decided by circuit}: those on which a family, of any size and depth, gives 1. */
  record DecidedBy(Span span, QualifiedName circuit) implements ProblemDefinition {}

  /** {@code words over A5 with value 0}: words whose product is one of the elements. */
  record Products(Span span, QualifiedName monoid, List<BigInteger> values)
      implements ProblemDefinition {
    public Products {
      values = List.copyOf(values);
    }
  }

  /**
   * {@code words over S5 with pairs (0, 0)}: two words u and v with the separator between them, for
   * which u v v v … is recognised by the linked pairs.
   */
  record PeriodicWords(Span span, QualifiedName monoid, List<Pair> pairs)
      implements ProblemDefinition {
    public PeriodicWords {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * {@code words over A5 in pieces of 120 with value 0}: words that can be cut into pieces of at
   * most that many letters, the product of each being one of the elements.
   */
  record Closure(Span span, QualifiedName monoid, BigInteger length, List<BigInteger> values)
      implements ProblemDefinition {
    public Closure {
      values = List.copyOf(values);
    }
  }

  /** {@code (s, e)}: two elements. */
  record Pair(Span span, BigInteger first, BigInteger second) implements Node {}
}
