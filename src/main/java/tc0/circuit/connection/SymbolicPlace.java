package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Index;

/**
 * Like {@link Place}, with index terms for numbers.
 *
 * @param terms sizes and counters as terms over the outermost sizes and the variables of a gate
 *     name
 * @param levels labels of the path with their indices
 * @param binders for a call instance: the caller's terms with those of the call's binders
 */
record SymbolicPlace(
    Site site,
    Substitution terms,
    List<ExplicitGenerator.Level<List<Index>>> levels,
    Optional<SymbolicPlace> parent,
    Substitution binders) {

  /** The path followed by one more label. */
  List<ExplicitGenerator.Level<List<Index>>> append(String label, List<Index> at) {
    List<ExplicitGenerator.Level<List<Index>>> all = new ArrayList<>(levels);
    all.add(new ExplicitGenerator.Level<>(label, at));
    return all;
  }

  /** This place, or the one around it that instantiates {@code target}. */
  SymbolicPlace enclosing(Site target) {
    SymbolicPlace current = this;
    while (current.site != target) {
      current = current.parent.orElseThrow();
    }
    return current;
  }
}
