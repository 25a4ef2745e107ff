package tc0.syntax.ast;

import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/** One statement of a circuit's body. */
public sealed interface Item extends Node
    permits IndexDefinition,
        Item.Let,
        Item.Form,
        Item.Array,
        Item.Return,
        Item.Iterate,
        Item.Ensures,
        Item.Requires {

  /** {@code let s = 2, T = ceil(w, s);}. */
  record Let(Span span, List<LetBinding> bindings) implements Item {
    public Let {
      bindings = List.copyOf(bindings);
    }
  }

  /**
   * {@code form f[box] = value;}, {@code form f(a, b) = value;}, {@code form bit g[box] = value;}.
   *
   * @param isBit whether the value is promised to be 0 or 1
   * @param parameters index parameters; excludes {@code box}
   */
  record Form(
      Span span,
      boolean isBit,
      Identifier name,
      List<Identifier> parameters,
      Optional<Box> box,
      Expression value)
      implements Item {
    public Form {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code name[box] = value;}: an array of gates or literals, or a call; without box one cell. */
  record Array(Span span, Identifier name, Optional<Box> box, Expression value) implements Item {}

  /**
   * {@code return.field[box] = value;}.
   *
   * @param fields the path of fields, none for the whole result
   */
  record Return(Span span, List<Identifier> fields, Optional<Box> box, Expression value)
      implements Item {
    public Return {
      fields = List.copyOf(fields);
    }
  }

  /** {@code iterate counter < rounds from H = start { body }}; it may carry several states. */
  record Iterate(
      Span span, Identifier counter, Expression rounds, List<StateStart> states, List<Item> body)
      implements Item {
    public Iterate {
      states = List.copyOf(states);
      body = List.copyOf(body);
    }
  }

  /** A state of {@code iterate} and its value before the first round. */
  record StateStart(Span span, Identifier name, Expression value) implements Node {}

  /** {@code ensures relation when condition;}: what the result means. */
  record Ensures(Span span, Expression relation, Optional<Expression> condition)
      implements Item, AxiomClause {}

  /** {@code requires condition;}: where the meaning is promised; the circuit is total anyway. */
  record Requires(Span span, Expression condition) implements Item, AxiomClause {}
}
