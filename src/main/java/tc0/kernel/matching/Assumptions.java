package tc0.kernel.matching;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Atom;
import tc0.kernel.Box;
import tc0.kernel.Monomial;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Rational;

/**
 * What is known about the symbols at one place of a comparison: a conjunction of {@link Condition}s
 * over natural numbers. Equations are solved for a symbol where that is possible without division,
 * so a size that is known to be even is replaced by twice its half.
 *
 * <p>Logically immutable; what was proved before is remembered.
 */
final class Assumptions {

  private final Optional<Assumptions> origin; // the empty conjunction
  private final List<Condition> stated;
  private final List<Polynomial> inequalities; // each >= 0
  private final List<Polynomial> nonZero;
  private final Map<Atom, Polynomial> solved;
  private final Map<Predicate, Boolean> truths;
  private final boolean contradictory;

  private final Map<Condition, Assumptions> extensions = new HashMap<>();
  private final Map<SortedSet<String>, Assumptions> restrictions = new HashMap<>();
  private final Simplification simplification = new Simplification(this);
  private final Deduction deduction = new Deduction(this);

  private Assumptions(
      Optional<Assumptions> origin,
      List<Condition> stated,
      List<Polynomial> inequalities,
      List<Polynomial> nonZero,
      Map<Atom, Polynomial> solved,
      Map<Predicate, Boolean> truths,
      boolean contradictory) {
    this.origin = origin;
    this.stated = List.copyOf(stated);
    this.inequalities = List.copyOf(inequalities);
    this.nonZero = List.copyOf(nonZero);
    this.solved = Map.copyOf(solved);
    this.truths = Map.copyOf(truths);
    this.contradictory = contradictory;
  }

  /** The empty conjunction. */
  static Assumptions none() {
    return new Assumptions(
        Optional.empty(), List.of(), List.of(), List.of(), Map.of(), Map.of(), false);
  }

  /** Whether no assignment satisfies them, as far as was noticed. */
  boolean contradictory() {
    return contradictory;
  }

  /** The conditions in the order they were stated. */
  List<Condition> stated() {
    return stated;
  }

  List<Polynomial> inequalities() {
    return inequalities;
  }

  List<Polynomial> nonZero() {
    return nonZero;
  }

  Map<Predicate, Boolean> truths() {
    return truths;
  }

  Map<Atom, Polynomial> solved() {
    return solved;
  }

  /** The normal form of a term; equal to it wherever the assumptions hold. */
  Polynomial simplify(Polynomial term) {
    return simplification.of(term);
  }

  /** Whether {@code term >= 0} follows. */
  boolean prove(Polynomial term) {
    return proveSimple(simplify(term));
  }

  /** The same for a term in normal form; it is not simplified again. */
  boolean proveSimple(Polynomial term) {
    return contradictory || deduction.isNonNegative(term);
  }

  /**
   * Whether {@code term >= 0} follows from the inequalities alone, without looking into quotients.
   */
  boolean provePlainly(Polynomial term) {
    return deduction.isPlainlyNonNegative(term);
  }

  /** Solved symbols replaced, atoms not opened. */
  Polynomial substitute(Polynomial term) {
    return solved.isEmpty() || term.atoms().stream().noneMatch(solved::containsKey)
        ? term
        : term.mapAtoms(atom -> solved.getOrDefault(atom, Polynomial.of(atom)));
  }

  /** These and {@code condition}. */
  Assumptions and(Condition condition) {
    if (contradictory) {
      return this;
    }
    Assumptions known = extensions.get(condition);
    if (known == null) {
      known = extended(condition);
      extensions.put(condition, known);
    }
    return known;
  }

  /** These and the predicate; a disjunction that they do not decide is ignored. */
  Assumptions and(Predicate predicate, Map<String, Polynomial> values) {
    return andNormal(Normalizer.normalise(predicate, values), true);
  }

