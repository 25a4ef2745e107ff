package tc0.syntax.ast;

import java.util.Optional;
import tc0.syntax.source.Span;

/** What binds one name to a set of naturals. */
public sealed interface Binder extends Node {

  /** The bound name. */
  Identifier name();

  /**
   * {@code lower <= name < upper}.
   *
   * @param lower 0 if absent
   * @param upperInclusive whether the upper relation is {@code <=}
   */
  record Range(
      Span span,
      Optional<LowerBound> lower,
      Identifier name,
      Expression upper,
      boolean upperInclusive)
      implements Binder {}

  /** {@code name in domain}, the domain declared by {@code domain P(m) = …}. */
  record InDomain(Span span, Identifier name, QualifiedName domain) implements Binder {}

  /**
   * The part of a range before its name.
   *
   * @param strict whether the relation is {@code <}, so that the bound itself is left out
   */
  record LowerBound(Expression bound, boolean strict) {}
}
