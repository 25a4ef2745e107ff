package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Children of a gate with their multiplicities. */
final class Multiset {
  private Multiset() {}

  /**
   * The first child that is read a different number of times, a wire if possible and else a
   * constant.
   */
  static Optional<Difference> difference(
      Gate gate, Map<Child, BigInteger> expected, Map<Child, BigInteger> found) {
    Set<Child> all = new LinkedHashSet<>(expected.keySet());
    all.addAll(found.keySet());
    List<Child> order = new ArrayList<>(all);
    order.sort(Comparator.comparing(Child.Constant.class::isInstance));
    for (Child child : order) {
      BigInteger one = expected.getOrDefault(child, BigInteger.ZERO);
      BigInteger other = found.getOrDefault(child, BigInteger.ZERO);
      if (!one.equals(other)) {
        return Optional.of(new Difference.WrongMultiplicity(gate, child, one, other));
      }
    }
    return Optional.empty();
  }
}
