package tc0.kernel;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A depth {@code constant + sum of coefficient * atom}. Atoms are natural numbers; the coefficients
 * are polynomials over size parameters and mention no binder.
 */
public record LinearDepth(Polynomial constant, SortedMap<DepthAtom, Polynomial> coefficients) {

  /** The depth 0. */
  public static final LinearDepth ZERO = of(Polynomial.ZERO);

  /** The depth of one gate. */
  public static final LinearDepth ONE = of(Polynomial.ONE);

  public LinearDepth {
    if (coefficients.isEmpty()) {
      coefficients = Collections.emptySortedMap();
    } else {
      TreeMap<DepthAtom, Polynomial> copy = new TreeMap<>(coefficients);
      copy.values().removeIf(Polynomial::isZero);
      coefficients = Collections.unmodifiableSortedMap(copy);
    }
  }

  /** A depth without atoms. */
  public static LinearDepth of(Polynomial constant) {
    return new LinearDepth(constant, Collections.emptySortedMap());
  }

  /** The depth {@code atom}. */
  public static LinearDepth of(DepthAtom atom) {
    return new LinearDepth(Polynomial.ZERO, new TreeMap<>(Map.of(atom, Polynomial.ONE)));
  }

  /** The coefficient of an atom, 0 where it does not occur. */
  public Polynomial coefficient(DepthAtom atom) {
    return coefficients.getOrDefault(atom, Polynomial.ZERO);
  }

  LinearDepth plus(LinearDepth other) {
    if (coefficients.isEmpty() || other.coefficients.isEmpty()) {
      SortedMap<DepthAtom, Polynomial> all =
          coefficients.isEmpty() ? other.coefficients : coefficients;
      return new LinearDepth(constant.plus(other.constant), all);
    }
    TreeMap<DepthAtom, Polynomial> sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((atom, value) -> sum.merge(atom, value, Polynomial::plus));
    return new LinearDepth(constant.plus(other.constant), sum);
  }

  LinearDepth minus(LinearDepth other) {
    return plus(other.times(Polynomial.of(-1)));
  }

  LinearDepth times(Polynomial factor) {
    return map(coefficient -> coefficient.times(factor));
  }

  /**
   * The coefficientwise maximum, which is at least both because atoms and parameters are not
   * negative.
   */
  LinearDepth join(LinearDepth other) {
    TreeMap<DepthAtom, Polynomial> join = new TreeMap<>(coefficients);
    join.replaceAll((atom, value) -> value.join(other.coefficient(atom)));
    other.coefficients.forEach(
        (atom, value) -> join.computeIfAbsent(atom, absent -> value.join(Polynomial.ZERO)));
    return new LinearDepth(constant.join(other.constant), join);
  }

  /** Applies an operation to the constant and to every coefficient. */
  LinearDepth map(UnaryOperator<Polynomial> operation) {
    TreeMap<DepthAtom, Polynomial> mapped = new TreeMap<>(coefficients);
    mapped.replaceAll((atom, value) -> operation.apply(value));
    return new LinearDepth(operation.apply(constant), mapped);
  }

  /** Replaces atoms; those that become equal add up. */
  LinearDepth rename(UnaryOperator<DepthAtom> renaming) {
    TreeMap<DepthAtom, Polynomial> renamed = new TreeMap<>();
    coefficients.forEach(
        (atom, value) -> renamed.merge(renaming.apply(atom), value, Polynomial::plus));
    return new LinearDepth(constant, renamed);
  }

  /** The size parameters that occur in coefficients and in the sizes of atoms. */
  public Set<String> parameters() {
    Set<String> names = new TreeSet<>(constant.variables());
    coefficients.forEach(
        (atom, value) -> {
          names.addAll(value.variables());
          if (atom instanceof DepthAtom.Body(String circuit, List<Polynomial> sizes)) {
            sizes.forEach(size -> names.addAll(size.variables()));
          }
        });
    return names;
  }

  /** This depth with upper bounds in place of size parameters. */
  LinearDepth substitute(Map<String, Polynomial> values) {
    if (values.isEmpty()) {
      return this;
    }
    return rename(
            atom ->
                switch (atom) {
                  case DepthAtom.Body(String circuit, List<Polynomial> sizes) ->
                      new DepthAtom.Body(
                          circuit,
                          sizes.stream().map(size -> Bounds.substitute(size, values)).toList());
                  case DepthAtom.Named named -> named;
                })
        .map(coefficient -> Bounds.substitute(monotone(coefficient), values));
  }

  /**
   * A polynomial that is at least the given one and grows with every parameter, so that bounds may
   * be put in.
   */
  private static Polynomial monotone(Polynomial polynomial) {
    Polynomial constant = Polynomial.of(polynomial.constantTerm());
    return polynomial.minus(constant).positivePart().plus(constant);
  }

  /** Whether this is at most {@code other} for all naturals, coefficient by coefficient. */
  boolean isDominatedBy(LinearDepth other) {
    for (Map.Entry<DepthAtom, Polynomial> term : coefficients.entrySet()) {
      if (!isAtMost(term.getValue(), other.coefficient(term.getKey()))) {
        return false;
      }
    }
    for (Map.Entry<DepthAtom, Polynomial> term : other.coefficients.entrySet()) {
      if (!coefficients.containsKey(term.getKey())
          && !term.getValue().hasNonNegativeCoefficients()) {
        return false;
      }
    }
    return isAtMost(constant, other.constant);
  }

  private static boolean isAtMost(Polynomial left, Polynomial right) {
    if (left.isConstant() && right.isConstant()) {
      return left.constantTerm().compareTo(right.constantTerm()) <= 0;
    }
    return left.equals(right) || right.minus(left).hasNonNegativeCoefficients();
  }

  /** For example {@code 6*d_std + (m + 1)*d_g + 2}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    coefficients.forEach((atom, value) -> append(text, value, atom.toString()));
    if (!constant.isZero() || text.isEmpty()) {
      append(text, constant, "");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Polynomial value, String atom) {
    String coefficient = value.toString();
    if (!atom.isEmpty()) {
      if (coefficient.equals("1")) {
        coefficient = atom;
      } else if (coefficient.equals("-1")) {
        coefficient = "-" + atom;
      } else {
        coefficient =
            (coefficient.contains(" ") ? "(" + coefficient + ")" : coefficient) + "*" + atom;
      }
    }
    if (text.isEmpty()) {
      text.append(coefficient);
    } else if (coefficient.startsWith("-") && !coefficient.contains(" ")) {
      text.append(" - ").append(coefficient.substring(1));
    } else {
      text.append(" + ").append(coefficient);
    }
  }
}
