package tc0.kernel.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;

/**
 * Proves that two literals are equal at all assignments that satisfy some assumptions. Both are
 * resolved to what they stand for, with a case distinction wherever a condition is open; then the
 * operations must agree and their arguments are compared at fresh indices. Results are remembered
 * for the assumptions that concern the two terms.
 */
final class Comparer {

  private record Pair(Node left, Node right, Assumptions assumptions) {}

  private final Resolver resolver = new Resolver();
  private final Set<String> primitives;
  private final Set<Law> laws;
  private final Differences differences;
  private final CallEquality calls = new CallEquality(this);
  private final LoopEquality loops = new LoopEquality(this);
  private final GateEquality gates = new GateEquality(this);
  private final Map<Pair, Comparison> known = new HashMap<>();
  private int comparisons;
  private int cases;

  /**
   * A comparison in which calls of {@code primitives} are opaque.
   *
   * @param inputs names of the inputs, for the reader
   */
  Comparer(Set<String> primitives, Set<Law> laws, List<Circuit.Port> inputs) {
    this.primitives = primitives;
    this.laws = laws;
    this.differences = new Differences(new Rendering(resolver, inputs, this::isOpaque));
  }

  Resolver resolver() {
    return resolver;
  }

  Differences differences() {
    return differences;
  }

  CallEquality calls() {
    return calls;
  }

  int comparisons() {
    return comparisons;
  }

  boolean has(Circuit circuit, Law.Kind kind) {
    return laws.contains(new Law(circuit.name(), kind));
  }

  boolean isOpaque(Circuit circuit) {
    return circuit instanceof Circuit.Axiom || primitives.contains(circuit.name());
  }

  /**
   * Proves {@code claim}, by cases where it asks for them. Contradictory assumptions prove
   * everything.
   */
  Comparison byCases(Assumptions assumptions, Function<Assumptions, Comparison> claim) {
    if (assumptions.contradictory()) {
      return Comparison.SAME;
    }
    if (++comparisons > Matching.MAXIMAL_COMPARISONS) {
      throw new LimitReached("comparing subterms", Matching.MAXIMAL_COMPARISONS + " comparisons");
    }
    try {
      return claim.apply(assumptions);
    } catch (CaseSplit split) {
      if (cases == Matching.MAXIMAL_CASES) {
        throw new LimitReached(
            "distinguishing cases of indices",
            Matching.MAXIMAL_CASES + " conditions inside one another");
      }
      cases++;
      try {
        Comparison first = byCases(assumptions.and(split.condition()), claim);
        return first.isSame()
            ? Comparison.both(first, byCases(assumptions.and(split.condition().negated()), claim))
            : first;
      } finally {
        cases--;
      }
    }
  }

  /** Whether two literals are equal wherever {@code assumptions} hold. */
  Comparison bits(Resolver.Bits left, Resolver.Bits right, Assumptions assumptions) {
    return byCases(
        assumptions,
        facts -> bits(resolver.resolve(left, facts), resolver.resolve(right, facts), facts));
  }

  private Comparison bits(Resolver.Bit left, Resolver.Bit right, Assumptions facts) {
    Node a = calls.absorbed(left.node(), facts);
    Node b = calls.absorbed(right.node(), facts);
    return a instanceof Node.Constant(boolean x) && b instanceof Node.Constant(boolean y)
        ? constants(x != left.negated(), y != right.negated(), facts)
        : wires(new Resolver.Bit(a, left.negated()), new Resolver.Bit(b, right.negated()), facts);
  }

  private Comparison constants(boolean left, boolean right, Assumptions facts) {
    return left == right
        ? Comparison.SAME
        : differences.between(names -> left ? "1" : "0", names -> right ? "1" : "0", facts);
  }

  private Comparison wires(Resolver.Bit left, Resolver.Bit right, Assumptions facts) {
    boolean samePolarity = left.negated() == right.negated();
    if (!isUnfoldable(left.node()) && !isUnfoldable(right.node())) {
      return samePolarity
          ? nodes(left.node(), right.node(), facts)
          : differences.between(left, right, facts);
    }
    if (samePolarity && callSameCircuit(left.node(), right.node())) {
      Comparison direct = nodes(left.node(), right.node(), facts);
      if (direct.isSame()) {
        return direct;
      }
    }
    return unfolded(left, right, facts);
  }

  private static boolean callSameCircuit(Node left, Node right) {
    return left instanceof Node.Result a
        && right instanceof Node.Result b
        && a.instance().circuit().name().equals(b.instance().circuit().name());
  }

  private boolean isUnfoldable(Node node) {
    return node instanceof Node.Result result && !isOpaque(result.instance().circuit());
  }

  private Comparison unfolded(Resolver.Bit left, Resolver.Bit right, Assumptions facts) {
    return byCases(facts, f -> bits(unfold(left, f), unfold(right, f), f));
  }

  private Resolver.Bit unfold(Resolver.Bit bit, Assumptions facts) {
    if (bit.node() instanceof Node.Result result
        && !isOpaque(result.instance().circuit())
        && result.instance().circuit() instanceof Circuit.Family family) {
      Resolver.Bit body = resolver.resolve(resolver.unfold(result, family), facts);
      return new Resolver.Bit(body.node(), body.negated() != bit.negated());
    }
    return bit;
  }

