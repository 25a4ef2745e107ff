package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tc0.reference.FloatFormat.Parts;
import tc0.reference.QuotientArithmetic.Quotient;

class QuotientArithmeticTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void integerFormulasWithAStickyBitAreCorrectlyRoundedOnAllPairs(int p) {
    FloatFormat format = new FloatFormat(p);
    RoundedArithmetic exact = new RoundedArithmetic(format);
    QuotientArithmetic formulas = new QuotientArithmetic(format, Quotient.STICKY);
    List<BigRational> values = format.values().toList();
    int pairs = 0;
    int errors = 0;
    for (BigRational x : values) {
      Parts a = format.parts(x);
      if (!formulas.floor(a).equals(exact.floor(x))) {
        errors++;
      }
      for (BigRational y : values) {
        Parts b = format.parts(y);
        pairs++;
        if (!formulas.add(a, b).equals(exact.add(x, y))
            || !formulas.multiply(a, b).equals(exact.multiply(x, y))
            || !formulas.divide(a, b).equals(exact.divide(x, y))
            || formulas.lessOrEqual(a, b) != exact.lessOrEqual(x, y)) {
          errors++;
        }
      }
    }
    assertThat(pairs).isEqualTo(new int[] {1089, 16641, 263169}[p - 2]);
    assertThat(errors).isZero();
  }

  @Test
  void literalQuotientMisroundsASumAtPrecisionTwo() {
    FloatFormat format = new FloatFormat(2);
    Parts x = parts(3, -4);
    Parts y = parts(3, -1);
    assertThat(new QuotientArithmetic(format, Quotient.LITERAL).add(x, y))
        .isEqualTo(BigRational.of(2));
    assertThat(new QuotientArithmetic(format, Quotient.STICKY).add(x, y))
        .isEqualTo(BigRational.of(3, 2));
  }

  @Test
  void literalQuotientMisroundsFourFifthsAtPrecisionThree() {
    FloatFormat format = new FloatFormat(3);
    BigRational exact = format.round(BigRational.of(4, 5));
    Parts four = format.parts(BigRational.of(4));
    Parts five = format.parts(BigRational.of(5));
    assertThat(new QuotientArithmetic(format, Quotient.LITERAL).divide(four, five))
        .isNotEqualTo(exact);
    assertThat(new QuotientArithmetic(format, Quotient.STICKY).divide(four, five)).isEqualTo(exact);
  }

  @Test
  void zeroWithALargeExponentPushesTheOtherOperandAway() {
    FloatFormat format = new FloatFormat(4);
    QuotientArithmetic formulas = new QuotientArithmetic(format, Quotient.STICKY);
    Parts nine = parts(9, -3);
    assertThat(formulas.add(parts(0, 10), nine)).isEqualTo(BigRational.of(128));
    assertThat(formulas.add(format.parts(BigRational.ZERO), nine)).isEqualTo(BigRational.of(9, 8));
  }

  @Test
  void onePassSumIsWrongUnderCancellationAndClustersAreRight() {
    FloatFormat format = new FloatFormat(5); // exponent 20 needs p >= 5
    QuotientArithmetic formulas = new QuotientArithmetic(format, Quotient.STICKY);
    List<Parts> terms = List.of(parts(16, 20), parts(-16, 20), parts(16, -1));
    assertThat(formulas.onePassSum(terms)).isEqualTo(BigRational.of(131072));
    assertThat(formulas.clusterSum(terms, formulas.sufficientGap(3))).isEqualTo(BigRational.of(8));
  }

  @Test
  void onePassSumIsWrongWithinTheExponentsOfPrecisionFour() {
    FloatFormat format = new FloatFormat(4);
    QuotientArithmetic formulas = new QuotientArithmetic(format, Quotient.STICKY);
    BigRational big = BigRational.of(8).scaledByPowerOfTwo(20);
    List<BigRational> terms =
        List.of(format.round(big), format.round(big.negate()), BigRational.of(8));
    List<Parts> parts = terms.stream().map(format::parts).toList();
    assertThat(new RoundedArithmetic(format).sum(terms)).isEqualTo(BigRational.of(8));
    assertThat(formulas.onePassSum(parts)).isNotEqualTo(BigRational.of(8));
    assertThat(formulas.clusterSum(parts, formulas.sufficientGap(3))).isEqualTo(BigRational.of(8));
  }

  @Test
  void clusterSumEqualsTheRoundedExactSumOnAllTriplesOfPrecisionTwo() {
    FloatFormat format = new FloatFormat(2);
    RoundedArithmetic exact = new RoundedArithmetic(format);
    QuotientArithmetic formulas = new QuotientArithmetic(format, Quotient.STICKY);
    List<BigRational> values = format.values().toList();
    int triples = 0;
    for (BigRational x : values) {
      for (BigRational y : values) {
        for (BigRational z : values) {
          List<BigRational> terms = List.of(x, y, z);
          List<Parts> parts = terms.stream().map(format::parts).toList();
          triples++;
          assertThat(formulas.clusterSum(parts, formulas.sufficientGap(3)))
              .as("%s", terms)
              .isEqualTo(exact.sum(terms));
        }
      }
    }
    assertThat(triples).isEqualTo(35937);
  }

  @Test
  void aGapOfPPlusThreePlusLenIsTooSmallForSevenTermsAtPrecisionFour() {
    QuotientArithmetic formulas = new QuotientArithmetic(new FloatFormat(4), Quotient.STICKY);
    List<Parts> terms = new ArrayList<>(List.of(parts(9, 0), parts(-8, 0)));
    for (int i = 0; i < 5; i++) {
      terms.add(parts(-15, -11));
    }
    assertThat(formulas.clusterSum(terms, 4 + 3 + 3)).isEqualTo(BigRational.ONE);
    assertThat(formulas.clusterSum(terms, formulas.sufficientGap(7)))
        .isEqualTo(BigRational.of(15, 16));
  }

  @Test
  void roundingHalvesUpInAProductIsInvisibleAtPrecisionTwoAndWrongAtThree() {
    assertThat(productsThatRoundHalfUpDifferently(2)).isZero();
    assertThat(productsThatRoundHalfUpDifferently(3)).isEqualTo(744);
  }

  private static int productsThatRoundHalfUpDifferently(int p) {
    FloatFormat format = new FloatFormat(p);
    List<BigRational> values = format.values().toList();
    int wrong = 0;
    for (BigRational x : values) {
      for (BigRational y : values) {
        BigRational product = x.times(y);
        if (!halfUp(format, product).equals(format.round(product))) {
          wrong++;
        }
      }
    }
    return wrong;
  }

  /** Rounds halves away from zero inside the normal range, like a careless circuit would. */
  private static BigRational halfUp(FloatFormat format, BigRational exact) {
    BigRational magnitude = exact.abs();
    if (magnitude.compareTo(format.smallestPositive()) < 0) {
      return format.round(exact);
    }
    int exponent = magnitude.exponent() - (format.p() - 1);
    BigInteger units = magnitude.scaledByPowerOfTwo(-exponent).plus(BigRational.HALF).floor();
    BigRational rounded = format.round(BigRational.dyadic(units, exponent));
    return exact.signum() < 0 ? rounded.negate() : rounded;
  }

  private static Parts parts(long significand, int exponent) {
    return new Parts(BigInteger.valueOf(significand), exponent);
  }
}
