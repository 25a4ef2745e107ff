package tc0.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@code where} clause says about the size parameters, in the forms that proofs use; parts
 * of other forms are not used.
 *
 * @param minima parameters that are at least a positive numeral
 * @param inequalities polynomials of the parameters that are at least 0
 * @param multiples terms that a numeral divides
 */
public record Facts(
    Map<String, BigInteger> minima, List<Polynomial> inequalities, List<Multiple> multiples) {

  /** {@code divisor} divides {@code term}. */
  public record Multiple(Polynomial term, BigInteger divisor) {}

  /** Nothing is known but that parameters are natural numbers. */
  public static final Facts NONE = new Facts(Map.of(), List.of(), List.of());

  public Facts {
    minima = Map.copyOf(minima);
    inequalities = List.copyOf(inequalities);
    multiples = List.copyOf(multiples);
  }

  /** The facts in {@code where}. */
  public static Facts of(Predicate where) {
    Map<String, BigInteger> minima = new TreeMap<>();
    List<Polynomial> inequalities = new ArrayList<>();
    List<Multiple> multiples = new ArrayList<>();
    collect(Normalizer.normalise(where, Map.of()), minima, inequalities, multiples);
    return new Facts(minima, inequalities, multiples);
  }

  private static void collect(
      Predicate where,
      Map<String, BigInteger> minima,
      List<Polynomial> inequalities,
      List<Multiple> multiples) {
    switch (where) {
      case Predicate.And(Predicate a, Predicate b) -> {
        collect(a, minima, inequalities, multiples);
        collect(b, minima, inequalities, multiples);
      }
      case Predicate.Less(Index a, Index b) ->
          atLeastZero(difference(b, a).minus(Polynomial.ONE), minima, inequalities);
      case Predicate.Not(Predicate.Less(Index a, Index b)) ->
          atLeastZero(difference(a, b), minima, inequalities);
      case Predicate.Equal(Index.Modulo(Index a, Index.Number(BigInteger c)), Index.Number zero)
          when zero.equals(Index.ZERO) ->
          multiples.add(new Multiple(Normalizer.normalise(a), c));
      case Predicate.Equal(Index a, Index b) -> {
        atLeastZero(difference(a, b), minima, inequalities);
        atLeastZero(difference(b, a), minima, inequalities);
      }
      default -> {}
    }
  }

  private static Polynomial difference(Index a, Index b) {
    return Normalizer.normalise(a).minus(Normalizer.normalise(b));
  }

  private static void atLeastZero(
      Polynomial p, Map<String, BigInteger> minima, List<Polynomial> inequalities) {
    if (p.atoms().stream().anyMatch(atom -> atom instanceof Atom.Opaque)) {
      return;
    }
    inequalities.add(p);
    Monomial first = p.isConstant() ? Monomial.ONE : p.terms().firstKey();
    boolean single = p.minus(Polynomial.of(p.constantTerm())).terms().size() == 1;
    if (single
        && first.degree() == 1
        && p.coefficient(first).signum() > 0
        && first.exponents().firstKey() instanceof Atom.Variable(String name)) {
      Rational bound = p.constantTerm().dividedBy(p.coefficient(first));
      BigInteger least = bound.floor().negate(); // ceiling of -bound
      if (least.signum() > 0) {
        minima.merge(name, least, BigInteger::max);
      }
    }
  }

  /** The least value that parameter {@code name} may have. */
  public BigInteger minimum(String name) {
    return minima.getOrDefault(name, BigInteger.ZERO);
  }

  /** {@code p} with remainders and quotients of known multiples opened. */
  Polynomial open(Polynomial p) {
    if (multiples.isEmpty()) {
      return p;
    }
    return p.mapAtoms(
        atom -> {
          if (atom instanceof Atom.Opaque opaque) {
            for (Multiple multiple : multiples) {
              Index divisor = new Index.Number(multiple.divisor());
              Index term = Normalizer.toIndex(multiple.term());
              if (opaque.term().equals(new Index.Modulo(term, divisor))) {
                return Polynomial.ZERO;
              }
              if (opaque.term().equals(new Index.Divide(term, divisor))) {
                return multiple
                    .term()
                    .times(Rational.ONE.dividedBy(Rational.of(multiple.divisor())));
              }
            }
          }
          return Polynomial.of(atom);
        });
  }
}
