package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * A finite set of rational numbers with a binary word for each, and the rounding into it. Words are
 * natural numbers whose low part is the first field.
 */
public sealed interface NumberFormat permits FloatFormat, FixedFormat {

  /**
   * A part of the word, as it appears in the type: its name, its number of bits, and whether it is
   * a single bit rather than an array.
   */
  record Field(String name, int width, boolean single) {
    /** An array of bits. */
    public static Field bits(String name, int width) {
      return new Field(name, width, false);
    }

    /** A single bit. */
    public static Field bit(String name) {
      return new Field(name, 1, true);
    }
  }

  /** The name as written in the language, for example {@code float(3)}. */
  String name();

  /** The parts of the word, low part first. */
  List<Field> fields();

  /** The number of bits of a word. */
  default int width() {
    return fields().stream().mapToInt(Field::width).sum();
  }

  /** The number that a word stands for; total, also on words that no operation returns. */
  BigRational decode(BigInteger word);

  /**
   * The one canonical word of a representable number.
   *
   * @throws IllegalArgumentException if the number is not representable
   */
  BigInteger encode(BigRational value);

  /** Whether the word is the canonical one of its number. */
  default boolean isCanonical(BigInteger word) {
    return encode(decode(word)).equals(word);
  }

  /** Whether the format has the number. */
  default boolean represents(BigRational value) {
    return round(value).equals(value);
  }

  /** The nearest representable number, ties to even, saturating. Monotone. */
  BigRational round(BigRational exact);

  /** The largest representable number. */
  BigRational maximum();

  /** The smallest representable number. */
  BigRational minimum();

  /** The least positive representable number. */
  BigRational smallestPositive();

  /** All representable numbers, ascending. */
  Stream<BigRational> values();

  /** A number and its word for a reader, for example {@code 1.5 = <3,-1>}. */
  String describe(BigInteger word);

  /**
   * The correctly rounded value of a real number: enclosures are refined until both ends round
   * alike, which ends unless the number is a midpoint between two representable numbers that the
   * expression hides.
   *
   * @throws LimitException if the rounding is undecided after {@link Real#LIMIT_BITS} digits
   */
  default BigRational round(Real real) {
    if (real instanceof Real.Exact exact) {
      return round(exact.value());
    }
    for (int bits = Real.FIRST_BITS; bits <= Real.LIMIT_BITS; bits *= 2) {
      Interval interval = real.enclose(bits);
      BigRational low = interval.low().map(this::round).orElse(minimum());
      BigRational high = interval.high().map(this::round).orElse(maximum());
      if (low.equals(high)) {
        return low;
      }
    }
    throw new LimitException(
        "cannot round " + real + " to " + name() + " within " + Real.LIMIT_BITS + " binary digits");
  }
}
