package tc0.kernel;

import java.util.Map;

/**
 * Proves {@code e >= 0} and {@code e1 = e2} for all parameters that satisfy the facts and all
 * tuples of a scope. Sound and incomplete: false means "not proved".
 *
 * <p>The negated term is bounded from above by rules B2 to B5; in what is left, parameters are
 * counted from their minimum and every coefficient must be at least 0. Lengths and powers of two
 * are fresh natural variables, alike iff written alike.
 */
public final class Prover {

  private static final int MAXIMAL_FACTS_USED = 2;

  private final Facts facts;

  /** A prover that may use {@code facts}. */
  public Prover(Facts facts) {
    this.facts = facts;
  }

  /** Whether {@code term >= 0} is proved. */
  public boolean isNonNegative(Index term, Scope scope) {
    return isNonNegative(scope.value(term), scope);
  }

  /** Whether {@code term >= 0} is proved, for a term in normal form. */
  public boolean isNonNegative(Polynomial term, Scope scope) {
    Polynomial open = facts.open(term);
    return Naturals.contains(open)
        || new Elimination(facts).solve(open.negate(), scope, new Proof());
  }

  /** Whether {@code left = right} is proved. */
  public boolean areEqual(Index left, Index right, Scope scope) {
    return areEqual(scope.value(left), scope.value(right), scope);
  }

  /** Whether {@code left = right} is proved, for terms in normal form. */
  public boolean areEqual(Polynomial left, Polynomial right, Scope scope) {
    Polynomial gap = facts.open(left.minus(right));
    return Bounds.split(gap).isZero()
        || (isNonNegative(gap, scope) && isNonNegative(gap.negate(), scope));
  }

  /** Whether {@code left <= right} is proved for polynomials of the parameters. */
  public boolean isAtMost(Polynomial left, Polynomial right) {
    return isNonNegative(right.minus(left), Scope.of(java.util.List.of()));
  }

  /** Both sides of a split must hold, one choice is enough. */
  private final class Proof implements Goal<Boolean> {
    @Override
    public Boolean finish(Polynomial upper) {
      Polynomial lower = Bounds.split(upper.negate());
      return holds(lower, MAXIMAL_FACTS_USED) || holds(withoutLengths(lower), MAXIMAL_FACTS_USED);
    }

    @Override
    public Boolean both(Boolean first, Boolean second) {
      return first && second;
    }

    @Override
    public Boolean either(Boolean first, Boolean second) {
      return first || second;
    }

    @Override
    public boolean tight() {
      return true;
    }
  }

  private boolean holds(Polynomial lower, int factsLeft) {
    Polynomial shifted = shift(lower);
    if (shifted.hasNonNegativeCoefficients()) {
      return true;
    }
    if (factsLeft == 0) {
      return false;
    }
    for (Map.Entry<Monomial, Rational> term : shifted.terms().entrySet()) {
      for (Polynomial inequality : facts.inequalities()) {
        for (Map.Entry<Monomial, Rational> pivot : inequality.terms().entrySet()) {
          Rational ratio = term.getValue().dividedBy(pivot.getValue());
          boolean cancels =
              term.getValue().signum() < 0
                  && ratio.signum() > 0
                  && term.getKey().gcd(pivot.getKey()).equals(pivot.getKey());
          if (cancels) {
            Polynomial factor = Polynomial.of(term.getKey().dividedBy(pivot.getKey()), ratio);
            if (holds(lower.minus(inequality.times(factor)), factsLeft - 1)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** Writes every atom as its least value plus a natural number that keeps the atom's name. */
  private Polynomial shift(Polynomial p) {
    return p.mapAtoms(atom -> Polynomial.of(atom).plus(Polynomial.of(least(atom))));
  }

  private Rational least(Atom atom) {
    return switch (atom) {
      case Atom.Variable(String name) -> Rational.of(facts.minimum(name));
      case Atom.Length(Polynomial of) when Naturals.contains(of) ->
          Rational.of(shift(of).constantTerm().floor().bitLength());
      case Atom.PowerOfTwo(Polynomial exponent) when Naturals.contains(exponent) -> Rational.ONE;
      case Atom.Length length -> Rational.ZERO;
      case Atom.PowerOfTwo power -> Rational.ZERO;
      case Atom.Opaque opaque -> Rational.ZERO;
      case Atom.Unnamed unnamed -> Rational.ZERO;
    };
  }

  /** {@code len(P) <= P} in the terms that pull down. */
  private static Polynomial withoutLengths(Polynomial p) {
    Polynomial result = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Polynomial single = Polynomial.of(term.getKey(), term.getValue());
      boolean down = term.getValue().signum() < 0;
      result =
          result.plus(
              single.mapAtoms(
                  atom ->
                      down && atom instanceof Atom.Length(Polynomial of) && Naturals.contains(of)
                          ? of
                          : Polynomial.of(atom)));
    }
    return result;
  }
}
