package tc0.verify;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tc0.kernel.Circuit;
import tc0.kernel.Growth;
import tc0.kernel.Regime;

/**
 * Sizes at which symbolic bounds are evaluated.
 *
 * @param given sizes by name; a circuit uses those that it has
 * @param otherwise the value of every other size, but 2 for sizes that are bounded in the regime
 */
public record SizePoint(Map<String, BigInteger> given, BigInteger otherwise) {
  private static final BigInteger SMALL = BigInteger.TWO;

  /** A small point and a larger one. */
  public static final List<SizePoint> DEFAULT =
      List.of(new SizePoint(Map.of(), SMALL), new SizePoint(Map.of(), BigInteger.valueOf(8)));

  /** Copies the map. */
  public SizePoint {
    given = Map.copyOf(given);
  }

  /** The point that names some sizes; all others are 2. */
  public static SizePoint of(Map<String, BigInteger> given) {
    return new SizePoint(given, SMALL);
  }

  /** The sizes of a circuit, in the order of its header. */
  Map<String, BigInteger> sizes(Circuit circuit, Regime regime) {
    Map<String, BigInteger> sizes = new LinkedHashMap<>();
    for (String parameter : circuit.parameters()) {
      boolean bounded = regime.growth(parameter).isAtMost(Growth.CONSTANT);
      sizes.put(parameter, given.getOrDefault(parameter, bounded ? SMALL : otherwise));
    }
    return sizes;
  }

  /** For example {@code n=2 d=4}, or {@code every size 8}. */
  @Override
  public String toString() {
    return given.isEmpty()
        ? "every size " + otherwise
        : given.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(size -> size.getKey() + "=" + size.getValue())
            .collect(Collectors.joining(" "));
  }
}
