package tc0.reference;

import java.math.BigInteger;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Relation;
import tc0.syntax.source.Span;

/** Operators and relations on the numbers of specifications. */
final class Arithmetic {

  /** Exponents beyond this are refused. */
  private static final int EXPONENT_LIMIT = 1 << 20;

  private Arithmetic() {}

  /**
   * {@code left operator right}.
   *
   * @param exact whether {@code 2^-1} is one half, as in specifications, or 0, as in index terms
   */
  static Real apply(BinaryOperator operator, Real left, Real right, boolean exact, Span span) {
    return switch (operator) {
      case ADD -> left.plus(right);
      case SUBTRACT -> left.minus(right);
      case MULTIPLY -> left.times(right);
      case DIVIDE -> divide(left, right, span);
      case DIV -> Real.of(BigRational.of(floorDivide(left, right, span)));
      case MOD -> {
        BigInteger divisor = integer(right, span);
        yield Real.of(
            BigRational.of(
                divisor.signum() <= 0 ? BigInteger.ZERO : integer(left, span).mod(divisor)));
      }
      case POWER -> power(left, right, exact, span);
      case AND, OR -> throw new IllegalArgumentException("not arithmetic: " + operator);
    };
  }

  private static BigInteger floorDivide(Real left, Real right, Span span) {
    BigInteger divisor = integer(right, span);
    return divisor.signum() <= 0
        ? BigInteger.ZERO
        : new BigRational(integer(left, span), divisor).floor();
  }

  private static Real divide(Real left, Real right, Span span) {
    if (right.isZero()) {
      throw new UndefinedException("division by zero", span);
    }
    if (!(right instanceof Real.Exact)) {
      right.compare(Real.of(BigRational.ZERO)); // a limit error if it cannot be told from zero
    }
    return left.times(right.reciprocal());
  }

  private static Real power(Real base, Real exponent, boolean exact, Span span) {
    BigInteger wide = integer(exponent, span);
    if (wide.abs().compareTo(BigInteger.valueOf(EXPONENT_LIMIT)) > 0) {
      throw new LimitException("the exponent " + wide + " is too large");
    }
    int e = wide.intValueExact();
    if (e < 0 && base.isZero()) {
      throw new UndefinedException("zero to a negative power", span);
    }
    if (base instanceof Real.Exact number) {
      BigRational power = number.value().power(e);
      return Real.of(exact ? power : BigRational.of(power.floor()));
    }
    Real power = Real.of(BigRational.ONE);
    for (int i = 0; i < Math.abs(e); i++) {
      power = power.times(base);
    }
    return e < 0 ? power.reciprocal() : power;
  }

  /** Whether a relation holds; words of equal extents are equal if their bits are. */
  static boolean related(Value left, Relation relation, Value right, Span span) {
    if (isWord(left) && isWord(right)) {
      boolean same = ((Value.Array) left).words().sameBits(((Value.Array) right).words());
      return switch (relation) {
        case EQUAL -> same;
        case NOT_EQUAL -> !same;
        default ->
            throw new SpecificationException("words have no order: use nat, int or value", span);
      };
    }
    int sign = Conversions.asReal(left, span).compare(Conversions.asReal(right, span));
    return switch (relation) {
      case EQUAL -> sign == 0 && !isImproperResult(left) && !isImproperResult(right);
      case NOT_EQUAL -> sign != 0;
      case LESS -> sign < 0;
      case LESS_EQUAL -> sign <= 0;
      case GREATER -> sign > 0;
      case GREATER_EQUAL -> sign >= 0;
    };
  }

  /** Whether {@code |actual - expected| <= tolerance}, or {@code tolerance * |expected|}. */
  static boolean isWithin(
      Value actual, Real tolerance, boolean relative, Real expected, Span span) {
    if (isImproperResult(actual)) {
      return false;
    }
    Real distance = Conversions.asReal(actual, span).minus(expected).abs();
    Real allowed = relative ? tolerance.times(expected.abs()) : tolerance;
    return distance.compare(allowed) <= 0;
  }

  /** Whether this is the value of a returned word that is not the canonical one. */
  static boolean isImproperResult(Value value) {
    return value instanceof Value.Number number
        && number
            .word()
            .filter(Words::isResult)
            .flatMap(words -> words.type().format().map(f -> !f.isCanonical(words.natural())))
            .orElse(false);
  }

  /** The largest integer that is not above a real number. */
  static BigInteger floor(Real real) {
    if (real instanceof Real.Exact exact) {
      return exact.value().floor();
    }
    for (int bits = Real.FIRST_BITS; bits <= Real.LIMIT_BITS; bits *= 2) {
      Interval interval = real.enclose(bits);
      if (interval.isBounded()
          && interval.low().get().floor().equals(interval.high().get().floor())) {
        return interval.low().get().floor();
      }
    }
    throw new LimitException("cannot decide the integer part of " + real);
  }

  private static boolean isWord(Value value) {
    return value instanceof Value.Array array && !array.words().type().isSingleNumber();
  }

  private static BigInteger integer(Real value, Span span) {
    return Conversions.asInteger(Value.Number.of(value), span);
  }
}
