package tc0.sat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.FlatCircuit;

/**
 * One step of a proof by induction on the number of operands: a family's circuit for i operands
 * against its circuit for i - 1 operands and one more operation of the reference.
 *
 * <p>If the circuit for one operand is right, and for each i up to n the step holds, then the
 * circuit for n operands computes the reference's fold over its operands. Both circuits read the
 * same input bits, so that what they share by construction is shared in the graph; this reaches
 * sizes at which a direct comparison with the fold is out of reach, because each step is nearly
 * local.
 */
public final class InductionStep {

  /** What the larger circuit should return, from what the smaller one does. */
  @FunctionalInterface
  public interface Relation {
    /**
     * The goals, low digit first.
     *
     * @param blaster builds into the graph of both circuits
     * @param larger the circuit for i operands
     * @param smaller the circuit for i - 1 operands, over the same input bits
     */
    List<Integer> goals(IntegerBlaster blaster, EncodedCircuit larger, EncodedCircuit smaller);
  }

  private InductionStep() {}

  /**
   * The obligation of a step. Inputs of the smaller circuit are the inputs of the larger one with
   * the same array and index; those that the larger one lacks are 0.
   *
   * @throws IllegalArgumentException if an input is a form and not a bit
   */
  public static Obligation of(FlatCircuit larger, FlatCircuit smaller, Relation relation) {
    IntegerBlaster blaster = new IntegerBlaster(new BooleanGraph());
    EncodedCircuit big = EncodedCircuit.over(larger, blaster);
    EncodedCircuit small = EncodedCircuit.over(smaller, blaster, shared(big, smaller));
    return Obligation.of(blaster.graph(), relation.goals(blaster, big, small));
  }

  /** The literals of the smaller circuit's inputs among those of the larger one. */
  static int[] shared(EncodedCircuit larger, FlatCircuit smaller) {
    int[] literals = new int[smaller.inputCount()];
    for (FlatCircuit.Port port : smaller.inputs()) {
      Map<List<Integer>, Integer> known = new HashMap<>();
      larger
          .inputPort(port.name())
          .ifPresent(
              p -> bits(p).forEach((index, literal) -> known.put(index, larger.literal(literal))));
      bits(port)
          .forEach(
              (index, literal) ->
                  literals[(literal >> 1) - 1] = known.getOrDefault(index, BooleanGraph.FALSE));
    }
    return literals;
  }

  /** The input literal at each index. */
  private static Map<List<Integer>, Integer> bits(FlatCircuit.Port port) {
    Map<List<Integer>, Integer> result = new HashMap<>();
    for (int i = 0; i < port.tuples().size(); i++) {
      FlatCircuit.Value value = port.values().get(i);
      if (value.literals().length != 1
          || value.constant() != 0
          || value.weights()[0] != 1
          || (value.literals()[0] & 1) == 1) {
        throw new IllegalArgumentException("the input " + port.name() + " is not an array of bits");
      }
      result.put(Arrays.stream(port.tuples().get(i)).boxed().toList(), value.literals()[0]);
    }
    return result;
  }
}
