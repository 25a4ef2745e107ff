package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Variables;

/**
 * Compiles the declarations of one family at fixed sizes to arrays that are read on demand.
 *
 * @param <F> the frames of instances
 */
abstract class LazySteps<F extends LazyFrame> {

  final String family;
  final IndexCompiler indices;
  final WireCompiler wires;
  final Budget budget;
  private final LazyCalls<F> calls;

  LazySteps(
      String family, IndexCompiler indices, WireCompiler wires, Budget budget, LazyCalls<F> calls) {
    this.family = family;
    this.indices = indices;
    this.wires = wires;
    this.budget = budget;
    this.calls = calls;
  }

  List<LazyStep<F>> compile(List<Declaration> declarations, Scope scope, ArrayScope arrays) {
    List<LazyStep<F>> steps = new ArrayList<>();
    for (Declaration declaration : declarations) {
      budget.at(family + "." + declaration.name());
      steps.add(
          switch (declaration) {
            case Declaration.Alias alias -> alias(alias, scope, arrays);
            case Declaration.FormDefinition form -> formDefinition(form, scope, arrays);
            case Declaration.Junction junction -> junction(junction, scope, arrays);
            case Declaration.Threshold threshold -> threshold(threshold, scope, arrays);
            case Declaration.Call call -> calls.compile(this, call, scope, arrays);
            case Declaration.Iterate iterate -> iterate(iterate, scope, arrays);
          });
    }
    return List.copyOf(steps);
  }

  private LazyStep<F> alias(Declaration.Alias alias, Scope scope, ArrayScope arrays) {
    BoxCode box = box(alias.box(), scope);
    Shape shape = shape(alias.box(), box, scope, alias.name());
    Wire wire = wires.wire(alias.body(), box.inner(), arrays);
    int array = arrays.declare(alias.name(), box.rank(), false);
    int[] binders = StepCompiler.binders(box);
    return frame ->
        frame.bits[array] =
            new LazyBits(shape.extent(frame), new CellBinding(frame, binders), wire);
  }

  private LazyStep<F> formDefinition(
      Declaration.FormDefinition definition, Scope scope, ArrayScope arrays) {
    BoxCode box = box(definition.box(), scope);
    Shape shape = shape(definition.box(), box, scope, definition.name());
    FormCode code = wires.form(definition.body(), box.inner(), arrays);
    int array = arrays.declare(definition.name(), box.rank(), true);
    int[] binders = StepCompiler.binders(box);
    return frame ->
        frame.forms[array] =
            new LazyForms(shape.extent(frame), new CellBinding(frame, binders), code);
  }

  /** An array of AND or OR gates. */
  abstract LazyStep<F> junction(Declaration.Junction junction, Scope scope, ArrayScope arrays);

  /** An array of thresholds. */
  abstract LazyStep<F> threshold(Declaration.Threshold threshold, Scope scope, ArrayScope arrays);

  /** Whether the last binder is the threshold and nothing else depends on it. */
  static boolean isRow(Declaration.Threshold threshold) {
    Box box = threshold.box();
    if (box.rank() == 0) {
      return false;
    }
    String last = box.names().get(box.rank() - 1);
    return threshold.threshold().equals(Index.variable(last))
        && !Variables.of(threshold.form()).contains(last)
        && !Variables.of(box.guard()).contains(last);
  }

  /** The slots of the binders that the sum mentions: cells that agree on them share it. */
  static int[] keySlots(Declaration.Threshold threshold, BoxCode box) {
    Set<String> mentioned = Variables.of(threshold.form());
    List<String> names = threshold.box().names();
    return IntStream.range(0, names.size())
        .filter(d -> mentioned.contains(names.get(d)))
        .map(box::slot)
        .toArray();
  }

  static FlatCircuit.Kind kind(Declaration.Junction junction) {
    return switch (junction.connective()) {
      case AND -> FlatCircuit.Kind.AND;
      case OR -> FlatCircuit.Kind.OR;
    };
  }

  List<Part> parts(Declaration.Junction junction, BoxCode box, ArrayScope arrays) {
    List<Part> parts = new ArrayList<>();
    for (Declaration.Part part : junction.parts()) {
      BoxCode children = box(part.box(), box.inner());
      parts.add(new Part(children, wires.wire(part.literal(), children.inner(), arrays)));
    }
    return parts;
  }

  /** Some children of a gate. */
  record Part(BoxCode box, Wire wire) {
    void collect(LazyFrame frame, Children children) {
      box.forEach(frame.slots, () -> children.add(wire.literal(frame)));
    }
  }

