package tc0.syntax.ast;

import tc0.syntax.source.Span;

/** One place between the brackets of a read. */
public sealed interface Subscript extends Node {

  /** {@code x[index]}. */
  record At(Span span, Expression index) implements Subscript {}

  /** {@code x[.., j]}: the whole axis stays. */
  record All(Span span) implements Subscript {}

  /** {@code x[..extent]}: the first {@code extent} entries of the axis stay. */
  record Head(Span span, Expression extent) implements Subscript {}
}
