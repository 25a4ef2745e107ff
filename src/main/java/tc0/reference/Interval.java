package tc0.reference;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A closed interval of real numbers with rational ends; an absent end is infinite. Every operation
 * returns an interval that contains the results for all members of its operands.
 */
public record Interval(Optional<BigRational> low, Optional<BigRational> high) {

  /** All real numbers: nothing is known. */
  public static final Interval EVERYTHING = new Interval(Optional.empty(), Optional.empty());

  /** Refuses ends in the wrong order. */
  public Interval {
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
      throw new IllegalArgumentException("interval [" + low.get() + ", " + high.get() + "]");
    }
  }

  /** The interval {@code [low, high]}. */
  public static Interval of(BigRational low, BigRational high) {
    return new Interval(Optional.of(low), Optional.of(high));
  }

  /** The single number {@code value}. */
  public static Interval point(BigRational value) {
    return of(value, value);
  }

  /** The numbers from {@code low} upwards. */
  public static Interval atLeast(BigRational low) {
    return new Interval(Optional.of(low), Optional.empty());
  }

  /** Whether both ends are finite. */
  public boolean isBounded() {
    return low.isPresent() && high.isPresent();
  }

  /** Whether {@code value} is a member. */
  public boolean contains(BigRational value) {
    return low.map(end -> end.compareTo(value) <= 0).orElse(true)
        && high.map(end -> value.compareTo(end) <= 0).orElse(true);
  }

  /** The length, or empty if infinite. */
  public Optional<BigRational> width() {
    return low.flatMap(a -> high.map(b -> b.minus(a)));
  }

  /** {@code {-x}}. */
  public Interval negate() {
    return new Interval(high.map(BigRational::negate), low.map(BigRational::negate));
  }

  /** {@code {x + y}}. */
  public Interval plus(Interval other) {
    return new Interval(
        low.flatMap(a -> other.low.map(a::plus)), high.flatMap(a -> other.high.map(a::plus)));
  }

  /** {@code {x - y}}. */
  public Interval minus(Interval other) {
    return plus(other.negate());
  }

  /** {@code {x * y}}. */
  public Interval times(Interval other) {
    if (isBounded() && other.isBounded()) {
      return hull(
          Stream.of(low.get(), high.get())
              .flatMap(a -> Stream.of(a.times(other.low.get()), a.times(other.high.get()))));
    }
    if (equals(point(BigRational.ZERO)) || other.equals(point(BigRational.ZERO))) {
      return point(BigRational.ZERO);
    }
    if (isNonPositive()) {
      return negate().times(other).negate();
    }
    if (other.isNonPositive()) {
      return times(other.negate()).negate();
    }
    if (isNonNegative() && other.isNonNegative()) {
      return new Interval(
          Optional.of(low.get().times(other.low.get())),
          high.flatMap(a -> other.high.map(a::times)));
    }
    return EVERYTHING;
  }

  /** {@code {1/x}}, all real numbers while 0 is a member. */
  public Interval reciprocal() {
    if (contains(BigRational.ZERO)) {
      return EVERYTHING;
    }
    if (isNonPositive()) {
      return negate().reciprocal().negate();
    }
    BigRational least = high.map(BigRational::reciprocal).orElse(BigRational.ZERO);
    return of(least, low.get().reciprocal());
  }

  /** {@code {|x|}}. */
  public Interval abs() {
    if (isNonNegative()) {
      return this;
    }
    if (isNonPositive()) {
      return negate();
    }
    return new Interval(
        Optional.of(BigRational.ZERO), low.flatMap(a -> high.map(b -> a.negate().max(b))));
  }

  /** {@code {min(x, y)}}. */
  public Interval min(Interval other) {
    Optional<BigRational> least = low.flatMap(a -> other.low.map(a::min));
    Optional<BigRational> greatest =
        Stream.of(high, other.high).flatMap(Optional::stream).reduce(BigRational::min);
    return new Interval(least, greatest);
  }

  /** {@code {max(x, y)}}. */
  public Interval max(Interval other) {
    return negate().min(other.negate()).negate();
  }

  /** The members that lie in {@code other} too; refuses disjoint intervals. */
  public Interval intersect(Interval other) {
    return new Interval(
        Stream.of(low, other.low).flatMap(Optional::stream).reduce(BigRational::max),
        Stream.of(high, other.high).flatMap(Optional::stream).reduce(BigRational::min));
  }

  /**
   * A slightly larger interval whose finite ends are dyadic numbers of about {@code bits}
   * significant bits, so that long computations stay short.
   */
  public Interval outward(int bits) {
    return new Interval(
        low.map(end -> truncated(end, bits)),
        high.map(end -> truncated(end.negate(), bits).negate()));
  }

  /** Whether no member is negative. */
  public boolean isNonNegative() {
    return low.isPresent() && low.get().signum() >= 0;
  }

  /** Whether no member is positive. */
  public boolean isNonPositive() {
    return high.isPresent() && high.get().signum() <= 0;
  }

  @Override
  public String toString() {
    return low.map(Object::toString).map(end -> "[" + end).orElse("(-oo")
        + ", "
        + high.map(Object::toString).map(end -> end + "]").orElse("oo)");
  }

  private static Interval hull(Stream<BigRational> values) {
    var ends = values.toList();
    return of(
        ends.stream().reduce(BigRational::min).orElseThrow(),
        ends.stream().reduce(BigRational::max).orElseThrow());
  }

  private static BigRational truncated(BigRational value, int bits) {
    if (value.signum() == 0
        || value.denominator().bitLength() + value.numerator().bitLength() <= bits) {
      return value;
    }
    int last = value.exponent() - bits;
    BigInteger units = value.scaledByPowerOfTwo(-last).floor();
    return BigRational.dyadic(units, last);
  }
}