  private Assumptions andNormal(Predicate predicate, boolean truth) {
    return switch (predicate) {
      case Predicate.Not(Predicate of) -> andNormal(of, !truth);
      case Predicate.And(Predicate a, Predicate b) ->
          truth ? andNormal(a, true).andNormal(b, true) : andEither(a, b, false);
      case Predicate.Or(Predicate a, Predicate b) ->
          truth ? andEither(a, b, true) : andNormal(a, false).andNormal(b, false);
      default ->
          switch (Decision.of(predicate, this)) {
            case Decision.Known known ->
                known.value() == truth ? this : and(new Condition.AtLeastZero(Polynomial.of(-1)));
            case Decision.Open open -> {
              Optional<Condition> atom = Decision.atom(predicate, this);
              yield atom.isEmpty() ? this : and(truth ? atom.get() : atom.get().negated());
            }
          };
    };
  }

  private Assumptions andEither(Predicate a, Predicate b, boolean truth) {
    if (Decision.of(a, this) instanceof Decision.Known known && known.value() != truth) {
      return andNormal(b, truth);
    }
    if (Decision.of(b, this) instanceof Decision.Known known && known.value() != truth) {
      return andNormal(a, truth);
    }
    return this;
  }

  /**
   * These and that the tuple {@code at} lies in the box, whose other variables have {@code values}.
   */
  Assumptions andWithin(Box box, Map<String, Polynomial> values, List<Polynomial> at) {
    Assumptions result = this;
    Map<String, Polynomial> inner = new HashMap<>(values);
    for (int i = 0; i < at.size(); i++) {
      Box.Binder binder = box.binders().get(i);
      Polynomial low = Normalizer.normalise(binder.low(), inner);
      Polynomial high = Normalizer.normalise(binder.high(), inner);
      Polynomial value = at.get(i);
      if (!low.isZero()) {
        result = result.and(new Condition.AtLeastZero(value.minus(low)));
      }
      result = result.and(new Condition.AtLeastZero(high.minus(value).minus(Polynomial.ONE)));
      inner.put(binder.name(), value);
    }
    return result.and(box.guard(), inner);
  }

  /**
   * The conditions that matter for {@code symbols}: those on parameters alone, and those that bound
   * symbols connect to them. Dropping the others is sound.
   */
  Assumptions restrictedTo(SortedSet<String> symbols) {
    return restrictions.computeIfAbsent(symbols, this::restriction);
  }

  private Assumptions restriction(SortedSet<String> symbols) {
    SortedSet<String> reached = new TreeSet<>(symbols);
    boolean growing = true;
    while (growing) {
      growing = false;
      for (Condition condition : stated) {
        List<String> bound = condition.symbols().stream().filter(Symbols::isBound).toList();
        if (bound.stream().anyMatch(reached::contains)) {
          growing |= reached.addAll(bound);
        }
      }
    }
    Assumptions result = origin.orElse(this);
    for (Condition condition : stated) {
      List<String> bound = condition.symbols().stream().filter(Symbols::isBound).toList();
      if (bound.isEmpty() || bound.stream().anyMatch(reached::contains)) {
        result = result.and(condition);
      }
    }
    return result;
  }

  private Assumptions extended(Condition condition) {
    List<Condition> more = new ArrayList<>(stated);
    more.add(condition);
    Assumptions next = with(more, inequalities, nonZero, solved, truths, contradictory);
    return switch (condition) {
      case Condition.AtLeastZero(Polynomial p) -> next.andAtLeastZero(simplify(p));
      case Condition.Zero(Polynomial p) -> next.andZero(simplify(p)).reconsidered();
      case Condition.NonZero(Polynomial p) -> next.andNonZero(simplify(p));
      case Condition.Holds(Predicate predicate, boolean truth) -> {
        Boolean known = truths.get(predicate);
        Map<Predicate, Boolean> all = new LinkedHashMap<>(truths);
        all.put(predicate, truth);
        yield known != null && known != truth
            ? next.refuted()
            : with(more, inequalities, nonZero, solved, all, false);
      }
    };
  }

  private Assumptions andAtLeastZero(Polynomial term) {
    if (term.isConstant()) {
      return term.constantTerm().signum() < 0 ? refuted() : this;
    }
    if (prove(term.negate().minus(Polynomial.ONE))) {
      return refuted();
    }
    return prove(term.negate())
        ? andZero(term).reconsidered()
        : withInequality(term).reconsidered();
  }

