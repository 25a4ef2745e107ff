package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One instance of a {@link Site}: the outermost family at its sizes, one call instance, or one
 * round of an iteration.
 *
 * @param environment sizes and the counters of the enclosing iterations of the same family
 * @param at the indices that the path contributes to gate names
 * @param parent the caller's place, or the place around the iteration
 * @param binders for a call instance: the caller's environment with the binders of the call's box
 */
record Place(
    Site site,
    Environment environment,
    List<BigInteger> at,
    Optional<Place> parent,
    Environment binders) {

  static Place root(Site site, Environment sizes) {
    return new Place(site, sizes, List.of(), Optional.empty(), Environment.EMPTY);
  }

  /** The name of gate {@code tuple} of the array labelled {@code label} in this place. */
  Gate gate(String label, List<BigInteger> tuple, boolean complement) {
    return new Gate(site.prefix() + label, append(tuple), complement);
  }

  /** The indices of the path followed by {@code tuple}. */
  List<BigInteger> append(List<BigInteger> tuple) {
    List<BigInteger> all = new ArrayList<>(at);
    all.addAll(tuple);
    return all;
  }

  /** This place, or the one around it that instantiates {@code target}. */
  Place enclosing(Site target) {
    Place current = this;
    while (current.site != target) {
      current = current.parent.orElseThrow();
    }
    return current;
  }
}
