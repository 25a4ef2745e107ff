package tc0.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.Evaluation;
import tc0.circuit.FlatCircuit;
import tc0.circuit.FoldedUnroller;
import tc0.circuit.FormWidths;
import tc0.circuit.PortBits;
import tc0.circuit.Simulator;
import tc0.circuit.Unroller;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;
import tc0.reference.Input;
import tc0.reference.Words;
import tc0.syntax.elaborate.CircuitInfo;

/**
 * A circuit unrolled at concrete sizes, with constants folded, and its bits read as the words of
 * the reference.
 *
 * @param folded the circuit to simulate
 */
public record Instance(FlatCircuit folded, PortBits inputs, PortBits outputs) {

  /** The bits by which an input form of any integer is fed. */
  private static final int FORM_BITS = 4;

  /** Unrolls and folds; a limit exception if the circuit is too large. */
  public static Instance of(CircuitInfo circuit, Map<String, BigInteger> sizes, Limits limits) {
    FlatCircuit folded = new FoldedUnroller(limits, widths(circuit)).unroll(circuit.core(), sizes);
    return new Instance(folded, PortBits.inputs(folded), PortBits.outputs(folded));
  }

  /** The circuit as the family has it, constants and all. */
  public static FlatCircuit unroll(
      CircuitInfo circuit, Map<String, BigInteger> sizes, Limits limits) {
    return new Unroller(limits, widths(circuit)).unroll(circuit.core(), sizes);
  }

  /** How form inputs are fed. */
  static FormWidths widths(CircuitInfo circuit) {
    Map<String, Integer> widths = new HashMap<>();
    for (CircuitInfo.Input input : circuit.inputs()) {
      if (input.type() instanceof tc0.syntax.elaborate.ValueType.Bits bits
          && bits.wire() == tc0.syntax.elaborate.ValueType.Wire.FORM) {
        widths.put(input.name(), FORM_BITS);
      }
    }
    return new FormWidths(widths);
  }

  /** Whether the circuit can be unrolled: no axiom is reached. */
  static boolean isComplete(Circuit circuit) {
    return switch (circuit) {
      case Circuit.Axiom axiom -> false;
      case Circuit.Family family -> isComplete(family.body());
    };
  }

  private static boolean isComplete(List<tc0.kernel.Declaration> body) {
    return body.stream()
        .allMatch(
            declaration ->
                switch (declaration) {
                  case tc0.kernel.Declaration.Call call -> isComplete(call.circuit());
                  case tc0.kernel.Declaration.Iterate iterate -> isComplete(iterate.body());
                  default -> true;
                });
  }

  /** The words of the inputs in one pattern of a batch. */
  List<Words> inputWords(List<Input> types, Simulator.Batch batch, int pattern) {
    return types.stream()
        .map(
            input ->
                Words.of(
                    input.type(),
                    (path, at) ->
                        inputs
                            .value(input.name() + path, at)
                            .map(value -> batch.value(value, pattern))
                            .orElse(0L)))
        .toList();
  }

  /** The words of the result in one pattern of a batch. */
  Words outputWords(tc0.reference.WordType type, Simulator.Batch batch, int pattern) {
    return Words.result(
        type,
        (path, at) ->
            outputs
                .value("return" + path, at)
                .map(value -> batch.value(value, pattern))
                .orElse(0L));
  }

  /** The words of the inputs in one assignment. */
  public List<Words> inputWords(List<Input> types, Evaluation evaluation) {
    return types.stream()
        .map(
            input ->
                Words.of(
                    input.type(),
                    (path, at) ->
                        inputs.value(input.name() + path, at).map(evaluation::value).orElse(0L)))
        .toList();
  }

  /** The words of the result in one assignment. */
  public Words outputWords(tc0.reference.WordType type, Evaluation evaluation) {
    return Words.result(
        type, (path, at) -> outputs.value("return" + path, at).map(evaluation::value).orElse(0L));
  }

  /** The input bits that carry the given words. */
  public boolean[] bits(List<Input> types, List<Words> words) {
    boolean[] bits = new boolean[folded.inputCount()];
    for (int i = 0; i < types.size(); i++) {
      Input input = types.get(i);
      for (FlatCircuit.Port port : folded.inputs()) {
        boolean mine =
            port.name().equals(input.name()) || port.name().startsWith(input.name() + ".");
        if (mine) {
          String path = port.name().substring(input.name().length());
          for (int t = 0; t < port.tuples().size(); t++) {
            set(bits, port.values().get(t), words.get(i).leaf(path, port.tuples().get(t)));
          }
        }
      }
    }
    return bits;
  }

  private static void set(boolean[] bits, FlatCircuit.Value value, long number) {
    for (int j = 0; j < value.literals().length; j++) {
      bits[(value.literals()[j] >> 1) - 1] = (number & value.weights()[j]) != 0;
    }
  }
}
