package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static tc0.circuit.Core.sizes;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tc0.circuit.FlatCircuit.Kind;
import tc0.kernel.Circuit;

class MetricsTest {

  private static Metrics measure(Circuit circuit, Object... sizes) {
    return Metrics.of(new Unroller().unroll(circuit, sizes(sizes)));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 8, 13})
  void additionAndComparisonHaveStrictDepthFour(int w) {
    Metrics addition = measure(Library.add(), "w", w);
    assertThat(addition.depth()).isEqualTo(3);
    assertThat(addition.strictDepth()).isEqualTo(4);
    Metrics comparison = measure(Library.greater(), "w", w);
    assertThat(comparison.depth()).isEqualTo(3);
    assertThat(comparison.strictDepth()).isEqualTo(4);
  }

  @Test
  void iteratedAdditionHasStrictDepthFourAndMultiplicationFive() {
    Metrics sum = measure(Library.iteratedAdd(), "n", 4, "w", 6, "W", 8, "s", 0);
    assertThat(sum.depth()).isEqualTo(3);
    assertThat(sum.strictDepth()).isEqualTo(4);
    Metrics product = measure(Library.multiply(), "v", 5, "w", 5);
    assertThat(product.depth()).isEqualTo(4);
    assertThat(product.strictDepth()).isEqualTo(5);
    assertThat(product.majorityDepth()).isEqualTo(3);
    assertThat(product.depth("x", "return")).hasValue(4);
    assertThat(product.depth(Metrics.CONSTANTS, "return")).hasValue(4);
  }

  @Test
  void theCountsOfParityAreThoseDoneByHand() {
    // count[k] = [x0 + x1 + x2 >= k] for k = 1, 2, 3; odd = [count1 - count2 + count3 >= 1]
    Metrics parity = measure(Library.parity(), "n", 3);
    assertThat(parity.inputs()).isEqualTo(3);
    assertThat(parity.gatesByKind()).isEqualTo(Map.of(Kind.AND, 0L, Kind.OR, 0L, Kind.SUM, 4L));
    assertThat(parity.edges()).isEqualTo(4 * 3);
    // ports of a SUM gate: twice the absolute weights and twice the absolute threshold
    assertThat(parity.wires()).isEqualTo(6 + 2 + (6 + 4) + (6 + 6) + (6 + 2));
    assertThat(parity.maxFanIn()).isEqualTo(3);
    assertThat(parity.maxWires()).isEqualTo(12);
    assertThat(parity.depth()).isEqualTo(2);
    assertThat(parity.majorityDepth()).isEqualTo(2);
    // count[2] is read negatively, so its twin is needed, and with it every negated input
    assertThat(parity.strictDepth()).isEqualTo(3);
    assertThat(parity.rails()).isEqualTo(4);
    assertThat(parity.negatedInputs()).isEqualTo(3);
    assertThat(parity.strictGates()).isEqualTo(7);
  }

  @Test
  void aCircuitWithoutGatesHasDepthZero() {
    Metrics nothing = measure(Library.nothing(), "n", 2);
    assertThat(nothing.depth("x", "return")).hasValue(0);
    assertThat(nothing.depth("x", "one")).isEmpty();
    assertThat(nothing.depth(Metrics.CONSTANTS, "one")).hasValue(0);
    assertThat(nothing.depth(Metrics.CONSTANTS, "return")).hasValue(0);
    assertThat(nothing.wires()).isZero();
  }
}
