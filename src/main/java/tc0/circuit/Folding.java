package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
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
            circuit.inputs(), mapped(circuit.outputs(), literals), Map.of(), node -> "gate" + node);
    return compact(circuit, folded, literals);
  }

  /** Drops what folding has made unnecessary, and names gates after the ones they come from. */
  private static Folding compact(FlatCircuit original, FlatCircuit folded, int[] literals) {
    boolean[] needed = Liveness.nodes(folded);
    int[] image = new int[folded.nodeCount()];
    FlatBuilder builder = new FlatBuilder(new Budget(Limits.NONE));
    builder.addInputs(folded.inputCount());
    Arrays.fill(image, DROPPED);
    for (int node = 0; node <= folded.inputCount(); node++) {
      image[node] = 2 * node;
    }
    int[] bodyImage = new int[folded.bodyCount()];
    Arrays.fill(bodyImage, -1);
    for (int gate = 0; gate < folded.gateCount(); gate++) {
      int node = folded.node(gate);
      if (!needed[node]) {
        continue;
      }
      int body = folded.body(gate);
      if (bodyImage[body] < 0) {
        bodyImage[body] = copy(folded, body, builder, image);
      }
      image[node] = 2 * builder.addGate(bodyImage[body], folded.threshold(gate));
    }
    for (int node = 0; node < literals.length; node++) {
      literals[node] = mapped(literals[node], image);
    }
    FlatCircuit.Labels labels = new Origins(original, origins(literals, builder.nextNode()));
    FlatCircuit compacted =
        builder.finish(folded.inputs(), mapped(folded.outputs(), image), Map.of(), labels);
    return new Folding(compacted, literals);
  }

  private static int copy(FlatCircuit circuit, int body, FlatBuilder builder, int[] image) {
    int copy = builder.openBody(circuit.kind(body));
    for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
      builder.literal(mapped(circuit.literal(edge), image), circuit.weight(edge));
    }
    return copy;
  }

  /** Per new node the first original node that became it. */
  private static int[] origins(int[] literals, int nodes) {
    int[] origins = new int[nodes];
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

  private static int mapped(int literal, int[] image) {
    if (literal == DROPPED || image[literal >> 1] == DROPPED) {
      return DROPPED;
    }
    return image[literal >> 1] ^ (literal & 1);
  }

  private static List<Port> mapped(List<Port> ports, int[] image) {
    List<Port> result = new ArrayList<>();
    for (Port port : ports) {
      List<Value> values = new ArrayList<>(port.values().size());
      for (Value value : port.values()) {
        int[] literals =
            Arrays.stream(value.literals()).map(literal -> mapped(literal, image)).toArray();
        values.add(new Value(value.form(), value.constant(), literals, value.weights()));
      }
      result.add(new Port(port.name(), port.tuples(), values));
    }
    return result;
  }

  /** The folded circuit. */
  public FlatCircuit circuit() {
    return circuit;
  }

  /**
   * The literal of the folded circuit that equals a literal of the original, or {@link #DROPPED}.
   */
  public int literal(int original) {
    return mapped(original, literals);
  }
}
