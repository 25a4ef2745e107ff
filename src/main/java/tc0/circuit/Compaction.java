package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Limits;

/**
 * A circuit without the gates that no output needs, its bodies in the order of their first gates.
 *
 * @param image per node of the original the literal it became, or {@link Folding#DROPPED}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Compaction(FlatCircuit circuit, int[] image) {

  /** Drops what is not needed; {@code labels} names the new nodes, given the image of the old. */
  static Compaction of(FlatCircuit folded, Function<int[], FlatCircuit.Labels> labels) {
    boolean[] needed = Liveness.nodes(folded);
    int[] image = new int[folded.nodeCount()];
    FlatBuilder builder = new FlatBuilder(new Budget(Limits.NONE));
    builder.addInputs(folded.inputCount());
    Arrays.fill(image, Folding.DROPPED);
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
    FlatCircuit compacted =
        builder.finish(
            folded.inputs(), mapped(folded.outputs(), image), Map.of(), labels.apply(image));
    return new Compaction(compacted, image);
  }

  private static int copy(FlatCircuit circuit, int body, FlatBuilder builder, int[] image) {
    int copy = builder.openBody(circuit.kind(body));
    for (int edge = circuit.start(body), end = circuit.end(body); edge < end; edge++) {
      builder.literal(mapped(circuit.literal(edge), image), circuit.weight(edge));
    }
    return copy;
  }

  static int mapped(int literal, int[] image) {
    if (literal == Folding.DROPPED || image[literal >> 1] == Folding.DROPPED) {
      return Folding.DROPPED;
    }
    return image[literal >> 1] ^ (literal & 1);
  }

  static List<Port> mapped(List<Port> ports, int[] image) {
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
}
