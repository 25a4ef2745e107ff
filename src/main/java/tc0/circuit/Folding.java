package tc0.circuit;

import java.util.Arrays;
import java.util.Map;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Limits;

/**
 * A smaller circuit with the same inputs and the same outputs. Constants are propagated, repeated
 * and complementary literals merged, gates with one child replaced by it, decided thresholds by
 * constants, and gates that no output needs are dropped. Sums come out with positive weights, no
 * integer, and thresholds between 1 and the sum of the weights.
 *
 * <p>The counts of the family are those of the circuit before folding.
 */
public final class Folding {

  /** Stands for a gate that no output needs. */
  public static final int DROPPED = -1;

  private final FlatCircuit circuit;
  private final int[] literals;

  private Folding(FlatCircuit circuit, int[] literals) {
    this.circuit = circuit;
    this.literals = literals;
  }

  /** Folds {@code circuit}, merging gates that are equal by structure. */
  public static Folding of(FlatCircuit circuit) {
    return of(circuit, true);
  }

  /** Folds {@code circuit}; {@code hashing} merges gates and bodies that are equal by structure. */
  public static Folding of(FlatCircuit circuit, boolean hashing) {
    boolean[] needed = Liveness.nodes(circuit);
    FlatBuilder builder = new FlatBuilder(new Budget(Limits.NONE));
    builder.addInputs(circuit.inputCount());
    int[] literals = new int[circuit.nodeCount()];
    Arrays.fill(literals, DROPPED);
    for (int node = 0; node <= circuit.inputCount(); node++) {
      literals[node] = 2 * node;
    }
    BodyFolder bodies = new BodyFolder(circuit, builder, literals, needed, hashing);
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int node = circuit.node(gate);
      if (needed[node]) {
        literals[node] = bodies.fold(gate);
      }
    }
    FlatCircuit folded =
        builder.finish(
            circuit.inputs(),
            Compaction.mapped(circuit.outputs(), literals),
            Map.of(),
            node -> "gate" + node);
    return compact(circuit, folded, literals);
  }

  /** Drops what folding has made unnecessary, and names gates after the ones they come from. */
  private static Folding compact(FlatCircuit original, FlatCircuit folded, int[] literals) {
    Compaction compaction =
        Compaction.of(
            folded,
            image -> {
              for (int node = 0; node < literals.length; node++) {
                literals[node] = Compaction.mapped(literals[node], image);
              }
              return new Origins(original, origins(literals));
            });
    return new Folding(compaction.circuit(), literals);
  }

  /** Per new node the first original node that became it. */
  private static int[] origins(int[] literals) {
    int[] origins = new int[1 + (Arrays.stream(literals).max().orElse(0) >> 1)];
    for (int node = literals.length - 1; node >= 0; node--) {
      if (literals[node] != DROPPED) {
        origins[literals[node] >> 1] = node;
      }
    }
    return origins;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Origins(FlatCircuit original, int[] nodes) implements FlatCircuit.Labels {
    @Override
    public String of(int node) {
      return original.label(nodes[node]);
    }
  }

  /** The folded circuit. */
  public FlatCircuit circuit() {
    return circuit;
  }

  /**
   * The literal of the folded circuit that equals a literal of the original, or {@link #DROPPED}.
   */
  public int literal(int original) {
    return Compaction.mapped(original, literals);
  }
}
