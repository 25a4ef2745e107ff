package tc0.kernel;

import java.util.List;

/**
 * One step of a circuit family. A declaration may read the inputs and the names declared before it,
 * nothing else; that is why depth is syntactic.
 */
public sealed interface Declaration {

  /**
   * The name that later declarations read; a call declares {@code name.output} for every output of
   * its circuit.
   */
  String name();

  /** {@code name[box] = body}, a renaming without a gate. */
  record Alias(String name, Box box, Literal body) implements Declaration {}

  /**
   * {@code name[box] = body}, a linear form without a gate. {@code binary} records the author's
   * promise that its values are 0 or 1; the promise is checked at small sizes and no rule of the
   * kernel relies on it.
   */
  record FormDefinition(String name, Box box, Form body, boolean binary) implements Declaration {}

  /** An array of unbounded fan-in AND or OR gates, one per tuple of the box. */
  record Junction(String name, Box box, Connective connective, List<Part> parts)
      implements Declaration {
    public Junction {
      parts = List.copyOf(parts);
    }
  }

  /** The connective of a {@link Junction}. */
  enum Connective {
    AND,
    OR
  }

  /**
   * The children {@code literal} for every tuple of {@code box}; the box may use the gate's own
   * binders.
   */
  record Part(Box box, Literal literal) {}

  /**
   * An array of threshold gates {@code [form >= threshold]}, one per tuple of the box. The binders
   * of the box that the form does not mention range over thresholds of one and the same sum.
   */
  record Threshold(String name, Box box, Form form, Index threshold) implements Declaration {}

  /**
   * One instance of {@code circuit} per tuple of the box. {@code sizes} aligns with {@link
   * Circuit#parameters()}, {@code arguments} with {@link Circuit#inputs()}; both may use the
   * binders of the box.
   */
  record Call(String name, Box box, Circuit circuit, List<Index> sizes, List<Argument> arguments)
      implements Declaration {
    public Call {
      sizes = List.copyOf(sizes);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What a call passes for one input: the value at tuple {@code binders}. Exactly bit inputs take
   * literals; a form input takes any form. The callee clips it at the declared box of its input.
   */
  sealed interface Argument {
    /** One name per dimension of the callee's input. */
    List<String> binders();

    /** A bit array given by a literal. */
    record Bits(List<String> binders, Literal body) implements Argument {
      public Bits {
        binders = List.copyOf(binders);
      }
    }

    /** A form array given by a form. */
    record Forms(List<String> binders, Form body) implements Argument {
      public Forms {
        binders = List.copyOf(binders);
      }
    }
  }

  /**
   * Repeats {@code body} for {@code counter = 0 .. count-1}. Inside, a state's name reads the value
   * at the start of the round; afterwards it reads the final value. Names declared in the body are
   * not visible outside.
   *
   * <p>The kernel refuses a state whose next value can be traced to a state of the same round
   * without passing a gate: such a loop would be free re-indexing, whose wiring after a growing
   * number of rounds need not be first-order.
   */
  record Iterate(
      String name, String counter, Index count, List<State> states, List<Declaration> body)
      implements Declaration {
    public Iterate {
      states = List.copyOf(states);
      body = List.copyOf(body);
    }
  }

  /**
   * A state array of an {@link Iterate}: {@code initial} may read outer names, {@code next} names
   * of the body too.
   */
  record State(String name, Box box, Literal initial, Literal next) {}
}
