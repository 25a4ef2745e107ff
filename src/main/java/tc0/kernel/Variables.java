package tc0.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The free variables of index terms, predicates, literals, forms and boxes, in alphabetical order.
 */
public final class Variables {

  private Variables() {}

  /** The free variables of {@code term}. */
  public static SortedSet<String> of(Index term) {
    SortedSet<String> found = new TreeSet<>();
    collect(term, Set.of(), found);
    return found;
  }

  /** The free variables of {@code predicate}. */
  public static SortedSet<String> of(Predicate predicate) {
    SortedSet<String> found = new TreeSet<>();
    collect(Parts.of(predicate), Set.of(), found);
    return found;
  }

  /** The index variables that {@code literal} mentions. */
  public static SortedSet<String> of(Literal literal) {
    return switch (literal) {
      case Literal.Read read -> all(read.at());
      case Literal.Not not -> of(not.of());
      case Literal.Indicator indicator -> of(indicator.condition());
      case Literal.Conditional choice ->
          union(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
    };
  }

  /** The index variables that {@code form} mentions and does not bind. */
  public static SortedSet<String> of(Form form) {
    return switch (form) {
      case Form.Number number -> of(number.value());
      case Form.Of of -> of(of.literal());
      case Form.Add sum -> union(of(sum.left()), of(sum.right()));
      case Form.Scale scale -> union(of(scale.weight()), of(scale.of()));
      case Form.Sum sum -> under(sum.box(), of(sum.body()));
      case Form.Conditional choice ->
          union(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
      case Form.Read read -> all(read.at());
    };
  }

  /**
   * The index variables that the bounds and the guard of {@code box} mention and it does not bind.
   */
  public static SortedSet<String> of(Box box) {
    return under(box, Set.of());
  }

  /** Those of {@code box} and, where the box does not bind them, those in {@code body}. */
  public static SortedSet<String> under(Box box, Set<String> body) {
    SortedSet<String> found = new TreeSet<>(body);
    found.addAll(of(box.guard()));
    for (Box.Binder binder : box.binders().reversed()) {
      found.remove(binder.name());
      found.addAll(of(binder.low()));
      found.addAll(of(binder.high()));
    }
    return found;
  }

  private static SortedSet<String> all(List<Index> terms) {
    SortedSet<String> found = new TreeSet<>();
    terms.forEach(term -> found.addAll(of(term)));
    return found;
  }

  @SafeVarargs
  private static SortedSet<String> union(SortedSet<String>... sets) {
    SortedSet<String> found = new TreeSet<>();
    for (SortedSet<String> set : sets) {
      found.addAll(set);
    }
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
