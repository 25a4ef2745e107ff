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
 */
public final class FlatCircuit {

  /** What a body computes from its edges. */
  public enum Kind {
    AND,
    OR,
    SUM
  }

  /** An input or output array: the tuples of its box in order, and per tuple its value. */
  public record Port(String name, List<int[]> tuples, List<Value> values) {}

  /**
   * A bit ({@code weights} empty, one literal) or a linear form {@code constant + sum weights[i] *
   * literals[i]}.
   */
  public record Value(boolean form, long constant, int[] literals, long[] weights) {
    /** A single bit. */
    public static Value bit(int literal) {
      return new Value(false, 0, new int[] {literal}, new long[] {1});
    }
  }

  private final int inputCount;
  private final byte[] bodyKind; // per body: ordinal of Kind
  private final long[] bodyStart; // per body, plus one: first edge
  private final long[] bodyConstant; // per body: integer added to the sum
  private final int[] edgeLiteral; // per edge
  private final int[] edgeWeight; // per edge; 1 for AND and OR
  private final int[] gateBody; // per gate
  private final long[] gateThreshold; // per gate; meaningful for SUM
  private final List<Port> inputs;
  private final List<Port> outputs;
  private final Map<String, int[]> arrays; // label -> first and past-last node, for diagnostics

  /** Wraps the arrays without copying; callers give up ownership. */
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
    this.inputCount = inputCount;
    this.bodyKind = bodyKind;
    this.bodyStart = bodyStart;
    this.bodyConstant = bodyConstant;
    this.edgeLiteral = edgeLiteral;
    this.edgeWeight = edgeWeight;
    this.gateBody = gateBody;
    this.gateThreshold = gateThreshold;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.arrays = Map.copyOf(arrays);
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

  /** The number of distinct bodies. */
  public int bodyCount() {
    return bodyKind.length;
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
    return Kind.values()[bodyKind[body]];
  }

  /** The integer added to a SUM body. */
  public long constant(int body) {
    return bodyConstant[body];
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

  /** The weight of an edge. */
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

  /** Label of each gate array to its first node and past-last node. */
  public Map<String, int[]> arrays() {
    return arrays;
  }
}
