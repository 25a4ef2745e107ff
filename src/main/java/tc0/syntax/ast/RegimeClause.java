package tc0.syntax.ast;

import tc0.syntax.source.Span;

/** One clause of a regime. */
public sealed interface RegimeClause extends Node {

  /** {@code n grows;}: the base. */
  record Grows(Span span, Identifier name) implements RegimeClause {}

  /** {@code p in poly(n);}. */
  record Bounded(Span span, Identifier name, Growth growth) implements RegimeClause {}

  /** {@code e = 2*n;}. */
  record Equal(Span span, Identifier name, Expression value) implements RegimeClause {}

  /** {@code needs 2^p >= n*n;}: a condition on the sizes. */
  record Needs(Span span, Expression condition) implements RegimeClause {}
}
