package tc0.circuit.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/**
 * A compiled box. Its binders live in slots of the frame, and each conjunct of its guard is tested
 * as soon as the binders it mentions are bound, so that a guard such as {@code prime(m)} skips
 * whole rows.
 */
public final class BoxCode {

  private final Budget budget;
  private final List<Integer> slots = new ArrayList<>();
  private final List<Term> lows = new ArrayList<>();
  private final List<Term> highs = new ArrayList<>();
  private final List<List<Condition>> guards = new ArrayList<>();
  private final Scope inner;
  private final boolean rectangular;

  /** Compiles {@code box} in {@code scope}. */
  public BoxCode(Box box, Scope scope, IndexCompiler compiler, Budget budget) {
    this.budget = budget;
    Set<String> names = new HashSet<>();
    boolean straight = true;
    Scope current = scope;
    for (Box.Binder binder : box.binders()) {
      Set<String> used = new HashSet<>(Variables.of(binder.low()));
      used.addAll(Variables.of(binder.high()));
      straight &= used.stream().noneMatch(names::contains);
      lows.add(compiler.term(binder.low(), current));
      highs.add(compiler.term(binder.high(), current));
      slots.add(current.nextSlot());
      current = current.bind(binder.name());
      names.add(binder.name());
    }
    for (int level = 0; level <= box.rank(); level++) {
      guards.add(new ArrayList<>());
    }
    for (Predicate conjunct : conjuncts(box.guard())) {
      int level = levelOf(Variables.of(conjunct), box.names());
      guards.get(level).add(compiler.condition(conjunct, current));
      straight &= level == 0;
    }
    this.inner = current;
    this.rectangular = straight;
  }

  private static int levelOf(Set<String> used, List<String> names) {
    for (int level = names.size(); level > 0; level--) {
      if (used.contains(names.get(level - 1))) {
        return level;
      }
    }
    return 0;
  }

  private static List<Predicate> conjuncts(Predicate guard) {
    if (guard instanceof Predicate.And(var left, var right)) {
      List<Predicate> all = new ArrayList<>(conjuncts(left));
      all.addAll(conjuncts(right));
      return all;
    }
    return guard.equals(Predicate.TRUE) ? List.of() : List.of(guard);
  }

  /** The scope in which the binders of the box are bound. */
  public Scope inner() {
    return inner;
  }

  /** The length of the tuples. */
  public int rank() {
    return slots.size();
  }

  /** The slot of binder {@code dimension}. */
  public int slot(int dimension) {
    return slots.get(dimension);
  }

  /** Whether no bound depends on another binder of the box and no guard on any of them. */
  public boolean isRectangular() {
    return rectangular;
  }

  /** The least value of a binder, given the earlier ones. */
  public long low(int dimension, long[] frame) {
    return Math.max(lows.get(dimension).clamped(frame), 0);
  }

  /** The past-last value of a binder, given the earlier ones. */
  public long high(int dimension, long[] frame) {
    return highs.get(dimension).clamped(frame);
  }

  /** Whether the conjuncts of the guard that first make sense after {@code level} binders hold. */
  public boolean admits(int level, long[] frame) {
    for (Condition condition : guards.get(level)) {
      if (!condition.holds(frame)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every conjunct for this level and those before is absent. */
  boolean hasGuard(int level) {
    return !guards.get(level).isEmpty();
  }

  /** Whether the tuple that the binders' slots hold lies in the box. */
  public boolean contains(long[] frame) {
    if (!admits(0, frame)) {
      return false;
    }
    for (int d = 0; d < rank(); d++) {
      long v = frame[slot(d)];
      if (v < low(d, frame) || v >= high(d, frame) || !admits(d + 1, frame)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Runs {@code body} once for every tuple, in lexicographic order, with the tuple in the binders'
   * slots.
   */
  public void forEach(long[] frame, Runnable body) {
    if (admits(0, frame)) {
      descend(0, frame, body);
    }
  }

  private void descend(int dimension, long[] frame, Runnable body) {
    if (dimension == rank()) {
      body.run();
      return;
    }
    long high = high(dimension, frame);
    int slot = slot(dimension);
    boolean guarded = hasGuard(dimension + 1);
    boolean last = dimension + 1 == rank();
    for (long v = low(dimension, frame); v < high; v++) {
      budget.spend(1);
      frame[slot] = v;
      if (guarded && !admits(dimension + 1, frame)) {
        continue;
      }
      if (last) {
        body.run();
      } else {
        descend(dimension + 1, frame, body);
      }
    }
  }
}
