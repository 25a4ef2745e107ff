package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Polynomial;

/**
 * One symbolic instance of a list of declarations: a circuit at sizes and call indices, or one
 * round of an iteration. Frames have identity; {@link Resolver} makes one per instance.
 */
final class Frame {

  /** What a name stands for. */
  sealed interface Source {
    /** Input {@code index} of the circuit. */
    record Input(int index) implements Source {}

    /** An alias, a gate array or a form. */
    record Array(Declaration declaration) implements Source {}

    /** Output {@code index} of a call. */
    record Output(Declaration.Call call, int index) implements Source {}

    /** State {@code index} at the start of the round. */
    record State(Declaration.State state, int index) implements Source {}

    /** The final value of state {@code index}. */
    record Final(Declaration.Iterate iterate, int index) implements Source {}
  }

  /** A source and the frame that it belongs to. */
  record Located(Source source, Frame frame) {}

  /** A call at call indices and sizes. */
  static final class Instance {
    private final Declaration.Call call;
    private final Frame caller;
    private final List<Polynomial> at;
    private final List<Polynomial> sizes;
    private final SortedSet<String> symbols = new TreeSet<>();

    Instance(Declaration.Call call, Frame caller, List<Polynomial> at, List<Polynomial> sizes) {
      this.call = call;
      this.caller = caller;
      this.at = List.copyOf(at);
      this.sizes = List.copyOf(sizes);
      symbols.addAll(caller.symbols());
      addBound(at, symbols);
      addBound(sizes, symbols);
    }

    Declaration.Call call() {
      return call;
    }

    Circuit circuit() {
      return call.circuit();
    }

    Frame caller() {
      return caller;
    }

    List<Polynomial> at() {
      return at;
    }

    List<Polynomial> sizes() {
      return sizes;
    }

    SortedSet<String> symbols() {
      return symbols;
    }

    /** The values of the caller's variables at the call. */
    Map<String, Polynomial> callerValues() {
      return bind(caller.values(), call.box().names(), at);
    }

    /** The sizes by name. */
    Map<String, Polynomial> sizeValues() {
      return bind(Map.of(), circuit().parameters(), sizes);
    }
  }

  private final Map<String, Source> names;
  private final Map<String, Polynomial> values;
  private final Optional<Instance> instance;
  private final Optional<Frame> outer;
  private final Optional<Node.Round> round;
  private final Circuit.Family family;
  private final SortedSet<String> symbols = new TreeSet<>();

  private Frame(
      Circuit.Family family,
      Map<String, Source> names,
      Map<String, Polynomial> values,
      Optional<Instance> instance,
      Optional<Frame> outer,
      Optional<Node.Round> round) {
    this.family = family;
    this.names = names;
    this.values = Map.copyOf(values);
    this.instance = instance;
    this.outer = outer;
    this.round = round;
    instance.ifPresent(i -> symbols.addAll(i.symbols()));
    outer.ifPresent(o -> symbols.addAll(o.symbols()));
    addBound(List.copyOf(values.values()), symbols);
  }

  /** The outermost frame: sizes are given, inputs are opaque. */
  static Frame root(Circuit.Family family, Map<String, Polynomial> sizes) {
    return new Frame(
        family,
        namesOf(family.inputs(), family.body()),
        sizes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The body of a called family. */
  static Frame of(Circuit.Family family, Instance instance) {
    return new Frame(
        family,
        namesOf(family.inputs(), family.body()),
        instance.sizeValues(),
        Optional.of(instance),
        Optional.empty(),
        Optional.empty());
  }

  /** The round {@code counter} of an iteration; its states are the symbols of {@code round}. */
  static Frame round(
      Declaration.Iterate iterate, Frame outer, Polynomial counter, Node.Round round) {
    Map<String, Source> names = namesOf(List.of(), iterate.body());
    for (int i = 0; i < iterate.states().size(); i++) {
      Declaration.State state = iterate.states().get(i);
      names.put(state.name(), new Source.State(state, i));
    }
    return new Frame(
        outer.family,
        names,
        bind(outer.values, List.of(iterate.counter()), List.of(counter)),
        outer.instance,
        Optional.of(outer),
        Optional.of(round));
  }

  private static Map<String, Source> namesOf(List<Circuit.Port> inputs, List<Declaration> body) {
    Map<String, Source> names = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      names.put(inputs.get(i).name(), new Source.Input(i));
    }
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Call call -> {
          List<Circuit.Port> ports = call.circuit().ports();
          for (int i = 0; i < ports.size(); i++) {
            names.put(call.name() + "." + ports.get(i).name(), new Source.Output(call, i));
          }
        }
        case Declaration.Iterate iterate -> {
          for (int i = 0; i < iterate.states().size(); i++) {
            names.put(iterate.states().get(i).name(), new Source.Final(iterate, i));
          }
        }
        default -> names.put(declaration.name(), new Source.Array(declaration));
      }
    }
    return names;
  }

  /** What {@code name} stands for here. */
  Located find(String name) {
    Source source = names.get(name);
    if (source != null) {
      return new Located(source, this);
    }
    return outer
        .orElseThrow(() -> new IllegalArgumentException("unknown array " + name))
        .find(name);
  }

  Circuit.Family family() {
    return family;
  }

  Map<String, Polynomial> values() {
    return values;
  }

  /** The symbols of its states, if it is a round. */
  Optional<Node.Round> round() {
    return round;
  }

  Optional<Instance> instance() {
    return instance;
  }

  /** The bound indices that occur in its values. */
  SortedSet<String> symbols() {
    return symbols;
  }

  /** {@code values} with {@code names} bound to {@code to}. */
  static Map<String, Polynomial> bind(
      Map<String, Polynomial> values, List<String> names, List<Polynomial> to) {
    Map<String, Polynomial> result = new HashMap<>(values);
    for (int i = 0; i < names.size(); i++) {
      result.put(names.get(i), to.get(i));
    }
    return result;
  }

  static void addBound(List<Polynomial> terms, SortedSet<String> symbols) {
    List<String> found = new ArrayList<>();
    terms.forEach(term -> found.addAll(term.variables()));
    found.stream().filter(Symbols::isBound).forEach(symbols::add);
  }
}
