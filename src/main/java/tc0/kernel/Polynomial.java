package tc0.kernel;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A polynomial with rational coefficients over {@link Atom}s, in a canonical form: equal functions
 * of the atoms are equal objects, and the text is the same in every run. Immutable.
 */
public final class Polynomial implements Comparable<Polynomial> {

  /** Zero. */
  public static final Polynomial ZERO = new Polynomial(new TreeMap<>());

  /** One. */
  public static final Polynomial ONE = of(1);

  /** More monomials than this are refused. */
  public static final int MAXIMAL_MONOMIALS = 10_000;

  private final SortedMap<Monomial, Rational> terms; // no zero coefficient
  private Optional<SortedSet<String>> variables = Optional.empty(); // until it is asked for

  private Polynomial(TreeMap<Monomial, Rational> terms) {
    if (terms.size() > MAXIMAL_MONOMIALS) {
      throw new Refusal(Rule.LIMIT, "a bound has more than " + MAXIMAL_MONOMIALS + " monomials");
    }
    this.terms = Collections.unmodifiableSortedMap(terms);
  }

  /** The constant {@code value}. */
  public static Polynomial of(long value) {
    return of(Rational.of(value));
  }

  /** The constant {@code value}. */
  public static Polynomial of(BigInteger value) {
    return of(Rational.of(value));
  }

  /** The constant {@code value}. */
  public static Polynomial of(Rational value) {
    return of(Monomial.ONE, value);
  }

  /** The atom as a polynomial. */
  public static Polynomial of(Atom atom) {
    return of(Monomial.of(atom), Rational.ONE);
  }

  /** {@code coefficient * monomial}. */
  public static Polynomial of(Monomial monomial, Rational coefficient) {
    TreeMap<Monomial, Rational> terms = new TreeMap<>();
    if (coefficient.signum() != 0) {
      terms.put(monomial, coefficient);
    }
    return new Polynomial(terms);
  }

  /** The size parameter or binder {@code name}. */
  public static Polynomial variable(String name) {
    return of(new Atom.Variable(name));
  }

  /** {@code this + other}. */
  public Polynomial plus(Polynomial other) {
    if (other.isZero()) {
      return this;
    }
    if (isZero()) {
      return other;
    }
    TreeMap<Monomial, Rational> sum = new TreeMap<>(terms);
    other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
    return new Polynomial(sum);
  }

  /** {@code this - other}. */
  public Polynomial minus(Polynomial other) {
    if (other.isZero()) {
      return this;
    }
    TreeMap<Monomial, Rational> difference = new TreeMap<>(terms);
    other.terms.forEach((monomial, value) -> add(difference, monomial, value.negate()));
    return new Polynomial(difference);
  }

  /** {@code -this}. */
  public Polynomial negate() {
    return times(Rational.of(-1));
  }

  /** {@code factor * this}. */
  public Polynomial times(Rational factor) {
    TreeMap<Monomial, Rational> product = new TreeMap<>();
    if (factor.signum() != 0) {
      terms.forEach((monomial, coefficient) -> product.put(monomial, coefficient.times(factor)));
    }
    return new Polynomial(product);
  }

  /** {@code factor * this}. */
  public Polynomial times(long factor) {
    return times(Rational.of(factor));
  }

  /** {@code this * other}; a {@link Refusal} beyond {@link #MAXIMAL_MONOMIALS}. */
  public Polynomial times(Polynomial other) {
    if ((long) terms.size() * other.terms.size() > 100L * MAXIMAL_MONOMIALS) {
      throw new Refusal(Rule.LIMIT, "a product of bounds has too many monomials");
    }
    if (isOne()) {
      return other;
    }
    if (other.isOne()) {
      return this;
    }
    TreeMap<Monomial, Rational> product = new TreeMap<>();
    terms.forEach(
        (left, a) ->
            other.terms.forEach((right, b) -> add(product, left.times(right), a.times(b))));
    return new Polynomial(product);
  }

  /** {@code this^exponent}, {@code exponent >= 0}. */
  public Polynomial power(int exponent) {
    if (exponent == 0) {
      return ONE;
    }
    Polynomial result = this;
    for (int i = 1; i < exponent; i++) {
      result = result.times(this);
    }
    return result;
  }

  /**
   * The coefficientwise maximum. Since atoms other than {@link Atom.Opaque} are natural numbers, it
   * is at least both arguments when no opaque atom occurs.
   */
  public Polynomial join(Polynomial other) {
    TreeMap<Monomial, Rational> result = new TreeMap<>();
    terms.forEach((m, c) -> put(result, m, c.max(other.coefficient(m))));
    other.terms.forEach((m, c) -> put(result, m, c.max(coefficient(m))));
    return new Polynomial(result);
  }

  private static void put(TreeMap<Monomial, Rational> target, Monomial monomial, Rational value) {
    if (value.signum() != 0) {
      target.put(monomial, value);
    }
  }

  private static void add(TreeMap<Monomial, Rational> target, Monomial monomial, Rational value) {
    Rational sum = target.getOrDefault(monomial, Rational.ZERO).plus(value);
    if (sum.signum() == 0) {
      target.remove(monomial);
    } else {
      target.put(monomial, sum);
    }
  }

  /** The monomials with their non-zero coefficients, fastest growing first. */
  public SortedMap<Monomial, Rational> terms() {
    return terms;
  }

