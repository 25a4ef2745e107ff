package tc0.syntax.ast;

import java.util.List;
import tc0.syntax.source.Span;

/** A type as written; {@code bit[n][w]} and {@code bit[n, w]} are the same. */
public sealed interface Type extends Node {

  /** Extents of the array axes, outermost first; none for a single value. */
  List<Expression> extents();

  /** {@code bit[extents]}: wires. */
  record Bit(Span span, List<Expression> extents) implements Type {
    public Bit {
      extents = List.copyOf(extents);
    }
  }

  /** {@code form bit[extents]}: exact forms promised to be 0 or 1. */
  record FormBit(Span span, List<Expression> extents) implements Type {
    public FormBit {
      extents = List.copyOf(extents);
    }
  }

  /** {@code form[extents]}: exact forms with any integer value. */
  record Form(Span span, List<Expression> extents) implements Type {
    public Form {
      extents = List.copyOf(extents);
    }
  }

  /** {@code name(arguments)[extents]}: a declared record type. */
  record Named(Span span, QualifiedName name, List<Expression> arguments, List<Expression> extents)
      implements Type {
    public Named {
      arguments = List.copyOf(arguments);
      extents = List.copyOf(extents);
    }
  }
}
