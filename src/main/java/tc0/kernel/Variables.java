package tc0.kernel;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The free variables of index terms and predicates. */
public final class Variables {

  private Variables() {}

  /** The free variables of {@code term}, in alphabetical order. */
  public static SortedSet<String> of(Index term) {
    SortedSet<String> found = new TreeSet<>();
    collect(term, Set.of(), found);
    return found;
  }

  /** The free variables of {@code predicate}, in alphabetical order. */
  public static SortedSet<String> of(Predicate predicate) {
    SortedSet<String> found = new TreeSet<>();
    collect(Parts.of(predicate), Set.of(), found);
    return found;
  }

  private static void collect(Index term, Set<String> bound, SortedSet<String> found) {
    if (term instanceof Index.Variable(String name)) {
      if (!bound.contains(name)) {
        found.add(name);
      }
    } else {
      collect(Parts.of(term), bound, found);
    }
  }

  private static void collect(Parts parts, Set<String> bound, SortedSet<String> found) {
    parts.terms().forEach(term -> collect(term, bound, found));
    parts.predicates().forEach(predicate -> collect(Parts.of(predicate), bound, found));
    Set<String> inner = bound;
    if (parts.binds().isPresent()) {
      inner = new HashSet<>(bound);
      inner.add(parts.binds().get());
    }
    for (Index term : parts.boundTerms()) {
      collect(term, inner, found);
    }
    for (Predicate predicate : parts.boundPredicates()) {
      collect(Parts.of(predicate), inner, found);
    }
  }
}
