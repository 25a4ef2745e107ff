package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tc0.circuit.FlatCircuit;

/**
 * A circuit translated into a graph: one binary counter for each body, shared by all its
 * thresholds, and a comparator with a constant for each threshold. Thresholds that any term, or
 * only all terms, can reach are disjunctions and conjunctions.
 *
 * <p>The counter adds row after row. A row takes edges in their order as long as their weights do
 * not collide in a binary digit, so that a sum of numbers given by their digits is added number by
 * number, as a specification would do it. A negative weight is turned around: {@code -c*x = c*(not
 * x) - c}.
 */
public final class EncodedCircuit {

  private final FlatCircuit circuit;
  private final IntegerBlaster blaster;
  private final BooleanGraph graph;
  private final int[] literals; // per circuit node
  private final BitVector[] totals; // per body, until its last gate: the counter
  private final BigInteger[] offsets; // per body: what the counter lacks of the sum
  private final BigInteger[] least; // per body: the least absolute weight
  private final BigInteger[] most; // per body: the sum of the absolute weights
  private final Map<String, FlatCircuit.Port> inputs = new TreeMap<>();
  private final Map<String, FlatCircuit.Port> outputs = new TreeMap<>();

  private EncodedCircuit(FlatCircuit circuit, IntegerBlaster blaster, int[] inputLiterals) {
    this.circuit = circuit;
    this.blaster = blaster;
    graph = blaster.graph();
    literals = new int[circuit.nodeCount()];
    totals = new BitVector[circuit.bodyCount()];
    offsets = new BigInteger[circuit.bodyCount()];
    least = new BigInteger[circuit.bodyCount()];
    most = new BigInteger[circuit.bodyCount()];
    System.arraycopy(inputLiterals, 0, literals, 1, circuit.inputCount());
    circuit.inputs().forEach(port -> inputs.put(port.name(), port));
    circuit.outputs().forEach(port -> outputs.put(port.name(), port));
    encodeGates();
  }

  /** Translates {@code circuit} over fresh inputs. */
  public static EncodedCircuit over(FlatCircuit circuit, IntegerBlaster blaster) {
    return over(circuit, blaster, blaster.graph().inputs(circuit.inputCount()));
  }

  /**
   * Translates {@code circuit} over given input bits.
   *
   * @param inputLiterals the graph literal of each input bit
   * @throws IllegalArgumentException if their number is wrong
   */
  public static EncodedCircuit over(
      FlatCircuit circuit, IntegerBlaster blaster, int[] inputLiterals) {
    if (inputLiterals.length != circuit.inputCount()) {
      throw new IllegalArgumentException(
          "the circuit has " + circuit.inputCount() + " inputs, not " + inputLiterals.length);
    }
    return new EncodedCircuit(circuit, blaster, inputLiterals);
  }

  /** The circuit. */
  public FlatCircuit circuit() {
    return circuit;
  }

  /** The arithmetic that was used. */
  public IntegerBlaster blaster() {
    return blaster;
  }

  /** The graph literal of a circuit literal. */
  public int literal(int circuitLiteral) {
    return literals[circuitLiteral >> 1] ^ (circuitLiteral & 1);
  }

  /** The value of a bit (0 or 1) or a form, as an integer. */
  public BitVector value(FlatCircuit.Value value) {
    if (!value.form()) {
      return BitVector.natural(literal(value.literals()[0]));
    }
    RowAdder adder = new RowAdder(blaster);
    for (int i = 0; i < value.literals().length; i++) {
      adder.add(value.weights()[i], literal(value.literals()[i]));
    }
    return blaster.add(
        adder.total(),
        BitVector.constant(adder.offset().add(BigInteger.valueOf(value.constant()))));
  }

  /** An input array element, 0 outside the box. */
  public BitVector input(String name, int... tuple) {
    return element(inputs, name, tuple);
  }

  /** An output array element, 0 outside the box. */
  public BitVector output(String name, int... tuple) {
    return element(outputs, name, tuple);
  }

  /** The port of an input array. */
  public Optional<FlatCircuit.Port> inputPort(String name) {
    return Optional.ofNullable(inputs.get(name));
  }

  /** The port of an output array. */
  public Optional<FlatCircuit.Port> outputPort(String name) {
    return Optional.ofNullable(outputs.get(name));
  }

