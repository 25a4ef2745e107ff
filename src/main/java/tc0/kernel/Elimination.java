package tc0.kernel;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rules B2 and B3: replaces a term, step by step, by one that is at least as large at every tuple
 * of the scope, until no binder is left. Nothing is estimated earlier than it must be, so that
 * terms cancel first.
 *
 * <p>Each step multiplies an inequality by a product of natural atoms, hence keeps its direction.
 * An atom that may be negative is never used as such a factor.
 */
final class Elimination {

  private static final int MAXIMAL_SPLITS = 64;

  private static final Goal<Polynomial> SIZE = new SizeGoal(Polynomial::positivePart);
  private static final Goal<Polynomial> EXPONENT = new SizeGoal(Bounds::power);

  private final AtomBounds atoms;
  private int splits;

  Elimination(Facts facts) {
    this.atoms = new AtomBounds(this, facts);
  }

  /** U(p) of the manual: a bound that is also at least 0. */
  Polynomial upper(Polynomial p, Scope scope) {
    return solve(p, scope, SIZE);
  }

  /** M(p): a bound on the absolute value. */
  Polynomial magnitude(Polynomial p, Scope scope) {
    return upper(p, scope).join(upper(p.negate(), scope));
  }

  /** A bound on {@code 2^exponent}; the exponent is split into cases before rule B5 applies. */
  Polynomial power(Polynomial exponent, Scope scope) {
    return solve(exponent, scope, EXPONENT);
  }

