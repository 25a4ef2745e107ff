package tc0.kernel.matching;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tc0.kernel.Monomial;
import tc0.kernel.Polynomial;

/**
 * Fourier-Motzkin elimination over the integers: a system of inequalities {@code p >= 0}, linear in
 * their monomials, is contradictory if eliminating the monomials one by one leaves {@code -c >= 0}
 * with {@code c > 0}. Every derived inequality is divided by the content of its coefficients, the
 * constant rounded down, which keeps all integer solutions.
 *
 * <p>Sound and incomplete: false means that no contradiction was found within the limits.
 */
final class FourierMotzkin {

  /** More inequalities than this at a time are given up. */
  private static final int MAXIMAL_ROWS = 400;

  /** {@code sum of coefficients[i] * monomial_i + constant >= 0}. */
  private record Row(List<BigInteger> coefficients, BigInteger constant) {}

  private FourierMotzkin() {}

  /** Whether no integer assignment satisfies all {@code inequalities}. */
  static boolean isContradictory(List<Polynomial> inequalities) {
    Map<Monomial, Integer> columns = new TreeMap<>();
    for (Polynomial inequality : inequalities) {
      for (Monomial monomial : inequality.terms().keySet()) {
        if (!monomial.equals(Monomial.ONE)) {
          columns.putIfAbsent(monomial, columns.size());
        }
      }
    }
    Map<List<BigInteger>, BigInteger> system = new HashMap<>();
    for (Polynomial inequality : inequalities) {
      BigInteger[] coefficients = new BigInteger[columns.size()];
      Arrays.fill(coefficients, BigInteger.ZERO);
      inequality
          .terms()
          .forEach(
              (monomial, coefficient) -> {
                if (!monomial.equals(Monomial.ONE)) {
                  coefficients[columns.get(monomial)] = coefficient.numerator();
                }
              });
      if (add(system, coefficients, inequality.constantTerm().numerator())) {
        return true;
      }
    }
    return eliminateAll(system, columns.size());
  }

  private static boolean eliminateAll(Map<List<BigInteger>, BigInteger> start, int columns) {
    Map<List<BigInteger>, BigInteger> system = start;
    boolean[] done = new boolean[columns];
    for (int step = 0; step < columns; step++) {
      int column = cheapest(system, done);
      done[column] = true;
      List<Row> lower = new ArrayList<>();
      List<Row> upper = new ArrayList<>();
      Map<List<BigInteger>, BigInteger> next = new HashMap<>();
      system.forEach(
          (coefficients, constant) -> {
            int sign = coefficients.get(column).signum();
            if (sign == 0) {
              next.put(coefficients, constant);
            } else {
              (sign > 0 ? lower : upper).add(new Row(coefficients, constant));
            }
          });
      if (next.size() + (long) lower.size() * upper.size() > MAXIMAL_ROWS) {
        return false;
      }
      for (Row low : lower) {
        for (Row high : upper) {
          if (combine(next, low, high, column)) {
            return true;
          }
        }
      }
      system = next;
    }
    return false;
  }

  /** Adds the combination that cancels the column; whether it is a contradiction. */
  private static boolean combine(
      Map<List<BigInteger>, BigInteger> system, Row low, Row high, int column) {
    BigInteger a = low.coefficients().get(column);
    BigInteger b = high.coefficients().get(column).negate();
    BigInteger[] sum = new BigInteger[low.coefficients().size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = low.coefficients().get(i).multiply(b).add(high.coefficients().get(i).multiply(a));
    }
    return add(system, sum, low.constant().multiply(b).add(high.constant().multiply(a)));
  }

  /**
   * Adds a row, keeping the stronger of two with the same left side; whether it is a contradiction.
   */
  private static boolean add(
      Map<List<BigInteger>, BigInteger> system, BigInteger[] coefficients, BigInteger constant) {
    BigInteger content = BigInteger.ZERO;
    for (BigInteger coefficient : coefficients) {
      content = content.gcd(coefficient);
    }
    if (content.signum() == 0) {
      return constant.signum() < 0;
    }
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = coefficients[i].divide(content);
    }
    BigInteger[] parts = constant.divideAndRemainder(content);
    BigInteger rounded = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    system.merge(List.of(coefficients), rounded, BigInteger::min);
    return false;
  }

  private static int cheapest(Map<List<BigInteger>, BigInteger> system, boolean[] done) {
    int best = -1;
    long leastGrowth = Long.MAX_VALUE;
    for (int column = 0; column < done.length; column++) {
      if (done[column]) {
        continue;
      }
      long lower = 0;
      long upper = 0;
      for (List<BigInteger> row : system.keySet()) {
        int sign = row.get(column).signum();
        lower += sign > 0 ? 1 : 0;
        upper += sign < 0 ? 1 : 0;
      }
      long growth = lower * upper - lower - upper;
      if (growth < leastGrowth) {
        leastGrowth = growth;
        best = column;
      }
    }
    return best;
  }
}
