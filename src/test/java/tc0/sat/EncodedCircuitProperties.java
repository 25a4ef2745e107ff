package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tc0.circuit.FlatCircuit;

class EncodedCircuitProperties {

  @Property(tries = 300)
  void aTranslatedCircuitComputesWhatTheCircuitComputes(@ForAll long seed) {
    Random random = new Random(seed);
    FlatCircuit circuit = random(random);
    IntegerBlaster blaster = new IntegerBlaster(new BooleanGraph());
    EncodedCircuit encoded = EncodedCircuit.over(circuit, blaster);
    FlatCircuit.Value form =
        new FlatCircuit.Value(
            true, -3, new int[] {2, 5, 2 * circuit.node(0)}, new long[] {-2, 5, 7});
    BitVector value = encoded.value(form);
    for (int round = 0; round < 8; round++) {
      boolean[] inputs = new boolean[circuit.inputCount()];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = random.nextBoolean();
      }
      CircuitEvaluation evaluation = new CircuitEvaluation(circuit, inputs);
      long[] words = GraphSimulation.evaluate(blaster.graph(), GraphSimulation.spread(inputs));
      for (int node = 0; node < circuit.nodeCount(); node++) {
        assertThat(GraphSimulation.holds(words, encoded.literal(2 * node)))
            .isEqualTo(evaluation.holds(2 * node));
      }
      long expected =
          -3L
              - (evaluation.holds(2) ? 2 : 0)
              + (evaluation.holds(5) ? 5 : 0)
              + (evaluation.holds(2 * circuit.node(0)) ? 7 : 0);
      assertThat(IntegerBlasterTest.number(value, words)).isEqualTo(expected);
    }
  }

  private static FlatCircuit random(Random random) {
    int inputs = 5;
    CircuitBuilder c = new CircuitBuilder(inputs);
    List<Integer> literals = new ArrayList<>(List.of(0, 1));
    for (int literal : c.input("x", inputs)) {
      literals.add(literal);
    }
    for (int g = 0; g < 15; g++) {
      int[] children = new int[random.nextInt(5)];
      List<CircuitBuilder.Term> terms = new ArrayList<>();
      for (int i = 0; i < children.length; i++) {
        children[i] = literals.get(random.nextInt(literals.size())) ^ random.nextInt(2);
        terms.add(new CircuitBuilder.Term(random.nextInt(21) - 10, children[i]));
      }
      switch (random.nextInt(3)) {
        case 0 -> literals.add(c.and(children));
        case 1 -> literals.add(c.or(children));
        default -> {
          int body = c.sum(terms);
          literals.add(c.atLeast(body, random.nextInt(31) - 15));
          literals.add(c.atLeast(body, random.nextInt(31) - 15));
        }
      }
    }
    return c.build();
  }
}
