package tc0.reference;

/**
 * A real number given by an expression over exact rationals. It is never approximated silently: it
 * is enclosed in an interval as narrow as a comparison or a rounding needs.
 *
 * <p>Refinement ends because the constructors reduce what is rational to {@link Exact} ({@code
 * exp(0)}, {@code sin(0)}, {@code cos(0)}, square roots of squares, sums of rationals …), and
 * because a value of exp, sin or cos at another rational point is transcendental (Lindemann) and
 * any other square root irrational: none equals a rational number. Where two compound expressions
 * may be equal, such as {@code sqrt(2) * sqrt(2)} and 2, refinement stops at a limit with an error.
 */
public sealed interface Real {

  /** Digits after which a comparison or rounding is given up. */
  int LIMIT_BITS = 1 << 14;

  /** Digits of the first attempt. */
  int FIRST_BITS = 64;

  /** An interval that contains the number; more bits give a narrower one. */
  Interval enclose(int bits);

  /** A rational number. */
  record Exact(BigRational value) implements Real {
    @Override
    public Interval enclose(int bits) {
      return Interval.point(value);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** {@code left + right}. */
  record Sum(Real left, Real right) implements Real {
    @Override
    public Interval enclose(int bits) {
      return left.enclose(bits).plus(right.enclose(bits)).outward(bits + 32);
    }

    @Override
    public String toString() {
      return "(" + left + " + " + right + ")";
    }
  }

  /** {@code left * right}. */
  record Product(Real left, Real right) implements Real {
    @Override
    public Interval enclose(int bits) {
      return left.enclose(bits).times(right.enclose(bits)).outward(bits + 32);
    }

    @Override
    public String toString() {
      return left + " * " + right;
    }
  }

  /** {@code 1 / of}. */
  record Reciprocal(Real of) implements Real {
    @Override
    public Interval enclose(int bits) {
      return of.enclose(bits).reciprocal().outward(bits + 32);
    }

    @Override
    public String toString() {
      return "1/(" + of + ")";
    }
  }

  /** {@code |of|}. */
  record Absolute(Real of) implements Real {
    @Override
    public Interval enclose(int bits) {
      return of.enclose(bits).abs();
    }

    @Override
    public String toString() {
      return "|" + of + "|";
    }
  }

  /** The functions with a rigorous enclosure. */
  enum Function {
    EXP,
    SQRT,
    SIN,
    COS
  }

  /** {@code function(of)}. */
  record Apply(Function function, Real of) implements Real {
    @Override
    public Interval enclose(int bits) {
      Interval x = of.enclose(bits);
      return switch (function) {
        case EXP ->
            new Interval(
                x.low().flatMap(a -> RealFunctions.exp(a, bits).low()),
                x.high().flatMap(b -> RealFunctions.exp(b, bits).high()));
        case SQRT ->
            new Interval(
                x.low()
                    .map(a -> a.max(BigRational.ZERO)) // the number itself is known to be >= 0
                    .flatMap(a -> RealFunctions.sqrt(a, bits).low()),
                x.high().flatMap(b -> RealFunctions.sqrt(b, bits).high()));
        case SIN -> lipschitz(x, a -> RealFunctions.sin(a, bits));
        case COS -> lipschitz(x, a -> RealFunctions.cos(a, bits));
      };
    }

    @Override
    public String toString() {
      return function.name().toLowerCase(java.util.Locale.ROOT) + "(" + of + ")";
    }

    private static Interval lipschitz(
        Interval x, java.util.function.Function<BigRational, Interval> function) {
      Interval all = Interval.of(BigRational.of(-1), BigRational.ONE);
      if (!x.isBounded()) {
        return all;
      }
      BigRational radius = x.width().orElseThrow().times(BigRational.HALF);
      BigRational middle = x.low().orElseThrow().plus(radius);
      return function.apply(middle).plus(Interval.of(radius.negate(), radius)).intersect(all);
    }
  }

  /** The circle constant. */
  record Pi() implements Real {
    @Override
    public Interval enclose(int bits) {
      return RealFunctions.pi(bits);
    }

    @Override
    public String toString() {
      return "pi";
    }
  }

  /** The rational number {@code value}. */
  static Real of(BigRational value) {
    return new Exact(value);
  }

  /** {@code this + other}. */
  default Real plus(Real other) {
    return this instanceof Exact a && other instanceof Exact b
        ? of(a.value().plus(b.value()))
        : new Sum(this, other);
  }

  /** {@code -this}. */
  default Real negate() {
    return of(BigRational.of(-1)).times(this);
  }

  /** {@code this - other}. */
  default Real minus(Real other) {
    return plus(other.negate());
  }

  /** {@code this * other}. */
  default Real times(Real other) {
    if (this instanceof Exact a && other instanceof Exact b) {
      return of(a.value().times(b.value()));
    }
    if (isZero() || other.isZero()) {
      return of(BigRational.ZERO);
    }
    return new Product(this, other);
  }

  /** {@code 1 / this}; the caller has excluded 0. */
  default Real reciprocal() {
    return this instanceof Exact a ? of(a.value().reciprocal()) : new Reciprocal(this);
  }

  /** {@code |this|}. */
  default Real abs() {
    return this instanceof Exact a ? of(a.value().abs()) : new Absolute(this);
  }

  /** The exponential function. */
  default Real exp() {
    return isZero() ? of(BigRational.ONE) : new Apply(Function.EXP, this);
  }

  /** The sine, in radians. */
  default Real sin() {
    return isZero() ? of(BigRational.ZERO) : new Apply(Function.SIN, this);
  }

  /** The cosine, in radians. */
  default Real cos() {
    return isZero() ? of(BigRational.ONE) : new Apply(Function.COS, this);
  }

  /** The square root; the caller has excluded negative numbers. */
  default Real sqrt() {
    return this instanceof Exact a
        ? RealFunctions.exactSqrt(a.value())
            .<Real>map(Exact::new)
            .orElseGet(() -> new Apply(Function.SQRT, this))
        : new Apply(Function.SQRT, this);
  }

  /** Whether this is written as the number 0. */
  default boolean isZero() {
    return this instanceof Exact a && a.value().signum() == 0;
  }

  /**
   * The sign of {@code this - other}.
   *
   * @throws LimitException if they cannot be told apart within {@link #LIMIT_BITS} digits
   */
  default int compare(Real other) {
    if (this instanceof Exact a && other instanceof Exact b) {
      return a.value().compareTo(b.value());
    }
    if (equals(other)) {
      return 0;
    }
    for (int bits = FIRST_BITS; bits <= LIMIT_BITS; bits *= 2) {
      Interval left = enclose(bits);
      Interval right = other.enclose(bits);
      if (separated(left, right)) {
        return -1;
      }
      if (separated(right, left)) {
        return 1;
      }
    }
    throw new LimitException(
        "cannot compare " + this + " with " + other + " within " + LIMIT_BITS + " binary digits");
  }

  private static boolean separated(Interval below, Interval above) {
    return below.high().isPresent()
        && above.low().isPresent()
        && below.high().get().compareTo(above.low().get()) < 0;
  }
}
