package tc0.circuit;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import tc0.circuit.FlatCircuit.Kind;

/** Adds up gates, edges and wires. */
final class Tally {

  private final Map<Kind, BigInteger> gates = new EnumMap<>(Kind.class);
  private BigInteger edges = BigInteger.ZERO;
  private BigInteger wires = BigInteger.ZERO;
  private BigInteger maxFanIn = BigInteger.ZERO;
  private BigInteger maxWires = BigInteger.ZERO;

  Tally() {
    for (Kind kind : Kind.values()) {
      gates.put(kind, BigInteger.ZERO);
    }
  }

  /** One AND or OR gate. */
  void junction(Kind kind, int distinct, int children) {
    add(kind, 1, BigInteger.valueOf(distinct), BigInteger.valueOf(children), children);
  }

  /** One gate of a sum whose cells have absolute weights of {@code mass} in all. */
  void threshold(BigInteger distinct, BigInteger mass, long threshold) {
    BigInteger ports = mass.add(BigInteger.valueOf(threshold).abs()).shiftLeft(1);
    add(Kind.SUM, 1, distinct, ports, ports);
  }

  /** The gates {@code [sum >= e]} for {@code low <= e < high}. */
  void row(BigInteger distinct, BigInteger mass, long low, long high) {
    if (high <= low) {
      return;
    }
    BigInteger first = BigInteger.valueOf(low);
    BigInteger last = BigInteger.valueOf(high - 1);
    BigInteger count = BigInteger.valueOf(high - low);
    BigInteger thresholds = first.add(last).multiply(count).shiftRight(1);
    add(
        Kind.SUM,
        high - low,
        distinct.multiply(count),
        mass.multiply(count).add(thresholds).shiftLeft(1),
        mass.add(last).shiftLeft(1));
    maxFanIn = maxFanIn.max(distinct);
  }

  private void add(
      Kind kind, long count, BigInteger newEdges, BigInteger newWires, long mostWires) {
    add(kind, count, newEdges, newWires, BigInteger.valueOf(mostWires));
  }

  private void add(
      Kind kind, long count, BigInteger newEdges, BigInteger newWires, BigInteger mostWires) {
    gates.merge(kind, BigInteger.valueOf(count), BigInteger::add);
    edges = edges.add(newEdges);
    wires = wires.add(newWires);
    maxWires = maxWires.max(mostWires);
    if (count == 1) {
      maxFanIn = maxFanIn.max(newEdges);
    }
  }

  /** The gates of another circuit, once more. */
  void add(Tally other) {
    other.gates.forEach((kind, count) -> gates.merge(kind, count, BigInteger::add));
    edges = edges.add(other.edges);
    wires = wires.add(other.wires);
    maxFanIn = maxFanIn.max(other.maxFanIn);
    maxWires = maxWires.max(other.maxWires);
  }

  Counts counts(int inputs) {
    return new Counts(inputs, gates, edges, wires, maxFanIn, maxWires);
  }
}