  /** Brings {@code goal} to a bound on {@code p} over {@code scope}. */
  <T> T solve(Polynomial p, Scope scope, Goal<T> goal) {
    Optional<Atom.Opaque> choice = splits < MAXIMAL_SPLITS ? firstChoice(p) : Optional.empty();
    if (choice.isPresent()) {
      splits++;
      return split(p, choice.get(), scope, goal);
    }
    Optional<String> binder =
        scope.isEmpty() ? Optional.empty() : Optional.of(scope.innermost().name());
    java.util.function.Predicate<Atom> hides =
        atom ->
            binder.isPresent()
                ? !(atom instanceof Atom.Variable) && mentions(atom, binder.get())
                : !isBound(atom);
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Monomial monomial = term.getKey();
      boolean affected =
          monomial.exponents().keySet().stream()
              .anyMatch(atom -> binder.isPresent() ? mentions(atom, binder.get()) : !isBound(atom));
      if (!affected) {
        continue;
      }
      Polynomial rest = p.minus(Polynomial.of(monomial, term.getValue()));
      if (!Naturals.containsAtomsOf(monomial)) {
        return solve(rest.plus(unsigned(monomial, term.getValue(), scope)), scope, goal);
      }
      if (monomial.exponents().keySet().stream().noneMatch(hides)) {
        continue;
      }
      if (term.getValue().signum() > 0) {
        return solve(rest.plus(raised(monomial, term.getValue(), hides, scope)), scope, goal);
      }
      Optional<Polynomial> quotient = lowered(monomial, term.getValue(), hides);
      if (goal.tight() && quotient.isPresent() && splits < MAXIMAL_SPLITS) {
        splits++;
        return goal.either(solve(rest.plus(quotient.get()), scope, goal), solve(rest, scope, goal));
      }
      if (binder.isPresent()) {
        return solve(rest, scope, goal);
      }
    }
    return scope.isEmpty()
        ? goal.finish(p)
        : solve(eliminate(p, scope.innermost()), scope.outer(), goal);
  }

  /**
   * Rule B2. A maximum with a natural cofactor is one of its two sides; minus a maximum is at most
   * minus either side. Dually for minima. With a cofactor of unknown sign only "one of the two" is
   * left.
   */
  private <T> T split(Polynomial p, Atom.Opaque atom, Scope scope, Goal<T> goal) {
    int sign = signOf(atom, p);
    return switch (atom.term()) {
      case Index.Maximum(Index a, Index b) -> {
        T first = solve(replace(p, atom, a), scope, goal);
        T second = solve(replace(p, atom, b), scope, goal);
        yield sign < 0 ? goal.either(first, second) : goal.both(first, second);
      }
      case Index.Minimum(Index a, Index b) -> {
        T first = solve(replace(p, atom, a), scope, goal);
        T second = solve(replace(p, atom, b), scope, goal);
        yield sign > 0 ? goal.either(first, second) : goal.both(first, second);
      }
      case Index.Conditional(Predicate condition, Index a, Index b) ->
          goal.both(
              solve(replace(p, atom, a), scope, goal), solve(replace(p, atom, b), scope, goal));
      default -> throw new IllegalStateException("not a choice: " + atom);
    };
  }

  private static Optional<Atom.Opaque> firstChoice(Polynomial p) {
    for (Monomial monomial : p.terms().keySet()) {
      for (Atom atom : monomial.exponents().keySet()) {
        if (atom instanceof Atom.Opaque opaque
            && (opaque.term() instanceof Index.Maximum
                || opaque.term() instanceof Index.Minimum
                || opaque.term() instanceof Index.Conditional)) {
          return Optional.of(opaque);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The sign of the coefficient polynomial of {@code atom}; 0 if unknown or if the atom is squared.
   */
  private static int signOf(Atom atom, Polynomial p) {
    int sign = 0;
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      int exponent = term.getKey().exponent(atom);
      if (exponent == 0) {
        continue;
      }
      int own = term.getValue().signum();
      if (exponent > 1
          || (sign != 0 && sign != own)
          || !Naturals.containsAtomsOf(term.getKey().without(atom))) {
        return 0;
      }
      sign = own;
    }
    return sign;
  }

  private static Polynomial replace(Polynomial p, Atom atom, Index value) {
    Polynomial replacement = Normalizer.normalise(value);
    return p.mapAtoms(each -> each.equals(atom) ? replacement : Polynomial.of(each));
  }

  /** A term with atoms that may be negative, replaced by a bound on it. */
  private Polynomial unsigned(Monomial monomial, Rational coefficient, Scope scope) {
    Monomial natural = Monomial.ONE;
    Polynomial bound = Polynomial.ONE;
    int others = 0;
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      if (Naturals.contains(factor.getKey())) {
        for (int i = 0; i < factor.getValue(); i++) {
          natural = natural.times(Monomial.of(factor.getKey()));
        }
      } else {
        others += factor.getValue();
      }
    }
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      Atom atom = factor.getKey();
      if (!Naturals.contains(atom)) {
        Polynomial above =
            others == 1
                ? (coefficient.signum() > 0
                    ? atoms.above(atom, scope)
                    : atoms.aboveNegated(atom, scope))
                : magnitude(Polynomial.of(atom), scope);
        bound = bound.times(above.power(factor.getValue()));
      }
    }
    Rational size = coefficient.signum() < 0 ? coefficient.negate() : coefficient;
    return bound.times(Polynomial.of(natural, size));
  }

  /** A positive term of natural atoms, the hidden ones replaced by bounds on them. */
  private Polynomial raised(
      Monomial monomial,
      Rational coefficient,
      java.util.function.Predicate<Atom> hides,
      Scope scope) {
    Polynomial product = Polynomial.of(coefficient);
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      Atom atom = factor.getKey();
      Polynomial value = hides.test(atom) ? atoms.above(atom, scope) : Polynomial.of(atom);
      product = product.times(value.power(factor.getValue()));
    }
    return product;
  }

  /**
   * A negative term with one quotient by a numeral, raised by {@code a div c >= (a - c + 1) / c}.
   */
  private static Optional<Polynomial> lowered(
      Monomial monomial, Rational coefficient, java.util.function.Predicate<Atom> hides) {
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      if (hides.test(factor.getKey())
          && factor.getValue() == 1
          && factor.getKey() instanceof Atom.Opaque opaque
          && opaque.term() instanceof Index.Divide(Index a, Index.Number(BigInteger c))) {
        Polynomial low =
            Normalizer.normalise(a)
                .minus(Polynomial.of(c))
                .plus(Polynomial.ONE)
                .times(Rational.ONE.dividedBy(Rational.of(c)));
        return Optional.of(
            low.times(Polynomial.of(monomial.without(factor.getKey()), coefficient)));
      }
    }
    return Optional.empty();
  }

  /**
   * Rule B3 for one binder: in a positive term it is at most {@code high - 1}, in a negative one at
   * least {@code low}, or 0 where low may be negative. The other factors are natural and do not
   * mention it.
   */
  private static Polynomial eliminate(Polynomial p, Scope.Range range) {
    Atom binder = new Atom.Variable(range.name());
    Polynomial high = range.high().minus(Polynomial.ONE);
    Polynomial low = Naturals.contains(range.low()) ? range.low() : Polynomial.ZERO;
    Polynomial result = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Polynomial rest = Polynomial.of(term.getKey().without(binder), term.getValue());
      Polynomial value = term.getValue().signum() > 0 ? high : low;
      result = result.plus(rest.times(value.power(term.getKey().exponent(binder))));
    }
    return result;
  }

  private static boolean mentions(Atom atom, String name) {
    return Polynomial.variables(atom).contains(name);
  }

  /** Whether the atom belongs to the domain of bounds. */
  private static boolean isBound(Atom atom) {
    return switch (atom) {
      case Atom.Variable variable -> true;
      case Atom.Length(Polynomial of) ->
          isBound(of) && Bounds.length(of).equals(Polynomial.of(atom));
      case Atom.PowerOfTwo(Polynomial exponent) ->
          isBound(exponent) && Bounds.power(exponent).equals(Polynomial.of(atom));
      case Atom.Unnamed unnamed -> true;
      case Atom.Opaque opaque -> false;
    };
  }

  private static boolean isBound(Polynomial p) {
    return p.hasNonNegativeCoefficients() && p.atoms().stream().allMatch(Elimination::isBound);
  }

  /**
   * Fewer powers of two, then lower degree, where lengths do not count, then the first: every
   * choice is sound, and no regime is known here.
   */
  static Polynomial simplest(Polynomial first, Polynomial second) {
    int order = Integer.compare(Bounds.powersOfTwo(first), Bounds.powersOfTwo(second));
    if (order == 0) {
      int degree = Bounds.degreeWithoutLengths(first);
      order = Integer.compare(degree, Bounds.degreeWithoutLengths(second));
    }
    return order <= 0 ? first : second;
  }

  private record SizeGoal(UnaryOperator<Polynomial> last) implements Goal<Polynomial> {
    @Override
    public Polynomial finish(Polynomial upper) {
      return last.apply(upper);
    }

    @Override
    public Polynomial both(Polynomial first, Polynomial second) {
      return first.join(second);
    }

    @Override
    public Polynomial either(Polynomial first, Polynomial second) {
      return simplest(first, second);
    }

    @Override
    public boolean tight() {
      return false;
    }
  }
}
