package tc0.kernel;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations on the domain of bounds: polynomials with non-negative rational coefficients over
 * parameters, lengths, powers of two and unnamed polynomials. Every bound is monotone in every
 * parameter, so a bound may be put for a parameter.
 */
public final class Bounds {

  private static final int MAXIMAL_SHIFT = 10_000;
  private static final int MAXIMAL_EXPANSION = 8;
  private static final Rational LARGEST_POWER = Rational.of(1_000);

  private Bounds() {}

  /**
   * Rule B5: a bound on {@code 2^e} for every integer {@code e <= exponent}.
   *
   * <p>Negative terms other than the constant are dropped, which only raises the exponent. The
   * integer part of each coefficient of {@code len(P)} is taken out with {@code 2^len(P) <= 2P +
   * 1}, the constant as a rational factor, and the rest stays as {@code 2^R}. What remains of
   * {@code e} after subtracting integers is an integer, hence at most {@code floor(R)}.
   */
  public static Polynomial power(Polynomial exponent) {
    Rational constant = exponent.constantTerm();
    Polynomial upper = exponent.minus(Polynomial.of(constant)).positivePart();
    Polynomial result = Polynomial.ONE;
    Polynomial rest = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : upper.terms().entrySet()) {
      Monomial monomial = term.getKey();
      Rational whole = Rational.of(term.getValue().floor());
      if (whole.compareTo(LARGEST_POWER) > 0) {
        whole = Rational.ZERO;
      }
      int times = whole.numerator().intValueExact();
      Optional<Polynomial> measured = measuredBy(monomial);
      if (times > 0 && times <= MAXIMAL_EXPANSION && measured.isPresent()) {
        result = result.times(measured.get().times(2).plus(Polynomial.ONE).power(times));
      } else if (times > 0) {
        Atom atom = new Atom.PowerOfTwo(Polynomial.of(monomial, Rational.ONE));
        result = result.times(Polynomial.of(atom).power(times));
      }
      rest = rest.plus(Polynomial.of(monomial, term.getValue().minus(whole)));
    }
    BigInteger shift = constant.floor();
    if (!rest.isZero()) {
      rest = rest.plus(Polynomial.of(constant.minus(Rational.of(shift))));
      result = result.times(Polynomial.of(new Atom.PowerOfTwo(rest)));
    }
    if (shift.abs().bitLength() > 31 || Math.abs(shift.intValueExact()) > MAXIMAL_SHIFT) {
      throw new Refusal(Rule.B5, "the constant 2^(" + shift + ") is too large");
    }
    Rational factor = Rational.of(BigInteger.TWO.pow(Math.abs(shift.intValueExact())));
    return result.times(shift.signum() < 0 ? Rational.ONE.dividedBy(factor) : factor);
  }

  /** P if the monomial is len(P). */
  private static Optional<Polynomial> measuredBy(Monomial monomial) {
    return monomial.degree() == 1
            && monomial.exponents().firstKey() instanceof Atom.Length(Polynomial of)
        ? Optional.of(of)
        : Optional.empty();
  }

  /**
   * A bound on {@code len(e)} for every integer {@code e <= of}. A power of two adds its exponent:
   * {@code len(2^j x) <= j + len(x)}.
   */
  public static Polynomial length(Polynomial of) {
    if (of.isConstant()) {
      BigInteger value = of.constantTerm().floor();
      return Polynomial.of(value.signum() <= 0 ? 0 : value.bitLength());
    }
    if (of.terms().size() == 1) {
      Monomial monomial = of.terms().firstKey();
      Monomial rest = monomial;
      Polynomial exponents = Polynomial.ZERO;
      for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
        if (factor.getKey() instanceof Atom.PowerOfTwo(Polynomial exponent)) {
          exponents = exponents.plus(exponent.times(factor.getValue()));
          rest = rest.without(factor.getKey());
        }
      }
      if (!exponents.isZero()) {
        return exponents.plus(length(Polynomial.of(rest, of.coefficient(monomial))));
      }
    }
    return Polynomial.of(new Atom.Length(of));
  }

  /**
   * A bound on {@code bound} at every assignment whose entries are at most {@code values}. Sound
   * because bounds are monotone; parameters without an entry stay.
   */
  public static Polynomial substitute(Polynomial bound, Map<String, Polynomial> values) {
    return bound.mapAtoms(
        atom ->
            switch (atom) {
              case Atom.Variable(String name) -> values.getOrDefault(name, Polynomial.of(atom));
              case Atom.Length(Polynomial of) -> length(substitute(of, values));
              case Atom.PowerOfTwo(Polynomial exponent) -> power(substitute(exponent, values));
              case Atom.Unnamed(String name, List<Polynomial> arguments) ->
                  Polynomial.of(
                      new Atom.Unnamed(
                          name, arguments.stream().map(each -> substitute(each, values)).toList()));
              case Atom.Opaque opaque ->
                  throw new IllegalArgumentException("not a bound: " + opaque);
            });
  }

  /**
   * {@code bound} with {@code 2^(a + b)} written {@code 2^a * 2^b} where a and b are natural; the
   * value is the same.
   */
  static Polynomial split(Polynomial bound) {
    return bound.mapAtoms(
        atom -> {
          if (!(atom instanceof Atom.PowerOfTwo(Polynomial exponent))
              || !exponent.hasIntegerCoefficients()
              || !Naturals.contains(exponent)
              || exponent.terms().values().stream().anyMatch(c -> c.compareTo(LARGEST_POWER) > 0)) {
            return Polynomial.of(atom);
          }
          Polynomial product = Polynomial.ONE;
          for (Map.Entry<Monomial, Rational> term : exponent.terms().entrySet()) {
            Polynomial unit = Polynomial.of(term.getKey(), Rational.ONE);
            Polynomial factor =
                unit.isConstant() ? Polynomial.of(2) : Polynomial.of(new Atom.PowerOfTwo(unit));
            product = product.times(factor.power(term.getValue().floor().intValueExact()));
          }
          return product;
        });
  }

  /** How many powers of two occur, with repetitions; the choices of rule B2 prefer fewer. */
  static int powersOfTwo(Polynomial bound) {
    int count = 0;
    for (Monomial monomial : bound.terms().keySet()) {
      for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
        count += factor.getKey() instanceof Atom.PowerOfTwo ? factor.getValue() : 0;
      }
    }
    return count;
  }

  /** The degree where lengths count as numerals. */
  static int degreeWithoutLengths(Polynomial bound) {
    return bound.terms().keySet().stream()
        .mapToInt(
            monomial ->
                monomial.exponents().entrySet().stream()
                    .mapToInt(f -> f.getKey() instanceof Atom.Length ? 0 : f.getValue())
                    .sum())
        .max()
        .orElse(0);
  }
}
