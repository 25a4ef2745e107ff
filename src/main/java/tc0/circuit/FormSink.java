package tc0.circuit;

import tc0.circuit.index.LimitExceeded;

/** Receives the cells of a form, weights multiplied along nested forms. */
interface FormSink {

  /** A literal cell; cells of weight 0 leave no trace. */
  void literal(int literal, long weight);

  /** Integer cells with sum {@code value} and sum of absolute values {@code mass}. */
  void number(long value, long mass);

  /** {@code a * b}, refused beyond 64 bits. */
  static long times(long a, long b) {
    long low = a * b;
    if (Math.multiplyHigh(a, b) != low >> 63) {
      throw tooLarge(a + " * " + b);
    }
    return low;
  }

  /** {@code a + b}, refused beyond 64 bits. */
  static long plus(long a, long b) {
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      throw tooLarge(a + " + " + b);
    }
    return sum;
  }

  private static LimitExceeded tooLarge(String size) {
    return new LimitExceeded("a weight", "a sum gate", size, "", Long.MAX_VALUE);
  }
}
