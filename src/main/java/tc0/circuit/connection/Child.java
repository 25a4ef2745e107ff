package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;

/** What a port of a gate is connected to. */
public sealed interface Child {

  /** The child with its value negated. */
  Child negated();

  /** One of the constants 0 and 1. */
  record Constant(boolean value) implements Child {
    @Override
    public Child negated() {
      return new Constant(!value);
    }

    @Override
    public String toString() {
      return value ? "1" : "0";
    }
  }

  /**
   * An input bit or its complement; also an output bit of a circuit that has no gates here because
   * it is known by signature only ({@link tc0.kernel.Circuit.Axiom}), named by the path of its
   * call.
   */
  record Input(String array, List<BigInteger> at, boolean complement) implements Child {
    public Input {
      at = List.copyOf(at);
    }

    @Override
    public Child negated() {
      return new Input(array, at, !complement);
    }

    @Override
    public String toString() {
      return (complement ? "not " : "") + array + Gate.Tuples.brackets(at);
    }
  }

  /** A gate, on either rail. */
  record Inner(Gate gate) implements Child {
    @Override
    public Child negated() {
      return new Inner(gate.twin());
    }

    @Override
    public String toString() {
      return gate.toString();
    }
  }
}
