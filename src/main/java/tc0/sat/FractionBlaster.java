package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tc0.reference.BigRational;
import tc0.reference.FixedFormat;
import tc0.reference.Real;
import tc0.sat.SymbolicValue.Fraction;

/** Exact rational arithmetic on integers of a graph. */
final class FractionBlaster {

  private final IntegerBlaster integers;

  FractionBlaster(IntegerBlaster integers) {
    this.integers = integers;
  }

  Fraction add(Fraction a, Fraction b) {
    List<Fraction> same = aligned(a, b);
    return new Fraction(
        integers.add(same.get(0).numerator(), same.get(1).numerator()), same.get(0).denominator());
  }

  Fraction negate(Fraction a) {
    return new Fraction(integers.negate(a.numerator()), a.denominator());
  }

  Fraction multiply(Fraction a, Fraction b) {
    return reduced(
        integers.multiply(a.numerator(), b.numerator()),
        integers.multiply(a.denominator(), b.denominator()));
  }

  /** {@code a / b}; any value where {@code b} is 0. */
  Fraction divide(Fraction a, Fraction b) {
    int negative = b.numerator().sign();
    BitVector size =
        integers.clamp(
            integers.absolute(b.numerator()),
            BigInteger.ONE,
            b.numerator().min().abs().max(b.numerator().max().abs()).max(BigInteger.ONE));
    BitVector signed = integers.choose(negative, integers.negate(a.numerator()), a.numerator());
    return reduced(
        integers.multiply(b.denominator(), signed), integers.multiply(a.denominator(), size));
  }

  /** The larger or the smaller one. */
  Fraction extremum(boolean greatest, Fraction a, Fraction b) {
    int less = less(a, b);
    return greatest ? choose(less, b, a) : choose(less, a, b);
  }

  Fraction absolute(Fraction a) {
    return new Fraction(integers.absolute(a.numerator()), a.denominator());
  }

  Fraction choose(int condition, Fraction yes, Fraction no) {
    if (condition == BooleanGraph.TRUE) {
      return yes;
    }
    if (condition == BooleanGraph.FALSE) {
      return no;
    }
    List<Fraction> same =
        yes.denominator().isConstant() && no.denominator().isConstant()
            ? aligned(yes, no)
            : List.of(yes, no);
    return new Fraction(
        integers.choose(condition, same.get(0).numerator(), same.get(1).numerator()),
        integers.choose(condition, same.get(0).denominator(), same.get(1).denominator()));
  }

  int less(Fraction a, Fraction b) {
    List<Fraction> same = aligned(a, b);
    return integers.less(same.get(0).numerator(), same.get(1).numerator());
  }

  /** Literals, low digit first, that all hold iff the two are equal. */
  List<Integer> equalBits(Fraction a, Fraction b) {
    List<Fraction> same = aligned(a, b);
    return new ArrayList<>(integers.equalBits(same.get(0).numerator(), same.get(1).numerator()));
  }

  /** The literal that holds iff {@code a} is an integer. */
  int isWhole(Fraction a) {
    return integers.isZero(integers.modulo(a.numerator(), a.denominator()));
  }

  /** The largest integer that is not above {@code a}. */
  BitVector floor(Fraction a) {
    return integers.divide(a.numerator(), a.denominator());
  }

  /** The nearest number of a fixed-point format, ties to even, saturating. */
  Fraction round(FixedFormat format, Fraction a) {
    BitVector scaled = integers.shiftLeft(a.numerator(), format.fractionBits());
    return units(format, integers.roundQuotient(scaled, a.denominator()));
  }

  /** The rounded values of a function, as a table over its argument. */
  Fraction round(FixedFormat format, SymbolicValue.Image image) {
    BigInteger denominator = image.argument().denominator().min();
    BitVector values =
        integers.table(
            image.argument().numerator(),
            n -> {
              Real exact = image(image.function(), new BigRational(n, denominator));
              return format.round(exact).scaledByPowerOfTwo(format.fractionBits()).numerator();
            });
    return units(format, values);
  }

  private static Real image(SymbolicValue.Function function, BigRational argument) {
    Real x = Real.of(argument);
    return switch (function) {
      case EXP -> x.exp();
      case SIN -> x.sin();
      case COS -> x.cos();
      case SQRT -> argument.signum() < 0 ? Real.of(BigRational.ZERO) : x.sqrt();
    };
  }

  private Fraction units(FixedFormat format, BitVector integer) {
    BigInteger half = BigInteger.ONE.shiftLeft(format.width() - 1);
    return new Fraction(
        integers.clamp(integer, half.negate(), half.subtract(BigInteger.ONE)),
        BitVector.constant(BigInteger.ONE.shiftLeft(format.fractionBits())));
  }

  /** The same two numbers with one denominator. */
  private List<Fraction> aligned(Fraction a, Fraction b) {
    BitVector p = a.denominator();
    BitVector q = b.denominator();
    if (p.isConstant() && q.isConstant()) {
      BigInteger common = p.min().multiply(q.min()).divide(p.min().gcd(q.min()));
      return List.of(scaled(a, common.divide(p.min())), scaled(b, common.divide(q.min())));
    }
    BitVector product = integers.multiply(p, q);
    return List.of(
        new Fraction(integers.multiply(q, a.numerator()), product),
        new Fraction(integers.multiply(p, b.numerator()), product));
  }

  private Fraction scaled(Fraction a, BigInteger factor) {
    BitVector by = BitVector.constant(factor);
    return new Fraction(
        integers.multiply(by, a.numerator()), integers.multiply(by, a.denominator()));
  }

  private static Fraction reduced(BitVector numerator, BitVector denominator) {
    if (numerator.isConstant() && denominator.isConstant()) {
      BigInteger divisor = numerator.min().gcd(denominator.min());
      return new Fraction(
          BitVector.constant(numerator.min().divide(divisor)),
          BitVector.constant(denominator.min().divide(divisor)));
    }
    return new Fraction(numerator, denominator);
  }
}