  /** Equality of uncomplemented nodes, remembered. */
  private Comparison nodes(Node left, Node right, Assumptions facts) {
    if (left.equals(right)) {
      return Comparison.SAME;
    }
    return remembered(
        left,
        right,
        facts,
        (relevant, level) -> {
          return switch (left) {
            case Node.Input a when right instanceof Node.Input b && a.index() == b.index() ->
                tuples(left, right, a.at(), b.at(), relevant);
            case Node.State a
                when right instanceof Node.State b
                    && a.round().equals(b.round())
                    && a.index() == b.index() ->
                tuples(left, right, a.at(), b.at(), relevant);
            case Node.Result a when right instanceof Node.Result b -> calls.compare(a, b, relevant);
            case Node.Gate a when right instanceof Node.Gate b ->
                gates.compare(a, b, relevant, level);
            case Node.Final a when right instanceof Node.Final b ->
                loops.compare(a, b, relevant, level);
            default -> differences.between(left, right, relevant);
          };
        });
  }

  /**
   * Compares under the assumptions that concern the two nodes; fresh indices start at the level
   * given.
   */
  private Comparison remembered(
      Node left,
      Node right,
      Assumptions facts,
      BiFunction<Assumptions, Integer, Comparison> claim) {
    SortedSet<String> symbols = left.symbols();
    symbols.addAll(right.symbols());
    Assumptions relevant = facts.restrictedTo(symbols);
    Pair pair = new Pair(left, right, relevant);
    Comparison result = known.get(pair);
    if (result == null) {
      int level = level(symbols, relevant);
      result = byCases(relevant, f -> claim.apply(f, level));
      known.put(pair, result);
    }
    return result;
  }

  /** A level deeper than every index in {@code symbols} or in the assumptions. */
  static int level(SortedSet<String> symbols, Assumptions facts) {
    SortedSet<String> all = new TreeSet<>(symbols);
    facts.stated().forEach(condition -> all.addAll(condition.symbols()));
    return Symbols.nextLevel(all);
  }

  /**
   * Equality of two index terms; a {@link CaseSplit} if it depends on an extremum or conditional.
   */
  boolean equal(Polynomial left, Polynomial right, Assumptions facts) {
    Polynomial gap = facts.simplify(left.minus(right));
    if (gap.isZero() || (facts.prove(gap) && facts.prove(gap.negate()))) {
      return true;
    }
    Decision.choice(gap, facts)
        .ifPresent(
            condition -> {
              throw new CaseSplit(condition);
            });
    return false;
  }

  /** Equality of two nodes that differ at most in their indices. */
  Comparison tuples(
      Node left, Node right, List<Polynomial> a, List<Polynomial> b, Assumptions facts) {
    return equalTuples(a, b, facts) ? Comparison.SAME : differences.between(left, right, facts);
  }

  /** Whether the tuples have the same length and equal entries. */
  boolean equalTuples(List<Polynomial> a, List<Polynomial> b, Assumptions facts) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i), facts)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Proves that two boxes have the same tuples and then {@code claim} at a fresh tuple of them.
   *
   * @param claim gets the fresh tuple and the assumptions that include the box
   */
  Comparison boxes(
      Box left,
      Map<String, Polynomial> leftValues,
      Box right,
      Map<String, Polynomial> rightValues,
      Assumptions facts,
      int level,
      BiFunction<List<Polynomial>, Assumptions, Comparison> claim) {
    Supplier<Comparison> unequal =
        () -> differences.betweenBoxes(left, leftValues, right, rightValues, facts);
    if (left.rank() != right.rank()) {
      return unequal.get();
    }
    List<Polynomial> tuple = differences.fresh(left.names(), level);
    Map<String, Polynomial> a = new HashMap<>(leftValues);
    Map<String, Polynomial> b = new HashMap<>(rightValues);
    Assumptions inside = facts;
    for (int i = 0; i < tuple.size(); i++) {
      Box.Binder x = left.binders().get(i);
      Box.Binder y = right.binders().get(i);
      Polynomial low = Normalizer.normalise(x.low(), a);
      Polynomial high = Normalizer.normalise(x.high(), a);
      if (!equal(low, Normalizer.normalise(y.low(), b), inside)
          || !equal(high, Normalizer.normalise(y.high(), b), inside)) {
        return unequal.get();
      }
      Polynomial value = tuple.get(i);
      if (!low.isZero()) {
        inside = inside.and(new Condition.AtLeastZero(value.minus(low)));
      }
      inside = inside.and(new Condition.AtLeastZero(high.minus(value).minus(Polynomial.ONE)));
      a.put(x.name(), value);
      b.put(y.name(), value);
    }
    Comparison guards =
        byCases(
            inside,
            f ->
                Decision.require(left.guard(), a, f) == Decision.require(right.guard(), b, f)
                    ? Comparison.SAME
                    : unequal.get());
    if (!guards.isSame()) {
      return guards;
    }
    Assumptions guarded = inside.and(left.guard(), a);
    return Comparison.both(guards, byCases(guarded, f -> claim.apply(tuple, f)));
  }

  /** Whether two forms have the same terms wherever the assumptions hold. */
  Comparison forms(Resolver.Sum left, Resolver.Sum right, Assumptions facts, int level) {
    return gates.forms(left, right, facts, level);
  }

  /** Equality of two opaque reads. */
  Comparison opaque(Node left, Node right, Assumptions facts) {
    return nodes(left, right, facts);
  }
}
