package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The binders in force at a term, outermost first, with their ranges in normal form; everything
 * else is a size parameter. A binder that reuses a name is renamed, so the names of the ranges are
 * distinct.
 */
public final class Scope {

  /** {@code max(low, 0) <= name < high}; the bounds may mention ranges further out. */
  public record Range(String name, Polynomial low, Polynomial high) {}

  private final List<Range> ranges;
  private final Map<String, Polynomial> values; // what the names in terms stand for
  private final Set<String> taken;

  private Scope(List<Range> ranges, Map<String, Polynomial> values, Set<String> taken) {
    this.ranges = ranges;
    this.values = values;
    this.taken = taken;
  }

  /** No binder; terms may use the size parameters {@code parameters}. */
  public static Scope of(List<String> parameters) {
    return new Scope(List.of(), Map.of(), new TreeSet<>(parameters));
  }

  /** This scope with the binders of {@code box} inside; the guard is ignored. */
  public Scope enter(Box box) {
    Scope inner = this;
    for (Box.Binder binder : box.binders()) {
      inner = inner.enter(binder.name(), binder.low(), binder.high());
    }
    return inner;
  }

  /**
   * This scope with one binder per dimension of {@code box}, called {@code names}, where the terms
   * of the box see {@code seen} instead of this scope: an argument ranges over the box that the
   * called circuit declares.
   */
  public Scope enter(Box box, Map<String, Polynomial> seen, List<String> names) {
    Scope inner = this;
    Map<String, Polynomial> inside = new HashMap<>(seen);
    for (int i = 0; i < box.rank(); i++) {
      Box.Binder binder = box.binders().get(i);
      Polynomial low = Normalizer.normalise(binder.low(), inside);
      Polynomial high = Normalizer.normalise(binder.high(), inside);
      inner = inner.enter(names.get(i), low, high);
      inside.put(binder.name(), Polynomial.variable(inner.innermost().name()));
    }
    return inner;
  }

  /** This scope with the binder {@code low <= name < high} inside. */
  public Scope enter(String name, Index low, Index high) {
    return enter(name, value(low), value(high));
  }

  /** This scope with a binder whose bounds are in normal form. */
  public Scope enter(String name, Polynomial low, Polynomial high) {
    String own = name;
    while (taken.contains(own)) {
      own += "'";
    }
    List<Range> longer = new ArrayList<>(ranges);
    longer.add(new Range(own, low, high));
    Map<String, Polynomial> named = new HashMap<>(values);
    named.put(name, Polynomial.variable(own));
    Set<String> more = new TreeSet<>(taken);
    more.add(own);
    return new Scope(List.copyOf(longer), Map.copyOf(named), more);
  }

  /**
   * The same binders, where terms see {@code values} instead: the inside of a function or of a
   * called circuit.
   */
  public Scope seeing(Map<String, Polynomial> values) {
    return new Scope(ranges, Map.copyOf(values), taken);
  }

  /** The normal form of {@code term} here. */
  public Polynomial value(Index term) {
    return Normalizer.normalise(term, values);
  }

  /** The normal forms of arguments by parameter, for {@link #seeing}. */
  public Map<String, Polynomial> bind(List<String> parameters, List<Index> arguments) {
    Map<String, Polynomial> bound = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      bound.put(parameters.get(i), value(arguments.get(i)));
    }
    return bound;
  }

  /** The ranges, outermost first. */
  public List<Range> ranges() {
    return ranges;
  }

  /** Whether no binder is in force. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The innermost range. */
  Range innermost() {
    return ranges.get(ranges.size() - 1);
  }

  /** The scope without its innermost range. */
  Scope outer() {
    return new Scope(ranges.subList(0, ranges.size() - 1), values, taken);
  }
}