  private BitVector element(Map<String, FlatCircuit.Port> ports, String name, int[] tuple) {
    FlatCircuit.Port port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no array " + name);
    }
    for (int i = 0; i < port.tuples().size(); i++) {
      if (Arrays.equals(port.tuples().get(i), tuple)) {
        return value(port.values().get(i));
      }
    }
    return BitVector.constant(0);
  }

  private void encodeGates() {
    int[] uses = new int[circuit.bodyCount()];
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      uses[circuit.body(gate)]++;
    }
    for (int gate = 0; gate < circuit.gateCount(); gate++) {
      int body = circuit.body(gate);
      literals[circuit.node(gate)] =
          switch (circuit.kind(body)) {
            case AND -> graph.and(children(body));
            case OR -> graph.or(children(body));
            case SUM -> threshold(body, circuit.threshold(gate));
          };
      if (--uses[body] == 0) {
        totals[body] = null;
      }
    }
  }

  private int threshold(int body, long threshold) {
    if (offsets[body] == null) {
      summarise(body);
    }
    BigInteger needed = BigInteger.valueOf(threshold).subtract(offsets[body]);
    if (needed.signum() <= 0) {
      return BooleanGraph.TRUE;
    }
    if (needed.compareTo(least[body]) <= 0) {
      return graph.or(terms(body));
    }
    if (needed.compareTo(most[body].subtract(least[body])) > 0) {
      return needed.compareTo(most[body]) > 0 ? BooleanGraph.FALSE : graph.and(terms(body));
    }
    if (totals[body] == null) {
      RowAdder adder = new RowAdder(blaster);
      for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
        adder.add(circuit.weight(edge), literal(circuit.literal(edge)));
      }
      totals[body] = adder.total();
    }
    return blaster.atLeast(totals[body], needed);
  }

  /** Finds the offset, and the least and the total of the weights, all turned positive. */
  private void summarise(int body) {
    BigInteger offset = BigInteger.valueOf(circuit.constant(body));
    BigInteger total = BigInteger.ZERO;
    long smallest = Long.MAX_VALUE;
    for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
      long weight = circuit.weight(edge);
      if (weight != 0) {
        offset = offset.add(BigInteger.valueOf(Math.min(0, weight)));
        total = total.add(BigInteger.valueOf(Math.abs(weight)));
        smallest = Math.min(smallest, Math.abs(weight));
      }
    }
    offsets[body] = offset;
    most[body] = total;
    least[body] = BigInteger.valueOf(total.signum() == 0 ? 0 : smallest);
  }

  /** The literals of a sum, those with negative weights complemented. */
  private int[] terms(int body) {
    IntList terms = new IntList();
    for (int edge = circuit.start(body); edge < circuit.end(body); edge++) {
      long weight = circuit.weight(edge);
      if (weight != 0) {
        terms.add(literal(circuit.literal(edge)) ^ (weight < 0 ? 1 : 0));
      }
    }
    return terms.toArray();
  }

  private int[] children(int body) {
    int[] result = new int[circuit.end(body) - circuit.start(body)];
    for (int i = 0; i < result.length; i++) {
      result[i] = literal(circuit.literal(circuit.start(body) + i));
    }
    return result;
  }

  /** Adds weighted literals, row by row. */
  private static final class RowAdder {
    private final IntegerBlaster blaster;
    private final List<Integer> row = new ArrayList<>(); // per binary digit; false where free
    private BitVector total = BitVector.constant(0);
    private BigInteger offset = BigInteger.ZERO;

    RowAdder(IntegerBlaster blaster) {
      this.blaster = blaster;
    }

    void add(long weight, int literal) {
      int term = literal;
      if (weight < 0) {
        offset = offset.add(BigInteger.valueOf(weight));
        term ^= 1;
      }
      if (term == BooleanGraph.FALSE) {
        return;
      }
      BigInteger magnitude = BigInteger.valueOf(weight).abs();
      if (collides(magnitude)) {
        flush();
      }
      for (int i = 0; i < magnitude.bitLength(); i++) {
        if (row.size() == i) {
          row.add(BooleanGraph.FALSE);
        }
        if (magnitude.testBit(i)) {
          row.set(i, term);
        }
      }
    }

    /** What has to be added to {@link #total()} for the weights that were turned around. */
    BigInteger offset() {
      return offset;
    }

    BitVector total() {
      flush();
      return total;
    }

    private boolean collides(BigInteger magnitude) {
      for (int i = 0; i < row.size(); i++) {
        if (magnitude.testBit(i) && row.get(i) != BooleanGraph.FALSE) {
          return true;
        }
      }
      return false;
    }

    private void flush() {
      total =
          blaster.add(total, BitVector.natural(row.stream().mapToInt(Integer::intValue).toArray()));
      row.clear();
    }
  }
}
