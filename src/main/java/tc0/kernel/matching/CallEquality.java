package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Polynomial;

/**
 * Equality of call results by congruence: the same circuit at equal sizes, the same output at equal
 * indices, and arguments that are equal on the declared boxes of the inputs. Laws of the circuit
 * give further ways to pair the arguments.
 */
final class CallEquality {

  private record Pair(Frame.Instance left, Frame.Instance right, Assumptions assumptions) {}

  private final Comparer comparer;
  private final Map<Pair, Comparison> known = new HashMap<>();
  private final Set<Law> absorbing = new TreeSet<>();

  CallEquality(Comparer comparer) {
    this.comparer = comparer;
  }

  /** The laws by which {@link #absorbed} has replaced a result. */
  Set<Law> absorbing() {
    return absorbing;
  }

  Comparison compare(Node.Result left, Node.Result right, Assumptions facts) {
    if (left.index() != right.index()
        || !isSame(left.instance().circuit(), right.instance().circuit())) {
      return comparer.differences().between(left, right, facts);
    }
    Comparison indices = comparer.tuples(left, right, left.at(), right.at(), facts);
    return indices.isSame() ? instances(left.instance(), right.instance(), facts) : indices;
  }

  private static boolean isSame(Circuit left, Circuit right) {
    return left == right || (left.name().equals(right.name()) && left.equals(right));
  }

  /** All outputs agree; remembered once for the outputs of a record. */
  private Comparison instances(Frame.Instance left, Frame.Instance right, Assumptions facts) {
    SortedSet<String> symbols = new TreeSet<>(left.symbols());
    symbols.addAll(right.symbols());
    Assumptions relevant = facts.restrictedTo(symbols);
    Pair pair = new Pair(left, right, relevant);
    Comparison result = known.get(pair);
    if (result == null) {
      int level = Comparer.level(symbols, relevant);
      result = comparer.byCases(relevant, f -> congruent(left, right, f, level));
      known.put(pair, result);
    }
    return result;
  }

  private Comparison congruent(
      Frame.Instance left, Frame.Instance right, Assumptions facts, int level) {
    String name = left.circuit().name();
    OnePoint onePoint = new OnePoint(comparer, facts, level);
    for (int i = 0; i < left.sizes().size(); i++) {
      if (!comparer.equal(left.sizes().get(i), right.sizes().get(i), facts)) {
        Polynomial a = left.sizes().get(i);
        Polynomial b = right.sizes().get(i);
        Comparison unequal =
            comparer
                .differences()
                .inside(
                    name + "[" + left.circuit().parameters().get(i) + "]",
                    () -> comparer.differences().betweenTerms(a, b, facts));
        return onePoint.compare(left, right).orElse(unequal);
      }
    }
    return comparer
        .differences()
        .inside(
            name,
            () -> {
              Comparison direct = arguments(left, right, facts, level, false);
              if (direct.isSame()) {
                return direct;
              }
              Circuit circuit = left.circuit();
              if (comparer.has(circuit, Law.Kind.COMMUTATIVE)
                  && Shapes.hasTwoEqualHalves(circuit)) {
                Comparison swapped = arguments(left, right, facts, level, true);
                if (swapped.isSame()) {
                  return swapped.using(new Law(circuit.name(), Law.Kind.COMMUTATIVE));
                }
              }
              if (comparer.has(circuit, Law.Kind.SYMMETRIC) && Shapes.isList(circuit)) {
                for (MixedRadix order : MixedRadix.permutations(listLength(left, facts), level)) {
                  Comparison permuted = permuted(left, right, facts, order);
                  if (permuted.isSame()) {
                    return permuted.using(new Law(circuit.name(), Law.Kind.SYMMETRIC));
                  }
                }
              }
              return onePoint.compare(left, right).orElse(direct);
            });
  }

  private static Polynomial listLength(Frame.Instance instance, Assumptions facts) {
    Box.Binder first = instance.circuit().inputs().get(0).box().binders().get(0);
    return Resolver.evaluate(List.of(first.high()), instance.sizeValues(), facts).get(0);
  }