  /** The children of a gate so far. */
  static final class Children {
    private int[] literals = new int[8];
    private int count;

    void add(int literal) {
      if (count == literals.length) {
        literals = Arrays.copyOf(literals, 2 * count);
      }
      literals[count++] = literal;
    }

    int[] literals() {
      return literals;
    }

    int count() {
      return count;
    }
  }

  /** The box of an array of rows without the last binder. */
  static Box prefix(Box box) {
    return new Box(box.binders().subList(0, box.rank() - 1), box.guard());
  }

  private LazyStep<F> iterate(Declaration.Iterate iterate, Scope scope, ArrayScope arrays) {
    Term count = indices.term(iterate.count(), scope);
    List<Carried> initial = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (Declaration.State state : iterate.states()) {
      BoxCode box = box(state.box(), scope);
      initial.add(
          new Carried(
              shape(state.box(), box, scope, state.name()),
              StepCompiler.binders(box),
              wires.wire(state.initial(), box.inner(), arrays)));
    }
    for (Declaration.State state : iterate.states()) {
      numbers.add(arrays.declare(state.name(), state.box().rank(), false));
    }
    int counter = scope.nextSlot();
    Scope inside = scope.bind(iterate.counter());
    ArrayScope inner = arrays.inner();
    List<LazyStep<F>> body = compile(iterate.body(), inside, inner);
    List<Carried> next = new ArrayList<>();
    for (int i = 0; i < iterate.states().size(); i++) {
      Declaration.State state = iterate.states().get(i);
      BoxCode box = box(state.box(), inside);
      next.add(
          new Carried(
              initial.get(i).shape,
              StepCompiler.binders(box),
              wires.wire(state.next(), box.inner(), inner)));
    }
    return frame -> {
      BitArray[] state = new BitArray[numbers.size()];
      Extent[] extents = new Extent[numbers.size()];
      for (int i = 0; i < state.length; i++) {
        extents[i] = initial.get(i).shape.extent(frame);
        state[i] = initial.get(i).resolve(frame, extents[i]);
      }
      long rounds = count.clamped(frame.slots);
      for (long t = 0; t < rounds; t++) {
        budget.spend(1);
        frame.slots[counter] = t;
        for (int i = 0; i < state.length; i++) {
          frame.bits[numbers.get(i)] = state[i];
        }
        body.forEach(step -> step.install(frame));
        for (int i = 0; i < state.length; i++) {
          state[i] = next.get(i).resolve(frame, extents[i]);
        }
      }
      for (int i = 0; i < state.length; i++) {
        frame.bits[numbers.get(i)] = state[i];
      }
    };
  }

  /** A state array with the literal that gives its initial or next value; resolved at once. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Carried(Shape shape, int[] binders, Wire wire) {
    BitArray resolve(LazyFrame frame, Extent extent) {
      int[] literals = new int[extent.size()];
      for (int i = 0; i < literals.length; i++) {
        int[] tuple = extent.tuple(i);
        for (int d = 0; d < tuple.length; d++) {
          frame.slots[binders[d]] = tuple[d];
        }
        literals[i] = wire.literal(frame);
      }
      return new BitArray.Known(extent, literals);
    }
  }

  BoxCode box(Box box, Scope scope) {
    return new BoxCode(box, scope, indices, budget);
  }

  /**
   * The extent of a box: computed when it is first needed, once if the sizes alone determine it.
   */
  Shape shape(Box box, BoxCode code, Scope scope, String name) {
    boolean fixed = scope.isConstant(Variables.of(box));
    return new Shape(code, family + "." + name, budget, fixed ? scope.frameSize() : -1);
  }

  /** The extent of a box in a frame. */
  static final class Shape {
    private final BoxCode code;
    private final String place;
    private final Budget budget;
    private final int slots; // of a frame that decides the extent for good, or -1
    private Optional<Extent> known = Optional.empty();

    Shape(BoxCode code, String place, Budget budget, int slots) {
      this.code = code;
      this.place = place;
      this.budget = budget;
      this.slots = slots;
    }

    Extent extent(LazyFrame frame) {
      if (known.isPresent()) {
        return known.get();
      }
      budget.at(place);
      Extent extent = Extent.of(code, slots >= 0 ? new long[slots] : frame.slots, budget);
      if (slots >= 0) {
        known = Optional.of(extent);
      }
      return extent;
    }
  }
}
