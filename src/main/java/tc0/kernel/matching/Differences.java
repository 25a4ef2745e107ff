package tc0.kernel.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tc0.kernel.Box;
import tc0.kernel.Polynomial;

/**
 * Says where two terms differ, for the reader: keeps the operations that lead to the place that is
 * being compared, and the names that bound indices have in the text. No proof depends on it.
 */
final class Differences {

  private final Rendering rendering;
  private final Deque<String> place = new ArrayDeque<>();
  private final Map<String, String> hints = new HashMap<>();

  Differences(Rendering rendering) {
    this.rendering = rendering;
  }

  /** Fresh symbols, one for each binder. */
  List<Polynomial> fresh(List<String> binders, int level) {
    List<Polynomial> tuple = new ArrayList<>();
    for (String binder : binders) {
      String symbol = Symbols.bound(level + tuple.size());
      hints.put(symbol, binder);
      tuple.add(Polynomial.variable(symbol));
    }
    return tuple;
  }

  /** Runs a comparison inside the operation {@code name}, for the reader. */
  Comparison inside(String name, Supplier<Comparison> comparison) {
    place.addLast(name);
    try {
      return comparison.get();
    } finally {
      place.removeLast();
    }
  }

  Comparison between(Node left, Node right, Assumptions facts) {
    return between(new Resolver.Bit(left, false), new Resolver.Bit(right, false), facts);
  }

  Comparison between(Resolver.Bit left, Resolver.Bit right, Assumptions facts) {
    return between(
        names -> rendering.bit(left, facts, names),
        names -> rendering.bit(right, facts, names),
        facts);
  }

  /** The difference between what the functions describe, given names for the bound indices. */
  Comparison between(
      Function<Map<String, String>, String> left,
      Function<Map<String, String>, String> right,
      Assumptions facts) {
    Map<String, String> names = Map.copyOf(hints);
    List<String> operations = List.copyOf(place);
    return new Comparison.Different(
        () ->
            new Verdict.Difference(
                left.apply(names), right.apply(names), operations, rendering.facts(facts, names)));
  }

  /** The difference between two index terms. */
  Comparison betweenTerms(Polynomial left, Polynomial right, Assumptions facts) {
    return between(
        names -> rendering.term(left, facts, names),
        names -> rendering.term(right, facts, names),
        facts);
  }

  /** The difference between two forms. */
  Comparison betweenForms(Resolver.Sum left, Resolver.Sum right, Assumptions facts) {
    return between(
        names -> rendering.form(left, facts, names),
        names -> rendering.form(right, facts, names),
        facts);
  }

  /** The difference between the tuples of two boxes. */
  Comparison betweenBoxes(
      Box left,
      Map<String, Polynomial> leftValues,
      Box right,
      Map<String, Polynomial> rightValues,
      Assumptions facts) {
    return between(
        names -> rendering.box(left, leftValues, names),
        names -> rendering.box(right, rightValues, names),
        facts);
  }
}
