package tc0.kernel.matching;

import java.util.List;
import java.util.Optional;
import tc0.kernel.Atom;
import tc0.kernel.Circuit;
import tc0.kernel.Monomial;
import tc0.kernel.Polynomial;
import tc0.kernel.Rational;

/**
 * Rule N5: two lists, each with at most one entry that is not zero, have the same value under a
 * circuit that ignores zero entries if these entries are equal: leaving out the others gives the
 * same list of one.
 */
final class OnePoint {

  private final Comparer comparer;
  private final Assumptions facts;
  private final int level;

  OnePoint(Comparer comparer, Assumptions facts, int level) {
    this.comparer = comparer;
    this.facts = facts;
    this.level = level;
  }

  /** Equality by this rule, or empty where it does not apply. */
  Optional<Comparison> compare(Frame.Instance left, Frame.Instance right) {
    Circuit circuit = left.circuit();
    boolean others =
        comparer.equalTuples(
            left.sizes().subList(Math.min(1, left.sizes().size()), left.sizes().size()),
            right.sizes().subList(Math.min(1, right.sizes().size()), right.sizes().size()),
            facts);
    if (!comparer.has(circuit, Law.Kind.IGNORES_ZERO)
        || !Shapes.isCountedList(circuit)
        || !others) {
      return Optional.empty();
    }
    Optional<Polynomial> a = support(left);
    Optional<Polynomial> b = a.isEmpty() ? a : support(right);
    if (b.isEmpty()) {
      return Optional.empty();
    }
    Comparison result = entries(left, a.get(), right, b.get());
    return result.isSame()
        ? Optional.of(result.using(new Law(circuit.name(), Law.Kind.IGNORES_ZERO)))
        : Optional.empty();
  }

  private Comparison entries(
      Frame.Instance left, Polynomial a, Frame.Instance right, Polynomial b) {
    Comparison result = Comparison.SAME;
    List<Circuit.Port> inputs = left.circuit().inputs();
    for (int i = 0; i < inputs.size() && result.isSame(); i++) {
      int input = i;
      List<String> names = inputs.get(i).box().names();
      List<Polynomial> rest = comparer.differences().fresh(names.subList(1, names.size()), level);
      List<Polynomial> x = CallEquality.prepend(a, rest);
      List<Polynomial> y = CallEquality.prepend(b, rest);
      Assumptions inside =
          facts
              .andWithin(inputs.get(i).box(), left.sizeValues(), x)
              .andWithin(inputs.get(i).box(), right.sizeValues(), y);
      result =
          Comparison.both(
              result,
              comparer.bits(
                  comparer.resolver().argument(left, input, x),
                  comparer.resolver().argument(right, input, y),
                  inside));
    }
    return result;
  }

  /** The index, inside the list, outside of which all entries are zero. */
  private Optional<Polynomial> support(Frame.Instance instance) {
    Polynomial index = Polynomial.variable(Symbols.bound(level));
    Optional<Polynomial> point = candidate(instance, index);
    if (point.isEmpty()) {
      return point;
    }
    Polynomial length = instance.sizes().get(0);
    if (!Decision.require(Decision.atLeastZero(point.get(), facts))
        || !Decision.require(
            Decision.atLeastZero(length.minus(point.get()).minus(Polynomial.ONE), facts))) {
      return Optional.empty();
    }
    for (int i = 0; i < instance.circuit().inputs().size(); i++) {
      List<Polynomial> tuple = tuple(instance, i);
      Assumptions elsewhere =
          within(instance, i, tuple).and(new Condition.NonZero(index.minus(point.get())));
      if (instance.circuit().inputs().get(i).form()
          || !comparer
              .calls()
              .isZero(comparer.resolver().argument(instance, i, tuple), elsewhere, tuple)) {
        return Optional.empty();
      }
    }
    return point;
  }

  private List<Polynomial> tuple(Frame.Instance instance, int input) {
    return comparer
        .differences()
        .fresh(instance.circuit().inputs().get(input).box().names(), level);
  }

  private Assumptions within(Frame.Instance instance, int input, List<Polynomial> tuple) {
    return facts.andWithin(
        instance.circuit().inputs().get(input).box(), instance.sizeValues(), tuple);
  }

  /** The solution for the list index of the first open equation that the first entry depends on. */
  private Optional<Polynomial> candidate(Frame.Instance instance, Polynomial index) {
    if (instance.circuit().inputs().get(0).form()) {
      return Optional.empty();
    }
    List<Polynomial> tuple = tuple(instance, 0);
    try {
      Assumptions inside = within(instance, 0, tuple);
      Resolver.Bit bit =
          comparer.resolver().resolve(comparer.resolver().argument(instance, 0, tuple), inside);
      comparer.calls().absorbed(bit.node(), inside);
      return Optional.empty();
    } catch (CaseSplit split) {
      boolean own = split.condition().symbols().containsAll(index.variables());
      if (!own
          && tuple.stream()
              .noneMatch(t -> split.condition().symbols().containsAll(t.variables()))) {
        throw split;
      }
      return own && split.condition() instanceof Condition.Zero(Polynomial equation)
          ? solve(equation, index)
          : Optional.empty();
    }
  }

  private static Optional<Polynomial> solve(Polynomial equation, Polynomial index) {
    Atom atom = index.atoms().first();
    Rational coefficient = equation.coefficient(Monomial.of(atom));
    Polynomial rest = equation.minus(index.times(coefficient));
    boolean unit = coefficient.times(coefficient).equals(Rational.ONE);
    if (!unit || rest.variables().containsAll(index.variables())) {
      return Optional.empty();
    }
    return Optional.of(coefficient.signum() > 0 ? rest.negate() : rest);
  }
}
