package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** Names for index terms; they may stand at the top of a module or in a circuit. */
public sealed interface IndexDefinition extends Item {

  /** The name being defined. */
  Identifier name();

  /** {@code index f(a, m) : fo = e;}, the tier only if declared. */
  record Function(
      Span span,
      Identifier name,
      List<Identifier> parameters,
      Optional<TierName> tier,
      Expression value)
      implements IndexDefinition {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code predicate P(m) : dlogtime = condition;}, the tier only if declared. */
  record Predicate(
      Span span,
      Identifier name,
      List<Identifier> parameters,
      Optional<TierName> tier,
      Expression condition)
      implements IndexDefinition {
    public Predicate {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code domain P(m) = lo < m <= hi when condition;}. */
  record Domain(Span span, Identifier name, Binder.Range range, Optional<Expression> condition)
      implements IndexDefinition {}

  /**
   * {@code advice kappa(m): nat(width) = e;}: computed in polynomial time, clamped to its width.
   */
  record Advice(
      Span span, Identifier name, List<Identifier> parameters, Expression width, Expression value)
      implements IndexDefinition {
    public Advice {
      parameters = List.copyOf(parameters);
    }
  }
}
