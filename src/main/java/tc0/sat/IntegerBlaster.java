package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Exact integer arithmetic on {@link BitVector}s, as ripple carry circuits in a graph.
 *
 * <p>Division and remainder by a divisor below 1 are 0, as in the language.
 */
public final class IntegerBlaster {

  private static final int FALSE = BooleanGraph.FALSE;
  private static final int TRUE = BooleanGraph.TRUE;
  private static final BitVector ZERO = BitVector.constant(0);

  /** The widest argument of a table. */
  public static final int TABLE_BITS = 16;

  private final BooleanGraph graph;

  /** A blaster that builds into {@code graph}. */
  public IntegerBlaster(BooleanGraph graph) {
    this.graph = graph;
  }

  /** The graph that is built into. */
  public BooleanGraph graph() {
    return graph;
  }

  /** {@code a + b}. */
  public BitVector add(BitVector a, BitVector b) {
    if (a.isConstant() && a.min().signum() == 0) {
      return b;
    }
    if (b.isConstant() && b.min().signum() == 0) {
      return a;
    }
    return add(a, b, 0, FALSE, a.min().add(b.min()), a.max().add(b.max()));
  }

  /** {@code a - b}. */
  public BitVector subtract(BitVector a, BitVector b) {
    if (b.isConstant() && b.min().signum() == 0) {
      return a;
    }
    return add(a, b, 1, TRUE, a.min().subtract(b.max()), a.max().subtract(b.min()));
  }

  /** {@code -a}. */
  public BitVector negate(BitVector a) {
    return subtract(ZERO, a);
  }

  /** {@code a + (b with flipped digits if flip) + carry} within known bounds. */
  private BitVector add(
      BitVector a, BitVector b, int flip, int carryIn, BigInteger min, BigInteger max) {
    int width = Math.max(min.bitLength(), max.bitLength()) + 1;
    int[] sum = new int[width];
    int carry = carryIn;
    for (int i = 0; i < width; i++) {
      int x = a.bit(i);
      int y = b.bit(i) ^ flip;
      sum[i] = graph.xor(graph.xor(x, y), carry);
      if (i + 1 < width) {
        carry = graph.majority(x, y, carry);
      }
    }
    return new BitVector(sum, min, max);
  }

  /** The sum, added up from the left. */
  public BitVector sum(List<BitVector> terms) {
    BitVector total = ZERO;
    for (BitVector term : terms) {
      total = add(total, term);
    }
    return total;
  }

  /** {@code a * b}, row after row, one row for each digit of {@code a}. */
  public BitVector multiply(BitVector a, BitVector b) {
    if (b.isConstant() && !a.isConstant()) {
      return multiply(b, a);
    }
    if (a.isConstant() && a.min().equals(BigInteger.ONE)) {
      return b;
    }
    BitVector total = ZERO;
    for (int i = 0; i < a.width(); i++) {
      BitVector row = shiftLeft(choose(a.bit(i), b, ZERO), i);
      total = i + 1 == a.width() ? subtract(total, row) : add(total, row);
    }
    BigInteger p = a.min().multiply(b.min());
    BigInteger q = a.min().multiply(b.max());
    BigInteger r = a.max().multiply(b.min());
    BigInteger s = a.max().multiply(b.max());
    return new BitVector(total.low(total.width()), p.min(q).min(r).min(s), p.max(q).max(r).max(s));
  }

