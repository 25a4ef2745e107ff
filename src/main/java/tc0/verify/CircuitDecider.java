package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Patterns;
import tc0.circuit.PortBits;
import tc0.circuit.Simulator;
import tc0.circuit.index.Limits;
import tc0.syntax.elaborate.CircuitInfo;

/** Decides words by the circuit for their length. */
final class CircuitDecider implements Decider {
  private final CircuitInfo circuit;
  private final int width;
  private final Map<Integer, Instance> instances = new HashMap<>();

  /**
   * A decider.
   *
   * @param circuit reads one word, whose length is its only size, and returns one bit
   * @param width the bits of a letter
   */
  CircuitDecider(CircuitInfo circuit, int width) {
    this.circuit = circuit;
    this.width = width;
  }

  @Override
  public boolean[] accepts(List<int[]> words) {
    boolean[] answers = new boolean[words.size()];
    if (words.isEmpty()) {
      return answers;
    }
    int length = words.getFirst().length;
    Instance instance = instances.computeIfAbsent(length, this::instance);
    FlatCircuit folded = instance.folded();
    String input = circuit.inputs().getFirst().name();
    boolean flat = circuit.core().inputs().getFirst().box().rank() == 1;
    List<boolean[]> patterns = new ArrayList<>();
    for (int[] word : words) {
      boolean[] bits = new boolean[folded.inputCount()];
      for (int i = 0; i < length; i++) {
        for (int q = 0; q < width; q++) {
          int[] place = flat ? new int[] {i} : new int[] {i, q};
          bits[instance.inputs().inputBit(input, place)] = (word[i] >> q & 1) == 1;
        }
      }
      patterns.add(bits);
    }
    int result = PortBits.outputs(folded).literal("return");
    new Simulator(folded)
        .run(
            Patterns.of(patterns),
            batch -> {
              for (int pattern = 0; pattern < batch.size(); pattern++) {
                answers[(int) batch.first() + pattern] = batch.bit(result, pattern);
              }
              return true;
            });
    return answers;
  }

  private Instance instance(int length) {
    return Instance.of(
        circuit,
        Map.of(circuit.core().parameters().getFirst(), BigInteger.valueOf(length)),
        Limits.DEFAULT);
  }
}
