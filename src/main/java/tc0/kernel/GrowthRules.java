package tc0.kernel;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The growth of bounds, given that of the names in them. The rules follow the structure of a {@link
 * SizeBound}, so that a callee's bound is never written out: what it is given grows at some rate,
 * and that is all its growth depends on. Sound since bounds are monotone and O is closed under
 * constantly many sums and products; the constants are fixed before n.
 */
final class GrowthRules {

  private static final int LARGEST_POWER = 1_000;

  /**
   * The growth of a quantity, of its length and of two to its power. The last two are not functions
   * of the first: {@code len(2^p)} is in poly(n) where {@code 2^p} exceeds it, and {@code 2^len(n)}
   * is in O(n) where {@code 2^O(log n)} is only some polynomial.
   */
  record Rates(Growth value, Growth length, Growth power) {}

  private final Function<String, Rates> given;
  private final Map<String, Rates> rates = new HashMap<>();
  private final Map<Map<String, Rates>, GrowthRules> callees;
  private final Map<SizeBound, Growth> values = new IdentityHashMap<>();

  /** Rules for names of these rates. */
  GrowthRules(Function<String, Rates> given) {
    this(given, new HashMap<>());
  }

  private GrowthRules(Function<String, Rates> given, Map<Map<String, Rates>, GrowthRules> callees) {
    this.given = given;
    this.callees = callees;
  }

  /** The growth of a bound. */
  Growth of(SizeBound bound) {
    Growth known = values.get(bound);
    if (known == null) {
      known =
          switch (bound) {
            case SizeBound.Expanded(Polynomial value) -> of(value);
            case SizeBound.Sum(List<SizeBound> summands) ->
                summands.stream().map(this::of).reduce(Growth.CONSTANT, Growth::plus);
            case SizeBound.Product(SizeBound left, SizeBound right) -> of(left).times(of(right));
            case SizeBound.Maximum(SizeBound left, SizeBound right) -> of(left).plus(of(right));
            case SizeBound.Called called -> inside(called).of(called.bound());
          };
      values.put(bound, known);
    }
    return known;
  }

  /** The growth of a bound: products add, sums take the larger. */
  Growth of(Polynomial bound) {
    Growth growth = Growth.CONSTANT;
    for (Monomial monomial : bound.terms().keySet()) {
      growth = growth.plus(of(monomial));
    }
    return growth;
  }

