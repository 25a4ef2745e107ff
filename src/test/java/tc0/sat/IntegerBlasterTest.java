package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every operation on all signed numbers of four bits, against exact arithmetic. */
class IntegerBlasterTest {

  private static final int W = 4;

  private final BooleanGraph graph = new BooleanGraph();
  private final IntegerBlaster blaster = new IntegerBlaster(graph);
  private final BitVector x = BitVector.twosComplement(graph.inputs(W));
  private final BitVector y = BitVector.twosComplement(graph.inputs(W));

  private interface Exact {
    long of(long a, long b);
  }

  private void agrees(BitVector result, Exact exact) {
    for (int a = -8; a < 8; a++) {
      for (int b = -8; b < 8; b++) {
        boolean[] inputs = new boolean[2 * W];
        for (int i = 0; i < W; i++) {
          inputs[i] = (a >> i & 1) == 1;
          inputs[W + i] = (b >> i & 1) == 1;
        }
        long[] words = GraphSimulation.evaluate(graph, GraphSimulation.spread(inputs));
        assertThat(number(result, words)).as("%d, %d", a, b).isEqualTo(exact.of(a, b));
      }
    }
  }

  static long number(BitVector vector, long[] words) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < vector.width(); i++) {
      if (GraphSimulation.holds(words, vector.bit(i))) {
        BigInteger place = BigInteger.ONE.shiftLeft(i);
        value = i + 1 == vector.width() ? value.subtract(place) : value.add(place);
      }
    }
    assertThat(value).isBetween(vector.min(), vector.max());
    return value.longValueExact();
  }

  private void both(
      BiFunction<BitVector, BitVector, BitVector> operation, BinaryOperator<Long> exact) {
    agrees(operation.apply(x, y), exact::apply);
    for (long c = -5; c <= 5; c++) {
      long constant = c;
      BitVector k = BitVector.constant(c);
      agrees(operation.apply(x, k), (a, b) -> exact.apply(a, constant));
      agrees(operation.apply(k, x), (a, b) -> exact.apply(constant, a));
    }
    BitVector square = blaster.multiply(y, y);
    agrees(operation.apply(x, square), (a, b) -> exact.apply(a, b * b));
    agrees(operation.apply(square, x), (a, b) -> exact.apply(b * b, a));
  }

  private void one(UnaryOperator<BitVector> operation, UnaryOperator<Long> exact) {
    agrees(operation.apply(x), (a, b) -> exact.apply(a));
    BitVector natural = BitVector.natural(x.bit(0), x.bit(1), x.bit(2));
    agrees(operation.apply(natural), (a, b) -> exact.apply(a & 7));
    agrees(operation.apply(BitVector.constant(-6)), (a, b) -> exact.apply(-6L));
  }

  @Test
  void addition() {
    both(blaster::add, Long::sum);
  }

  @Test
  void subtraction() {
    both(blaster::subtract, (a, b) -> a - b);
    one(blaster::negate, a -> -a);
  }

  @Test
  void multiplication() {
    both(blaster::multiply, (a, b) -> a * b);
  }

  @Test
  void divisionRoundsDownAndIsZeroWithoutAPositiveDivisor() {
    both(blaster::divide, (a, b) -> b < 1 ? 0 : Math.floorDiv(a, b));
  }

  @Test
  void theRemainderIsNeverNegative() {
    both(blaster::modulo, (a, b) -> b < 1 ? 0 : Math.floorMod(a, b));
  }

  @Test
  void quotientsRoundToTheNearestAndTiesToEven() {
    both(
        blaster::roundQuotient,
        (a, b) -> {
          if (b < 1) {
            return 0L;
          }
          return new java.math.BigDecimal(a)
              .divide(new java.math.BigDecimal(b), 0, java.math.RoundingMode.HALF_EVEN)
              .longValueExact();
        });
  }

  @Test
  void shiftsAreExactOrRoundAsTheySay() {
    for (int k = 0; k < 6; k++) {
      int count = k;
      one(v -> blaster.shiftLeft(v, count), a -> a << count);
      one(v -> blaster.shiftRight(v, count), a -> a >> count);
      one(v -> blaster.lowBits(v, count), a -> a & (1L << count) - 1);
      one(v -> blaster.roundShift(v, count), a -> (long) Math.rint((double) a / (1 << count)));
      one(v -> blaster.roundShift(v, -count), a -> a << count);
    }
  }

  @Test
  void extremaAbsoluteValueAndClamp() {
    both(blaster::minimum, Math::min);
    both(blaster::maximum, Math::max);
    one(blaster::absolute, Math::abs);
    one(
        v -> blaster.clamp(v, BigInteger.valueOf(-3), BigInteger.TWO),
        a -> Math.max(-3, Math.min(2, a)));
  }

  @Test
  void comparisons() {
    both((a, b) -> blaster.indicator(blaster.less(a, b)), (a, b) -> a < b ? 1L : 0);
    both((a, b) -> blaster.indicator(blaster.lessOrEqual(a, b)), (a, b) -> a <= b ? 1L : 0);
    both((a, b) -> blaster.indicator(blaster.equal(a, b)), (a, b) -> a.equals(b) ? 1L : 0);
    for (long k = -10; k <= 10; k++) {
      BigInteger bound = BigInteger.valueOf(k);
      one(a -> blaster.indicator(blaster.atLeast(a, bound)), a -> a >= bound.longValue() ? 1L : 0);
    }
  }

  @Test
  void choices() {
    int condition = blaster.less(x, y);
    agrees(blaster.choose(condition, x, blaster.negate(y)), (a, b) -> a < b ? a : -b);
  }

  @Test
  void tablesTakeTheValuesOfTheirFunction() {
    one(v -> blaster.table(v, a -> a.pow(3).subtract(BigInteger.TEN)), a -> a * a * a - 10);
    assertThatThrownBy(
            () -> blaster.table(BitVector.natural(graph.inputs(IntegerBlaster.TABLE_BITS)), a -> a))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsKeepSumsNarrow() {
    BitVector total = BitVector.constant(0);
    for (int i = 0; i < 100; i++) {
      total = blaster.add(total, BitVector.natural(graph.inputs(3)));
    }
    assertThat(total.max()).isEqualTo(BigInteger.valueOf(700));
    assertThat(total.width()).isEqualTo(11);
  }
}
