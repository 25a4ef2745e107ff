package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.circuit.Core.sizes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
import tc0.kernel.Circuit;
import tc0.kernel.Index;

/** Arithmetic families, unrolled and evaluated on every input of small sizes. */
class UnrollerTest {

  private static final FormWidths CARRY = new FormWidths(java.util.Map.of("A", 3));

  private static FlatCircuit unroll(Circuit circuit, Object... sizes) {
    return new Unroller().unroll(circuit, sizes(sizes));
  }

  private static boolean[] bitsOf(long word, int count) {
    boolean[] bits = new boolean[count];
    for (int i = 0; i < count; i++) {
      bits[i] = (word >> i & 1) == 1;
    }
    return bits;
  }

  private static long natural(FlatCircuit circuit, Evaluation values, String port) {
    long result = 0;
    for (Port output : circuit.outputs()) {
      if (output.name().equals(port)) {
        for (int i = 0; i < output.values().size(); i++) {
          result += values.value(output.values().get(i)) << i;
        }
      }
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void additionIsAddition(int w) {
    FlatCircuit circuit = unroll(Library.add(), "w", w);
    for (long word = 0; word < 1L << 2 * w; word++) {
      Evaluation values = Evaluation.of(circuit, bitsOf(word, 2 * w));
      long x = word & (1L << w) - 1;
      long y = word >> w;
      assertThat(natural(circuit, values, "return")).isEqualTo(x + y);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void greaterIsGreater(int w) {
    FlatCircuit circuit = unroll(Library.greater(), "w", w);
    for (long word = 0; word < 1L << 2 * w; word++) {
      Evaluation values = Evaluation.of(circuit, bitsOf(word, 2 * w));
      long x = word & (1L << w) - 1;
      long y = word >> w;
      assertThat(natural(circuit, values, "return")).isEqualTo(x > y ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,3,3", "2,3,4", "2,5,6", "3,3,5", "3,4,6", "4,3,5", "5,2,5", "6,2,4", "9,1,4"})
  void iteratedAdditionIsASum(int n, int w, int width) {
    FlatCircuit circuit =
        new Unroller(tc0.circuit.index.Limits.DEFAULT, new FormWidths(java.util.Map.of("A", 0)))
            .unroll(Library.iteratedAdd(), sizes("n", n, "w", w, "W", width, "s", 0));
    for (long word = 0; word < 1L << n * w; word++) {
      Evaluation values = Evaluation.of(circuit, bitsOf(word, n * w));
      long expected = 0;
      for (int i = 0; i < n; i++) {
        expected += word >> i * w & (1L << w) - 1;
      }
      assertThat(natural(circuit, values, "return")).isEqualTo(expected % (1L << width));
    }
  }

  @Test
  void iteratedAdditionAbsorbsACarryIn() {
    int n = 3;
    int w = 3;
    int s = 1;
    FlatCircuit circuit =
        new Unroller(tc0.circuit.index.Limits.DEFAULT, CARRY)
            .unroll(Library.iteratedAdd(), sizes("n", n, "w", w, "W", 5, "s", s));
    for (long word = 0; word < 1L << n * w + 3; word++) {
      long carry = word >> n * w;
      if (carry > (long) n << s) {
        continue;
      }
      Evaluation values = Evaluation.of(circuit, bitsOf(word, n * w + 3));
      long expected = carry >> s;
      for (int i = 0; i < n; i++) {
        expected += word >> i * w & (1L << w) - 1;
      }
      assertThat(natural(circuit, values, "return")).isEqualTo(expected % 32);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,4", "2,2", "3,2", "3,3", "4,4", "2,6", "5,3"})
  void multiplicationIsMultiplication(int v, int w) {
    FlatCircuit circuit = unroll(Library.multiply(), "v", v, "w", w);
    for (long word = 0; word < 1L << v + w; word++) {
      Evaluation values = Evaluation.of(circuit, bitsOf(word, v + w));
      long x = word & (1L << v) - 1;
      long y = word >> v;
      assertThat(natural(circuit, values, "return")).isEqualTo(x * y);
    }
  }

  @Test
  void aTableHasItsFunctionAsExactForms() {
    Index a = Core.v("a");
    Index.Function square = new Index.Function("square", List.of("a"), a.times(a));
    FlatCircuit circuit = unroll(Library.table(square), "w", 4, "v", 8);
    for (int x = 0; x < 16; x++) {
      Evaluation values = Evaluation.of(circuit, bitsOf(x, 4));
      assertThat(natural(circuit, values, "return")).isEqualTo((long) x * x);
    }
    assertThat(circuit.gateCount()).isEqualTo(16);
  }

  @Test
  void parityIsParity() {
    FlatCircuit circuit = unroll(Library.parity(), "n", 9);
    for (int x = 0; x < 512; x++) {
      Evaluation values = Evaluation.of(circuit, bitsOf(x, 9));
      assertThat(natural(circuit, values, "return")).isEqualTo(Integer.bitCount(x) % 2);
    }
  }

  @Test
  void thresholdsOfOneSumShareABody() {
    FlatCircuit circuit = unroll(Library.parity(), "n", 9);
    assertThat(circuit.gateCount()).isEqualTo(10);
    assertThat(circuit.bodyCount()).isEqualTo(2);
    assertThat(circuit.edgeCount()).isEqualTo(9 + 9);
  }

  @Test
  void readsOutsideABoxAreZeroAndTheirComplementsOne() {
    FlatCircuit circuit = unroll(Library.nothing(), "n", 3);
    assertThat(circuit.gateCount()).isZero();
    List<Value> values = circuit.outputs().get(0).values();
    assertThat(values).extracting(Value::literal).containsExactly(2, 4, 6, 0);
    assertThat(circuit.outputs().get(1).values().get(0).literal()).isEqualTo(1);
    assertThat(circuit.outputs().get(2).values().get(0).constant()).isEqualTo(3);
  }

  @Test
  void sizesMustBeGivenForEveryParameter() {
    assertThatThrownBy(() -> unroll(Library.multiply(), "v", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[v, w]");
  }
}
