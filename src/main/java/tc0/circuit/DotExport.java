package tc0.circuit;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;

/**
 * Draws a small circuit in the DOT language: inputs above, outputs below, dashed edges for
 * complements, weights as labels.
 */
public final class DotExport {

  /** More gates or edges than this make no readable drawing. */
  public static final int MOST_EDGES = 5_000;

  private final FlatCircuit circuit;
  private final Graph<String, DefaultEdge> graph = new DirectedMultigraph<>(DefaultEdge.class);
  private final Map<String, Map<String, Attribute>> vertices = new LinkedHashMap<>();
  private final Map<DefaultEdge, Map<String, Attribute>> edges = new LinkedHashMap<>();

  private DotExport(FlatCircuit circuit) {
    this.circuit = circuit;
  }

  /**
   * The drawing of {@code circuit}.
   *
   * @throws IllegalArgumentException if it has more than {@link #MOST_EDGES} gates or edges
   */
  public static String write(FlatCircuit circuit) {
    long size = circuit.gateCount();
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int body = circuit.body(gate);
      size += circuit.end(body) - circuit.start(body);
    }
    if (size > MOST_EDGES) {
      throw new IllegalArgumentException(
          "a drawing takes at most "
              + MOST_EDGES
              + " gates and edges, but the circuit has "
              + size
              + "; choose smaller sizes");
    }
    DotExport export = new DotExport(circuit);
    export.build();
    DOTExporter<String, DefaultEdge> exporter = new DOTExporter<>(vertex -> vertex);
    exporter.setVertexAttributeProvider(export.vertices::get);
    exporter.setEdgeAttributeProvider(export.edges::get);
    exporter.setGraphAttributeProvider(() -> attributes("rankdir", "TB"));
    StringWriter writer = new StringWriter();
    exporter.exportGraph(export.graph, writer);
    return writer.toString();
  }

  private void build() {
    for (int input = 0; input < circuit.inputCount(); input++) {
      vertex(1 + input, circuit.label(1 + input), "plaintext");
    }
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int node = circuit.node(gate);
      int body = circuit.body(gate);
      vertex(node, circuit.label(node) + ": " + operation(gate, body), "box");
      for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
        String weight = circuit.weight(edge) == 1 ? "" : Integer.toString(circuit.weight(edge));
        edge(circuit.literal(edge), name(node), weight);
      }
    }
    for (Port port : circuit.outputs()) {
      for (int i = 0; i < port.values().size(); i++) {
        output(port, i);
      }
    }
  }

  private String operation(int gate, int body) {
    return switch (circuit.kind(body)) {
      case AND -> "and";
      case OR -> "or";
      case SUM -> {
        long constant = circuit.constant(body);
        String sum = constant == 0 ? "sum" : "sum + " + constant;
        yield sum + " >= " + circuit.threshold(gate);
      }
    };
  }

  private void output(Port port, int entry) {
    String label = port.name() + NodeNames.subscript(port.tuples().get(entry));
    String name = "out_" + vertices.size();
    Value value = port.values().get(entry);
    String constant = value.form() && value.constant() != 0 ? " + " + value.constant() : "";
    graph.addVertex(name);
    vertices.put(name, attributes("label", label + constant, "shape", "plaintext"));
    for (int i = 0; i < value.literals().length; i++) {
      String weight = value.weights()[i] == 1 ? "" : Long.toString(value.weights()[i]);
      edge(value.literals()[i], name, weight);
    }
  }

  private void edge(int literal, String to, String weight) {
    int node = literal >> 1;
    boolean complement = (literal & 1) == 1;
    if (node == 0 && !vertices.containsKey(name(0))) {
      vertex(0, "0", "plaintext");
    }
    DefaultEdge edge = graph.addEdge(name(node), to);
    edges.put(edge, attributes("label", weight, "style", complement ? "dashed" : "solid"));
  }

  private void vertex(int node, String label, String shape) {
    graph.addVertex(name(node));
    vertices.put(name(node), attributes("label", label, "shape", shape));
  }

  private static String name(int node) {
    return "n" + node;
  }

  private static Map<String, Attribute> attributes(String... keysAndValues) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      attributes.put(keysAndValues[i], DefaultAttribute.createAttribute(keysAndValues[i + 1]));
    }
    return attributes;
  }
}
