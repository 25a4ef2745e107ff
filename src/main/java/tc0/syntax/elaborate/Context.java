package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/**
 * Where an expression stands: the names it may use, the binders around it, and the conditions that
 * hold there. A gate that needs a name of its own becomes an array over those binders that it uses.
 */
record Context(
    Scope scope, List<Box.Binder> binders, List<Predicate> conditions, boolean indexOnly) {

  Context {
    binders = List.copyOf(binders);
    conditions = List.copyOf(conditions);
  }

  /** A place without binders. */
  static Context of(Scope scope) {
    return new Context(scope, List.of(), List.of(), false);
  }

  Context in(Scope inner) {
    return new Context(inner, binders, conditions, indexOnly);
  }

  Context forIndices() {
    return new Context(scope, binders, conditions, true);
  }

  Context when(Predicate condition) {
    List<Predicate> all = new ArrayList<>(conditions);
    all.add(condition);
    return new Context(scope, binders, all, indexOnly);
  }

  /** Inside a box, whose binders the scope already knows. */
  Context inside(Scope inner, Box box) {
    List<Box.Binder> all = new ArrayList<>(binders);
    all.addAll(box.binders());
    Context result = new Context(inner, all, conditions, indexOnly);
    return box.guard().equals(Predicate.TRUE) ? result : result.when(box.guard());
  }

  /** A name that differs from every binder around. */
  String fresh(String wanted, Set<String> taken) {
    Set<String> used = new LinkedHashSet<>(taken);
    binders.forEach(binder -> used.add(binder.name()));
    String name = wanted;
    for (int i = 2; used.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /**
   * The smallest box around a term with the given free variables: the binders it depends on, and
   * the conditions on them.
   */
  Box boxFor(Set<String> free) {
    Set<String> needed = new LinkedHashSet<>(free);
    for (int i = binders.size() - 1; i >= 0; i--) {
      Box.Binder binder = binders.get(i);
      if (needed.contains(binder.name())) {
        needed.addAll(Variables.of(binder.low()));
        needed.addAll(Variables.of(binder.high()));
      }
    }
    Set<String> dropped = new LinkedHashSet<>();
    List<Box.Binder> kept = new ArrayList<>();
    for (Box.Binder binder : binders) {
      if (needed.contains(binder.name())) {
        kept.add(binder);
      } else {
        dropped.add(binder.name());
      }
    }
    Predicate guard = Predicate.TRUE;
    for (Predicate condition : conditions) {
      if (Variables.of(condition).stream().noneMatch(dropped::contains)) {
        guard = guard.and(condition);
      }
    }
    return new Box(kept, guard);
  }

  /** The whole box of the place. */
  Box box() {
    Predicate guard = Predicate.TRUE;
    for (Predicate condition : conditions) {
      guard = guard.and(condition);
    }
    return new Box(binders, guard);
  }

  /** The binders of a box as index terms. */
  static List<Index> indices(Box box) {
    return box.names().stream().map(Index::variable).toList();
  }
}
