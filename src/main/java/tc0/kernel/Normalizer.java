package tc0.kernel;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Rule B1: an index term as an integer polynomial over parameters, binders and opaque terms, with
 * the same value at every assignment. Exact cancellation happens here. Named functions are
 * unfolded, bound variables get canonical names, so terms that differ only in those have one normal
 * form.
 */
public final class Normalizer {

  /** Unfolding named functions beyond this many steps is refused. */
  private static final int MAXIMAL_STEPS = 200_000;

  private static final int MAXIMAL_SHIFT = 4096;

  private final Map<Object, Map<List<Polynomial>, Object>> applied = new IdentityHashMap<>();
  private int steps;
  private int depth; // enclosing bound variables, for temporary names

  private Normalizer() {}

  /** The normal form of {@code term}; its free variables stand for themselves. */
  public static Polynomial normalise(Index term) {
    return normalise(term, Map.of());
  }

  /**
   * The normal form of {@code term} with {@code values} for the free variables that have an entry.
   */
  public static Polynomial normalise(Index term, Map<String, Polynomial> values) {
    return new Normalizer().polynomial(term, values);
  }

  /**
   * The predicate with its terms in normal form; decided parts are replaced by their truth value.
   */
  public static Predicate normalise(Predicate predicate, Map<String, Polynomial> values) {
    return new Normalizer().predicate(predicate, values);
  }

  private Polynomial polynomial(Index term, Map<String, Polynomial> values) {
    if (++steps > MAXIMAL_STEPS) {
      throw new Refusal(Rule.LIMIT, "index functions unfold to too large a term");
    }
    return switch (term) {
      case Index.Number(BigInteger value) -> Polynomial.of(value);
      case Index.Variable(String name) -> {
        Polynomial value = values.get(name);
        yield value == null ? Polynomial.variable(name) : value;
      }
      case Index.Add(Index a, Index b) -> polynomial(a, values).plus(polynomial(b, values));
      case Index.Subtract(Index a, Index b) -> polynomial(a, values).minus(polynomial(b, values));
      case Index.Multiply(Index a, Index b) -> polynomial(a, values).times(polynomial(b, values));
      case Index.Divide(Index a, Index b) -> quotient(polynomial(a, values), polynomial(b, values));
      case Index.Modulo(Index a, Index b) ->
          remainder(polynomial(a, values), polynomial(b, values));
      case Index.Length(Index a) -> length(polynomial(a, values));
      case Index.PowerOfTwo(Index a) -> powerOfTwo(polynomial(a, values));
      case Index.Minimum(Index a, Index b) ->
          extremum(polynomial(a, values), polynomial(b, values), false);
      case Index.Maximum(Index a, Index b) ->
          extremum(polynomial(a, values), polynomial(b, values), true);
      case Index.Conditional(Predicate condition, Index a, Index b) -> {
        Predicate test = predicate(condition, values);
        if (test instanceof Predicate.Truth(boolean value)) {
          yield polynomial(value ? a : b, values);
        }
        Polynomial then = polynomial(a, values);
        Polynomial otherwise = polynomial(b, values);
        yield then.equals(otherwise)
            ? then
            : opaque(new Index.Conditional(test, toIndex(then), toIndex(otherwise)));
      }
      case Index.Least(String v, Index bound, Predicate condition) -> {
        Polynomial range = polynomial(bound, values);
        yield isAtMostZero(range)
            ? Polynomial.ZERO
            : opaque(
                bind(
                    v,
                    values,
                    condition,
                    this::predicate,
                    p -> Parts.of(p).height(),
                    (name, body) -> new Index.Least(name, toIndex(range), body)));
      }
      case Index.Summation(String v, Index bound, Index body) -> {
        Polynomial range = polynomial(bound, values);
        yield isAtMostZero(range)
            ? Polynomial.ZERO
            : opaque(
                bind(
                    v,
                    values,
                    body,
                    this::term,
                    t -> Parts.of(t).height(),
                    (name, inner) -> new Index.Summation(name, toIndex(range), inner)));
      }
      case Index.Product(String v, Index bound, Index body) -> {
        Polynomial range = polynomial(bound, values);
        yield isAtMostZero(range)
            ? Polynomial.ONE
            : opaque(
                bind(
                    v,
                    values,
                    body,
                    this::term,
                    t -> Parts.of(t).height(),
                    (name, inner) -> new Index.Product(name, toIndex(range), inner)));
      }
      case Index.PowerModuloPrime(Index a, Index b, Index m) ->
          opaque(new Index.PowerModuloPrime(term(a, values), term(b, values), term(m, values)));
      case Index.PowerModulo(Index a, Index b, Index m) ->
          opaque(new Index.PowerModulo(term(a, values), term(b, values), term(m, values)));
      case Index.GreatestCommonDivisor(Index a, Index b) ->
          opaque(new Index.GreatestCommonDivisor(term(a, values), term(b, values)));
      case Index.InverseModulo(Index a, Index m) ->
          opaque(new Index.InverseModulo(term(a, values), term(m, values)));
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          apply(function.body(), function.parameters(), arguments, values, this::polynomial);
      case Index.Advise(Index.Advice advice, List<Index> arguments) ->
          opaque(
              new Index.Advise(
                  advice, arguments.stream().map(argument -> term(argument, values)).toList()));
    };
  }

