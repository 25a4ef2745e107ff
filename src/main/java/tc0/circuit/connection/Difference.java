package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The first place where two descriptions of one graph differ: the family's, which is expected, and
 * another one.
 */
public sealed interface Difference {

  /** The gate in question. */
  Gate gate();

  /** The difference in one sentence. */
  String message();

  /** A gate of the family that the other does not have. */
  record MissingGate(Gate gate, GateType expected) implements Difference {
    @Override
    public String message() {
      return "gate " + gate + " (" + expected.keyword() + ") is missing";
    }
  }

  /** A gate that the family does not have. */
  record ExtraGate(Gate gate) implements Difference {
    @Override
    public String message() {
      return gate + " is not a gate of the family";
    }
  }

  /** A gate of another type, or of several. */
  record WrongType(Gate gate, GateType expected, List<GateType> found) implements Difference {
    public WrongType {
      found = List.copyOf(found);
    }

    @Override
    public String message() {
      return "gate %s is %s in the family, not %s"
          .formatted(
              gate,
              expected.keyword(),
              String.join(" and ", found.stream().map(GateType::keyword).toList()));
    }
  }

  /** A port with another child; an empty child means that there is no such port. */
  record WrongChild(
      Gate gate, List<BigInteger> port, Optional<Child> expected, Optional<Child> found)
      implements Difference {
    public WrongChild {
      port = List.copyOf(port);
    }

    @Override
    public String message() {
      return "port (%s) of gate %s %s in the family, but %s"
          .formatted(
              Gate.Tuples.commas(port),
              gate,
              expected.map(child -> "reads " + child).orElse("does not exist"),
              found.map(child -> "here it reads " + child).orElse("it is missing here"));
    }
  }

  /** A port that is given two children. */
  record TwoChildren(Gate gate, List<BigInteger> port, Child one, Child another)
      implements Difference {
    public TwoChildren {
      port = List.copyOf(port);
    }

    @Override
    public String message() {
      return "port (%s) of gate %s has two children, %s and %s"
          .formatted(Gate.Tuples.commas(port), gate, one, another);
    }
  }

  /** A child that is read more or less often. */
  record WrongMultiplicity(Gate gate, Child child, BigInteger expected, BigInteger found)
      implements Difference {
    @Override
    public String message() {
      return "gate %s reads %s %s in the family, here %s"
          .formatted(gate, child, times(expected), times(found));
    }

    private static String times(BigInteger count) {
      if (count.signum() == 0) {
        return "never";
      }
      return count.equals(BigInteger.ONE) ? "once" : count + " times";
    }
  }
}
