package tc0.kernel;

/**
 * How fast a bound grows with the base parameter n. A value is an upper bound: O(n^a log^b n), some
 * polynomial, or no polynomial that the rules can show.
 */
public sealed interface Growth {

  /** O(n^degree * log^logs n). */
  record Order(int degree, int logs) implements Growth {
    public Order {
      if (degree < 0 || logs < 0) {
        throw new IllegalArgumentException("orders are natural numbers");
      }
    }

    @Override
    public String toString() {
      String power = degree == 0 ? "" : degree == 1 ? "n" : "n^" + degree;
      String log = logs == 0 ? "" : logs == 1 ? "log n" : "log^" + logs + " n";
      String text = (power + " " + log).strip();
      return "O(" + (text.isEmpty() ? "1" : text) + ")";
    }
  }

  /** O(n^c) for some constant c. */
  record SomePolynomial() implements Growth {
    @Override
    public String toString() {
      return "poly(n)";
    }
  }

  /** Not shown to be polynomial, because of {@code why}. */
  record Exceeds(String why) implements Growth {
    @Override
    public String toString() {
      return "more than poly(n)";
    }
  }

  /** O(1). */
  Growth CONSTANT = new Order(0, 0);

  /** O(log n). */
  Growth LOGARITHMIC = new Order(0, 1);

  /** Some polynomial. */
  Growth POLYNOMIAL = new SomePolynomial();

  /** Whether this is polynomial. */
  default boolean isPolynomial() {
    return !(this instanceof Exceeds);
  }

  /** The growth of a sum: the larger one, since there are constantly many summands. */
  default Growth plus(Growth other) {
    return isAtMost(other) ? other : this;
  }

  /** The growth of a product. */
  default Growth times(Growth other) {
    if (this instanceof Order(int a, int b) && other instanceof Order(int c, int d)) {
      return new Order(Math.addExact(a, c), Math.addExact(b, d));
    }
    return plus(other);
  }

  /** Whether every function of this growth is of the other growth too. */
  default boolean isAtMost(Growth other) {
    if (this instanceof Order(int a, int b) && other instanceof Order(int c, int d)) {
      return a < c || (a == c && b <= d);
    }
    return rank() <= other.rank();
  }

  private int rank() {
    return switch (this) {
      case Order order -> 0;
      case SomePolynomial some -> 1;
      case Exceeds exceeds -> 2;
    };
  }
}
