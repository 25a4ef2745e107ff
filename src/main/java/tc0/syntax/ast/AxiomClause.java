package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** One clause of an axiom circuit. */
public sealed interface AxiomClause extends Node
    permits AxiomClause.Cites,
        AxiomClause.Depth,
        AxiomClause.Size,
        AxiomClause.Uniform,
        AxiomClause.Needs,
        Item.Ensures,
        Item.Requires {

  /** {@code cites source "Lemma 10" recalled;}. */
  record Cites(Span span, List<Citation> citations) implements AxiomClause {
    public Cites {
      citations = List.copyOf(citations);
    }
  }

  /** {@code depth constant;} (no bound: an unnamed constant) or {@code depth bound;}. */
  record Depth(Span span, Optional<Expression> bound) implements AxiomClause {}

  /** {@code size poly;} (no bound: some polynomial) or {@code size bound;}. */
  record Size(Span span, Optional<Expression> bound) implements AxiomClause {}

  /** {@code uniform tier;}. */
  record Uniform(Span span, TierName tier) implements AxiomClause {}

  /** {@code needs a, b;}: the hypotheses under which the axiom is believed. */
  record Needs(Span span, List<QualifiedName> hypotheses) implements AxiomClause {
    public Needs {
      hypotheses = List.copyOf(hypotheses);
    }
  }
}