  /** {@code a * 2^count}. */
  public BitVector shiftLeft(BitVector a, int count) {
    int[] bits = new int[a.width() + count];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = i < count ? FALSE : a.bit(i - count);
    }
    return new BitVector(bits, a.min().shiftLeft(count), a.max().shiftLeft(count));
  }

  /** {@code floor(a / 2^count)}. */
  public BitVector shiftRight(BitVector a, int count) {
    int[] bits = new int[Math.max(1, a.width() - count)];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = a.bit(i + count);
    }
    return new BitVector(bits, a.min().shiftRight(count), a.max().shiftRight(count));
  }

  /** {@code a mod 2^count}, from 0 to 2^count - 1. */
  public BitVector lowBits(BitVector a, int count) {
    return BitVector.natural(a.low(count));
  }

  /** {@code floor(a / b)}, 0 where {@code b < 1}. */
  public BitVector divide(BitVector a, BitVector b) {
    return quotientAndRemainder(a, b).get(0);
  }

  /** {@code a - b * floor(a / b)}, 0 where {@code b < 1}. */
  public BitVector modulo(BitVector a, BitVector b) {
    return quotientAndRemainder(a, b).get(1);
  }

  /** Restoring division, most significant digit first. */
  private List<BitVector> quotientAndRemainder(BitVector a, BitVector b) {
    if (b.max().signum() <= 0) {
      return List.of(ZERO, ZERO);
    }
    if (b.isConstant() && b.min().bitCount() == 1) {
      int shift = b.min().getLowestSetBit();
      return List.of(shiftRight(a, shift), lowBits(a, shift));
    }
    int valid = b.min().signum() > 0 ? TRUE : graph.and(b.sign() ^ 1, isZero(b) ^ 1);
    BitVector divisor = clamp(b, BigInteger.ONE, b.max());
    // floor(a / b) = not floor(not a / b): divide a or its complement, whichever is not negative.
    int sign = a.sign();
    int[] magnitude = new int[a.width() - 1];
    for (int i = 0; i < magnitude.length; i++) {
      magnitude[i] = graph.xor(a.bit(i), sign);
    }
    BitVector rest = ZERO;
    int[] quotient = new int[a.width()];
    quotient[a.width() - 1] = sign;
    for (int i = magnitude.length - 1; i >= 0; i--) {
      rest = add(shiftLeft(rest, 1), BitVector.natural(magnitude[i]));
      BitVector less = subtract(rest, divisor);
      int fits = less.sign() ^ 1;
      quotient[i] = graph.xor(fits, sign);
      rest = within(choose(fits, less, rest), BigInteger.ZERO, b.max().subtract(BigInteger.ONE));
    }
    BigInteger low = a.min().min(BigInteger.ZERO);
    BigInteger high = a.max().max(BigInteger.ZERO);
    BitVector q = new BitVector(quotient, low, high);
    BitVector r =
        within(
            choose(sign, subtract(subtract(divisor, rest), BitVector.constant(1)), rest),
            BigInteger.ZERO,
            b.max().subtract(BigInteger.ONE));
    return List.of(choose(valid, q, ZERO), choose(valid, r, ZERO));
  }

  /** The same value with better bounds, which the caller vouches for. */
  private static BitVector within(BitVector a, BigInteger low, BigInteger high) {
    BigInteger min = a.min().max(low);
    BigInteger max = a.max().min(high);
    return new BitVector(a.low(a.width()), min, max);
  }

  /** The nearest integer to {@code a / 2^count}, ties to even. */
  public BitVector roundShift(BitVector a, int count) {
    return count <= 0
        ? shiftLeft(a, -count)
        : roundUp(shiftRight(a, count), a.bit(count - 1), isZero(lowBits(a, count - 1)) ^ 1);
  }

  /** The nearest integer to {@code a / b} for {@code b > 0}, ties to even; else 0. */
  public BitVector roundQuotient(BitVector a, BitVector b) {
    List<BitVector> parts = quotientAndRemainder(a, b);
    BitVector twice = shiftLeft(parts.get(1), 1);
    int above = graph.and(less(b, twice), less(ZERO, b));
    int half = graph.and(equal(b, twice), isZero(b) ^ 1);
    return roundUp(parts.get(0), graph.or(above, half), above);
  }

  /** {@code floor} plus one if at least half is left, and more than half or the floor is odd. */
  private BitVector roundUp(BitVector floor, int half, int more) {
    return add(floor, BitVector.natural(graph.and(half, graph.or(more, floor.bit(0)))));
  }

  /** The nearest number to {@code a} from {@code low} to {@code high}. */
  public BitVector clamp(BitVector a, BigInteger low, BigInteger high) {
    BitVector result = a;
    if (a.min().compareTo(low) < 0) {
      result = maximum(result, BitVector.constant(low));
    }
    if (a.max().compareTo(high) > 0) {
      result = minimum(result, BitVector.constant(high));
    }
    return result;
  }

  /** The absolute value. */
  public BitVector absolute(BitVector a) {
    return a.min().signum() >= 0
        ? a
        : within(choose(a.sign(), negate(a), a), BigInteger.ZERO, a.max().max(a.min().negate()));
  }

  /** The smaller one. */
  public BitVector minimum(BitVector a, BitVector b) {
    BitVector result = choose(less(a, b), a, b);
    return new BitVector(result.low(result.width()), a.min().min(b.min()), a.max().min(b.max()));
  }

  /** The larger one. */
  public BitVector maximum(BitVector a, BitVector b) {
    BitVector result = choose(less(a, b), b, a);
    return new BitVector(result.low(result.width()), a.min().max(b.min()), a.max().max(b.max()));
  }

  /** {@code yes} if {@code condition} holds, else {@code no}. */
  public BitVector choose(int condition, BitVector yes, BitVector no) {
    if (condition == TRUE) {
      return yes;
    }
    if (condition == FALSE) {
      return no;
    }
    int[] bits = new int[Math.max(yes.width(), no.width())];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = graph.choose(condition, yes.bit(i), no.bit(i));
    }
    return new BitVector(bits, yes.min().min(no.min()), yes.max().max(no.max()));
  }

  /** 1 if {@code condition} holds, else 0. */
  public BitVector indicator(int condition) {
    return BitVector.natural(condition);
  }

  /** The literal {@code a < b}. */
  public int less(BitVector a, BitVector b) {
    if (a.max().compareTo(b.min()) < 0) {
      return TRUE;
    }
    if (a.min().compareTo(b.max()) >= 0) {
      return FALSE;
    }
    return subtract(a, b).sign();
  }

  /** The literal {@code a <= b}. */
  public int lessOrEqual(BitVector a, BitVector b) {
    return less(b, a) ^ 1;
  }

  /** The literal {@code a = b}. */
  public int equal(BitVector a, BitVector b) {
    return graph.and(equalBits(a, b).stream().mapToInt(Integer::intValue).toArray());
  }

  /** Literals, low digit first, that all hold iff {@code a = b}. */
  public List<Integer> equalBits(BitVector a, BitVector b) {
    List<Integer> result = new ArrayList<>();
    if (a.max().compareTo(b.min()) < 0 || b.max().compareTo(a.min()) < 0) {
      return List.of(FALSE);
    }
    for (int i = 0; i < Math.max(a.width(), b.width()); i++) {
      result.add(graph.iff(a.bit(i), b.bit(i)));
    }
    return result;
  }

  /** The literal {@code a = 0}. */
  public int isZero(BitVector a) {
    return equal(a, ZERO);
  }

  /** The literal {@code a >= k}, as a comparator with a constant, low digit first. */
  public int atLeast(BitVector a, BigInteger k) {
    if (a.min().compareTo(k) >= 0) {
      return TRUE;
    }
    if (a.max().compareTo(k) < 0) {
      return FALSE;
    }
    int result = TRUE;
    for (int i = 0; i + 1 < a.width(); i++) {
      result = k.testBit(i) ? graph.and(a.bit(i), result) : graph.or(a.bit(i), result);
    }
    return k.signum() < 0 ? graph.or(a.sign() ^ 1, result) : graph.and(a.sign() ^ 1, result);
  }

  /**
   * A function of {@code a} given by its values, as one decision tree for each digit.
   *
   * @throws IllegalArgumentException if {@code a} has more than {@link #TABLE_BITS} digits
   */
  public BitVector table(BitVector a, UnaryOperator<BigInteger> function) {
    if (a.width() > TABLE_BITS) {
      throw new IllegalArgumentException("a table over " + a.width() + " bits is too wide");
    }
    int count = 1 << a.width();
    Map<Integer, BigInteger> values = new HashMap<>(); // by digits, where a can go
    BigInteger min = function.apply(a.min());
    BigInteger max = min;
    for (BigInteger x = a.min(); x.compareTo(a.max()) <= 0; x = x.add(BigInteger.ONE)) {
      BigInteger y = function.apply(x);
      values.put(x.intValue() & (count - 1), y);
      min = min.min(y);
      max = max.max(y);
    }
    int[] bits = new int[Math.max(min.bitLength(), max.bitLength()) + 1];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = decide(a, values, i, a.width() - 1, 0);
    }
    return new BitVector(bits, min, max);
  }

  /** Digit {@code digit} of the values with indices from {@code prefix}; -1 if there are none. */
  private int decide(
      BitVector a, Map<Integer, BigInteger> values, int digit, int level, int prefix) {
    if (level < 0) {
      BigInteger value = values.get(prefix);
      return value == null ? -1 : value.testBit(digit) ? TRUE : FALSE;
    }
    int low = decide(a, values, digit, level - 1, prefix);
    int high = decide(a, values, digit, level - 1, prefix | 1 << level);
    return low < 0 || high < 0 ? Math.max(low, high) : graph.choose(a.bit(level), high, low);
  }
}