  private Predicate predicate(Predicate predicate, Map<String, Polynomial> values) {
    if (++steps > MAXIMAL_STEPS) {
      throw new Refusal(Rule.LIMIT, "index predicates unfold to too large a formula");
    }
    return switch (predicate) {
      case Predicate.Truth truth -> truth;
      case Predicate.Less(Index a, Index b) -> {
        Polynomial gap = polynomial(b, values).minus(polynomial(a, values));
        yield gap.isConstant()
            ? new Predicate.Truth(gap.constantTerm().signum() > 0)
            : new Predicate.Less(Index.ZERO, toIndex(gap));
      }
      case Predicate.Equal(Index a, Index b) -> {
        Polynomial gap = polynomial(b, values).minus(polynomial(a, values));
        if (gap.isConstant()) {
          yield new Predicate.Truth(gap.isZero());
        }
        boolean negative = gap.terms().get(gap.terms().firstKey()).signum() < 0;
        yield new Predicate.Equal(toIndex(negative ? gap.negate() : gap), Index.ZERO);
      }
      case Predicate.Not(Predicate of) ->
          switch (predicate(of, values)) {
            case Predicate.Truth(boolean value) -> new Predicate.Truth(!value);
            case Predicate.Not(Predicate inner) -> inner;
            case Predicate inner -> new Predicate.Not(inner);
          };
      case Predicate.And(Predicate a, Predicate b) -> {
        Predicate left = predicate(a, values);
        Predicate right = predicate(b, values);
        yield left.equals(Predicate.FALSE) || right.equals(Predicate.FALSE)
            ? Predicate.FALSE
            : left.and(right);
      }
      case Predicate.Or(Predicate a, Predicate b) -> {
        Predicate left = predicate(a, values);
        Predicate right = predicate(b, values);
        if (left.equals(Predicate.TRUE) || right.equals(Predicate.TRUE)) {
          yield Predicate.TRUE;
        }
        if (left.equals(Predicate.FALSE)) {
          yield right;
        }
        yield right.equals(Predicate.FALSE) ? left : new Predicate.Or(left, right);
      }
      case Predicate.Bit(Index a, Index b) -> new Predicate.Bit(term(a, values), term(b, values));
      case Predicate.Prime(Index a) -> new Predicate.Prime(term(a, values));
      case Predicate.Exists(String v, Index bound, Predicate property) -> {
        Polynomial range = polynomial(bound, values);
        yield isAtMostZero(range)
            ? Predicate.FALSE
            : bind(
                v,
                values,
                property,
                this::predicate,
                p -> Parts.of(p).height(),
                (name, body) -> new Predicate.Exists(name, toIndex(range), body));
      }
      case Predicate.ForAll(String v, Index bound, Predicate property) -> {
        Polynomial range = polynomial(bound, values);
        yield isAtMostZero(range)
            ? Predicate.TRUE
            : bind(
                v,
                values,
                property,
                this::predicate,
                p -> Parts.of(p).height(),
                (name, body) -> new Predicate.ForAll(name, toIndex(range), body));
      }
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          apply(named.body(), named.parameters(), arguments, values, this::predicate);
    };
  }

