package tc0.kernel;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A product of atoms with positive exponents; the empty product is 1. Ordered with the fastest
 * growing first.
 */
public final class Monomial implements Comparable<Monomial> {

  /** The empty product. */
  public static final Monomial ONE = new Monomial(new TreeMap<>());

  private final SortedMap<Atom, Integer> exponents;
  private final int exponentials;
  private final int lengths;
  private final int degree;
  private final int hash;

  /** The product of the atoms to their exponents, which are positive. */
  public Monomial(SortedMap<Atom, Integer> exponents) {
    this(new TreeMap<>(exponents));
  }

  private Monomial(TreeMap<Atom, Integer> exponents) {
    int powers = 0;
    int logs = 0;
    int all = 0;
    for (Map.Entry<Atom, Integer> factor : exponents.entrySet()) {
      int exponent = factor.getValue();
      if (exponent <= 0) {
        throw new IllegalArgumentException("exponents are positive");
      }
      all = Math.addExact(all, exponent);
      powers += factor.getKey() instanceof Atom.PowerOfTwo ? exponent : 0;
      logs += factor.getKey() instanceof Atom.Length ? exponent : 0;
    }
    this.exponents = Collections.unmodifiableSortedMap(exponents);
    this.exponentials = powers;
    this.lengths = logs;
    this.degree = all;
    this.hash = exponents.hashCode();
  }

  /** The monomial {@code atom}. */
  public static Monomial of(Atom atom) {
    TreeMap<Atom, Integer> single = new TreeMap<>();
    single.put(atom, 1);
    return new Monomial(single);
  }

  /** {@code this * other}. */
  public Monomial times(Monomial other) {
    if (exponents.isEmpty()) {
      return other;
    }
    if (other.exponents.isEmpty()) {
      return this;
    }
    TreeMap<Atom, Integer> product = new TreeMap<>(exponents);
    other.exponents.forEach((atom, exponent) -> product.merge(atom, exponent, Math::addExact));
    return new Monomial(product);
  }

  /** The product of the other atoms. */
  public Monomial without(Atom atom) {
    TreeMap<Atom, Integer> rest = new TreeMap<>(exponents);
    rest.remove(atom);
    return new Monomial(rest);
  }

  /** The greatest common divisor. */
  public Monomial gcd(Monomial other) {
    TreeMap<Atom, Integer> common = new TreeMap<>();
    exponents.forEach(
        (atom, exponent) -> {
          int least = Math.min(exponent, other.exponent(atom));
          if (least > 0) {
            common.put(atom, least);
          }
        });
    return new Monomial(common);
  }

  /** The quotient; {@code divisor} must divide this monomial. */
  public Monomial dividedBy(Monomial divisor) {
    TreeMap<Atom, Integer> quotient = new TreeMap<>(exponents);
    divisor.exponents.forEach(
        (atom, exponent) -> {
          int rest = exponent(atom) - exponent;
          if (rest > 0) {
            quotient.put(atom, rest);
          } else if (rest == 0) {
            quotient.remove(atom);
          } else {
            throw new ArithmeticException(divisor + " does not divide " + this);
          }
        });
    return new Monomial(quotient);
  }

  /** The exponent of {@code atom}, 0 if it does not occur. */
  public int exponent(Atom atom) {
    return exponents.getOrDefault(atom, 0);
  }

  /** The atoms with their exponents. */
  public SortedMap<Atom, Integer> exponents() {
    return exponents;
  }

  /** The sum of the exponents. */
  public int degree() {
    return degree;
  }

  private int compareAtoms(Monomial other) {
    Iterator<Map.Entry<Atom, Integer>> rest = other.exponents.entrySet().iterator();
    for (Map.Entry<Atom, Integer> factor : exponents.entrySet()) {
      if (!rest.hasNext()) {
        return 1;
      }
      Map.Entry<Atom, Integer> second = rest.next();
      int order = factor.getKey().compareTo(second.getKey());
      if (order == 0) {
        order = Integer.compare(second.getValue(), factor.getValue());
      }
      if (order != 0) {
        return order;
      }
    }
    return rest.hasNext() ? -1 : 0;
  }

  @Override
  public int compareTo(Monomial other) {
    if (this == other) {
      return 0;
    }
    if (exponentials != other.exponentials) {
      return Integer.compare(other.exponentials, exponentials);
    }
    if (degree - lengths != other.degree - other.lengths) {
      return Integer.compare(other.degree - other.lengths, degree - lengths);
    }
    return lengths != other.lengths ? Integer.compare(other.lengths, lengths) : compareAtoms(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial monomial
        && hash == monomial.hash
        && exponents.equals(monomial.exponents);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Factors joined by {@code *}, for example {@code n^2*p}. */
  @Override
  public String toString() {
    return exponents.entrySet().stream()
        .map(
            factor ->
                factor.getValue() == 1
                    ? factor.getKey().toString()
                    : base(factor.getKey()) + "^" + factor.getValue())
        .collect(Collectors.joining("*"));
  }

  private static String base(Atom atom) {
    boolean tight =
        atom instanceof Atom.Variable
            || atom instanceof Atom.Length
            || atom instanceof Atom.Unnamed;
    return tight ? atom.toString() : "(" + atom + ")";
  }
}
