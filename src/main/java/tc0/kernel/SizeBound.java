package tc0.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A bound on a natural number that a circuit has: gates, edges, wires, cells, mass. Its value at
 * sizes is what its parts say, and every part is monotone in the size parameters and in the {@link
 * Atom#cells cells} and {@link Atom#mass masses}.
 *
 * <p>Written out, the bounds of a circuit that calls others that call others have thousands of
 * monomials. So they are written out only up to {@link #MAXIMAL_EXPANSION} monomials; beyond, sums,
 * products and the bounds of callees stay as they are. Nothing is coarsened: {@link #polynomial} is
 * the bound written out, and {@link GrowthRules} and values at sizes follow the structure.
 */
public sealed interface SizeBound {

  /** A bound is written out while it has at most this many monomials. */
  int MAXIMAL_EXPANSION = 64;

  /** Zero. */
  SizeBound ZERO = of(Polynomial.ZERO);

  /** One. */
  SizeBound ONE = of(Polynomial.ONE);

  /** A polynomial in the domain of {@link Bounds}. */
  record Expanded(Polynomial value) implements SizeBound {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** The sum of at least two bounds. */
  record Sum(List<SizeBound> summands) implements SizeBound {
    public Sum {
      summands = List.copyOf(summands);
    }

    @Override
    public String toString() {
      return summands.stream().map(SizeBound::toString).collect(Collectors.joining(" + "));
    }
  }

  /** A product. */
  record Product(SizeBound left, SizeBound right) implements SizeBound {
    @Override
    public String toString() {
      return factor(left) + "*" + factor(right);
    }

    private static String factor(SizeBound bound) {
      boolean sum =
          bound instanceof Sum
              || bound instanceof Expanded(Polynomial value) && value.terms().size() > 1;
      return sum ? "(" + bound + ")" : bound.toString();
    }
  }

  /** The larger of two bounds. */
  record Maximum(SizeBound left, SizeBound right) implements SizeBound {
    @Override
    public String toString() {
      return "max(" + left + ", " + right + ")";
    }
  }

  /**
   * The bound of a callee at bounds on what it is given.
   *
   * @param name what is bounded, for example {@code wires[std.integer.add]}; for readers
   * @param bound over the names of the callee
   * @param arguments for every name that occurs in {@code bound}
   */
  record Called(String name, SizeBound bound, SortedMap<String, SizeBound> arguments)
      implements SizeBound {
    public Called {
      arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    @Override
    public String toString() {
      return name
          + arguments.entrySet().stream()
              .map(argument -> argument.getKey() + " = " + argument.getValue())
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /** The bound {@code value}. */
  static SizeBound of(Polynomial value) {
    return new Expanded(value);
  }

  /** {@code this + other}. */
  default SizeBound plus(SizeBound other) {
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    List<SizeBound> summands =
        new ArrayList<>(this instanceof Sum sum ? sum.summands : List.of(this));
    List<SizeBound> more = other instanceof Sum sum ? sum.summands : List.of(other);
    for (SizeBound summand : more) {
      SizeBound last = summands.getLast();
      if (last instanceof Expanded(Polynomial a)
          && summand instanceof Expanded(Polynomial b)
          && a.plus(b) instanceof Polynomial joined
          && isShort(joined)) {
        summands.set(summands.size() - 1, of(joined));
      } else {
        summands.add(summand);
      }
    }
    return summands.size() == 1 ? summands.getFirst() : new Sum(summands);
  }

  /** {@code this * other}. */
  default SizeBound times(SizeBound other) {
    if (isZero() || other.equals(ONE)) {
      return this;
    }
    if (other.isZero() || equals(ONE)) {
      return other;
    }
    if (this instanceof Expanded(Polynomial a)
        && other instanceof Expanded(Polynomial b)
        && (long) a.terms().size() * b.terms().size() <= 4L * MAXIMAL_EXPANSION) {
      Polynomial product = a.times(b);
      if (isShort(product)) {
        return of(product);
      }
    }
    return new Product(this, other);
  }

  /** At least both bounds. */
  default SizeBound join(SizeBound other) {
    if (isZero() || equals(other)) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    if (this instanceof Expanded(Polynomial a) && other instanceof Expanded(Polynomial b)) {
      Polynomial joined = a.join(b);
      if (isShort(joined)) {
        return of(joined);
      }
    }
    return new Maximum(this, other);
  }

  /**
   * This bound at every assignment whose entries are at most {@code values}; names without an entry
   * stay. Sound because bounds are monotone.
   *
   * @param name what is bounded, for {@link Called}
   */
  default SizeBound at(String name, SortedMap<String, SizeBound> values) {
    SortedMap<String, SizeBound> relevant = new TreeMap<>();
    SortedMap<String, Polynomial> polynomials = new TreeMap<>();
    for (String variable : variables()) {
      SizeBound value = values.getOrDefault(variable, of(Polynomial.variable(variable)));
      relevant.put(variable, value);
      if (value instanceof Expanded(Polynomial polynomial)) {
        polynomials.put(variable, polynomial);
      }
    }
    if (this instanceof Expanded(Polynomial value)) {
      if (relevant.isEmpty()) {
        return this;
      }
      if (polynomials.size() == relevant.size()
          && Expansion.monomials(value, polynomials) <= 4L * MAXIMAL_EXPANSION) {
        Polynomial result = Bounds.substitute(value, polynomials);
        if (isShort(result)) {
          return of(result);
        }
      }
    }
    return new Called(name, this, relevant);
  }

  private static boolean isShort(Polynomial polynomial) {
    return polynomial.terms().size() <= MAXIMAL_EXPANSION;
  }

  /** Whether this is 0 by its form. */
  default boolean isZero() {
    return this instanceof Expanded(Polynomial value) && value.isZero();
  }

  /** Whether a numeral bounds this, because no parameter occurs. */
  default boolean isConstant() {
    return isConstant(name -> false);
  }

  private boolean isConstant(Predicate<String> constants) {
    return switch (this) {
      case Expanded(Polynomial value) -> isConstant(value, constants);
      case Sum(List<SizeBound> summands) ->
          summands.stream().allMatch(summand -> summand.isConstant(constants));
      case Product(SizeBound left, SizeBound right) ->
          left.isConstant(constants) && right.isConstant(constants);
      case Maximum(SizeBound left, SizeBound right) ->
          left.isConstant(constants) && right.isConstant(constants);
      case Called(String name, SizeBound bound, SortedMap<String, SizeBound> arguments) ->
          bound.isConstant(inner -> arguments.get(inner).isConstant(constants));
    };
  }

  private static boolean isConstant(Polynomial polynomial, Predicate<String> constants) {
    return polynomial.atoms().stream()
        .allMatch(
            atom ->
                !(atom instanceof Atom.Unnamed)
                    && Polynomial.variables(atom).stream().allMatch(constants));
  }

  /** The names that occur. */
  default SortedSet<String> variables() {
    SortedSet<String> names = new TreeSet<>();
    switch (this) {
      case Expanded(Polynomial value) -> names.addAll(value.variables());
      case Sum(List<SizeBound> summands) ->
          summands.forEach(summand -> names.addAll(summand.variables()));
      case Product(SizeBound left, SizeBound right) -> {
        names.addAll(left.variables());
        names.addAll(right.variables());
      }
      case Maximum(SizeBound left, SizeBound right) -> {
        names.addAll(left.variables());
        names.addAll(right.variables());
      }
      case Called(String name, SizeBound bound, SortedMap<String, SizeBound> arguments) ->
          arguments.values().forEach(argument -> names.addAll(argument.variables()));
    }
    return names;
  }

  /**
   * The bound written out; a {@link Refusal} beyond {@link Polynomial#MAXIMAL_MONOMIALS}. A maximum
   * becomes the coefficientwise one, which is at least as large.
   */
  default Polynomial polynomial() {
    return switch (this) {
      case Expanded(Polynomial value) -> value;
      case Sum(List<SizeBound> summands) ->
          summands.stream().map(SizeBound::polynomial).reduce(Polynomial.ZERO, Polynomial::plus);
      case Product(SizeBound left, SizeBound right) -> left.polynomial().times(right.polynomial());
      case Maximum(SizeBound left, SizeBound right) -> left.polynomial().join(right.polynomial());
      case Called(String name, SizeBound bound, SortedMap<String, SizeBound> arguments) -> {
        SortedMap<String, Polynomial> values = new TreeMap<>();
        arguments.forEach((variable, value) -> values.put(variable, value.polynomial()));
        yield Bounds.substitute(bound.polynomial(), values);
      }
    };
  }
}
