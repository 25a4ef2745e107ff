package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** Compiles the declarations of one family at fixed sizes to arrays that fold as they are read. */
final class FoldedSteps {

  private final String family;
  private final IndexCompiler indices;
  private final WireCompiler wires;
  private final Budget budget;
  private final FoldedCalls calls;

  FoldedSteps(
      String family, IndexCompiler indices, WireCompiler wires, Budget budget, FoldedCalls calls) {
    this.family = family;
    this.indices = indices;
    this.wires = wires;
    this.budget = budget;
    this.calls = calls;
  }

  List<FoldedStep> compile(List<Declaration> declarations, Scope scope, ArrayScope arrays) {
    List<FoldedStep> steps = new ArrayList<>();
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

  IndexCompiler indices() {
    return indices;
  }

  WireCompiler wires() {
    return wires;
  }

  private FoldedStep alias(Declaration.Alias alias, Scope scope, ArrayScope arrays) {
    BoxCode box = box(alias.box(), scope);
    Shape shape = shape(alias.box(), box, scope, alias.name());
    Wire wire = wires.wire(alias.body(), box.inner(), arrays);
    int array = arrays.declare(alias.name(), box.rank(), false);
    int[] binders = StepCompiler.binders(box);
    return frame ->
        frame.bits[array] =
            new LazyBits(shape.extent(frame), new LazyBits.Context(frame, binders), wire);
  }

  private FoldedStep formDefinition(
      Declaration.FormDefinition definition, Scope scope, ArrayScope arrays) {
    BoxCode box = box(definition.box(), scope);
    Shape shape = shape(definition.box(), box, scope, definition.name());
    FormCode code = wires.form(definition.body(), box.inner(), arrays);
    int array = arrays.declare(definition.name(), box.rank(), true);
    int[] binders = StepCompiler.binders(box);
    return frame ->
        frame.forms[array] =
            new LazyForms(shape.extent(frame), new LazyBits.Context(frame, binders), code);
  }

  private FoldedStep junction(Declaration.Junction junction, Scope scope, ArrayScope arrays) {
    BoxCode box = box(junction.box(), scope);
    FlatCircuit.Kind kind =
        switch (junction.connective()) {
          case AND -> FlatCircuit.Kind.AND;
          case OR -> FlatCircuit.Kind.OR;
        };
    List<Part> parts = new ArrayList<>();
    for (Declaration.Part part : junction.parts()) {
      BoxCode children = box(part.box(), box.inner());
      parts.add(new Part(children, wires.wire(part.literal(), children.inner(), arrays)));
    }
    String place = family + "." + junction.name();
    return gates(
        junction.name(),
        junction.box(),
        box,
        scope,
        arrays,
        frame ->
            f -> {
              budget.at(place);
              Children children = new Children();
              for (Part part : parts) {
                part.box.forEach(f.slots, () -> children.add(part.wire.literal(f)));
              }
              return frame.gates.junction(kind, children.literals, children.count);
            });
  }

  private record Part(BoxCode box, Wire wire) {}

  /** The children of a gate so far. */
  private static final class Children {
    private int[] literals = new int[8];
    private int count;

    void add(int literal) {
      if (count == literals.length) {
        literals = Arrays.copyOf(literals, 2 * count);
      }
      literals[count++] = literal;
    }
  }

  private FoldedStep gates(
      String name,
      Box source,
      BoxCode box,
      Scope scope,
      ArrayScope arrays,
      Function<FoldedFrame, Wire> cells) {
    Shape shape = shape(source, box, scope, name);
    int array = arrays.declare(name, box.rank(), false);
    int[] binders = StepCompiler.binders(box);
    return frame ->
        frame.bits[array] =
            new LazyBits(
                shape.extent(frame), new LazyBits.Context(frame, binders), cells.apply(frame));
  }

  private FoldedStep threshold(Declaration.Threshold threshold, Scope scope, ArrayScope arrays) {
    BoxCode box = box(threshold.box(), scope);
    FormCode code = wires.form(threshold.form(), box.inner(), arrays);
    Set<String> mentioned = Variables.of(threshold.form());
    if (isRow(threshold, mentioned)) {
      return rows(threshold, box, code, scope, arrays);
    }
    Term bound = indices.term(threshold.threshold(), box.inner());
    List<String> names = threshold.box().names();
    int[] key = new int[names.size()];
    int length = 0;
    for (int d = 0; d < key.length; d++) {
      if (mentioned.contains(names.get(d))) {
        key[length++] = box.slot(d);
      }
    }
    int[] slots = Arrays.copyOf(key, length);
    boolean single = length == key.length;
    String place = family + "." + threshold.name();
    return gates(
        threshold.name(),
        threshold.box(),
        box,
        scope,
        arrays,
        frame -> {
          Map<List<Long>, Ladder> ladders = new HashMap<>();
          return f -> {
            budget.at(place);
            long k = wires.small(bound, f.slots, "a threshold");
            if (single) {
              return ladder(frame, code, true).literal(k);
            }
            List<Long> values = Arrays.stream(slots).mapToObj(slot -> f.slots[slot]).toList();
            Ladder ladder = ladders.get(values);
            if (ladder == null) {
              ladder = ladder(frame, code, false);
              ladders.put(values, ladder);
            }
            return ladder.literal(k);
          };
        });
  }

  private static Ladder ladder(FoldedFrame frame, FormCode code, boolean single) {
    FoldedForm form = new FoldedForm();
    code.addTo(frame, 1, form);
    return frame.gates.sum(form, single);
  }

  /** Whether the last binder is the threshold and nothing else depends on it. */
  private static boolean isRow(Declaration.Threshold threshold, Set<String> mentioned) {
    Box box = threshold.box();
    if (box.rank() == 0) {
      return false;
    }
    String last = box.names().get(box.rank() - 1);
    return threshold.threshold().equals(Index.variable(last))
        && !mentioned.contains(last)
        && !Variables.of(box.guard()).contains(last);
  }

  private FoldedStep rows(
      Declaration.Threshold threshold, BoxCode box, FormCode code, Scope scope, ArrayScope arrays) {
    List<Box.Binder> binders = threshold.box().binders();
    Box prefix = new Box(binders.subList(0, binders.size() - 1), threshold.box().guard());
    Shape shape = shape(prefix, box(prefix, scope), scope, threshold.name());
    int array = arrays.declare(threshold.name(), box.rank(), false);
    int[] slots = Arrays.copyOf(StepCompiler.binders(box), box.rank() - 1);
    return frame ->
        frame.bits[array] =
            new LazyRows(shape.extent(frame), box, new LazyBits.Context(frame, slots), code);
  }

  private FoldedStep iterate(Declaration.Iterate iterate, Scope scope, ArrayScope arrays) {
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
    List<FoldedStep> body = compile(iterate.body(), inside, inner);
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
    BitArray resolve(FoldedFrame frame, Extent extent) {
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
    String place = family + "." + name;
    boolean fixed = scope.isConstant(Variables.of(box));
    Optional<Extent>[] known = FoldedSteps.<Optional<Extent>>cell(Optional.empty());
    return frame -> {
      if (known[0].isPresent()) {
        return known[0].get();
      }
      budget.at(place);
      Extent extent = Extent.of(code, fixed ? new long[scope.frameSize()] : frame.slots, budget);
      if (fixed) {
        known[0] = Optional.of(extent);
      }
      return extent;
    };
  }

  @SafeVarargs
  private static <T> T[] cell(T... values) {
    return values;
  }

  /** The extent of a box in a frame. */
  @FunctionalInterface
  interface Shape {
    Extent extent(FoldedFrame frame);
  }
}
