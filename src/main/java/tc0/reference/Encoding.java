package tc0.reference;

import java.math.BigInteger;
import tc0.syntax.source.Span;

/** Makes the words that an equation about a result prescribes. */
final class Encoding {

  /** How the equation reads the result: {@code return}, {@code nat}, {@code int}, {@code value}. */
  enum Reading {
    WORD,
    NATURAL,
    INTEGER,
    VALUE
  }

  private Encoding() {}

  /** The words of the given type that read as the value. */
  static Words encode(Value value, Reading reading, WordType type, Span span) {
    return switch (reading) {
      case WORD -> word(value, type, span);
      case NATURAL -> natural(Conversions.asInteger(value, span), type, span);
      case INTEGER -> {
        BigInteger integer = Conversions.asInteger(value, span);
        BigInteger half = BigInteger.ONE.shiftLeft(Math.max(0, type.size() - 1));
        if (integer.compareTo(half) >= 0 || integer.compareTo(half.negate()) < 0) {
          throw new UndefinedException(
              integer + " does not fit " + type.size() + " bits in two's complement", span);
        }
        yield Words.number(type, integer.mod(BigInteger.ONE.shiftLeft(type.size())));
      }
      case VALUE -> number(Conversions.asReal(value, span), type, span);
    };
  }

  private static Words word(Value value, WordType type, Span span) {
    if (value instanceof Value.Array array && !array.words().type().isSingleNumber()) {
      boolean fits = array.words().type().element().equals(type.element());
      if (!fits || !array.words().type().extents().equals(type.extents())) {
        throw new SpecificationException(
            "a " + type + " is needed here, not a " + array.words().type(), span);
      }
      return array.words();
    }
    if (type.format().isPresent() && type.extents().isEmpty()) {
      return number(Conversions.asReal(value, span), type, span);
    }
    if (!type.isSingleNumber()) {
      throw new SpecificationException("a " + type + " is needed here, not " + value, span);
    }
    BigInteger integer = Conversions.asInteger(value, span);
    if (type.element() instanceof WordType.Bit) {
      return natural(integer, type, span);
    }
    return Words.of(type, (path, index) -> integer.longValueExact());
  }

  private static Words natural(BigInteger value, WordType type, Span span) {
    if (value.signum() < 0 || value.bitLength() > type.size()) {
      throw new UndefinedException(value + " does not fit " + type.size() + " bits", span);
    }
    return Words.number(type, value);
  }

  private static Words number(Real value, WordType type, Span span) {
    NumberFormat format =
        type.format()
            .filter(found -> type.extents().isEmpty())
            .orElseThrow(() -> new SpecificationException(type + " is not a number", span));
    if (value instanceof Real.Exact exact && format.represents(exact.value())) {
      return Words.number(type, format.encode(exact.value()));
    }
    throw new UndefinedException(value + " is not a " + format.name(), span);
  }
}
