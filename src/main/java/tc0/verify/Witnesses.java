package tc0.verify;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Circuit;
import tc0.kernel.Kernel;
import tc0.kernel.Regime;

/**
 * Looks for small sizes that a circuit and a regime admit, so that no claim is true for want of
 * cases.
 */
final class Witnesses {
  private static final int LARGEST = 9;

  private final Kernel kernel;

  Witnesses(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The first admitted sizes in an enumeration by their maximum; empty if there are none up to a
   * small bound.
   */
  Optional<Map<String, BigInteger>> find(Circuit circuit, Regime regime) {
    List<String> parameters = circuit.parameters();
    for (int bound = 1; bound <= LARGEST; bound++) {
      Optional<Map<String, BigInteger>> found =
          search(circuit, regime, parameters, new LinkedHashMap<>(), bound);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Map<String, BigInteger>> search(
      Circuit circuit,
      Regime regime,
      List<String> parameters,
      Map<String, BigInteger> sizes,
      int bound) {
    if (sizes.size() == parameters.size()) {
      return kernel.violation(circuit, regime, sizes).isEmpty()
          ? Optional.of(new LinkedHashMap<>(sizes))
          : Optional.empty();
    }
    String parameter = parameters.get(sizes.size());
    for (int value = 1; value <= bound; value++) {
      sizes.put(parameter, BigInteger.valueOf(value));
      Optional<Map<String, BigInteger>> found = search(circuit, regime, parameters, sizes, bound);
      if (found.isPresent()) {
        return found;
      }
      sizes.remove(parameter);
    }
    return Optional.empty();
  }
}
