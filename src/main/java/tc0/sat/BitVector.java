package tc0.sat;

import java.math.BigInteger;

/**
 * An integer that depends on the inputs of a graph, in two's complement, with bounds.
 *
 * <p>The width is exactly what the bounds need, so that no operation ever overflows. A value that
 * cannot be negative has the constant false as its sign.
 */
public final class BitVector {

  private final int[] bits; // low first, the last is the sign
  private final BigInteger min;
  private final BigInteger max;

  /** Cuts {@code bits}, sign last, to what the bounds need; the caller vouches for the bounds. */
  BitVector(int[] bits, BigInteger min, BigInteger max) {
    int width = Math.max(min.bitLength(), max.bitLength()) + 1;
    this.bits = new int[width];
    for (int i = 0; i < width; i++) {
      this.bits[i] = bits[Math.min(i, bits.length - 1)];
    }
    if (min.signum() >= 0) {
      this.bits[width - 1] = BooleanGraph.FALSE;
    } else if (max.signum() < 0) {
      this.bits[width - 1] = BooleanGraph.TRUE;
    }
    this.min = min;
    this.max = max;
  }

  /** The constant {@code value}. */
  public static BitVector constant(BigInteger value) {
    int[] bits = new int[value.bitLength() + 1];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = value.testBit(i) ? BooleanGraph.TRUE : BooleanGraph.FALSE;
    }
    return new BitVector(bits, value, value);
  }

  /** The constant {@code value}. */
  public static BitVector constant(long value) {
    return constant(BigInteger.valueOf(value));
  }

  /** The natural number with the given binary digits, low first. */
  public static BitVector natural(int... digits) {
    int[] bits = new int[digits.length + 1];
    System.arraycopy(digits, 0, bits, 0, digits.length);
    bits[digits.length] = BooleanGraph.FALSE;
    BigInteger min = BigInteger.ZERO;
    BigInteger max = BigInteger.ZERO;
    for (int i = 0; i < digits.length; i++) {
      if (digits[i] == BooleanGraph.TRUE) {
        min = min.setBit(i);
      }
      if (digits[i] != BooleanGraph.FALSE) {
        max = max.setBit(i);
      }
    }
    return new BitVector(bits, min, max);
  }

  /** The integer with the given two's complement digits, low first; 0 for no digits. */
  public static BitVector twosComplement(int... digits) {
    if (digits.length == 0 || digits[digits.length - 1] == BooleanGraph.FALSE) {
      return natural(digits);
    }
    BigInteger half = BigInteger.ONE.shiftLeft(digits.length - 1);
    return new BitVector(digits, half.negate(), half.subtract(BigInteger.ONE));
  }

  /** The number of digits, the sign included. */
  public int width() {
    return bits.length;
  }

  /** The literal of digit {@code index}; beyond the width, the sign. */
  public int bit(int index) {
    return bits[Math.min(index, bits.length - 1)];
  }

  /** The literal that holds iff the value is negative. */
  public int sign() {
    return bits[bits.length - 1];
  }

  /** A lower bound. */
  public BigInteger min() {
    return min;
  }

  /** An upper bound. */
  public BigInteger max() {
    return max;
  }

  /** True iff the bounds leave one value only. */
  public boolean isConstant() {
    return min.equals(max);
  }

  /** The low {@code count} digits, extended by the sign if need be. */
  public int[] low(int count) {
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      result[i] = bit(i);
    }
    return result;
  }
}