  private Index term(Index term, Map<String, Polynomial> values) {
    return toIndex(polynomial(term, values));
  }

  /**
   * A definition unfolded at its arguments. Its body mentions nothing else, so the result is kept:
   * definitions that use one another would otherwise be unfolded again for every mention.
   */
  @SuppressWarnings("unchecked") // a body determines its sort
  private <B, R> R apply(
      B body,
      List<String> parameters,
      List<Index> arguments,
      Map<String, Polynomial> values,
      BiFunction<B, Map<String, Polynomial>, R> normalise) {
    List<Polynomial> normal =
        arguments.stream().map(argument -> polynomial(argument, values)).toList();
    Map<List<Polynomial>, Object> known = applied.computeIfAbsent(body, key -> new HashMap<>());
    Object result = known.get(normal);
    if (result == null) {
      Map<String, Polynomial> inner = new HashMap<>();
      for (int i = 0; i < normal.size(); i++) {
        inner.put(parameters.get(i), normal.get(i));
      }
      result = normalise.apply(body, inner);
      known.put(normal, result);
    }
    return (R) result;
  }

  /**
   * Normalises a body under a bound variable. The variable is named after the height of the normal
   * body, so every variable bound inside has a smaller number and no free one can be captured.
   */
  private <B, R> R bind(
      String variable,
      Map<String, Polynomial> values,
      B body,
      BiFunction<B, Map<String, Polynomial>, B> normalise,
      ToIntFunction<B> height,
      BiFunction<String, B, R> rebuild) {
    Map<String, Polynomial> inner = new HashMap<>(values);
    inner.put(variable, Polynomial.variable("?" + depth));
    depth++;
    int level = height.applyAsInt(normalise.apply(body, inner)) + 1;
    String name = "$" + level;
    inner.put(variable, Polynomial.variable(name));
    B normal = normalise.apply(body, inner);
    depth--;
    return rebuild.apply(name, normal);
  }

  private static boolean isAtMostZero(Polynomial p) {
    return p.isConstant() && p.constantTerm().signum() <= 0;
  }

  /**
   * For a numeral divisor c every coefficient k leaves {@code k mod c} behind: (cQ + R) div c = Q +
   * R div c.
   */
  private static Polynomial quotient(Polynomial dividend, Polynomial divisor) {
    if (dividend.isZero() || isAtMostZero(divisor)) {
      return Polynomial.ZERO;
    }
    if (!divisor.isConstant()) {
      return opaque(new Index.Divide(toIndex(dividend), toIndex(divisor)));
    }
    Polynomial rest = residue(dividend, divisor.constantTerm());
    Polynomial whole = dividend.minus(rest).times(Rational.ONE.dividedBy(divisor.constantTerm()));
    return rest.isConstant()
        ? whole
        : whole.plus(opaque(new Index.Divide(toIndex(rest), toIndex(divisor))));
  }

  private static Polynomial remainder(Polynomial dividend, Polynomial divisor) {
    if (dividend.isZero() || isAtMostZero(divisor)) {
      return Polynomial.ZERO;
    }
    if (!divisor.isConstant()) {
      return opaque(new Index.Modulo(toIndex(dividend), toIndex(divisor)));
    }
    Polynomial rest = residue(dividend, divisor.constantTerm());
    return rest.isConstant() ? rest : opaque(new Index.Modulo(toIndex(rest), toIndex(divisor)));
  }

