package tc0.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tc0.kernel.Growth;
import tc0.kernel.Regime;
import tc0.kernel.SizeBound;

/**
 * The growth of a bound in all its sizes together: the product of its growths in each size alone.
 * Each term of a bound is a product of one factor for every size, so for sizes of at least 2 it is
 * at most the product of the largest such factors.
 */
final class JointGrowth {
  private static final Growth.Order CONSTANT = new Growth.Order(0, 0);

  private JointGrowth() {}

  /** For example {@code O(n^2 p log p)}. */
  static String of(SizeBound bound, List<String> parameters) {
    List<String> factors = new ArrayList<>();
    for (String parameter : parameters) {
      switch (alone(parameter, parameters).growth(bound)) {
        case Growth.Order(int degree, int logs) -> {
          if (degree > 0) {
            factors.add(parameter + power(degree));
          }
          if (logs > 0) {
            factors.add("log" + power(logs) + " " + parameter);
          }
        }
        case Growth.SomePolynomial some -> factors.add("poly(" + parameter + ")");
        case Growth.Exceeds exceeds -> {
          return "more than a polynomial in " + parameter;
        }
      }
    }
    return factors.isEmpty() ? "O(1)" : "O(" + String.join(" ", factors) + ")";
  }

  private static String power(int exponent) {
    return exponent == 1 ? "" : "^" + exponent;
  }

  /** One size grows, the others are constants. */
  private static Regime alone(String parameter, List<String> parameters) {
    SortedMap<String, Regime.Rate> rates = new TreeMap<>();
    for (String other : parameters) {
      rates.put(
          other,
          other.equals(parameter) ? new Regime.Rate.Base() : new Regime.Rate.Within(CONSTANT));
    }
    return new Regime(parameter + " alone", rates, List.of());
  }
}
