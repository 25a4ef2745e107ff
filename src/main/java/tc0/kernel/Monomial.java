package tc0.kernel;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A product of atoms with positive exponents; the empty product is 1. Ordered with the fastest
 * growing first.
 */
public record Monomial(SortedMap<Atom, Integer> exponents) implements Comparable<Monomial> {

  /** The empty product. */
  public static final Monomial ONE = new Monomial(new TreeMap<>());

  private static final Comparator<Monomial> ORDER =
      Comparator.<Monomial>comparingInt(m -> m.exponentials())
          .thenComparingInt(m -> m.degree() - m.lengths())
          .thenComparingInt(Monomial::lengths)
          .reversed()
          .thenComparing(Monomial::compareAtoms);

  public Monomial {
    exponents = Collections.unmodifiableSortedMap(new TreeMap<>(exponents));
    if (exponents.values().stream().anyMatch(exponent -> exponent <= 0)) {
      throw new IllegalArgumentException("exponents are positive");
    }
  }

  /** The monomial {@code atom}. */
  public static Monomial of(Atom atom) {
    return new Monomial(new TreeMap<>(Map.of(atom, 1)));
  }

  /** {@code this * other}. */
  public Monomial times(Monomial other) {
    if (exponents.isEmpty()) {
      return other;
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

  /** The sum of the exponents. */
  public int degree() {
    return exponents.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int exponentials() {
    return exponents.entrySet().stream()
        .mapToInt(e -> e.getKey() instanceof Atom.PowerOfTwo ? e.getValue() : 0)
        .sum();
  }

  private int lengths() {
    return exponents.entrySet().stream()
        .mapToInt(e -> e.getKey() instanceof Atom.Length ? e.getValue() : 0)
        .sum();
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
    return ORDER.compare(this, other);
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
