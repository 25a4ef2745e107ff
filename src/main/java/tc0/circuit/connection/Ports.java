package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The ports of one gate on one rail. */
sealed interface Ports permits JunctionPorts, MajorityPorts {

  /**
   * The number of static positions of literals; for a majority gate also the position of its
   * padding.
   */
  BigInteger positions();

  /** What a port reads, if there is such a port. */
  Optional<Child> child(List<BigInteger> port);

  /** Visits every port. */
  void forEach(Consumer<Wire> consumer);

  /** How often each child is read. */
  Map<Child, BigInteger> children();
}
