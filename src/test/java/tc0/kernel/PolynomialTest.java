package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PolynomialTest {

  private static final Polynomial N = Polynomial.variable("n");
  private static final Polynomial P = Polynomial.variable("p");

  @Test
  void printsFastestGrowingTermsFirst() {
    Polynomial length = Polynomial.of(new Atom.Length(N));
    Polynomial power = Polynomial.of(new Atom.PowerOfTwo(P.plus(Polynomial.ONE)));
    Polynomial sum =
        length.plus(N.times(N).times(P).times(2)).plus(power.times(3)).minus(Polynomial.ONE);
    assertThat(sum).hasToString("3*2^(p + 1) + 2*n^2*p + len(n) - 1");
  }

  @Test
  void equalFunctionsAreEqualObjects() {
    Polynomial square = N.plus(P).power(2);
    Polynomial expanded = N.times(N).plus(N.times(P).times(2)).plus(P.times(P));
    assertThat(square).isEqualTo(expanded).hasSameHashCodeAs(expanded);
    assertThat(square.minus(expanded).isZero()).isTrue();
  }

  @Test
  void joinIsTheCoefficientwiseMaximum() {
    Polynomial left = N.times(2).minus(Polynomial.ONE);
    Polynomial right = N.plus(P);
    assertThat(left.join(right)).hasToString("2*n + p");
    assertThat(right.join(left)).isEqualTo(left.join(right));
  }

  @Test
  void rationalCoefficientsStayExact() {
    Polynomial half = N.times(Rational.ONE.dividedBy(Rational.of(2)));
    assertThat(half).hasToString("1/2*n");
    assertThat(half.plus(half)).isEqualTo(N);
    assertThat(new Rational(java.math.BigInteger.valueOf(-3), java.math.BigInteger.TWO).floor())
        .isEqualTo(-2);
  }

  @Test
  void opaqueTermsOfEqualTextStayApart() {
    Index.Advice first = new Index.Advice("kappa", java.util.List.of(), Index.ONE, Index.ZERO);
    Index.Advice second = new Index.Advice("kappa", java.util.List.of(), Index.ONE, Index.ONE);
    Atom a = new Atom.Opaque(new Index.Advise(first, java.util.List.of()));
    Atom b = new Atom.Opaque(new Index.Advise(second, java.util.List.of()));
    assertThat(a.toString()).isEqualTo(b.toString());
    assertThat(Polynomial.of(a).minus(Polynomial.of(b)).isZero()).isFalse();
  }

  @Test
  void tooManyMonomialsAreRefused() {
    Polynomial sum = Polynomial.ZERO;
    for (int i = 0; i < 200; i++) {
      sum = sum.plus(Polynomial.variable("v" + i));
    }
    Polynomial wide = sum;
    assertThatThrownBy(() -> wide.times(wide))
        .isInstanceOf(Refusal.class)
        .hasMessage("limit: a bound has more than 10000 monomials");
  }
}
