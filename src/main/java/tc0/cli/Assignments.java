package tc0.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.verify.ConcreteSizes;

/**
 * The {@code name=value} arguments of a command, told apart by what the circuit calls so.
 *
 * @param sizes values of size parameters
 * @param others everything else, as text
 */
record Assignments(Map<String, BigInteger> sizes, Map<String, String> others) {

  /**
   * Reads the arguments.
   *
   * @param allowed names that are not sizes
   * @throws Failure if one is malformed, unknown or given twice
   */
  static Assignments read(CircuitInfo circuit, List<String> arguments, List<String> allowed) {
    Map<String, BigInteger> sizes = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    List<String> parameters = circuit.core().parameters();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals <= 0) {
        throw Failure.usage("`" + argument + "` is not of the form name=value");
      }
      String name = argument.substring(0, equals).strip();
      String value = argument.substring(equals + 1).strip();
      boolean repeated;
      if (parameters.contains(name)) {
        repeated = sizes.put(name, size(name, value)) != null;
      } else if (allowed.contains(name)) {
        repeated = others.put(name, value) != null;
      } else {
        List<String> known = new ArrayList<>(parameters);
        known.addAll(allowed);
        throw Failure.usage(
            circuit.name() + " has no `" + name + "`" + Suggestions.of(name, known));
      }
      if (repeated) {
        throw Failure.usage("`" + name + "` is given twice");
      }
    }
    return new Assignments(sizes, others);
  }

  /** The sizes with defaults; a usage error if some are missing. */
  Map<String, BigInteger> sizesOf(CircuitInfo circuit) {
    try {
      return ConcreteSizes.of(circuit, sizes);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private static BigInteger size(String name, String value) {
    if (!value.matches("[0-9]{1,9}")) {
      throw Failure.usage(
          "the size " + name + " is a natural number below 10^9, not `" + value + "`");
    }
    return new BigInteger(value);
  }
}
