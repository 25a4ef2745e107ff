package tc0.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tc0.circuit.index.Budget;
import tc0.circuit.index.LimitExceeded;

/**
 * Grows the arrays of a {@link FlatCircuit}: open a body, add its cells, then add the gates that
 * read it. All inputs come before the first gate.
 */
final class FlatBuilder implements FormSink {

  /** Literals are {@code 2 * node + 1} at most. */
  private static final long LARGEST_NODE = (1L << 30) - 2;

  private final Budget budget;
  private int inputCount;
  private int bodies;
  private int edges;
  private int gates;
  private byte[] bodyKind = new byte[64];
  private long[] bodyStart = new long[65];
  private long[] bodyConstant = new long[64];
  private long[] bodyConstantMass = new long[64];
  private int[] edgeLiteral = new int[256];
  private int[] edgeWeight = new int[256];
  private int[] gateBody = new int[64];
  private long[] gateThreshold = new long[64];

  FlatBuilder(Budget budget) {
    this.budget = budget;
  }

  int addInputs(int count) {
    if (gates > 0) {
      throw new IllegalStateException("inputs come before gates");
    }
    int first = 1 + inputCount;
    inputCount = Math.addExact(inputCount, count);
    return first;
  }

  /** The node that the next gate will be. */
  int nextNode() {
    return 1 + inputCount + gates;
  }

  int inputCount() {
    return inputCount;
  }

  int bodyCount() {
    return bodies;
  }

  int gateCount() {
    return gates;
  }

  int body(int gate) {
    return gateBody[gate];
  }

  long threshold(int gate) {
    return gateThreshold[gate];
  }

  FlatCircuit.Kind kind(int body) {
    return FlatCircuit.KINDS.get(bodyKind[body]);
  }

  int edgeCount() {
    return edges;
  }

  /** Starts a body; its cells follow. */
  @SuppressWarnings("EnumOrdinal") // one byte per body
  int openBody(FlatCircuit.Kind kind) {
    if (bodies == bodyKind.length) {
      int capacity = grown(bodies, Integer.MAX_VALUE - 16);
      bodyKind = Arrays.copyOf(bodyKind, capacity);
      bodyStart = Arrays.copyOf(bodyStart, capacity + 1);
      bodyConstant = Arrays.copyOf(bodyConstant, capacity);
      bodyConstantMass = Arrays.copyOf(bodyConstantMass, capacity);
    }
    bodyKind[bodies] = (byte) kind.ordinal();
    bodyStart[bodies++] = edges;
    bodyStart[bodies] = edges;
    return bodies - 1;
  }

  /** A child of the open AND or OR body. */
  void child(int literal) {
    append(literal, 1);
  }

  @Override
  public void literal(int literal, long weight) {
    if (weight == 0) {
      return;
    }
    if ((int) weight != weight || weight == Integer.MIN_VALUE) {
      throw new LimitExceeded(
          "a weight", budget.where(), Long.toString(weight), "", Integer.MAX_VALUE);
    }
    append(literal, (int) weight);
  }

  @Override
  public void number(long value, long mass) {
    bodyConstant[bodies - 1] = FormSink.plus(bodyConstant[bodies - 1], value);
    bodyConstantMass[bodies - 1] = FormSink.plus(bodyConstantMass[bodies - 1], mass);
  }

  private void append(int literal, int weight) {
    if (edges == edgeLiteral.length) {
      int capacity = grown(edges, Math.min(budget.limits().edges(), Integer.MAX_VALUE - 16));
      if (capacity == edges) {
        throw exceeded("the circuit's edges", "edges", budget.limits().edges());
      }
      growEdges(capacity);
    }
    edgeLiteral[edges] = literal;
    edgeWeight[edges++] = weight;
    bodyStart[bodies] = edges;
  }

  private void growEdges(int capacity) {
    try {
      edgeLiteral = Arrays.copyOf(edgeLiteral, capacity);
      edgeWeight = Arrays.copyOf(edgeWeight, capacity);
    } catch (OutOfMemoryError full) {
      throw new LimitExceeded(
          "the circuit's edges (raise the Java heap, -Xmx)",
          budget.where(),
          "more than " + edges,
          "",
          edges);
    }
  }

  /** A gate on {@code body}; returns its node. */
  int addGate(int body, long threshold) {
    if (gates == gateBody.length) {
      int capacity = grown(gates, Math.min(budget.limits().gates(), LARGEST_NODE - inputCount));
      if (capacity == gates) {
        throw exceeded("the circuit's gates", "gates", budget.limits().gates());
      }
      gateBody = Arrays.copyOf(gateBody, capacity);
      gateThreshold = Arrays.copyOf(gateThreshold, capacity);
    }
    gateBody[gates] = body;
    gateThreshold[gates++] = threshold;
    return inputCount + gates;
  }

  /** Whether a body has exactly these entries in this order. */
  boolean isBody(int body, FlatCircuit.Kind kind, LiteralBag bag) {
    long start = bodyStart[body];
    if (FlatCircuit.KINDS.get(bodyKind[body]) != kind
        || bodyStart[body + 1] - start != bag.size()) {
      return false;
    }
    for (int i = 0; i < bag.size(); i++) {
      int edge = (int) start + i;
      if (edgeLiteral[edge] != bag.literal(i) || edgeWeight[edge] != bag.weightAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node is the gate with this body and threshold. */
  boolean isGate(int node, int body, long threshold) {
    int gate = node - 1 - inputCount;
    return gateBody[gate] == body && gateThreshold[gate] == threshold;
  }

  private static int grown(int used, long limit) {
    return (int) Math.max(used, Math.min(used + Math.max(used >> 1, 64L), limit));
  }

  private LimitExceeded exceeded(String what, String limit, long allowed) {
    return new LimitExceeded(what, budget.where(), "more than " + allowed, limit, allowed);
  }

  FlatCircuit finish(
      List<FlatCircuit.Port> inputs,
      List<FlatCircuit.Port> outputs,
      Map<String, int[]> arrays,
      FlatCircuit.Labels labels) {
    FlatCircuit circuit =
        new FlatCircuit(
            inputCount,
            Arrays.copyOf(bodyKind, bodies),
            Arrays.copyOf(bodyStart, bodies + 1),
            Arrays.copyOf(bodyConstant, bodies),
            Arrays.copyOf(bodyConstantMass, bodies),
            Arrays.copyOf(edgeLiteral, edges),
            Arrays.copyOf(edgeWeight, edges),
            Arrays.copyOf(gateBody, gates),
            Arrays.copyOf(gateThreshold, gates),
            inputs,
            outputs,
            arrays,
            labels);
    return circuit;
  }
}
