package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;

/** Compares two circuits with the same inputs gate by gate, on all inputs or on random ones. */
final class SameOutputs {

  private static final int ALL = 8;

  private SameOutputs() {}

  static void check(FlatCircuit written, FlatCircuit folded, int samples, long seed) {
    int inputs = written.inputCount();
    assertThat(folded.inputCount()).isEqualTo(inputs);
    assertThat(describe(folded.inputs())).isEqualTo(describe(written.inputs()));
    assertThat(names(folded.outputs())).isEqualTo(names(written.outputs()));
    Random random = new Random(seed);
    int count = inputs <= ALL ? 1 << inputs : samples;
    for (int i = 0; i < count; i++) {
      boolean[] bits = new boolean[inputs];
      int density = 1 + random.nextInt(7);
      for (int b = 0; b < inputs; b++) {
        bits[b] = inputs <= ALL ? (i >> b & 1) == 1 : random.nextInt(8) < density;
      }
      assertThat(outputs(folded, bits)).isEqualTo(outputs(written, bits));
    }
  }

  private static List<Long> outputs(FlatCircuit circuit, boolean[] bits) {
    Evaluation evaluation = Evaluation.of(circuit, bits);
    return circuit.outputs().stream()
        .flatMap(port -> port.values().stream())
        .map(evaluation::value)
        .toList();
  }

  private static List<String> names(List<Port> ports) {
    return ports.stream()
        .flatMap(port -> port.tuples().stream().map(tuple -> port.name() + Arrays.toString(tuple)))
        .toList();
  }

  private static List<String> describe(List<Port> ports) {
    return ports.stream()
        .flatMap(
            port ->
                IntStream.range(0, port.tuples().size())
                    .mapToObj(
                        i -> {
                          Value value = port.values().get(i);
                          return port.name()
                              + Arrays.toString(port.tuples().get(i))
                              + value.constant()
                              + Arrays.toString(value.literals())
                              + Arrays.toString(value.weights());
                        }))
        .toList();
  }

  /** No constants among the cells, positive weights, every gate needed, thresholds that matter. */
  static void checkNormalForm(FlatCircuit folded) {
    boolean[] needed = Liveness.nodes(folded);
    for (int gate = 0; gate < folded.gateCount(); gate++) {
      int body = folded.body(gate);
      long total = 0;
      assertThat(needed[folded.node(gate)]).isTrue();
      assertThat(folded.end(body) - folded.start(body)).isGreaterThan(1);
      for (int edge = folded.start(body); edge < folded.end(body); edge++) {
        assertThat(folded.literal(edge)).isGreaterThan(1);
        assertThat(folded.literal(edge) >> 1).isLessThan(folded.node(gate));
        assertThat(folded.weight(edge)).isPositive();
        total += folded.weight(edge);
      }
      if (folded.kind(body) == Kind.SUM) {
        assertThat(folded.constant(body)).isZero();
        assertThat(folded.threshold(gate)).isBetween(1L, total);
      }
    }
  }
}
