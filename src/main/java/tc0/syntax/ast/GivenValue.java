package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * The value of an input in {@code check at x = value}; the type of the input says how to read it.
 */
public sealed interface GivenValue extends Node {

  /** A number: any expression over the sizes. */
  record Number(Span span, Expression expression) implements GivenValue {}

  /** {@code { mantissa = 0, exponent = 26 }}: the fields of a record, as words. */
  record Fields(Span span, List<Given> fields) implements GivenValue {
    /** Copies the fields. */
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /**
   * {@code { 9, -8, 0 }}, or {@code { 2^k : k < n }}: the entries of an array.
   *
   * @param range the range that the entries are taken over; without it each is taken once
   */
  record Listed(Span span, List<GivenValue> entries, Optional<Binder> range) implements GivenValue {
    /** Copies the entries. */
    public Listed {
      entries = List.copyOf(entries);
    }
  }

  /** {@code name = value}: an input or a field with its value. */
  record Given(Span span, Identifier name, GivenValue value) implements Node {}
}
