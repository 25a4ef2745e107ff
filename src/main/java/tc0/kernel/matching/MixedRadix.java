package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Atom;
import tc0.kernel.Monomial;
import tc0.kernel.Polynomial;

/**
 * Rule N4: a permutation of {@code [0, u_1 ... u_m)} that reads the digits of an index in mixed
 * radix and writes them in another order: {@code from} is the index, {@code to} its image, both as
 * polynomials over fresh digits.
 *
 * @param bounds every digit is below its radix
 * @param nextLevel the first nesting depth after the digits
 */
record MixedRadix(Polynomial from, Polynomial to, List<Condition> bounds, int nextLevel) {

  /** Lists of more factors than this are not permuted. */
  private static final int MAXIMAL_FACTORS = 4;

  /** Permutations beyond this number are not tried. */
  private static final int MAXIMAL_PERMUTATIONS = 64;

  /** The permutations of a list whose length is a product of symbols; empty for other lengths. */
  static List<MixedRadix> permutations(Polynomial length, int level) {
    Optional<List<Polynomial>> factors = factors(length);
    if (factors.isEmpty()) {
      return List.of();
    }
    List<MixedRadix> result = new ArrayList<>();
    List<List<Integer>> orders = orders(factors.get().size());
    for (List<Integer> arrangement : orders) {
      List<Polynomial> radices = arrangement.stream().map(factors.get()::get).toList();
      for (List<Integer> order : orders) {
        if (!order.equals(orders.get(0)) && result.size() < MAXIMAL_PERMUTATIONS) {
          result.add(of(radices, order, level));
        }
      }
    }
    return result.stream().distinct().toList();
  }

  private static MixedRadix of(List<Polynomial> radices, List<Integer> order, int level) {
    List<Polynomial> digits = new ArrayList<>();
    List<Condition> bounds = new ArrayList<>();
    for (int i = 0; i < radices.size(); i++) {
      Polynomial digit = Polynomial.variable(Symbols.bound(level + i));
      digits.add(digit);
      bounds.add(new Condition.AtLeastZero(radices.get(i).minus(digit).minus(Polynomial.ONE)));
    }
    Polynomial from = Polynomial.ZERO;
    Polynomial to = Polynomial.ZERO;
    for (int i = 0; i < radices.size(); i++) {
      from = from.times(radices.get(i)).plus(digits.get(i));
      to = to.times(radices.get(order.get(i))).plus(digits.get(order.get(i)));
    }
    return new MixedRadix(from, to, bounds, level + radices.size());
  }

  private static Optional<List<Polynomial>> factors(Polynomial length) {
    if (length.terms().size() != 1
        || !length.hasIntegerCoefficients()
        || !length.hasNonNegativeCoefficients()) {
      return Optional.empty();
    }
    Monomial monomial = length.terms().firstKey();
    List<Polynomial> factors = new ArrayList<>();
    Polynomial coefficient = Polynomial.of(length.coefficient(monomial));
    if (!coefficient.equals(Polynomial.ONE)) {
      factors.add(coefficient);
    }
    for (Map.Entry<Atom, Integer> factor : monomial.exponents().entrySet()) {
      if (!(factor.getKey() instanceof Atom.Variable)) {
        return Optional.empty();
      }
      for (int i = 0; i < factor.getValue(); i++) {
        factors.add(Polynomial.of(factor.getKey()));
      }
    }
    return factors.size() < 2 || factors.size() > MAXIMAL_FACTORS
        ? Optional.empty()
        : Optional.of(factors);
  }

  /** All orders of {@code 0 .. size - 1}, the identity first. */
  private static List<List<Integer>> orders(int size) {
    List<List<Integer>> orders = new ArrayList<>(List.of(List.of()));
    for (int position = 0; position < size; position++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : orders) {
        for (int next = 0; next < size; next++) {
          if (!order.contains(next)) {
            List<Integer> extended = new ArrayList<>(order);
            extended.add(next);
            longer.add(List.copyOf(extended));
          }
        }
      }
      orders = longer;
    }
    return orders;
  }
}
