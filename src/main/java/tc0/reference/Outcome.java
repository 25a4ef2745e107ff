package tc0.reference;

import java.util.SortedMap;
import java.util.stream.Collectors;
import tc0.syntax.source.Span;

/** The verdict of a specification on one input and its result. */
public sealed interface Outcome {

  /** Every promise holds. */
  record Holds() implements Outcome {}

  /**
   * The input is outside the domain: the requirement at {@code span} is false, or the operation at
   * {@code span} is applied where it promises nothing.
   */
  record Excluded(Span span) implements Outcome {}

  /**
   * A promise is broken.
   *
   * @param left the left-hand value, as a number for a reader
   * @param right the right-hand value
   * @param relation what should hold between them, such as {@code =} or {@code within relative 0.25
   *     of}
   * @param note what else is wrong, or empty: a word that is not canonical
   * @param where the indices at which it is broken
   * @param span the relation in the source
   */
  record Violated(
      String left,
      String relation,
      String right,
      String note,
      SortedMap<String, String> where,
      Span span)
      implements Outcome {
    /** One line: {@code at i = 1: 1.5 = <3,-1>, but should be = 2}. */
    public String message() {
      String place =
          where.isEmpty()
              ? ""
              : where.entrySet().stream()
                  .map(entry -> entry.getKey() + " = " + entry.getValue())
                  .collect(Collectors.joining(", ", "at ", ": "));
      String extra = note.isEmpty() ? "" : " (" + note + ")";
      return place + "(" + left + ") " + relation + " (" + right + ") does not hold" + extra;
    }
  }

  /**
   * A promise or requirement has no value on this input, for example through a division by zero.
   */
  record Undefined(String reason, Span span) implements Outcome {}

  /** Whether the promises hold or nothing was promised. */
  default boolean isAcceptable() {
    return this instanceof Holds || this instanceof Excluded;
  }
}
