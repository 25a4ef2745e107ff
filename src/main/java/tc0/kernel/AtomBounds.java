package tc0.kernel;

import java.util.Map;

/** Rule B4: bounds on single atoms over the tuples of a scope. */
final class AtomBounds {

  private final Elimination bounds;
  private final Facts facts;

  AtomBounds(Elimination bounds, Facts facts) {
    this.bounds = bounds;
    this.facts = facts;
  }

  /**
   * Rule B4: a term that is at least {@code atom} over the scope, and natural if the atom is. It
   * may still mention binders, so that they can cancel.
   */
  Polynomial above(Atom atom, Scope scope) {
    return switch (atom) {
      case Atom.Variable variable -> Polynomial.of(variable);
      case Atom.Unnamed unnamed -> Polynomial.of(unnamed);
      case Atom.Length(Polynomial of) -> Bounds.length(bounds.upper(of, scope));
      case Atom.PowerOfTwo(Polynomial exponent) -> bounds.power(exponent, scope);
      case Atom.Opaque opaque ->
          switch (opaque.term()) {
            case Index.Divide(Index a, Index b) -> quotient(value(a), value(b), scope);
            case Index.Modulo(Index a, Index b) -> remainder(value(a), value(b), scope);
            case Index.Least(String v, Index bound, var condition) -> natural(bound, scope);
            case Index.PowerModuloPrime(Index a, Index b, Index m) -> natural(m, scope);
            case Index.PowerModulo(Index a, Index b, Index m) -> natural(m, scope);
            case Index.InverseModulo(Index a, Index m) -> natural(m, scope);
            case Index.GreatestCommonDivisor(Index a, Index b) ->
                bounds.magnitude(value(a), scope).join(bounds.magnitude(value(b), scope));
            case Index.Summation(String v, Index bound, Index body) -> {
              Scope inner = inside(scope, v, value(bound));
              yield bounds.upper(value(bound), scope).times(bounds.upper(inner.value(body), inner));
            }
            case Index.Product product -> productBound(product, scope);
            case Index.Advise(Index.Advice advice, var arguments) -> {
              Scope plain = scope.seeing(Map.of());
              Scope inner = scope.seeing(plain.bind(advice.parameters(), arguments));
              yield bounds.power(inner.value(advice.width()), scope);
            }
            case Index.Minimum(Index a, Index b) ->
                Elimination.simplest(bounds.upper(value(a), scope), bounds.upper(value(b), scope));
            case Index.Maximum(Index a, Index b) ->
                bounds.upper(value(a), scope).join(bounds.upper(value(b), scope));
            case Index.Conditional(var condition, Index a, Index b) ->
                bounds.upper(value(a), scope).join(bounds.upper(value(b), scope));
            default -> throw new IllegalStateException("not an opaque term: " + opaque);
          };
    };
  }

  /** A term that is at least {@code -atom} over the scope. */
  Polynomial aboveNegated(Atom atom, Scope scope) {
    if (Naturals.contains(atom)) {
      return Polynomial.ZERO;
    }
    Index term = ((Atom.Opaque) atom).term();
    return switch (term) {
      // a div b >= a for negative a and b >= 1.
      case Index.Divide(Index a, Index b) -> bounds.upper(value(a).negate(), scope);
      case Index.Minimum(Index a, Index b) ->
          bounds.upper(value(a).negate(), scope).join(bounds.upper(value(b).negate(), scope));
      case Index.Maximum(Index a, Index b) ->
          Elimination.simplest(
              bounds.upper(value(a).negate(), scope), bounds.upper(value(b).negate(), scope));
      case Index.Conditional(var condition, Index a, Index b) ->
          bounds.upper(value(a).negate(), scope).join(bounds.upper(value(b).negate(), scope));
      case Index.Summation(String v, Index bound, Index body) -> {
        Scope inner = inside(scope, v, value(bound));
        yield bounds
            .upper(value(bound), scope)
            .times(bounds.upper(inner.value(body).negate(), inner));
      }
      case Index.Product product -> productBound(product, scope);
      default -> throw new IllegalStateException("a natural term: " + atom);
    };
  }

  /** Each factor is less than {@code 2^len(M)}. */
  private Polynomial productBound(Index.Product product, Scope scope) {
    Polynomial bound = value(product.bound());
    Scope inner = inside(scope, product.variable(), bound);
    Polynomial factor = bounds.magnitude(inner.value(product.body()), inner);
    return Bounds.power(bounds.upper(bound, scope).times(Bounds.length(factor)));
  }

  /**
   * Division by a numeral is exact up to the floor; by a product of naturals it shortens the terms
   * that it divides.
   */
  private Polynomial quotient(Polynomial dividend, Polynomial divisor, Scope scope) {
    if (divisor.isConstant()) {
      return dividend.times(Rational.ONE.dividedBy(divisor.constantTerm()));
    }
    Polynomial bound = bounds.upper(dividend, scope);
    if (divisor.terms().size() > 1 || !Naturals.contains(divisor)) {
      return bound;
    }
    Monomial unit = divisor.terms().firstKey();
    Polynomial result = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : bound.terms().entrySet()) {
      boolean divides = term.getKey().gcd(unit).equals(unit);
      Monomial rest = divides ? term.getKey().dividedBy(unit) : term.getKey();
      result = result.plus(Polynomial.of(rest, term.getValue()));
    }
    return result;
  }

  /** {@code a mod b <= b - 1} only where b >= 1; a natural dividend bounds it too. */
  private Polynomial remainder(Polynomial dividend, Polynomial divisor, Scope scope) {
    boolean positive = new Prover(facts).isNonNegative(divisor.minus(Polynomial.ONE), scope);
    Polynomial byDivisor = positive ? divisor.minus(Polynomial.ONE) : bounds.upper(divisor, scope);
    if (!Naturals.contains(dividend) || divisor.isConstant()) {
      return byDivisor;
    }
    Polynomial byDividend = bounds.upper(dividend, scope);
    boolean shorter =
        Bounds.powersOfTwo(byDividend) < Bounds.powersOfTwo(bounds.upper(divisor, scope));
    return shorter ? byDividend : byDivisor;
  }

  /** A natural term stays as it is, so that it may cancel. */
  private Polynomial natural(Index term, Scope scope) {
    Polynomial value = value(term);
    return Naturals.contains(value) ? value : bounds.upper(value, scope);
  }

  private static Scope inside(Scope scope, String variable, Polynomial bound) {
    return scope.seeing(Map.of()).enter(variable, Polynomial.ZERO, bound);
  }

  /** The parts of an opaque atom are in normal form, so their names are those of the ranges. */
  private static Polynomial value(Index term) {
    return Normalizer.normalise(term);
  }
}