  private Assumptions andNonZero(Polynomial term) {
    if (term.isConstant()) {
      return term.isZero() ? refuted() : this;
    }
    if (prove(term)) {
      return andAtLeastZero(term.minus(Polynomial.ONE));
    }
    if (prove(term.negate())) {
      return andAtLeastZero(term.negate().minus(Polynomial.ONE));
    }
    List<Polynomial> more = new ArrayList<>(nonZero);
    more.add(term);
    return with(stated, inequalities, more, solved, truths, false);
  }

  /** Inequations may have become strict inequalities. */
  private Assumptions reconsidered() {
    if (nonZero.isEmpty() || contradictory) {
      return this;
    }
    Assumptions result = with(stated, inequalities, List.of(), solved, truths, false);
    for (Polynomial term : nonZero) {
      if (!result.contradictory()) {
        result = result.andNonZero(result.simplify(term));
      }
    }
    return result;
  }

  private Assumptions andZero(Polynomial equation) {
    if (equation.isConstant()) {
      return equation.isZero() ? this : refuted();
    }
    Polynomial term = equation.times(Rational.ONE.dividedBy(Rational.of(content(equation))));
    if (!term.constantTerm().isInteger()) {
      return refuted();
    }
    if (prove(term.minus(Polynomial.ONE))
        || prove(term.negate().minus(Polynomial.ONE))
        || nonZero.contains(term)
        || nonZero.contains(term.negate())) {
      return refuted();
    }
    for (Atom atom : solvable(term)) {
      Rational coefficient = term.coefficient(Monomial.of(atom));
      Polynomial rest = term.minus(Polynomial.of(Monomial.of(atom), coefficient));
      Polynomial value = coefficient.signum() > 0 ? rest.negate() : rest;
      Map<Atom, Polynomial> more = new HashMap<>();
      solved.forEach(
          (old, is) -> more.put(old, is.mapAtoms(a -> a.equals(atom) ? value : Polynomial.of(a))));
      more.put(atom, value);
      Assumptions result = with(stated, List.of(), nonZero, more, truths, false);
      List<Polynomial> replaced = inequalities.stream().map(result::substitute).toList();
      result = with(stated, replaced, nonZero, more, truths, false);
      // A symbol may occur in its own value inside a quotient; it is solved only if that is stable.
      if (result.simplify(value).equals(value)) {
        return result;
      }
    }
    return withInequality(term).withInequality(term.negate());
  }

  /** The greatest common divisor of the coefficients but the constant. */
  private static BigInteger content(Polynomial term) {
    BigInteger content = BigInteger.ZERO;
    for (Map.Entry<Monomial, Rational> part : term.terms().entrySet()) {
      if (!part.getKey().equals(Monomial.ONE)) {
        content = content.gcd(part.getValue().numerator());
      }
    }
    return content;
  }

  /**
   * Atoms with coefficient 1 or -1 that occur nowhere else in the term: inner symbols first, then
   * sizes, then others.
   */
  private static List<Atom> solvable(Polynomial term) {
    List<Atom> atoms = new ArrayList<>();
    for (Monomial monomial : term.terms().keySet()) {
      if (monomial.degree() == 1) {
        Atom atom = monomial.exponents().firstKey();
        boolean unit = term.coefficient(monomial).numerator().abs().bitLength() == 1;
        boolean alone =
            term.terms().keySet().stream().filter(m -> m.exponent(atom) > 0).count() == 1;
        if (unit && alone) {
          atoms.add(atom);
        }
      }
    }
    atoms.sort(
        Comparator.<Atom>comparingInt(
                atom -> atom instanceof Atom.Variable(String name) ? -1 - Symbols.level(name) : 0)
            .thenComparing(Comparator.naturalOrder()));
    return atoms;
  }

  private Assumptions withInequality(Polynomial term) {
    List<Polynomial> more = new ArrayList<>(inequalities);
    more.add(term);
    return with(stated, more, nonZero, solved, truths, contradictory);
  }

  private Assumptions refuted() {
    return with(stated, inequalities, nonZero, solved, truths, true);
  }

  private Assumptions with(
      List<Condition> conditions,
      List<Polynomial> bounds,
      List<Polynomial> differences,
      Map<Atom, Polynomial> values,
      Map<Predicate, Boolean> known,
      boolean refuted) {
    return new Assumptions(
        Optional.of(origin.orElse(this)), conditions, bounds, differences, values, known, refuted);
  }
}
