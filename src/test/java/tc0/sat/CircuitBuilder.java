package tc0.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tc0.circuit.FlatCircuit;

/** Builds flat circuits by hand, for tests. Literals are those of {@link FlatCircuit}. */
@SuppressWarnings("EnumOrdinal") // as the circuit asks for
final class CircuitBuilder {

  /** One literal times its weight. */
  record Term(int weight, int literal) {}

  private final int inputCount;
  private final List<Byte> kinds = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>(List.of(0));
  private final List<Integer> literals = new ArrayList<>();
  private final List<Integer> weights = new ArrayList<>();
  private final List<Integer> bodies = new ArrayList<>();
  private final List<Long> thresholds = new ArrayList<>();
  private final List<FlatCircuit.Port> inputs = new ArrayList<>();
  private final List<FlatCircuit.Port> outputs = new ArrayList<>();
  private int nextInput = 1;

  CircuitBuilder(int inputCount) {
    this.inputCount = inputCount;
  }

  /** The next {@code count} inputs as the one-dimensional array {@code name}. */
  int[] input(String name, int count) {
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      result[i] = 2 * nextInput++;
    }
    inputs.add(port(name, result));
    return result;
  }

  int and(int... children) {
    return gate(body(FlatCircuit.Kind.AND, ones(children)), 0);
  }

  int or(int... children) {
    return gate(body(FlatCircuit.Kind.OR, ones(children)), 0);
  }

  /** A body for {@link #atLeast}. */
  int sum(List<Term> terms) {
    return body(FlatCircuit.Kind.SUM, terms);
  }

  int atLeast(int body, long threshold) {
    return gate(body, threshold);
  }

  void output(String name, int[] bits) {
    outputs.add(port(name, bits));
  }

  FlatCircuit build() {
    byte[] kind = new byte[kinds.size()];
    long[] start = new long[starts.size()];
    for (int i = 0; i < kind.length; i++) {
      kind[i] = kinds.get(i);
    }
    for (int i = 0; i < start.length; i++) {
      start[i] = starts.get(i);
    }
    return new FlatCircuit(
        inputCount,
        kind,
        start,
        new long[kind.length],
        ints(literals),
        ints(weights),
        ints(bodies),
        thresholds.stream().mapToLong(Long::longValue).toArray(),
        inputs,
        outputs,
        Map.of());
  }

  /** The same circuit with one threshold raised by one, or a conjunction made a disjunction. */
  static FlatCircuit mutate(FlatCircuit circuit, int gate) {
    byte[] kind = new byte[circuit.bodyCount() + 1];
    long[] start = new long[kind.length + 1];
    List<Integer> literals = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    int[] body = new int[circuit.gateCount()];
    long[] threshold = new long[circuit.gateCount()];
    for (int b = 0; b < kind.length; b++) {
      int source = b == circuit.bodyCount() ? circuit.body(gate) : b;
      FlatCircuit.Kind k = circuit.kind(source);
      if (b == circuit.bodyCount() && k != FlatCircuit.Kind.SUM) {
        k = k == FlatCircuit.Kind.AND ? FlatCircuit.Kind.OR : FlatCircuit.Kind.AND;
      }
      kind[b] = (byte) k.ordinal();
      for (int e = circuit.start(source); e < circuit.end(source); e++) {
        literals.add(circuit.literal(e));
        weights.add(circuit.weight(e));
      }
      start[b + 1] = literals.size();
    }
    for (int g = 0; g < body.length; g++) {
      body[g] = g == gate ? circuit.bodyCount() : circuit.body(g);
      threshold[g] = circuit.threshold(g) + (g == gate ? 1 : 0);
    }
    return new FlatCircuit(
        circuit.inputCount(),
        kind,
        start,
        new long[kind.length],
        ints(literals),
        ints(weights),
        body,
        threshold,
        circuit.inputs(),
        circuit.outputs(),
        Map.of());
  }

  private int body(FlatCircuit.Kind kind, List<Term> terms) {
    kinds.add((byte) kind.ordinal());
    for (Term term : terms) {
      literals.add(term.literal());
      weights.add(term.weight());
    }
    starts.add(literals.size());
    return kinds.size() - 1;
  }

  private int gate(int body, long threshold) {
    bodies.add(body);
    thresholds.add(threshold);
    return 2 * (inputCount + bodies.size());
  }

  private static List<Term> ones(int[] children) {
    List<Term> terms = new ArrayList<>();
    for (int child : children) {
      terms.add(new Term(1, child));
    }
    return terms;
  }

  private static FlatCircuit.Port port(String name, int[] bits) {
    List<int[]> tuples = new ArrayList<>();
    List<FlatCircuit.Value> values = new ArrayList<>();
    for (int i = 0; i < bits.length; i++) {
      tuples.add(new int[] {i});
      values.add(FlatCircuit.Value.bit(bits[i]));
    }
    return new FlatCircuit.Port(name, tuples, values);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