  /** The growth of a product of atoms. */
  Growth of(Monomial monomial) {
    Growth growth = Growth.CONSTANT;
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      growth = growth.times(raised(of(factor.getKey()), factor.getValue()));
    }
    return growth;
  }

  private Growth of(Atom atom) {
    return switch (atom) {
      case Atom.Variable(String name) -> rates(name).value();
      case Atom.Length(Polynomial of) -> length(of);
      case Atom.PowerOfTwo(Polynomial exponent) -> power(exponent);
      case Atom.Unnamed(String unnamed, List<Polynomial> arguments) -> {
        Growth largest = Growth.CONSTANT;
        for (Polynomial argument : arguments) {
          largest = largest.plus(of(argument));
        }
        // A polynomial that is not known: of constants a constant, of polynomials a polynomial.
        yield largest.isAtMost(Growth.CONSTANT) ? largest : Growth.POLYNOMIAL.plus(largest);
      }
      case Atom.Opaque opaque -> throw new IllegalArgumentException("not a bound: " + opaque);
    };
  }

  private static Growth raised(Growth growth, int exponent) {
    if (exponent > LARGEST_POWER && growth instanceof Growth.Order) {
      return growth.isAtMost(Growth.CONSTANT) ? growth : Growth.POLYNOMIAL;
    }
    return growth instanceof Growth.Order(int degree, int logs)
        ? new Growth.Order(Math.multiplyExact(degree, exponent), Math.multiplyExact(logs, exponent))
        : growth;
  }

  /** The rules inside a callee. */
  private GrowthRules inside(SizeBound.Called called) {
    Map<String, Rates> inner = new HashMap<>();
    for (Map.Entry<String, SizeBound> argument : called.arguments().entrySet()) {
      inner.put(argument.getKey(), rates(argument.getValue()));
    }
    return callees.computeIfAbsent(inner, known -> new GrowthRules(inner::get, callees));
  }

  private Rates rates(String name) {
    return rates.computeIfAbsent(name, given);
  }

  private Rates rates(SizeBound bound) {
    return new Rates(of(bound), length(bound), power(bound));
  }

  /** The rates of a bound. */
  Rates rates(Polynomial bound) {
    return new Rates(of(bound), length(bound), power(bound));
  }

  /** The length of a sum is that of its longest term, up to a constant; of a product, the sum. */
  private Growth length(SizeBound bound) {
    return switch (bound) {
      case SizeBound.Expanded(Polynomial value) -> length(value);
      case SizeBound.Sum(List<SizeBound> summands) ->
          summands.stream().map(this::length).reduce(Growth.CONSTANT, Growth::plus);
      case SizeBound.Product(SizeBound left, SizeBound right) -> length(left).plus(length(right));
      case SizeBound.Maximum(SizeBound left, SizeBound right) -> length(left).plus(length(right));
      case SizeBound.Called called -> inside(called).length(called.bound());
    };
  }

  private Growth length(Polynomial of) {
    Growth growth = Growth.CONSTANT;
    for (Monomial monomial : of.terms().keySet()) {
      for (Atom atom : monomial.exponents().keySet()) {
        growth =
            growth.plus(
                switch (atom) {
                  case Atom.PowerOfTwo(Polynomial exponent) -> of(exponent);
                  case Atom.Variable(String name) -> rates(name).length();
                  default -> lengthOf(of(atom));
                });
      }
    }
    return growth;
  }

  /** The length of a natural number of this growth. */
  static Growth lengthOf(Growth growth) {
    return !growth.isPolynomial() || growth.isAtMost(Growth.CONSTANT) ? growth : Growth.LOGARITHMIC;
  }

  /** Two to a bound: two to a sum is a product. */
  private Growth power(SizeBound exponent) {
    return switch (exponent) {
      case SizeBound.Expanded(Polynomial value) -> power(value);
      case SizeBound.Sum(List<SizeBound> summands) ->
          summands.stream().map(this::power).reduce(Growth.CONSTANT, Growth::times);
      case SizeBound.Product product -> exponential(product, of(product));
      case SizeBound.Maximum(SizeBound left, SizeBound right) -> power(left).plus(power(right));
      case SizeBound.Called called -> inside(called).power(called.bound());
    };
  }

  /**
   * {@code 2^(c m) = (2^m)^c}, and {@code 2^len(P) <= 2P + 1}; the other monomials by rule G-exp.
   */
  private Growth power(Polynomial exponent) {
    Growth growth = Growth.CONSTANT;
    for (Map.Entry<Monomial, Rational> term : exponent.terms().entrySet()) {
      Monomial monomial = term.getKey();
      Growth single =
          monomial.degree() != 1
              ? exponential(monomial, of(monomial))
              : switch (monomial.exponents().firstKey()) {
                case Atom.Variable(String name) -> rates(name).power();
                case Atom.Length(Polynomial of) -> of(of);
                case Atom atom -> exponential(atom, of(atom));
              };
      growth = growth.times(raised(single, times(term.getValue())));
    }
    return growth;
  }

  /** The coefficient rounded up, as far as it matters. */
  private static int times(Rational coefficient) {
    Rational least = Rational.of(LARGEST_POWER + 1L);
    return coefficient.compareTo(least) > 0
        ? LARGEST_POWER + 1
        : coefficient.negate().floor().negate().intValueExact();
  }

  /**
   * The rule G-exp: {@code 2^O(1)} is O(1) and {@code 2^O(log n)} is poly(n); nothing else is
   * shown.
   */
  static Growth exponential(Object exponent, Growth growth) {
    if (growth.isAtMost(Growth.CONSTANT)) {
      return Growth.CONSTANT;
    }
    if (growth.isAtMost(Growth.LOGARITHMIC)) {
      return Growth.POLYNOMIAL;
    }
    if (growth instanceof Growth.Exceeds) {
      return growth;
    }
    String text = exponent.toString();
    String power = text.chars().allMatch(Character::isLetterOrDigit) ? text : "(" + text + ")";
    return new Growth.Exceeds(
        "2^" + power + " is not polynomial where " + exponent + " is in " + growth);
  }
}
