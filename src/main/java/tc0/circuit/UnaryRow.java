package tc0.circuit;

/** A row of thresholds of one sum: {@code U[e] = [sum >= e]} for {@code e} in a range, else 0. */
interface UnaryRow {

  /** The literal {@code U[e]}. */
  int literal(long e);

  /**
   * Adds {@code weight} times the sum of {@code (f(e) - f(e - 1)) * U[e]} over {@code from <= e <
   * to} to a sink.
   */
  void telescope(long from, long to, UnaryFunction f, long weight, FormSink sink);
}