  private static Polynomial residue(Polynomial dividend, Rational modulus) {
    Polynomial rest = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : dividend.terms().entrySet()) {
      BigInteger residue = term.getValue().numerator().mod(modulus.numerator());
      rest = rest.plus(Polynomial.of(term.getKey(), Rational.of(residue)));
    }
    return rest;
  }

  private static Polynomial length(Polynomial of) {
    if (of.isConstant()) {
      BigInteger value = of.constantTerm().floor();
      return Polynomial.of(value.signum() <= 0 ? 0 : value.bitLength());
    }
    return Polynomial.of(new Atom.Length(of));
  }

  /**
   * {@code 2^(A + k)} is {@code 2^k * 2^A} for constant k >= 0 only where A >= 0: below, the floor
   * bites.
   */
  private static Polynomial powerOfTwo(Polynomial exponent) {
    Rational constant = exponent.constantTerm();
    Polynomial rest = exponent.minus(Polynomial.of(constant));
    boolean small = constant.compareTo(Rational.of(MAXIMAL_SHIFT)) <= 0;
    if (rest.isZero() && constant.signum() < 0) {
      return Polynomial.ZERO;
    }
    if (constant.signum() >= 0 && small && Naturals.contains(rest)) {
      Polynomial factor = Polynomial.of(BigInteger.TWO.pow(constant.floor().intValueExact()));
      return rest.isZero() ? factor : factor.times(Polynomial.of(new Atom.PowerOfTwo(rest)));
    }
    return Polynomial.of(new Atom.PowerOfTwo(exponent));
  }

  private static Polynomial extremum(Polynomial a, Polynomial b, boolean maximum) {
    if (Naturals.contains(a.minus(b))) {
      return maximum ? a : b;
    }
    if (Naturals.contains(b.minus(a))) {
      return maximum ? b : a;
    }
    boolean ordered = a.compareTo(b) >= 0; // a constant comes last
    Index first = toIndex(ordered ? a : b);
    Index second = toIndex(ordered ? b : a);
    return opaque(maximum ? new Index.Maximum(first, second) : new Index.Minimum(first, second));
  }

  private static Polynomial opaque(Index term) {
    return Polynomial.of(new Atom.Opaque(term));
  }

  /** A polynomial with integer coefficients as a term of the same value. */
  public static Index toIndex(Polynomial p) {
    Index sum = null;
    for (Map.Entry<Monomial, Rational> term : new TreeMap<>(p.terms()).entrySet()) {
      if (!term.getValue().isInteger()) {
        throw new IllegalArgumentException("not an index term: " + p);
      }
      BigInteger coefficient = term.getValue().numerator();
      boolean subtract = sum != null && coefficient.signum() < 0;
      Index product = product(subtract ? coefficient.negate() : coefficient, term.getKey());
      if (sum == null) {
        sum = product;
      } else {
        sum = subtract ? sum.minus(product) : sum.plus(product);
      }
    }
    return sum == null ? Index.ZERO : sum;
  }

  private static Index product(BigInteger coefficient, Monomial monomial) {
    Index product = null;
    if (!coefficient.equals(BigInteger.ONE) || monomial.exponents().isEmpty()) {
      product = new Index.Number(coefficient);
    }
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      for (int i = 0; i < factor.getValue(); i++) {
        Index next = toIndex(factor.getKey());
        product = product == null ? next : product.times(next);
      }
    }
    if (product == null) {
      throw new IllegalStateException("an empty product has its coefficient");
    }
    return product;
  }

  private static Index toIndex(Atom atom) {
    return switch (atom) {
      case Atom.Variable(String name) -> Index.variable(name);
      case Atom.Length(Polynomial of) -> new Index.Length(toIndex(of));
      case Atom.PowerOfTwo(Polynomial exponent) -> new Index.PowerOfTwo(toIndex(exponent));
      case Atom.Opaque opaque -> opaque.term();
      case Atom.Unnamed unnamed ->
          throw new IllegalArgumentException("not an index term: " + unnamed);
    };
  }
}