  private Comparison arguments(
      Frame.Instance left, Frame.Instance right, Assumptions facts, int level, boolean swapped) {
    List<Circuit.Port> inputs = left.circuit().inputs();
    Comparison result = Comparison.SAME;
    for (int i = 0; i < inputs.size() && result.isSame(); i++) {
      int other = swapped ? (i + inputs.size() / 2) % inputs.size() : i;
      Box box = inputs.get(i).box();
      List<Polynomial> tuple =
          comparer.differences().fresh(left.call().arguments().get(i).binders(), level);
      Assumptions inside = facts.andWithin(box, left.sizeValues(), tuple);
      result =
          Comparison.both(
              result, argument(left, i, tuple, right, other, tuple, inside, level + tuple.size()));
    }
    return result;
  }

  private Comparison permuted(
      Frame.Instance left, Frame.Instance right, Assumptions facts, MixedRadix order) {
    List<Circuit.Port> inputs = left.circuit().inputs();
    Assumptions digits = facts;
    for (Condition condition : order.bounds()) {
      digits = digits.and(condition);
    }
    Comparison result = Comparison.SAME;
    for (int i = 0; i < inputs.size() && result.isSame(); i++) {
      Box box = inputs.get(i).box();
      List<String> binders = left.call().arguments().get(i).binders();
      List<Polynomial> rest =
          comparer.differences().fresh(binders.subList(1, binders.size()), order.nextLevel());
      List<Polynomial> a = prepend(order.from(), rest);
      List<Polynomial> b = prepend(order.to(), rest);
      Assumptions inside =
          digits.andWithin(box, left.sizeValues(), a).andWithin(box, left.sizeValues(), b);
      result =
          Comparison.both(
              result, argument(left, i, a, right, i, b, inside, order.nextLevel() + rest.size()));
    }
    return result;
  }

  static List<Polynomial> prepend(Polynomial first, List<Polynomial> rest) {
    List<Polynomial> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private Comparison argument(
      Frame.Instance left,
      int i,
      List<Polynomial> a,
      Frame.Instance right,
      int j,
      List<Polynomial> b,
      Assumptions facts,
      int level) {
    return left.circuit().inputs().get(i).form()
        ? comparer.forms(
            comparer.resolver().argumentForm(left, i, a),
            comparer.resolver().argumentForm(right, j, b),
            facts,
            level)
        : comparer.bits(
            comparer.resolver().argument(left, i, a),
            comparer.resolver().argument(right, j, b),
            facts);
  }

  /**
   * The constant 0 for a result of a circuit that absorbs zero and has a zero argument, else the
   * node itself.
   */
  Node absorbed(Node node, Assumptions facts) {
    if (node instanceof Node.Result result
        && comparer.has(result.instance().circuit(), Law.Kind.ABSORBS_ZERO)
        && comparer.isOpaque(result.instance().circuit())
        && Shapes.hasTwoEqualHalves(result.instance().circuit())) {
      Frame.Instance instance = result.instance();
      int half = instance.circuit().inputs().size() / 2;
      int level = Comparer.level(new TreeSet<>(node.symbols()), facts);
      if (isZero(instance, 0, half, facts, level)
          || isZero(instance, half, 2 * half, facts, level)) {
        absorbing.add(new Law(instance.circuit().name(), Law.Kind.ABSORBS_ZERO));
        return new Node.Constant(false);
      }
    }
    return node;
  }

  private boolean isZero(Frame.Instance instance, int from, int to, Assumptions facts, int level) {
    for (int i = from; i < to; i++) {
      Circuit.Port port = instance.circuit().inputs().get(i);
      if (port.form()) {
        return false;
      }
      List<Polynomial> tuple = comparer.differences().fresh(port.box().names(), level);
      Assumptions inside = facts.andWithin(port.box(), instance.sizeValues(), tuple);
      if (!isZero(comparer.resolver().argument(instance, i, tuple), inside, tuple)) {
        return false;
      }
    }
    return from < to;
  }

  /**
   * Whether the literal is 0 at all values of the fresh indices; open conditions that do not
   * mention them are passed on.
   */
  boolean isZero(Resolver.Bits bits, Assumptions facts, List<Polynomial> fresh) {
    if (facts.contradictory()) {
      return true;
    }
    try {
      Resolver.Bit bit = comparer.resolver().resolve(bits, facts);
      return !bit.negated()
          && absorbed(bit.node(), facts) instanceof Node.Constant(boolean value)
          && !value;
    } catch (CaseSplit split) {
      for (Polynomial index : fresh) {
        if (split.condition().symbols().containsAll(index.variables())) {
          return false;
        }
      }
      throw split;
    }
  }
}
