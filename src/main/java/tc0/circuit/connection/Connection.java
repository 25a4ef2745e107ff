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
    boolean tuple =
        !port.isEmpty() && port.getFirst().signum() >= 0 && port.getFirst().bitLength() < 63;
    return counted(
        gate, port, () -> tuple ? ports(gate).flatMap(p -> p.child(port)) : Optional.empty());
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
    return existing(gate).positions();
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
    existing(gate).forEach(consumer);
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
    return existing(gate).children();
  }

  /**
   * A gate name taken apart: its array, the place of the array, and the binders of the array's box.
   */
  private record Located(Catalogue.Array array, Place place, Environment binders) {}

  private Optional<Located> locate(Gate gate) {
    Optional<Catalogue.Array> known = catalogue.array(gate.array());
    if (known.isEmpty() || known.get().rank() != gate.at().size()) {
      return Optional.empty();
    }
    Catalogue.Array array = known.get();
    List<BigInteger> own = gate.at().subList(array.site().arity(), gate.at().size());
    return Catalogue.locate(array.site(), gate.at(), sizes, resolver, indices)
        .flatMap(
            place ->
                indices
                    .within(array.box(), place.environment(), own)
                    .map(binders -> new Located(array, place, binders)));
  }

  private Optional<Ports> ports(Gate gate) {
    return locate(gate)
        .map(
            at ->
                switch (at.array().declaration()) {
                  case Declaration.Junction junction ->
                      new JunctionPorts(
                          junction, gate.complement(), at.place(), at.binders(), indices, resolver);
                  case Declaration.Threshold threshold ->
                      new MajorityPorts(
                          threshold,
                          gate.complement(),
                          at.place(),
                          at.binders(),
                          indices,
                          resolver);
                  default -> throw new IllegalStateException(gate + " is not a gate");
                });
  }

  private Ports existing(Gate gate) {
    indices.reset();
    return ports(gate).orElseThrow(() -> new IllegalArgumentException("there is no gate " + gate));
  }

  private <T> Answer<T> counted(Gate gate, List<BigInteger> port, Supplier<T> question) {
    indices.reset();
    T value = question.get();
    long bits = 0;
    for (List<BigInteger> numbers : List.of(List.copyOf(sizeValues.values()), gate.at(), port)) {
      for (BigInteger number : numbers) {
        bits += StepCounter.length(number);
      }
    }
    return new Answer<>(value, indices.steps(), (int) Math.min(bits, Integer.MAX_VALUE));
  }
}
