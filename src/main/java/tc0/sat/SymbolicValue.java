package tc0.sat;

import java.math.BigInteger;

/** What an expression of a specification is, as a function of the inputs of a graph. */
sealed interface SymbolicValue {

  /** The rational {@code numerator / denominator}; the denominator is never below 1. */
  record Fraction(BitVector numerator, BitVector denominator) implements SymbolicValue {

    static Fraction of(BitVector integer) {
      return new Fraction(integer, BitVector.constant(1));
    }

    static Fraction of(BigInteger integer) {
      return of(BitVector.constant(integer));
    }

    /** True iff it is one number, whatever the inputs. */
    boolean isConstant() {
      return numerator.isConstant() && denominator.isConstant();
    }
  }

  /** A truth value, as a literal. */
  record Truth(int literal) implements SymbolicValue {}

  /** A real function of a rational, not yet rounded. */
  record Image(Function function, Fraction argument) implements SymbolicValue {}

  /** A bit, a word, or an array of words. */
  record Array(SymbolicWords words) implements SymbolicValue {}

  /** The real functions that can be tabulated. */
  enum Function {
    EXP,
    SQRT,
    SIN,
    COS
  }
}