  /** The coefficient of {@code monomial}, 0 if it does not occur. */
  public Rational coefficient(Monomial monomial) {
    return terms.getOrDefault(monomial, Rational.ZERO);
  }

  /** The coefficient of the empty monomial. */
  public Rational constantTerm() {
    return coefficient(Monomial.ONE);
  }

  /** Whether this is 0. */
  public boolean isZero() {
    return terms.isEmpty();
  }

  private boolean isOne() {
    return terms.size() == 1 && Rational.ONE.equals(terms.get(Monomial.ONE));
  }

  /** Whether no atom occurs. */
  public boolean isConstant() {
    return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Monomial.ONE));
  }

  /** Whether this is one atom with coefficient and exponent 1. */
  public boolean isSingleAtom() {
    return terms.size() == 1
        && terms.firstKey().degree() == 1
        && terms.get(terms.firstKey()).equals(Rational.ONE);
  }

  /** Whether every coefficient is at least 0. */
  public boolean hasNonNegativeCoefficients() {
    for (Rational coefficient : terms.values()) {
      if (coefficient.signum() < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether every coefficient is an integer. */
  public boolean hasIntegerCoefficients() {
    return terms.values().stream().allMatch(Rational::isInteger);
  }

  /** The sum of the terms with a positive coefficient. */
  public Polynomial positivePart() {
    TreeMap<Monomial, Rational> result = new TreeMap<>();
    terms.forEach((m, c) -> put(result, m, c.max(Rational.ZERO)));
    return new Polynomial(result);
  }

  /** The greatest sum of exponents of a monomial; 0 for a constant. */
  public int degree() {
    return terms.keySet().stream().mapToInt(Monomial::degree).max().orElse(0);
  }

  /** The atoms that occur, not looking inside atoms. */
  public SortedSet<Atom> atoms() {
    SortedSet<Atom> atoms = new TreeSet<>();
    terms.keySet().forEach(monomial -> atoms.addAll(monomial.exponents().keySet()));
    return atoms;
  }

  /** The free variables, those inside atoms included. */
  public SortedSet<String> variables() {
    if (variables.isEmpty()) {
      TreeSet<String> names = new TreeSet<>();
      for (Atom atom : atoms()) {
        names.addAll(variables(atom));
      }
      variables = Optional.of(Collections.unmodifiableSortedSet(names));
    }
    return variables.get();
  }

  /** The free variables of an atom. */
  public static Set<String> variables(Atom atom) {
    return switch (atom) {
      case Atom.Variable(String name) -> Set.of(name);
      case Atom.Length(Polynomial of) -> of.variables();
      case Atom.PowerOfTwo(Polynomial exponent) -> exponent.variables();
      case Atom.Opaque opaque -> opaque.variables();
      case Atom.Unnamed unnamed -> {
        SortedSet<String> names = new TreeSet<>();
        unnamed.arguments().forEach(argument -> names.addAll(argument.variables()));
        yield names;
      }
    };
  }

  /** Replaces every atom (at the outer level) by the polynomial that {@code replacement} gives. */
  public Polynomial mapAtoms(Function<Atom, Polynomial> replacement) {
    Map<Atom, Polynomial> replaced = new HashMap<>();
    for (Atom atom : atoms()) {
      Polynomial value = replacement.apply(atom);
      if (!value.isSingleAtom() || value.terms.firstKey().exponent(atom) == 0) {
        replaced.put(atom, value);
      }
    }
    if (replaced.isEmpty()) {
      return this;
    }
    TreeMap<Monomial, Rational> result = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      Monomial kept = term.getKey();
      Polynomial product = ONE;
      for (Map.Entry<Atom, Integer> factor : term.getKey().exponents().entrySet()) {
        Polynomial value = replaced.get(factor.getKey());
        if (value != null) {
          kept = kept.without(factor.getKey());
          product = product.times(value.power(factor.getValue()));
        }
      }
      product = of(kept, term.getValue()).times(product);
      product.terms.forEach((monomial, coefficient) -> add(result, monomial, coefficient));
    }
    return new Polynomial(result);
  }

  @Override
  public int compareTo(Polynomial other) {
    Iterator<Map.Entry<Monomial, Rational>> rest = other.terms.entrySet().iterator();
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      if (!rest.hasNext()) {
        return 1;
      }
      Map.Entry<Monomial, Rational> second = rest.next();
      int order = term.getKey().compareTo(second.getKey());
      if (order == 0) {
        order = term.getValue().compareTo(second.getValue());
      }
      if (order != 0) {
        return order;
      }
    }
    return rest.hasNext() ? -1 : 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Polynomial polynomial && terms.equals(polynomial.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** The terms as one writes them, for example {@code 2*n^2*p + len(n) - 1}. */
  @Override
  public String toString() {
    if (terms.isEmpty()) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    terms.forEach(
        (monomial, coefficient) -> {
          boolean negative = coefficient.signum() < 0;
          if (text.isEmpty()) {
            text.append(negative ? "-" : "");
          } else {
            text.append(negative ? " - " : " + ");
          }
          Rational size = negative ? coefficient.negate() : coefficient;
          if (monomial.exponents().isEmpty()) {
            text.append(size);
          } else if (size.equals(Rational.ONE)) {
            text.append(monomial);
          } else {
            text.append(size).append('*').append(monomial);
          }
        });
    return text.toString();
  }
}
