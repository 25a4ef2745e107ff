package tc0.kernel;

import java.util.List;
import java.util.Map;

/** How long a bound becomes when it is written out. */
final class Expansion {

  /** Counting stops here. */
  private static final long MANY = 1L << 30;

  private Expansion() {}

  /**
   * At least the number of monomials of {@link Bounds#substitute} with these values, as far as it
   * can be told without writing it out. An estimate only: nothing that is proved rests on it.
   */
  static long monomials(Polynomial bound, Map<String, Polynomial> values) {
    long sum = 0;
    for (Monomial monomial : bound.terms().keySet()) {
      long product = 1;
      for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
        product = limited(product * powers(monomials(factor.getKey(), values), factor.getValue()));
      }
      sum = limited(sum + product);
    }
    return sum;
  }

  private static long monomials(Atom atom, Map<String, Polynomial> values) {
    return switch (atom) {
      case Atom.Variable(String name) ->
          values.containsKey(name) ? values.get(name).terms().size() : 1;
      case Atom.Length(Polynomial of) -> Math.max(1, monomials(of, values) > MANY / 2 ? MANY : 1);
      case Atom.PowerOfTwo(Polynomial exponent) -> power(exponent, values);
      case Atom.Unnamed(String name, List<Polynomial> arguments) ->
          arguments.stream().allMatch(each -> monomials(each, values) < MANY) ? 1 : MANY;
      case Atom.Opaque opaque -> 1;
    };
  }

  /** {@code 2^(c len(P))} becomes {@code (2P + 1)^c}. */
  private static long power(Polynomial exponent, Map<String, Polynomial> values) {
    if (monomials(exponent, values) > SizeBound.MAXIMAL_EXPANSION) {
      return MANY;
    }
    long product = 1;
    for (Map.Entry<Monomial, Rational> term :
        Bounds.substitute(exponent, values).terms().entrySet()) {
      if (term.getKey().degree() == 1
          && term.getKey().exponents().firstKey() instanceof Atom.Length(Polynomial of)
          && term.getValue().floor().bitLength() < Integer.SIZE) {
        int times = Math.max(0, term.getValue().floor().intValueExact());
        product = limited(product * powers(of.terms().size() + 1, times));
      }
    }
    return product;
  }

  /** The monomials of the {@code exponent}-th power of a sum: {@code (t + e - 1) choose e}. */
  private static long powers(long terms, int exponent) {
    long count = 1;
    for (int i = 1; i <= exponent && count < MANY && terms > 1; i++) {
      count = limited(count * (terms + i - 1) / i);
    }
    return count;
  }

  private static long limited(long count) {
    return Math.min(count, MANY);
  }
}
