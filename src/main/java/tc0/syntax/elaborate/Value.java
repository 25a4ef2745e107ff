package tc0.syntax.elaborate;

import java.util.List;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/** What an expression of the surface language turned out to be. */
sealed interface Value {

  /** An index term. */
  record Number(Index term) implements Value {}

  /** An index predicate. */
  record Truth(Predicate predicate) implements Value {}

  /** A wire, its complement or a constant: no gate. */
  record Bit(Literal literal) implements Value {}

  /** A linear form that is not a single literal: no gate. */
  record Linear(Form form) implements Value {}

  /** An AND or OR gate that has no name yet. */
  record Junction(Declaration.Connective connective, List<Declaration.Part> parts)
      implements Value {
    public Junction {
      parts = List.copyOf(parts);
    }
  }

  /** A threshold gate {@code [form >= threshold]} that has no name yet. */
  record Threshold(Form form, Index threshold) implements Value {}

  /** An array or a record. */
  record Array(View view) implements Value {}

  /** The value of a cell: a bit or a form. */
  static Value cell(Form form) {
    return form instanceof Form.Of(Literal literal) ? new Bit(literal) : new Linear(form);
  }

  /** In words, for messages. */
  default String sort() {
    return switch (this) {
      case Number n -> "an index";
      case Truth t -> "an index predicate";
      case Bit b -> "a wire";
      case Linear l -> "a form";
      case Junction j -> "a gate";
      case Threshold t -> "a gate";
      case Array a when a.view().type() instanceof ValueType.Structure s ->
          s.extents().isEmpty() ? "a " + s.record().name() : "an array of " + s.record().name();
      case Array a -> "an array";
    };
  }
}
