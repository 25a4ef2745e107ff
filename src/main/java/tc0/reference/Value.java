package tc0.reference;

import java.math.BigInteger;
import java.util.Optional;

/** What an expression of a specification evaluates to. */
public sealed interface Value {

  /**
   * A number.
   *
   * @param word the word that it was read from by {@code value(…)}, for canonicity and for display
   */
  record Number(Real real, Optional<Words> word) implements Value {

    /** The integer {@code value}. */
    static Number of(BigInteger value) {
      return of(BigRational.of(value));
    }

    /** The rational number {@code value}. */
    static Number of(BigRational value) {
      return of(Real.of(value));
    }

    /** The real number {@code value}. */
    static Number of(Real value) {
      return new Number(value, Optional.empty());
    }

    /** The exact number for a reader, with its word or with a decimal approximation. */
    @Override
    public String toString() {
      return word.map(Words::describe).orElseGet(() -> approximate(real));
    }

    private static String approximate(Real real) {
      if (real instanceof Real.Exact exact) {
        return exact.toString();
      }
      Interval interval = real.enclose(Real.FIRST_BITS);
      return interval.isBounded()
          ? real + " = " + interval.low().orElseThrow().doubleValue() + "..."
          : real.toString();
    }
  }

  /** A truth value. */
  record Truth(boolean holds) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(holds);
    }
  }

  /** A bit, a word, or an array of words. */
  record Array(Words words) implements Value {
    @Override
    public String toString() {
      return words.describe();
    }
  }
}
