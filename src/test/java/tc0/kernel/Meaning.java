package tc0.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The values of terms, bounds and boxes at concrete sizes, straight from their definitions; for
 * tests.
 */
public final class Meaning {

  /** A value is too large to write down. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Meaning() {}

  public static BigInteger value(Index term, Map<String, BigInteger> at) {
    return switch (term) {
      case Index.Number n -> n.value();
      case Index.Variable v -> at.get(v.name());
      case Index.Add t -> value(t.left(), at).add(value(t.right(), at));
      case Index.Subtract t -> value(t.left(), at).subtract(value(t.right(), at));
      case Index.Multiply t -> value(t.left(), at).multiply(value(t.right(), at));
      case Index.Divide t -> {
        BigInteger b = value(t.divisor(), at);
        BigInteger a = value(t.dividend(), at);
        yield b.signum() <= 0 ? BigInteger.ZERO : a.subtract(a.mod(b)).divide(b);
      }
      case Index.Modulo t -> {
        BigInteger b = value(t.divisor(), at);
        BigInteger a = value(t.dividend(), at);
        yield b.signum() <= 0 ? BigInteger.ZERO : a.mod(b);
      }
      case Index.Length t -> {
        BigInteger a = value(t.of(), at);
        yield a.signum() <= 0 ? BigInteger.ZERO : BigInteger.valueOf(a.bitLength());
      }
      case Index.PowerOfTwo t -> power(value(t.exponent(), at));
      case Index.Minimum t -> value(t.left(), at).min(value(t.right(), at));
      case Index.Maximum t -> value(t.left(), at).max(value(t.right(), at));
      case Index.Conditional t ->
          holds(t.condition(), at) ? value(t.then(), at) : value(t.otherwise(), at);
      case Index.Least t -> {
        BigInteger bound = range(t.bound(), at).max(BigInteger.ZERO);
        for (BigInteger v = BigInteger.ZERO; v.compareTo(bound) < 0; v = v.add(BigInteger.ONE)) {
          if (holds(t.condition(), with(at, t.variable(), v))) {
            yield v;
          }
        }
        yield bound;
      }
      case Index.PowerModuloPrime t -> {
        BigInteger m = value(t.modulus(), at);
        BigInteger e = value(t.exponent(), at);
        BigInteger b = value(t.base(), at);
        yield isPrime(m) && e.signum() >= 0 ? b.mod(m).modPow(e, m) : BigInteger.ZERO;
      }
      case Index.PowerModulo t -> {
        BigInteger m = value(t.modulus(), at);
        BigInteger e = value(t.exponent(), at);
        BigInteger b = value(t.base(), at);
        yield m.signum() > 0 && e.signum() >= 0 ? b.modPow(e, m) : BigInteger.ZERO;
      }
      case Index.Summation t -> {
        BigInteger bound = range(t.bound(), at);
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger v = BigInteger.ZERO; v.compareTo(bound) < 0; v = v.add(BigInteger.ONE)) {
          sum = sum.add(value(t.body(), with(at, t.variable(), v)));
        }
        yield sum;
      }
      case Index.Product t -> {
        BigInteger bound = range(t.bound(), at);
        BigInteger product = BigInteger.ONE;
        for (BigInteger v = BigInteger.ZERO; v.compareTo(bound) < 0; v = v.add(BigInteger.ONE)) {
          product = limited(product.multiply(value(t.body(), with(at, t.variable(), v))));
        }
        yield product;
      }
      case Index.GreatestCommonDivisor t -> value(t.left(), at).gcd(value(t.right(), at));
      case Index.InverseModulo t -> {
        BigInteger m = value(t.modulus(), at);
        BigInteger a = value(t.value(), at);
        yield m.signum() > 0 && a.gcd(m).equals(BigInteger.ONE) ? a.modInverse(m) : BigInteger.ZERO;
      }
      case Index.Apply t ->
          value(t.function().body(), bind(t.function().parameters(), t.arguments(), at));
      case Index.Advise t -> {
        Map<String, BigInteger> inner = bind(t.advice().parameters(), t.arguments(), at);
        BigInteger limit = power(value(t.advice().width(), inner)).subtract(BigInteger.ONE);
        yield value(t.advice().body(), inner).min(limit).max(BigInteger.ZERO);
      }
    };
  }

  public static boolean holds(Predicate p, Map<String, BigInteger> at) {
    return switch (p) {
      case Predicate.Truth t -> t.value();
      case Predicate.Less t -> value(t.left(), at).compareTo(value(t.right(), at)) < 0;
      case Predicate.Equal t -> value(t.left(), at).equals(value(t.right(), at));
      case Predicate.Not t -> !holds(t.of(), at);
      case Predicate.And t -> holds(t.left(), at) && holds(t.right(), at);
      case Predicate.Or t -> holds(t.left(), at) || holds(t.right(), at);
      case Predicate.Bit t -> {
        BigInteger position = value(t.position(), at);
        BigInteger of = value(t.value(), at);
        yield position.signum() >= 0
            && (position.bitLength() > 20 ? of.signum() < 0 : of.testBit(position.intValueExact()));
      }
      case Predicate.Prime t -> isPrime(value(t.value(), at));
      case Predicate.Exists t -> count(t.variable(), t.bound(), t.property(), at).signum() > 0;
      case Predicate.ForAll t ->
          count(t.variable(), t.bound(), new Predicate.Not(t.property()), at).signum() == 0;
      case Predicate.Apply t ->
          holds(t.predicate().body(), bind(t.predicate().parameters(), t.arguments(), at));
    };
  }

  private static BigInteger count(
      String v, Index bound, Predicate property, Map<String, BigInteger> at) {
    BigInteger limit = range(bound, at);
    BigInteger count = BigInteger.ZERO;
    for (BigInteger i = BigInteger.ZERO; i.compareTo(limit) < 0; i = i.add(BigInteger.ONE)) {
      if (holds(property, with(at, v, i))) {
        count = count.add(BigInteger.ONE);
      }
    }
    return count;
  }

  /** The value of a bound; lengths and powers take the floor of their argument. */
  public static Rational value(Polynomial p, Map<String, BigInteger> at) {
    Rational sum = Rational.ZERO;
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      Rational product = term.getValue();
      for (Map.Entry<Atom, Integer> factor : term.getKey().exponents().entrySet()) {
        for (int i = 0; i < factor.getValue(); i++) {
          product = product.times(Rational.of(value(factor.getKey(), at)));
        }
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /** The value of a bound on a size, part by part. */
  public static Rational value(SizeBound bound, Map<String, BigInteger> at) {
    return switch (bound) {
      case SizeBound.Expanded e -> value(e.value(), at);
      case SizeBound.Sum s ->
          s.summands().stream().map(each -> value(each, at)).reduce(Rational.ZERO, Rational::plus);
      case SizeBound.Product p -> value(p.left(), at).times(value(p.right(), at));
      case SizeBound.Maximum m -> value(m.left(), at).max(value(m.right(), at));
      case SizeBound.Called c -> {
        Map<String, BigInteger> inner = new HashMap<>();
        c.arguments().forEach((name, value) -> inner.put(name, value(value, at).floor()));
        yield value(c.bound(), inner);
      }
    };
  }

  private static BigInteger value(Atom atom, Map<String, BigInteger> at) {
    return switch (atom) {
      case Atom.Variable v -> at.get(v.name());
      case Atom.Length l ->
          value(new Index.Length(new Index.Number(value(l.of(), at).floor())), at);
      case Atom.PowerOfTwo e -> power(value(e.exponent(), at).floor());
      case Atom.Opaque o -> value(o.term(), at);
      case Atom.Unnamed u -> throw new IllegalArgumentException(u.toString());
    };
  }

  /** Runs {@code visit} for every tuple of the box. */
  public static void forEach(
      Box box, Map<String, BigInteger> at, Consumer<Map<String, BigInteger>> visit) {
    List<Map<String, BigInteger>> tuples = new ArrayList<>(List.of(at));
    for (Box.Binder binder : box.binders()) {
      List<Map<String, BigInteger>> longer = new ArrayList<>();
      for (Map<String, BigInteger> tuple : tuples) {
        BigInteger high = value(binder.high(), tuple);
        BigInteger v = value(binder.low(), tuple).max(BigInteger.ZERO);
        for (; v.compareTo(high) < 0; v = v.add(BigInteger.ONE)) {
          longer.add(with(tuple, binder.name(), v));
          if (longer.size() > 5_000) {
            throw new TooLarge();
          }
        }
      }
      tuples = longer;
    }
    tuples.stream().filter(tuple -> holds(box.guard(), tuple)).forEach(visit);
  }

  static Map<String, BigInteger> with(Map<String, BigInteger> at, String name, BigInteger value) {
    Map<String, BigInteger> longer = new HashMap<>(at);
    longer.put(name, value);
    return longer;
  }

  private static Map<String, BigInteger> bind(
      List<String> parameters, List<Index> arguments, Map<String, BigInteger> at) {
    Map<String, BigInteger> inner = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      inner.put(parameters.get(i), value(arguments.get(i), at));
    }
    return inner;
  }

  private static BigInteger range(Index bound, Map<String, BigInteger> at) {
    BigInteger value = value(bound, at);
    if (value.bitLength() > 8) {
      throw new TooLarge();
    }
    return value;
  }

  private static BigInteger power(BigInteger exponent) {
    if (exponent.signum() < 0) {
      return BigInteger.ZERO;
    }
    if (exponent.bitLength() > 14) {
      throw new TooLarge();
    }
    return BigInteger.TWO.pow(exponent.intValueExact());
  }

  private static BigInteger limited(BigInteger value) {
    if (value.bitLength() > 20_000) {
      throw new TooLarge();
    }
    return value;
  }

  private static boolean isPrime(BigInteger m) {
    if (m.bitLength() > 30) {
      throw new TooLarge();
    }
    return m.signum() > 0 && m.isProbablePrime(40);
  }
}
