package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/** Gives binders distinct names, their own where it is free. */
final class FreshNames {

  private final Set<String> used;

  FreshNames(Set<String> used) {
    this.used = new HashSet<>(used);
  }

  FreshNames copy() {
    return new FreshNames(used);
  }

  String fresh(String wanted) {
    String name = wanted;
    for (int i = 2; !used.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** A box with fresh binders, and the substitution that also maps the old binders to them. */
  record Renamed(Box box, Substitution terms) {}

  Renamed rename(Box box, Substitution terms) {
    Map<String, Index> all = new LinkedHashMap<>(terms.terms());
    List<Box.Binder> binders = new ArrayList<>();
    for (Box.Binder binder : box.binders()) {
      Substitution current = new Substitution(all);
      String name = fresh(binder.name());
      binders.add(new Box.Binder(name, current.apply(binder.low()), current.apply(binder.high())));
      all.put(binder.name(), Index.variable(name));
    }
    Substitution result = new Substitution(all);
    Predicate guard = result.apply(box.guard());
    return new Renamed(new Box(binders, guard), result);
  }
}
