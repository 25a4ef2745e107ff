package tc0.reference;

import java.math.BigInteger;
import tc0.syntax.source.Span;

/** Reads values as numbers or truth values, where the language lets them stand for these. */
final class Conversions {

  private Conversions() {}

  /** The value as an exact real number; single bits and truth values count as 0 or 1. */
  static Real asReal(Value value, Span span) {
    return switch (value) {
      case Value.Number number -> number.real();
      case Value.Truth truth -> Real.of(truth.holds() ? BigRational.ONE : BigRational.ZERO);
      case Value.Array array when array.words().type().isSingleNumber() ->
          Real.of(BigRational.of(array.words().natural()));
      case Value.Array array ->
          throw new SpecificationException(
              "a " + array.words().type() + " is no number: use nat, int or value", span);
    };
  }

  /** The value as an integer. */
  static BigInteger asInteger(Value value, Span span) {
    if (asReal(value, span) instanceof Real.Exact exact && exact.value().isInteger()) {
      return exact.value().numerator();
    }
    throw new UndefinedException("an integer is needed here, not " + value, span);
  }

  /** The value as a truth value; a single bit is true if it is 1. */
  static boolean asTruth(Value value, Span span) {
    if (value instanceof Value.Truth truth) {
      return truth.holds();
    }
    Real number = asReal(value, span);
    if (number.isZero()) {
      return false;
    }
    if (number.equals(Real.of(BigRational.ONE))) {
      return true;
    }
    throw new SpecificationException("a truth value is needed here, not " + value, span);
  }
}
