package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Notation;
import tc0.syntax.elaborate.CircuitInfo;

/** Sizes that a user gives to a circuit. */
public final class ConcreteSizes {
  private ConcreteSizes() {}

  /**
   * All sizes of the circuit, defaults filled in, in the order of its header.
   *
   * @throws IllegalArgumentException in words for the user, if sizes are missing or not admitted
   */
  public static Map<String, BigInteger> of(CircuitInfo circuit, Map<String, BigInteger> given) {
    Map<String, BigInteger> filled = SizeTuples.withDefaults(circuit, given);
    Map<String, BigInteger> sizes = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String parameter : circuit.core().parameters()) {
      if (filled.containsKey(parameter)) {
        sizes.put(parameter, filled.get(parameter));
      } else {
        missing.add(parameter);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          circuit.name()
              + " also needs its size"
              + (missing.size() == 1 ? "" : "s")
              + ", for example "
              + String.join(" ", missing.stream().map(parameter -> parameter + "=2").toList()));
    }
    if (!SizeTuples.holds(circuit.core().where(), sizes)) {
      throw new IllegalArgumentException(
          circuit.name()
              + " is only for sizes where "
              + Notation.text(circuit.core().where())
              + "; these are "
              + Wording.sizes(sizes));
    }
    return sizes;
  }

  /** For example {@code n = 2, d = 4}. */
  public static String text(Map<String, BigInteger> sizes) {
    return Wording.sizes(sizes);
  }
}
