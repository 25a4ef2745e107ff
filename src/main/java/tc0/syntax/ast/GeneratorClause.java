package tc0.syntax.ast;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** One clause of a generator: an explicit direct connection language. */
public sealed interface GeneratorClause extends Node {

  /** {@code let T = ceil(w, 2);}. */
  record Let(Span span, List<LetBinding> bindings) implements GeneratorClause {
    public Let {
      bindings = List.copyOf(bindings);
    }
  }

  /**
   * {@code gate maj sum1.F[t < T, f < 2*Q];}: the valid names and their type.
   *
   * @param complement whether the gates are those of the complement rail ({@code not})
   * @param label static path, with a box at each level that has indices
   */
  record Gate(Span span, GateType type, boolean complement, List<LabelBox> label)
      implements GeneratorClause {
    public Gate {
      label = List.copyOf(label);
    }
  }

  /**
   * {@code wire c[t, j] (1, k) -> not g[t, k] when j < k < t;}: the gate's child at a port.
   *
   * @param complement whether the gate is on the complement rail
   * @param label static path, with a variable for each index
   * @param port port tuple: variables and numerals
   * @param condition relates the variables; without it the clause holds for all valid names
   */
  record Wire(
      Span span,
      boolean complement,
      List<LabelPattern> label,
      List<PortField> port,
      Child child,
      Optional<Expression> condition)
      implements GeneratorClause {
    public Wire {
      label = List.copyOf(label);
      port = List.copyOf(port);
    }
  }

  /** Gate types of the direct connection language. */
  enum GateType {
    /** Conjunction. */
    AND("and"),
    /** Disjunction. */
    OR("or"),
    /** At least half of the ports. */
    MAJ("maj");

    private final String text;

    GateType(String text) {
      this.text = text;
    }

    /** How it is written in source. */
    public String text() {
      return text;
    }
  }

  /** One level of a label where gates are declared. */
  record LabelBox(Span span, Identifier name, Optional<Box> box) implements Node {}

  /** One level of a label where a gate is matched. */
  record LabelPattern(Span span, Identifier name, List<Identifier> variables) implements Node {
    public LabelPattern {
      variables = List.copyOf(variables);
    }
  }

  /** One level of a label where a gate or input bit is named by index terms. */
  record LabelTerm(Span span, Identifier name, List<Expression> indices) implements Node {
    public LabelTerm {
      indices = List.copyOf(indices);
    }
  }

  /** One field of a port tuple. */
  sealed interface PortField extends Node {}

  /** A variable of a port tuple. */
  record PortVariable(Span span, Identifier name) implements PortField {}

  /** A numeral of a port tuple. */
  record PortNumeral(Span span, BigInteger value) implements PortField {}

  /** What a wire comes from. */
  sealed interface Child extends Node {}

  /** A gate or an input bit, or its complement. */
  record WireChild(Span span, boolean complement, List<LabelTerm> label) implements Child {
    public WireChild {
      label = List.copyOf(label);
    }
  }

  /** The constant 0 or 1. */
  record ConstantChild(Span span, boolean value) implements Child {}
}
