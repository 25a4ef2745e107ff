package tc0.circuit;

import java.util.List;
import java.util.Map;

/**
 * A concrete threshold circuit in flat arrays.
 *
 * <p>Nodes are numbered: 0 is the constant 0, then the input bits, then the gates in topological
 * order. A literal is {@code 2 * node + complement}, so literal 0 is false and literal 1 is true.
 *
 * <p>A gate has a body and a threshold. Gates that are thresholds of one and the same sum share a
 * body, so that edges are stored once, and so that simulators and encoders can share one counter.
 * Bodies are numbered in the order of their first gates, so that a body reads only gates of bodies
 * before it.
 */
public final class FlatCircuit {

  /** What a body computes from its edges. */
  public enum Kind {
    AND,
    OR,
    SUM
  }

  /** An input or output array: the tuples of its box in order, and per tuple its value. */
  public record Port(String name, List<int[]> tuples, List<Value> values) {
    public Port {
      tuples = List.copyOf(tuples);
      values = List.copyOf(values);
    }
  }

  /** A bit (one literal) or a linear form {@code constant + sum weights[i] * literals[i]}. */
  @SuppressWarnings("ArrayRecordComponent") // as compact as the circuit itself
  public record Value(boolean form, long constant, int[] literals, long[] weights) {
    /** A single bit. */
    public static Value bit(int literal) {
      return new Value(false, 0, new int[] {literal}, new long[] {1});
    }

    /** The literal of a bit. */
    public int literal() {
      if (form) {
        throw new IllegalStateException("a form has no single literal");
      }
      return literals[0];
    }
  }

  /** Readable names of nodes, for diagnostics. */
  @FunctionalInterface
  public interface Labels {
    /** The name of a node, for example {@code sum[2].F[2,1]}. */
    String of(int node);
  }

  static final List<Kind> KINDS = List.of(Kind.values());

  private final int inputCount;
  private final byte[] bodyKind; // per body: ordinal of Kind
  private final long[] bodyStart; // per body, plus one: first edge
  private final long[] bodyConstant; // per body: integer added to the sum
  private final long[] bodyConstantMass; // per body: sum of the absolute values of its integers
  private final int[] edgeLiteral; // per edge
  private final int[] edgeWeight; // per edge; 1 for AND and OR
  private final int[] gateBody; // per gate
  private final long[] gateThreshold; // per gate; meaningful for SUM
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final Map<String, int[]> arrays; // label -> first and past-last node, for diagnostics
  private final Labels labels;

  /**
   * A circuit whose sums hold at most one integer each and whose nodes are named after {@code
   * arrays}.
   */
  public FlatCircuit(
      int inputCount,
      byte[] bodyKind,
      long[] bodyStart,
      long[] bodyConstant,
      int[] edgeLiteral,
      int[] edgeWeight,
      int[] gateBody,
      long[] gateThreshold,
      List<Port> inputs,
      List<Port> outputs,
      Map<String, int[]> arrays) {
    this(
        inputCount,
        bodyKind,
        bodyStart,
        bodyConstant,
        absolute(bodyConstant),
        edgeLiteral,
        edgeWeight,
        gateBody,
        gateThreshold,
        inputs,
        outputs,
        arrays,
        new NodeNames.Ranges(inputs, arrays));
  }

  /** Wraps the arrays without copying; callers give up ownership. */
  FlatCircuit(
      int inputCount,
      byte[] bodyKind,
      long[] bodyStart,
      long[] bodyConstant,
      long[] bodyConstantMass,
      int[] edgeLiteral,
      int[] edgeWeight,
      int[] gateBody,
      long[] gateThreshold,
      List<Port> inputs,
      List<Port> outputs,
      Map<String, int[]> arrays,
      Labels labels) {
    this.inputCount = inputCount;
    this.bodyKind = bodyKind;
    this.bodyStart = bodyStart;
    this.bodyConstant = bodyConstant;
    this.bodyConstantMass = bodyConstantMass;
    this.edgeLiteral = edgeLiteral;
    this.edgeWeight = edgeWeight;
    this.gateBody = gateBody;
    this.gateThreshold = gateThreshold;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.arrays = Map.copyOf(arrays);
    this.labels = labels;
  }

  private static long[] absolute(long[] values) {
    long[] result = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = Math.abs(values[i]);
    }
    return result;
  }

  /** The number of input bits. */
  public int inputCount() {
    return inputCount;
  }

  /** The number of gates. */
  public int gateCount() {
    return gateBody.length;
  }

  /** The number of nodes: the constant, inputs and gates. */
  public int nodeCount() {
    return 1 + inputCount + gateBody.length;
  }

  /** The node of gate {@code gate}. */
  public int node(int gate) {
    return 1 + inputCount + gate;
  }

  /** The gate at {@code node}; negative for the constant and the inputs. */
  public int gate(int node) {
    return node - 1 - inputCount;
  }

  /** The number of distinct bodies. */
  public int bodyCount() {
    return bodyKind.length;
  }

  /** The number of stored edges, each body counted once. */
  public int edgeCount() {
    return (int) bodyStart[bodyKind.length];
  }

  /** The body of a gate. */
  public int body(int gate) {
    return gateBody[gate];
  }

  /**
   * The threshold of a SUM gate: it is 1 iff constant + sum of weight * literal is at least this.
   */
  public long threshold(int gate) {
    return gateThreshold[gate];
  }

  /** The kind of a body. */
  public Kind kind(int body) {
    return KINDS.get(bodyKind[body]);
  }

  /** The integer added to a SUM body. */
  public long constant(int body) {
    return bodyConstant[body];
  }

  /**
   * The sum of the absolute values of the integers of a SUM body, each of which costs its own
   * wires.
   */
  public long constantMass(int body) {
    return bodyConstantMass[body];
  }

  /** The first edge of a body. */
  public int start(int body) {
    return (int) bodyStart[body];
  }

  /** Past the last edge of a body. */
  public int end(int body) {
    return (int) bodyStart[body + 1];
  }

  /** The child literal of an edge. */
  public int literal(int edge) {
    return edgeLiteral[edge];
  }

  /** The weight of an edge; never 0. */
  public int weight(int edge) {
    return edgeWeight[edge];
  }

  /** Input arrays; input bit number i is node 1 + i, in port and tuple order. */
  public List<Port> inputs() {
    return inputs;
  }

  /** Output arrays. */
  public List<Port> outputs() {
    return outputs;
  }

  /**
   * The gate arrays and calls of the circuit's own body, each with its first node and past-last
   * node. The nodes inside a call are named by {@link #label}.
   */
  public Map<String, int[]> arrays() {
    return arrays;
  }

  /**
   * A readable name of a node, with the calls it lies in: {@code carry[3,1]}, {@code
   * sum[2].F[2,1]}.
   */
  public String label(int node) {
    return labels.of(node);
  }

  /** The names of all nodes. */
  Labels labels() {
    return labels;
  }
}
