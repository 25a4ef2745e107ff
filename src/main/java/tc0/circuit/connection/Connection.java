package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;

/**
 * The direct connection language of a family at concrete sizes: which gate names are valid, their
 * types, and the child at each port. Every answer is computed from the name alone by index
 * arithmetic, with its elementary steps counted.
 *
 * <p>A port of an AND or OR gate is the number of the part and the tuple of the part's box. A
 * threshold gate {@code [s >= k]} is a majority gate; a port of it is the static position of a
 * literal in {@code s} (named forms expanded), the binders of the sums on the way, one copy number
 * below the absolute value of each weight on the way, and a bit: 0 reads the literal, or its
 * complement under a negative weight, and 1 balances with the constant 1, or 0. The padding ports
 * are {@code (L, q)} for the number {@code L} of static positions: {@code 2k} zeros for {@code k >
 * 0}, {@code -2k} ones for {@code k < 0}. The complement twin of {@code [s >= k]} is {@code [-s >=
 * 1-k]}. (Self-balancing: the majority holds iff at least half of the inputs are 1.)
 *
 * <p>An entry of a form input of the family counts as one bit, as {@code form bit} promises.
 *
 * <p>Not for use by several threads at once.
 */
public final class Connection {

  private final Catalogue catalogue;
  private final Circuit.Family family;
  private final Environment sizes;
  private final Map<String, BigInteger> sizeValues;
  private final IndexEvaluator indices = new IndexEvaluator();
  private final Resolver resolver = new Resolver(indices);
  private final Cells cells = new Cells(indices, resolver);

  private Connection(Circuit.Family family, Map<String, BigInteger> sizes) {
    this.family = family;
    this.sizeValues = Map.copyOf(sizes);
    for (String parameter : family.parameters()) {
      BigInteger value = sizes.get(parameter);
      if (value == null || value.signum() < 0) {
        throw new IllegalArgumentException(
            family.name() + " needs a natural number for size " + parameter);
      }
    }
    for (String name : sizes.keySet()) {
      if (!family.parameters().contains(name)) {
        throw new IllegalArgumentException(family.name() + " has no size " + name);
      }
    }
    this.sizes = Environment.of(sizes);
    this.catalogue = new Catalogue(family);
  }

  /**
   * The connection language at sizes.
   *
   * @throws IllegalArgumentException if a size is missing, negative or unknown
   */
  public static Connection of(Circuit.Family family, Map<String, BigInteger> sizes) {
    return new Connection(family, sizes);
  }

  /** The family whose gates these are. */
  public Circuit.Family family() {
    return family;
  }

  /** The sizes. */
  public Map<String, BigInteger> sizes() {
    return sizeValues;
  }

  /**
   * The labels of the gate arrays with the number of indices in their names, in order of
   * declaration.
   */
  public Map<String, Integer> arrays() {
    Map<String, Integer> result = new LinkedHashMap<>();
    catalogue.arrays().forEach(array -> result.put(array.label(), array.rank()));
    return result;
  }

  /** Whether there is such a gate. */
  public Answer<Boolean> valid(Gate gate) {
    return counted(gate, List.of(), () -> locate(gate).isPresent());
  }

  /** The type of a gate, or empty if there is no such gate. */
  public Answer<Optional<GateType>> type(Gate gate) {
    return counted(
        gate,
        List.of(),
        () ->
            locate(gate)
                .map(at -> gate.complement() ? at.array().type().dual() : at.array().type()));
  }

  /** The child of a gate at a port, or empty if there is no such gate or port. */
  public Answer<Optional<Child>> child(Gate gate, List<BigInteger> port) {
    return counted(gate, port, () -> locate(gate).flatMap(at -> childAt(gate, at, port)));
  }

