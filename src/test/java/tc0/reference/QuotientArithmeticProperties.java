package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tc0.reference.FloatFormat.Parts;
import tc0.reference.QuotientArithmetic.Quotient;

class QuotientArithmeticProperties {

  /** A format and canonical floats of it. */
  record Floats(FloatFormat format, List<BigRational> values) {}

  @Property(tries = 2000)
  void integerFormulasAreCorrectlyRoundedAtLargerPrecisions(@ForAll("pairs") Floats floats) {
    RoundedArithmetic exact = new RoundedArithmetic(floats.format());
    QuotientArithmetic formulas = new QuotientArithmetic(floats.format(), Quotient.STICKY);
    BigRational x = floats.values().get(0);
    BigRational y = floats.values().get(1);
    Parts a = floats.format().parts(x);
    Parts b = floats.format().parts(y);
    assertThat(formulas.add(a, b)).isEqualTo(exact.add(x, y));
    assertThat(formulas.multiply(a, b)).isEqualTo(exact.multiply(x, y));
    assertThat(formulas.divide(a, b)).isEqualTo(exact.divide(x, y));
    assertThat(formulas.lessOrEqual(a, b)).isEqualTo(exact.lessOrEqual(x, y));
    assertThat(formulas.floor(a)).isEqualTo(exact.floor(x));
  }

  @Property(tries = 2000)
  void clusterSumsAreCorrectlyRounded(@ForAll("lists") Floats floats) {
    QuotientArithmetic formulas = new QuotientArithmetic(floats.format(), Quotient.STICKY);
    List<Parts> parts = floats.values().stream().map(floats.format()::parts).toList();
    assertThat(formulas.clusterSum(parts, formulas.sufficientGap(parts.size())))
        .isEqualTo(new RoundedArithmetic(floats.format()).sum(floats.values()));
  }

  @Property(tries = 1000)
  void roundingIsTheNearestValueAndMonotone(@ForAll("lists") Floats floats) {
    FloatFormat format = floats.format();
    BigRational exact =
        floats.values().stream()
            .reduce(BigRational.ZERO, BigRational::plus)
            .times(BigRational.of(1, 3));
    BigRational rounded = format.round(exact);
    BigRational distance = exact.minus(rounded).abs();
    for (BigRational value : floats.values()) {
      assertThat(exact.minus(value).abs()).isGreaterThanOrEqualTo(distance);
      assertThat(Integer.signum(rounded.compareTo(value)) * exact.compareTo(value))
          .isGreaterThanOrEqualTo(0);
    }
  }

  @Provide
  Arbitrary<Floats> pairs() {
    return floats(2, 2);
  }

  @Provide
  Arbitrary<Floats> lists() {
    return floats(1, 7);
  }

  /** Exponents are drawn around a common one, so that operands interact. */
  private static Arbitrary<Floats> floats(int least, int most) {
    return Arbitraries.integers()
        .between(2, 8)
        .flatMap(
            p -> {
              FloatFormat format = new FloatFormat(p);
              int bias = format.bias();
              return Arbitraries.integers()
                  .between(-bias, bias - 1)
                  .flatMap(
                      centre ->
                          one(format, centre)
                              .list()
                              .ofMinSize(least)
                              .ofMaxSize(most)
                              .map(values -> new Floats(format, values)));
            });
  }

  private static Arbitrary<BigRational> one(FloatFormat format, int centre) {
    int bias = format.bias();
    Arbitrary<Integer> exponent =
        Arbitraries.integers()
            .between(Math.max(-bias, centre - 2 * format.p() - 4), centre)
            .withoutEdgeCases();
    Arbitrary<Integer> significand = Arbitraries.integers().between(bias / 2, bias - 1);
    Arbitrary<Boolean> negative = Arbitraries.of(true, false);
    Arbitrary<BigRational> nonzero =
        Combinators.combine(significand, exponent, negative)
            .as(
                (m, e, minus) -> {
                  BigRational value = BigRational.dyadic(BigInteger.valueOf(m), e);
                  return minus ? value.negate() : value;
                });
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(12, nonzero),
        net.jqwik.api.Tuple.of(1, Arbitraries.just(BigRational.ZERO)));
  }
}
