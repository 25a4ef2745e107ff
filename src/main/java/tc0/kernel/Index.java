package tc0.kernel;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/**
 * An index term: an integer-valued expression over size parameters and binders. Index terms
 * describe extents, wiring, weights and thresholds; they never read a wire.
 *
 * <p>Every term denotes an unbounded integer at every assignment of naturals to its free variables
 * (the meaning is total, see each case), so no side condition is needed for a family to exist.
 */
public sealed interface Index {

  /** An integer literal. */
  record Number(BigInteger value) implements Index {
    public Number {
      Objects.requireNonNull(value);
    }
  }

  /** A size parameter or a binder; its value is a natural number. */
  record Variable(String name) implements Index {
    public Variable {
      Objects.requireNonNull(name);
    }
  }

  /** {@code left + right}. */
  record Add(Index left, Index right) implements Index {}

  /** {@code left - right}; may be negative. */
  record Subtract(Index left, Index right) implements Index {}

  /** {@code left * right}. */
  record Multiply(Index left, Index right) implements Index {}

  /** Floor division; 0 when the divisor is not positive. */
  record Divide(Index dividend, Index divisor) implements Index {}

  /** Floor remainder in {@code [0, divisor)}; 0 when the divisor is not positive. */
  record Modulo(Index dividend, Index divisor) implements Index {}

  /** The number of binary digits; 0 for arguments that are not positive. */
  record Length(Index of) implements Index {}

  /** {@code floor(2^exponent)}, hence 0 for negative exponents. */
  record PowerOfTwo(Index exponent) implements Index {}

  /** The smaller of two values. */
  record Minimum(Index left, Index right) implements Index {}

  /** The larger of two values. */
  record Maximum(Index left, Index right) implements Index {}

  /** {@code then} where the condition holds, else {@code otherwise}. */
  record Conditional(Predicate condition, Index then, Index otherwise) implements Index {}

  /**
   * The least {@code variable} in {@code [0, bound)} with the property; {@code max(bound, 0)} if
   * there is none.
   */
  record Least(String variable, Index bound, Predicate condition) implements Index {}

  /**
   * {@code base^exponent mod modulus} when the modulus is prime and the exponent not negative, else
   * 0.
   */
  record PowerModuloPrime(Index base, Index exponent, Index modulus) implements Index {}

  /**
   * {@code base^exponent mod modulus} for any positive modulus and non-negative exponent, else 0;
   * tier p only.
   */
  record PowerModulo(Index base, Index exponent, Index modulus) implements Index {}

  /** {@code sum of body over variable in [0, bound)}; tier p only (inside advice). */
  record Summation(String variable, Index bound, Index body) implements Index {}

  /** {@code product of body over variable in [0, bound)}; tier p only (inside advice). */
  record Product(String variable, Index bound, Index body) implements Index {}

  /** The greatest common divisor of the absolute values; tier p only. */
  record GreatestCommonDivisor(Index left, Index right) implements Index {}

  /** The inverse modulo a positive modulus, 0 if there is none; tier p only. */
  record InverseModulo(Index value, Index modulus) implements Index {}

  /**
   * A named function applied to arguments; functions hold their bodies, so recursion cannot be
   * built.
   */
  record Apply(Function function, List<Index> arguments) implements Index {
    public Apply {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.parameters().size()) {
        throw new IllegalArgumentException(
            function.name() + " takes " + function.parameters().size() + " arguments");
      }
    }
  }

  /** A value supplied as advice, clamped to {@code [0, 2^width)}; tier p. */
  record Advise(Advice advice, List<Index> arguments) implements Index {
    public Advise {
      arguments = List.copyOf(arguments);
      if (arguments.size() != advice.parameters().size()) {
        throw new IllegalArgumentException(
            advice.name() + " takes " + advice.parameters().size() + " arguments");
      }
    }
  }

  /** A named index function; the body's free variables are among the parameters. */
  record Function(String name, List<String> parameters, Index body) {
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A named advice value of at most {@code width} bits; free variables are among the parameters.
   */
  record Advice(String name, List<String> parameters, Index width, Index body) {
    public Advice {
      parameters = List.copyOf(parameters);
    }
  }

  /** Zero. */
  Index ZERO = number(0);

  /** One. */
  Index ONE = number(1);

  /** The literal {@code value}. */
  static Index number(long value) {
    return new Number(BigInteger.valueOf(value));
  }

  /** The variable {@code name}. */
  static Index variable(String name) {
    return new Variable(name);
  }

  /** {@code this + other}. */
  default Index plus(Index other) {
    return new Add(this, other);
  }

  /** {@code this - other}. */
  default Index minus(Index other) {
    return new Subtract(this, other);
  }

  /** {@code this * other}. */
  default Index times(Index other) {
    return new Multiply(this, other);
  }
}
