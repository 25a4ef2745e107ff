package tc0.circuit.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.kernel.Box;
import tc0.kernel.Box.Binder;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

class IndexTest {

  private static final Index X = Index.variable("x");

  private static Index n(long value) {
    return Index.number(value);
  }

  private static BigInteger value(Index index) {
    return value(index, Limits.DEFAULT);
  }

  private static BigInteger value(Index index, Limits limits) {
    Scope scope = Scope.of(Map.of());
    Term term = new IndexCompiler(new Budget(limits)).term(index, scope);
    return term.value(new long[scope.frameSize()]);
  }

  private static boolean prime(BigInteger value) {
    return new IndexCompiler(new Budget(Limits.DEFAULT))
        .condition(new Predicate.Prime(new Index.Number(value)), Scope.of(Map.of()))
        .holds(new long[0]);
  }

  @Test
  void everyOperationIsTotal() {
    assertThat(value(new Index.Divide(n(5), n(0)))).isZero();
    assertThat(value(new Index.Modulo(n(5), n(-2)))).isZero();
    assertThat(value(new Index.Divide(n(-5), n(2)))).isEqualTo(-3);
    assertThat(value(new Index.Modulo(n(-5), n(2)))).isEqualTo(1);
    assertThat(value(new Index.PowerOfTwo(n(-1)))).isZero();
    assertThat(value(new Index.Length(n(-4)))).isZero();
    assertThat(value(new Index.Length(n(8)))).isEqualTo(4);
    assertThat(value(new Index.Least("v", n(-3), Predicate.TRUE))).isZero();
    assertThat(value(new Index.Least("v", n(3), Predicate.FALSE))).isEqualTo(3);
    assertThat(value(new Index.PowerModuloPrime(n(2), n(5), n(9)))).isZero();
    assertThat(value(new Index.PowerModuloPrime(n(2), n(5), n(7)))).isEqualTo(4);
    assertThat(value(new Index.PowerModulo(n(2), n(5), n(9)))).isEqualTo(5);
  }

  @Test
  void valuesBeyondSixtyFourBitsAreExact() {
    Index big = new Index.PowerOfTwo(n(100));
    assertThat(value(new Index.Modulo(big.plus(n(5)), n(1_000_003))))
        .isEqualTo(
            BigInteger.TWO.pow(100).add(BigInteger.valueOf(5)).mod(BigInteger.valueOf(1_000_003)));
    assertThat(value(new Index.Length(big))).isEqualTo(101);
    assertThat(value(n(Long.MAX_VALUE).plus(n(1)).minus(n(1)))).isEqualTo(Long.MAX_VALUE);
    assertThat(value(n(Long.MIN_VALUE).times(n(-1)))).isEqualTo(BigInteger.TWO.pow(63));
  }

  @Test
  void adviceIsClampedToItsWidth() {
    Index.Advice advice = new Index.Advice("k", List.of("x"), n(3), X.times(X));
    assertThat(value(new Index.Advise(advice, List.of(n(2))))).isEqualTo(4);
    assertThat(value(new Index.Advise(advice, List.of(n(3))))).isEqualTo(7);
    Index.Advice negative = new Index.Advice("k", List.of("x"), n(3), X.minus(n(9)));
    assertThat(value(new Index.Advise(negative, List.of(n(2))))).isZero();
  }

  @Test
  void primalityIsExactForNumbersThatFoolWeakTests() {
    List<Long> small = new ArrayList<>();
    for (long i = -3; i < 30; i++) {
      if (prime(BigInteger.valueOf(i))) {
        small.add(i);
      }
    }
    assertThat(small).containsExactly(2L, 3L, 5L, 7L, 11L, 13L, 17L, 19L, 23L, 29L);
    assertThat(prime(BigInteger.valueOf(561))).isFalse();
    assertThat(prime(BigInteger.valueOf(65_537))).isTrue();
    assertThat(prime(BigInteger.valueOf(3_215_031_751L))).isFalse(); // strong for 2, 3, 5, 7
    assertThat(prime(BigInteger.valueOf(2_147_483_647))).isTrue();
    assertThat(prime(new BigInteger("9223372036854775783"))).isTrue();
    assertThat(prime(new BigInteger("3825123056546413051"))).isFalse(); // strong for 2 to 23
    assertThat(prime(new BigInteger("18446744073709551629"))).isTrue();
    assertThatThrownBy(() -> prime(BigInteger.TWO.pow(127).subtract(BigInteger.ONE)))
        .isInstanceOf(LimitExceeded.class);
  }

  @Test
  void searchesAndNumbersThatGrowTooLargeAreRefused() {
    Index search = new Index.Least("v", new Index.PowerOfTwo(n(80)), Predicate.FALSE);
    assertThatThrownBy(() -> value(search, Limits.DEFAULT.withSteps(1000)))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContaining("steps=1000");
    assertThatThrownBy(() -> value(new Index.PowerOfTwo(new Index.PowerOfTwo(n(40)))))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContaining("bits=");
  }

  @Test
  void unboundVariablesAreAnError() {
    assertThatThrownBy(() -> value(X)).hasMessageContaining("x is not bound");
  }

  @Test
  void anExtentNumbersTheTuplesOfARaggedBoxInOrder() {
    Box box =
        new Box(
            List.of(
                Binder.below("i", n(7)),
                new Binder("j", Index.variable("i").minus(n(3)), Index.variable("i")),
                Binder.below("k", Index.variable("j"))),
            new Predicate.Prime(Index.variable("i"))
                .and(new Predicate.Not(new Predicate.Equal(Index.variable("k"), n(1)))));
    Budget budget = new Budget(Limits.DEFAULT);
    Scope scope = Scope.of(Map.of());
    BoxCode code = new BoxCode(box, scope, new IndexCompiler(budget), budget);
    long[] frame = new long[scope.frameSize()];
    List<List<Integer>> expected = new ArrayList<>();
    code.forEach(
        frame, () -> expected.add(List.of((int) frame[0], (int) frame[1], (int) frame[2])));
    Extent extent = Extent.of(code, frame, budget);
    assertThat(extent.size()).isEqualTo(expected.size()).isEqualTo(1 + 2 + 6);
    for (int number = 0; number < extent.size(); number++) {
      int[] tuple = extent.tuple(number);
      assertThat(Arrays.stream(tuple).boxed().toList()).isEqualTo(expected.get(number));
      assertThat(extent.number(Arrays.stream(tuple).asLongStream().toArray(), 0)).isEqualTo(number);
    }
    int inside = 0;
    for (long i = -1; i < 9; i++) {
      for (long j = -2; j < 9; j++) {
        for (long k = -2; k < 9; k++) {
          long[] tuple = {i, j, k};
          System.arraycopy(tuple, 0, frame, 0, 3);
          boolean contained = code.contains(frame);
          assertThat(extent.number(tuple, 0) >= 0).isEqualTo(contained);
          inside += contained ? 1 : 0;
        }
      }
    }
    assertThat(inside).isEqualTo(extent.size());
  }
}