  /**
   * The entry of an output array that carries bits, or empty outside its box.
   *
   * @throws IllegalArgumentException if there is no such output or it carries forms
   */
  public Optional<Child> output(String name, List<BigInteger> at) {
    Circuit.Output output =
        family.outputs().stream()
            .filter(o -> o.port().name().equals(name) && !o.port().form())
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(family.name() + " has no bit output " + name));
    indices.reset();
    Place place = Place.root(catalogue.root(), sizes);
    return indices
        .within(output.port().box(), sizes, at)
        .map(binders -> resolver.resolve(output.literal(), binders, place));
  }

  /**
   * The position of the padding ports of a threshold gate: the number of static positions of
   * literals.
   *
   * @throws IllegalArgumentException if there is no such gate
   */
  public BigInteger padding(Gate gate) {
    indices.reset();
    Located at = existing(gate);
    return switch (at.array().declaration()) {
      case Declaration.Threshold threshold -> padPosition(at, threshold);
      case Declaration.Junction junction -> BigInteger.valueOf(junction.parts().size());
      default -> throw new IllegalStateException(gate + " is not a gate");
    };
  }

  /** Visits the gates on the positive rail with their types, in the order of their arrays. */
  public void forEachGate(BiConsumer<Gate, GateType> consumer) {
    indices.reset();
    for (Catalogue.Array array : catalogue.arrays()) {
      Catalogue.forEachPlace(
          array.site(),
          sizes,
          resolver,
          indices,
          place ->
              indices.forEach(
                  array.box(),
                  place.environment(),
                  (tuple, binders) ->
                      consumer.accept(
                          place.gate(array.declaration().name(), tuple, false), array.type())));
    }
  }

  /** The gates on the positive rail. */
  public List<Gate> gates() {
    List<Gate> result = new ArrayList<>();
    forEachGate((gate, type) -> result.add(gate));
    return result;
  }

  /**
   * Visits the wires of a gate, every port once.
   *
   * @throws IllegalArgumentException if there is no such gate
   */
  public void forEachWire(Gate gate, Consumer<Wire> consumer) {
    indices.reset();
    Located at = existing(gate);
    switch (at.array().declaration()) {
      case Declaration.Junction junction -> forEachPartWire(gate, at, junction, consumer);
      case Declaration.Threshold threshold -> {
        cells.forEach(at.form(threshold), cell -> forEachCopy(cell, gate.complement(), consumer));
        BigInteger balance = balance(threshold, at, gate.complement());
        BigInteger padding = balance.abs().shiftLeft(1);
        List<BigInteger> port = new ArrayList<>(List.of(padPosition(at, threshold)));
        forEachTuple(
            List.of(padding),
            port,
            full -> consumer.accept(new Wire(full, new Child.Constant(balance.signum() < 0))));
      }
      default -> throw new IllegalStateException(gate + " is not a gate");
    }
  }

  /** The wires of a gate. */
  public List<Wire> wires(Gate gate) {
    List<Wire> result = new ArrayList<>();
    forEachWire(gate, result::add);
    return result;
  }

  /**
   * How often a gate reads each child. Equals counting {@link #wires(Gate)}, but weights are
   * multiplied instead of counted out.
   */
  public Map<Child, BigInteger> children(Gate gate) {
    indices.reset();
    Located at = existing(gate);
    Map<Child, BigInteger> result = new LinkedHashMap<>();
    switch (at.array().declaration()) {
      case Declaration.Junction junction ->
          forEachPartWire(
              gate,
              at,
              junction,
              wire -> result.merge(wire.child(), BigInteger.ONE, BigInteger::add));
      case Declaration.Threshold threshold -> {
        cells.forEach(
            at.form(threshold),
            cell -> {
              BigInteger weight =
                  cell.weights().stream().reduce(BigInteger.ONE, BigInteger::multiply);
              if (weight.signum() != 0) {
                boolean negative = weight.signum() < 0 != gate.complement();
                result.merge(cellChild(cell, negative), weight.abs(), BigInteger::add);
                result.merge(new Child.Constant(!negative), weight.abs(), BigInteger::add);
              }
            });
        BigInteger balance = balance(threshold, at, gate.complement());
        if (balance.signum() != 0) {
          result.merge(
              new Child.Constant(balance.signum() < 0),
              balance.abs().shiftLeft(1),
              BigInteger::add);
        }
      }
      default -> throw new IllegalStateException(gate + " is not a gate");
    }
    return result;
  }

  /**
   * A gate name taken apart: its array, the place of the array, and the binders of the array's box.
   */
  private record Located(Catalogue.Array array, Place place, Environment binders) {
    Resolver.FormReading form(Declaration.Threshold threshold) {
      return new Resolver.FormReading(threshold.form(), binders, place);
    }
  }

  private Optional<Located> locate(Gate gate) {
    Optional<Catalogue.Array> known = catalogue.array(gate.array());
    if (known.isEmpty() || known.get().rank() != gate.at().size()) {
      return Optional.empty();
    }
    Catalogue.Array array = known.get();
    return Catalogue.locate(array.site(), gate.at(), sizes, resolver, indices)
        .flatMap(
            place ->
                indices
                    .within(
                        array.box(),
                        place.environment(),
                        gate.at().subList(array.site().arity(), gate.at().size()))
                    .map(binders -> new Located(array, place, binders)));
  }

  private Located existing(Gate gate) {
    return locate(gate).orElseThrow(() -> new IllegalArgumentException("there is no gate " + gate));
  }

  private Optional<Child> childAt(Gate gate, Located at, List<BigInteger> port) {
    if (port.isEmpty() || port.getFirst().signum() < 0 || port.getFirst().bitLength() > 62) {
      return Optional.empty();
    }
    return switch (at.array().declaration()) {
      case Declaration.Junction junction -> partChild(gate, at, junction, port);
      case Declaration.Threshold threshold -> formChild(gate, at, threshold, port);
      default -> Optional.empty();
    };
  }

  private Optional<Child> partChild(
      Gate gate, Located at, Declaration.Junction junction, List<BigInteger> port) {
    long position = port.getFirst().longValueExact();
    if (position >= junction.parts().size()) {
      return Optional.empty();
    }
    Declaration.Part part = junction.parts().get((int) position);
    if (port.size() != 1 + part.box().rank()) {
      return Optional.empty();
    }
    return indices
        .within(part.box(), at.binders(), port.subList(1, port.size()))
        .map(binders -> resolver.resolve(part.literal(), binders, at.place()))
        .map(child -> gate.complement() ? child.negated() : child);
  }

  private Optional<Child> formChild(
      Gate gate, Located at, Declaration.Threshold threshold, List<BigInteger> port) {
    int pad = port.getFirst().compareTo(padPosition(at, threshold));
    if (pad > 0) {
      return Optional.empty();
    }
    if (pad == 0) {
      BigInteger balance = balance(threshold, at, gate.complement());
      boolean exists = port.size() == 2 && below(port.get(1), balance.abs().shiftLeft(1));
      return exists ? Optional.of(new Child.Constant(balance.signum() < 0)) : Optional.empty();
    }
    return cells.find(at.form(threshold), port).flatMap(cell -> copy(cell, gate, port));
  }

  private Optional<Child> copy(Cells.Cell cell, Gate gate, List<BigInteger> port) {
    int first = cell.address().size();
    int last = first + cell.weights().size();
    if (port.size() != last + 1 || !below(port.get(last), BigInteger.TWO)) {
      return Optional.empty();
    }
    boolean negative = gate.complement();
    for (int i = 0; i < cell.weights().size(); i++) {
      BigInteger weight = cell.weights().get(i);
      if (!below(port.get(first + i), weight.abs())) {
        return Optional.empty();
      }
      negative ^= weight.signum() < 0;
    }
    return Optional.of(
        port.get(last).signum() == 0 ? cellChild(cell, negative) : new Child.Constant(!negative));
  }

  private void forEachPartWire(
      Gate gate, Located at, Declaration.Junction junction, Consumer<Wire> consumer) {
    for (int i = 0; i < junction.parts().size(); i++) {
      Declaration.Part part = junction.parts().get(i);
      BigInteger position = BigInteger.valueOf(i);
      indices.forEach(
          part.box(),
          at.binders(),
          (tuple, binders) -> {
            List<BigInteger> port = new ArrayList<>();
            port.add(position);
            port.addAll(tuple);
            Child child = resolver.resolve(part.literal(), binders, at.place());
            consumer.accept(new Wire(port, gate.complement() ? child.negated() : child));
          });
    }
  }

  private void forEachCopy(Cells.Cell cell, boolean complement, Consumer<Wire> consumer) {
    boolean negative = complement;
    for (BigInteger weight : cell.weights()) {
      if (weight.signum() == 0) {
        return;
      }
      negative ^= weight.signum() < 0;
    }
    Child literal = cellChild(cell, negative);
    Child constant = new Child.Constant(!negative);
    List<BigInteger> ranges = new ArrayList<>();
    cell.weights().forEach(weight -> ranges.add(weight.abs()));
    ranges.add(BigInteger.TWO);
    forEachTuple(
        ranges,
        new ArrayList<>(cell.address()),
        port -> consumer.accept(new Wire(port, port.getLast().signum() == 0 ? literal : constant)));
  }

  private void forEachTuple(
      List<BigInteger> ranges, List<BigInteger> prefix, Consumer<List<BigInteger>> consumer) {
    if (ranges.isEmpty()) {
      consumer.accept(List.copyOf(prefix));
      return;
    }
    BigInteger end = ranges.getFirst();
    List<BigInteger> rest = ranges.subList(1, ranges.size());
    for (BigInteger q = BigInteger.ZERO; q.compareTo(end) < 0; q = q.add(BigInteger.ONE)) {
      indices.charge(1);
      prefix.add(q);
      forEachTuple(rest, prefix, consumer);
      prefix.removeLast();
    }
  }

  private Child cellChild(Cells.Cell cell, boolean negative) {
    Resolver.Reading reading = cell.literal();
    Child child = resolver.resolve(reading.literal(), reading.environment(), reading.place());
    return negative ? child.negated() : child;
  }

  /** The threshold of the gate on its rail: {@code k}, or {@code 1 - k} for the twin. */
  private BigInteger balance(Declaration.Threshold threshold, Located at, boolean complement) {
    Index k = threshold.threshold();
    BigInteger value = indices.value(k, at.binders());
    return complement ? BigInteger.ONE.subtract(value) : value;
  }

  private static BigInteger padPosition(Located at, Declaration.Threshold threshold) {
    return BigInteger.valueOf(at.place().site().leaves(threshold.form()));
  }

  private boolean below(BigInteger value, BigInteger end) {
    indices.charge(Math.max(IndexEvaluator.length(value), IndexEvaluator.length(end)));
    return value.signum() >= 0 && value.compareTo(end) < 0;
  }

  private <T> Answer<T> counted(Gate gate, List<BigInteger> port, Supplier<T> question) {
    indices.reset();
    T value = question.get();
    long bits = 0;
    for (List<BigInteger> numbers : List.of(List.copyOf(sizeValues.values()), gate.at(), port)) {
      for (BigInteger number : numbers) {
        bits += IndexEvaluator.length(number);
      }
    }
    return new Answer<>(value, indices.steps(), (int) Math.min(bits, Integer.MAX_VALUE));
  }
}
