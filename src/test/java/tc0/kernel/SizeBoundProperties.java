package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Bounds kept in parts are compared with the same bounds written out, and with their values. */
class SizeBoundProperties {

  private static final List<String> PARAMETERS = List.of("n", "w");
  private static final Regime REGIME = RegimeTest.regime(Map.of("w", RegimeTest.within(0, 1)));

  /** More than the constants of any bound drawn here, less than a power of n at 2^200. */
  private static final BigInteger CONSTANTS = BigInteger.TWO.pow(100);

  @Property(tries = 300)
  void operationsKeepTheValue(@ForAll long seed) {
    Random random = new Random(seed);
    SizeBound a = bound(random, 2);
    SizeBound b = bound(random, 2);
    TreeMap<String, SizeBound> values = new TreeMap<>(Map.of("n", a, "w", b));
    SizeBound c = bound(random, 1);
    atSmallSizes(
        sizes -> {
          Rational left = Meaning.value(a, sizes);
          Rational right = Meaning.value(b, sizes);
          assertThat(Meaning.value(a.plus(b), sizes)).isEqualTo(left.plus(right));
          assertThat(Meaning.value(a.times(b), sizes)).isEqualTo(left.times(right));
          assertThat(Meaning.value(a.join(b), sizes)).isGreaterThanOrEqualTo(left.max(right));
          Map<String, BigInteger> inner = Map.of("n", left.floor(), "w", right.floor());
          assertThat(Meaning.value(c.at("c", values), sizes))
              .isGreaterThanOrEqualTo(Meaning.value(c, inner));
        });
  }

  @Property(tries = 300)
  void aBoundWrittenOutIsAtLeastTheBound(@ForAll long seed) {
    SizeBound bound = bound(new Random(seed), 2);
    Polynomial written = writtenOut(bound);
    atSmallSizes(
        sizes ->
            assertThat(Meaning.value(written, sizes))
                .as("%s written out as %s at %s", bound, written, sizes)
                .isGreaterThanOrEqualTo(Meaning.value(bound, sizes)));
  }

  @Property(tries = 1000)
  void aBoundIsPolynomialIfItIsSoWrittenOut(@ForAll long seed) {
    SizeBound bound = bound(new Random(seed), 2);
    Polynomial written = writtenOut(bound);
    assertThat(REGIME.growth(bound).isPolynomial())
        .as("%s written out as %s", bound, written)
        .isEqualTo(REGIME.growth(written).isPolynomial());
  }

  @Property(tries = 1000)
  void valuesDoNotGrowFasterThanDerived(@ForAll long seed) {
    SizeBound bound = bound(new Random(seed), 2);
    if (REGIME.growth(bound) instanceof Growth.Order(int degree, int logs)) {
      BigInteger n = BigInteger.TWO.pow(200);
      BigInteger log = BigInteger.valueOf(201);
      BigInteger most = n.pow(degree).multiply(log.pow(logs)).multiply(CONSTANTS);
      try {
        assertThat(Meaning.value(bound, Map.of("n", n, "w", log)))
            .as("%s in %s", bound, REGIME.growth(bound))
            .isLessThanOrEqualTo(Rational.of(most));
      } catch (Meaning.TooLarge tooLarge) {
        return; // len(2^n) is polynomial, but the test's values of its parts are not written down
      }
    }
  }

  private static Polynomial writtenOut(SizeBound bound) {
    try {
      return bound.polynomial();
    } catch (Refusal tooLong) {
      assertThat(tooLong.basis()).isEqualTo(Rule.LIMIT);
      return Polynomial.of(new Atom.PowerOfTwo(Polynomial.variable("n")));
    }
  }

  /** A bound whose parts are not joined, so that every shape occurs. */
  private static SizeBound bound(Random random, int depth) {
    if (depth == 0) {
      return SizeBound.of(polynomial(random));
    }
    SizeBound left = bound(random, depth - 1);
    SizeBound right = bound(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> new SizeBound.Sum(List.of(left, right));
      case 1 -> new SizeBound.Product(left, bound(random, 0));
      case 2 -> new SizeBound.Maximum(left, right);
      default ->
          new SizeBound.Called("c", bound(random, 0), new TreeMap<>(Map.of("n", left, "w", right)));
    };
  }

  private static Polynomial polynomial(Random random) {
    Polynomial sum = Polynomial.of(random.nextInt(3));
    for (int i = random.nextInt(3); i >= 0; i--) {
      Polynomial term = Polynomial.of(Rational.of(1 + random.nextInt(4)));
      for (int j = random.nextInt(2); j >= 0; j--) {
        term = term.times(Polynomial.of(atom(random, 1)));
      }
      sum =
          sum.plus(
              random.nextInt(8) == 0 ? term.times(Rational.of(1).dividedBy(Rational.of(2))) : term);
    }
    return sum;
  }

  private static Atom atom(Random random, int depth) {
    Polynomial inner =
        depth == 0
            ? Polynomial.variable("w")
            : Polynomial.of(atom(random, depth - 1)).plus(Polynomial.of(random.nextInt(2)));
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Atom.Length(inner);
      case 2 -> new Atom.PowerOfTwo(inner);
      default -> new Atom.Variable(PARAMETERS.get(random.nextInt(2)));
    };
  }

  private static void atSmallSizes(java.util.function.Consumer<Map<String, BigInteger>> check) {
    for (int n = 0; n <= 2; n++) {
      for (int w = 0; w <= 2; w++) {
        Map<String, BigInteger> sizes = new HashMap<>();
        sizes.put("n", BigInteger.valueOf(n));
        sizes.put("w", BigInteger.valueOf(w));
        try {
          check.accept(sizes);
        } catch (Meaning.TooLarge tooLarge) {
          continue; // not to be written down, hence not compared
        }
      }
    }
  }
}
