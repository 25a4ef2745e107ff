package tc0.syntax.ast;

import tc0.syntax.source.Span;

/** One clause of a reduction. */
public sealed interface ReductionClause extends Node
    permits LemmaClause.Of,
        LemmaClause.InClass,
        LemmaClause.Uniform,
        Check,
        ReductionClause.From,
        ReductionClause.To {

  /** {@code from problem;}: whose inputs it reads. */
  record From(Span span, QualifiedName problem) implements ReductionClause {}

  /** {@code to problem;}: whose inputs it writes. */
  record To(Span span, QualifiedName problem) implements ReductionClause {}
}
