package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a gate.
 *
 * @param array the labels of the calls and iterations that lead to the gate array, then the array's
 *     own label, joined by dots
 * @param at the index tuples along that path, concatenated: per call its tuple, per iteration its
 *     counter, then the array's own tuple
 * @param complement whether this is the complement twin, the gate that computes the negation
 */
public record Gate(String array, List<BigInteger> at, boolean complement) {
  public Gate {
    at = List.copyOf(at);
  }

  /** The gate on the positive rail. */
  public static Gate of(String array, long... at) {
    return new Gate(array, Tuples.of(at), false);
  }

  /** The gate on the other rail. */
  public Gate twin() {
    return new Gate(array, at, !complement);
  }

  /**
   * The name as it is written in queries: {@code c[2,0,3]}, or {@code not c[2,0,3]} for the twin.
   */
  @Override
  public String toString() {
    return (complement ? "not " : "") + array + Tuples.brackets(at);
  }

  /** Index tuples. */
  static final class Tuples {
    private Tuples() {}

    static List<BigInteger> of(long... at) {
      return java.util.Arrays.stream(at).mapToObj(BigInteger::valueOf).toList();
    }

    static String brackets(List<BigInteger> at) {
      return at.isEmpty() ? "" : "[" + commas(at) + "]";
    }

    static String commas(List<BigInteger> at) {
      return at.stream().map(BigInteger::toString).collect(Collectors.joining(","));
    }
  }
}
