package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.FlatCircuit.Port;

/** Different ways to compute the same thing agree on random circuits. */
class CircuitProperties {

  private static final int INPUTS = 8;

  private static boolean[] bitsOf(int word) {
    boolean[] bits = new boolean[INPUTS];
    for (int i = 0; i < INPUTS; i++) {
      bits[i] = (word >> i & 1) == 1;
    }
    return bits;
  }

  @Property(tries = 150)
  void simulationOfAllLanesEqualsPlainEvaluation(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int bodies) {
    FlatCircuit circuit = RandomCircuits.make(seed, INPUTS, bodies);
    int[] seen = new int[1];
    new Simulator(circuit, 1 + (int) Math.floorMod(seed, 5L))
        .run(
            Patterns.exhaustive(INPUTS),
            batch -> {
              for (int p = 0; p < batch.size(); p++) {
                Evaluation plain = Evaluation.of(circuit, bitsOf((int) batch.first() + p));
                for (int node = 0; node < circuit.nodeCount(); node++) {
                  assertThat(batch.bit(2 * node, p)).isEqualTo(plain.node(node));
                  assertThat(batch.bit(2 * node + 1, p)).isNotEqualTo(plain.node(node));
                }
                for (Port port : circuit.outputs()) {
                  for (FlatCircuit.Value value : port.values()) {
                    assertThat(batch.value(value, p)).isEqualTo(plain.value(value));
                  }
                }
                seen[0]++;
              }
              return true;
            });
    assertThat(seen[0]).isEqualTo(1 << INPUTS);
  }

  @Property(tries = 300)
  void foldingPreservesEveryOutputAndEveryMappedNode(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int bodies, @ForAll boolean hashing) {
    FlatCircuit circuit = RandomCircuits.make(seed, INPUTS, bodies);
    Folding folding = Folding.of(circuit, hashing);
    FlatCircuit folded = folding.circuit();
    assertThat(folded.inputCount()).isEqualTo(circuit.inputCount());
    assertThat(folded.gateCount()).isLessThanOrEqualTo(circuit.gateCount());
    for (int word = 0; word < 1 << INPUTS; word += 3) {
      Evaluation before = Evaluation.of(circuit, bitsOf(word));
      Evaluation after = Evaluation.of(folded, bitsOf(word));
      for (int node = 0; node < circuit.nodeCount(); node++) {
        int literal = folding.literal(2 * node);
        if (literal != Folding.DROPPED) {
          assertThat(after.literal(literal)).isEqualTo(before.node(node));
        }
      }
      for (int o = 0; o < circuit.outputs().size(); o++) {
        Port port = circuit.outputs().get(o);
        for (int i = 0; i < port.values().size(); i++) {
          assertThat(after.value(folded.outputs().get(o).values().get(i)))
              .isEqualTo(before.value(port.values().get(i)));
        }
      }
    }
  }

  @Property(tries = 300)
  void foldedCircuitsAreInNormalForm(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int bodies) {
    FlatCircuit folded = Folding.of(RandomCircuits.make(seed, INPUTS, bodies)).circuit();
    for (int gate = 0; gate < folded.gateCount(); gate++) {
      int body = folded.body(gate);
      long total = 0;
      assertThat(folded.end(body) - folded.start(body)).isGreaterThan(1);
      for (int edge = folded.start(body); edge < folded.end(body); edge++) {
        assertThat(folded.literal(edge)).isGreaterThan(1);
        assertThat(folded.literal(edge) >> 1).isLessThan(folded.node(gate));
        assertThat(folded.weight(edge)).isPositive();
        total += folded.weight(edge);
        if (edge > folded.start(body)) {
          assertThat(folded.literal(edge) >> 1).isGreaterThan(folded.literal(edge - 1) >> 1);
        }
      }
      if (folded.kind(body) == Kind.SUM) {
        assertThat(folded.constant(body)).isZero();
        assertThat(folded.threshold(gate)).isBetween(1L, total);
      }
    }
    boolean[] needed = Liveness.nodes(folded);
    for (int gate = 0; gate < folded.gateCount(); gate++) {
      assertThat(needed[folded.node(gate)]).isTrue();
    }
  }

  @Property(tries = 200)
  void aSumGateIsTheMajorityOfItsSelfBalancingPorts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int bodies) {
    FlatCircuit circuit = RandomCircuits.make(seed, INPUTS, bodies);
    Evaluation values = Evaluation.of(circuit, bitsOf((int) (seed & 255)));
    long ports = 0;
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int body = circuit.body(gate);
      if (circuit.kind(body) != Kind.SUM) {
        ports += circuit.end(body) - circuit.start(body);
        continue;
      }
      var literals = Majority.ports(circuit, gate);
      ports += literals.size();
      long ones = literals.stream().filter(values::literal).count();
      assertThat(2 * ones >= literals.size()).isEqualTo(values.node(circuit.node(gate)));
    }
    assertThat(Metrics.of(circuit).wires()).isEqualTo(ports);
  }
}
