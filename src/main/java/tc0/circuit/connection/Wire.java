package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;

/** One connection of a gate: the port, a tuple of naturals, and what it reads. */
public record Wire(List<BigInteger> port, Child child) {
  public Wire {
    port = List.copyOf(port);
  }

  @Override
  public String toString() {
    return "(" + Gate.Tuples.commas(port) + ") -> " + child;
  }
}
