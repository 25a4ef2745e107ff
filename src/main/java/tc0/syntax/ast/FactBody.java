package tc0.syntax.ast;

import java.util.List;
import tc0.syntax.source.Span;

/** What a fact states. */
public sealed interface FactBody extends Node {

  /** {@code problem hard for NC1 under AC0 reductions uniform dlogtime}: cited. */
  record Hardness(
      Span span,
      QualifiedName problem,
      ClassName hardFor,
      ClassName reductions,
      TierName uniformity)
      implements FactBody {}

  /** {@code problem hard by reduction from fact}: inherited. */
  record Derivation(Span span, QualifiedName problem, QualifiedName reduction, QualifiedName source)
      implements FactBody {}

  /** {@code circuit symmetric { checks }}: believed because checked. */
  record Property(Span span, QualifiedName circuit, Kind kind, List<Check> checks)
      implements FactBody {
    public Property {
      checks = List.copyOf(checks);
    }
  }

  /** Properties of a primitive that {@code matches} may use. */
  enum Kind {
    /** A function of the multiset of its operands. */
    SYMMETRIC("symmetric"),
    /** Its two operands may be exchanged. */
    COMMUTATIVE("commutative"),
    /** Operands that are zero may be left out. */
    IGNORES_ZERO("ignores zero"),
    /** Zero if some operand is zero. */
    ABSORBS_ZERO("absorbs zero");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** How it is written in source. */
    public String text() {
      return text;
    }
  }
}
