package tc0.kernel.matching;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Atom;
import tc0.kernel.Index;
import tc0.kernel.Monomial;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Rational;

/**
 * Rule N2: the normal form of index terms under assumptions. Solved symbols are replaced; {@code (a
 * b + c) div b} becomes {@code a} and {@code (a b + c) mod b} becomes {@code c} where {@code 0 <= c
 * < b} is proved; every other remainder by a positive divisor is written with the quotient, {@code
 * x mod b = x - b (x div b)}, so that mixed-radix identities are identities of polynomials. Minima,
 * maxima and conditionals are opened where the assumptions decide them.
 */
final class Simplification {

  private static final int MAXIMAL_DIVISION_STEPS = 64;

  private final Assumptions assumptions;
  private final Map<Polynomial, Polynomial> known = new HashMap<>();

  Simplification(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  Polynomial of(Polynomial term) {
    if (term.isConstant()) {
      return term;
    }
    Polynomial value = known.get(term);
    if (value == null) {
      value = term.mapAtoms(this::atom);
      known.put(term, value);
    }
    return value;
  }

  private Polynomial of(Index part) {
    return of(Normalizer.normalise(part));
  }

  private Polynomial atom(Atom atom) {
    return switch (atom) {
      case Atom.Variable variable -> solved(atom);
      case Atom.Length(Polynomial of) ->
          Normalizer.normalise(new Index.Length(Normalizer.toIndex(of(of))));
      case Atom.PowerOfTwo(Polynomial exponent) ->
          Normalizer.normalise(new Index.PowerOfTwo(Normalizer.toIndex(of(exponent))));
      case Atom.Unnamed unnamed -> Polynomial.of(unnamed);
      case Atom.Opaque opaque -> opaque(opaque);
    };
  }

  private Polynomial opaque(Atom.Opaque atom) {
    return switch (atom.term()) {
      case Index.Divide(Index a, Index b) -> quotient(of(a), of(b));
      case Index.Modulo(Index a, Index b) -> remainder(of(a), of(b));
      case Index.Minimum(Index a, Index b) -> minimum(of(a), of(b));
      case Index.Maximum(Index a, Index b) -> maximum(of(a), of(b));
      case Index.Conditional(Predicate condition, Index a, Index b) ->
          switch (Decision.plainly(condition, assumptions)) {
            case Decision.Known(boolean value) -> of(value ? a : b);
            case Decision.Open open -> solved(atom);
          };
      default -> replaced(atom);
    };
  }

  /** Other operations keep their shape; solved symbols are replaced inside. */
  private Polynomial replaced(Atom.Opaque atom) {
    Map<String, Polynomial> values = new HashMap<>();
    assumptions
        .solved()
        .forEach(
            (symbol, value) -> {
              if (symbol instanceof Atom.Variable(String name)) {
                values.put(name, value);
              }
            });
    Polynomial result = Normalizer.normalise(atom.term(), values);
    return result.isSingleAtom() && result.atoms().first().equals(atom) ? solved(atom) : result;
  }

  private Polynomial solved(Atom atom) {
    Polynomial value = assumptions.solved().get(atom);
    return value == null ? Polynomial.of(atom) : value;
  }

  private Polynomial minimum(Polynomial a, Polynomial b) {
    if (assumptions.proveSimple(b.minus(a))) {
      return a;
    }
    if (assumptions.proveSimple(a.minus(b))) {
      return b;
    }
    return assumptions.substitute(
        Normalizer.normalise(new Index.Minimum(Normalizer.toIndex(a), Normalizer.toIndex(b))));
  }

  private Polynomial maximum(Polynomial a, Polynomial b) {
    if (assumptions.proveSimple(b.minus(a))) {
      return b;
    }
    if (assumptions.proveSimple(a.minus(b))) {
      return a;
    }
    return assumptions.substitute(
        Normalizer.normalise(new Index.Maximum(Normalizer.toIndex(a), Normalizer.toIndex(b))));
  }

  private Polynomial remainder(Polynomial dividend, Polynomial divisor) {
    if (isPositive(divisor)) {
      return dividend.minus(divisor.times(quotient(dividend, divisor)));
    }
    if (assumptions.proveSimple(divisor.negate())) {
      return Polynomial.ZERO;
    }
    return assumptions.substitute(
        Normalizer.normalise(
            new Index.Modulo(Normalizer.toIndex(dividend), Normalizer.toIndex(divisor))));
  }

  private Polynomial quotient(Polynomial dividend, Polynomial divisor) {
    if (!isPositive(divisor)) {
      if (assumptions.proveSimple(divisor.negate())) {
        return Polynomial.ZERO;
      }
      return opaqueQuotient(dividend, divisor);
    }
    Polynomial whole = multiple(dividend, divisor);
    Polynomial rest = dividend.minus(whole.times(divisor));
    if (assumptions.proveSimple(rest)
        && assumptions.proveSimple(divisor.minus(Polynomial.ONE).minus(rest))) {
      return whole;
    }
    if (assumptions.proveSimple(rest.plus(divisor))
        && assumptions.proveSimple(rest.negate().minus(Polynomial.ONE))) {
      return whole.minus(Polynomial.ONE);
    }
    return whole.plus(opaqueQuotient(rest, divisor));
  }

  private Polynomial opaqueQuotient(Polynomial dividend, Polynomial divisor) {
    return assumptions.substitute(
        Normalizer.normalise(
            new Index.Divide(Normalizer.toIndex(dividend), Normalizer.toIndex(divisor))));
  }

  private boolean isPositive(Polynomial divisor) {
    return divisor.isConstant()
        ? divisor.constantTerm().signum() > 0
        : assumptions.proveSimple(divisor.minus(Polynomial.ONE));
  }

  /**
   * A polynomial Q such that the terms of {@code dividend - Q divisor} are not divisible by the
   * leading term.
   */
  private static Polynomial multiple(Polynomial dividend, Polynomial divisor) {
    Monomial lead = divisor.terms().firstKey();
    BigInteger coefficient = divisor.coefficient(lead).numerator();
    Polynomial whole = Polynomial.ZERO;
    Polynomial rest = dividend;
    for (int step = 0; step < MAXIMAL_DIVISION_STEPS; step++) {
      Optional<Polynomial> part = part(rest, lead, coefficient);
      if (part.isEmpty()) {
        return whole;
      }
      whole = whole.plus(part.get());
      rest = rest.minus(part.get().times(divisor));
    }
    return whole;
  }

  private static Optional<Polynomial> part(
      Polynomial dividend, Monomial lead, BigInteger coefficient) {
    for (Map.Entry<Monomial, Rational> term : dividend.terms().entrySet()) {
      if (term.getKey().gcd(lead).equals(lead)) {
        // Floor division, so that what is left of a coefficient is natural.
        Rational ratio = term.getValue().dividedBy(Rational.of(coefficient));
        BigInteger times = ratio.floor();
        if (times.signum() != 0) {
          return Optional.of(Polynomial.of(term.getKey().dividedBy(lead), Rational.of(times)));
        }
      }
    }
    return Optional.empty();
  }
}
