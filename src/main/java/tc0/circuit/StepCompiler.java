package tc0.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tc0.circuit.index.BoxCode;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Extent;
import tc0.circuit.index.IndexCompiler;
import tc0.circuit.index.Scope;
import tc0.circuit.index.Term;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Variables;

/** Compiles the declarations of one family at fixed sizes to steps that add gates. */
final class StepCompiler {

  private final String family;
  private final TemplateCompiler<Step> templates;
  private final IndexCompiler indices;
  private final WireCompiler wires;
  private final Budget budget;
  private final FlatBuilder builder;
  private final FormArray.Room room;

  StepCompiler(
      String family,
      TemplateCompiler<Step> templates,
      IndexCompiler indices,
      WireCompiler wires,
      Budget budget,
      FlatBuilder builder,
      FormArray.Room room) {
    this.family = family;
    this.templates = templates;
    this.indices = indices;
    this.wires = wires;
    this.budget = budget;
    this.builder = builder;
    this.room = room;
  }

  /** A compiler of families to steps that add their gates to {@code builder}. */
  static TemplateCompiler<Step> families(Budget budget, FlatBuilder builder) {
    FormArray.Room room = new FormArray.Room(budget);
    return new TemplateCompiler<>(
        budget,
        (families, family, indices, wires, scope, arrays) ->
            new StepCompiler(family.name(), families, indices, wires, budget, builder, room)
                .compile(family.body(), scope, arrays));
  }

  List<Step> compile(List<Declaration> declarations, Scope scope, ArrayScope arrays) {
    List<Step> steps = new ArrayList<>();
    for (Declaration declaration : declarations) {
      String place = family + "." + declaration.name();
      budget.at(place);
      Step step = compile(declaration, scope, arrays);
      steps.add(
          (frame, names) -> {
            budget.at(place);
            step.run(frame, names);
          });
    }
    return List.copyOf(steps);
  }

  private Step compile(Declaration declaration, Scope scope, ArrayScope arrays) {
    return switch (declaration) {
      case Declaration.Alias alias -> alias(alias, scope, arrays);
      case Declaration.FormDefinition form -> formDefinition(form, scope, arrays);
      case Declaration.Junction junction -> junction(junction, scope, arrays);
      case Declaration.Threshold threshold -> threshold(threshold, scope, arrays);
      case Declaration.Call call ->
          new CallCompiler(this, templates, indices, wires, builder, room)
              .compile(call, scope, arrays);
      case Declaration.Iterate iterate -> iterate(iterate, scope, arrays);
    };
  }

  private Step alias(Declaration.Alias alias, Scope scope, ArrayScope arrays) {
    BoxCode box = box(alias.box(), scope);
    Shape shape = shape(alias.box(), box, scope);
    Wire wire = wires.wire(alias.body(), box.inner(), arrays);
    int array = arrays.declare(alias.name(), box.rank(), false);
    int[] binders = binders(box);
    return (frame, names) ->
        frame.bits[array] = new BitArray.Alias(shape.extent(frame), frame, binders, wire);
  }

  private Step formDefinition(
      Declaration.FormDefinition definition, Scope scope, ArrayScope arrays) {
    BoxCode box = box(definition.box(), scope);
    Shape shape = shape(definition.box(), box, scope);
    FormCode code = wires.form(definition.body(), box.inner(), arrays);
    int array = arrays.declare(definition.name(), box.rank(), true);
    int[] binders = binders(box);
    return (frame, names) -> {
      if (frame.forms[array] instanceof FormArray.Defined earlier) {
        earlier.release(); // of the round before
      }
      frame.forms[array] = new FormArray.Defined(shape.extent(frame), frame, binders, code, room);
    };
  }

  private Step junction(Declaration.Junction junction, Scope scope, ArrayScope arrays) {
    BoxCode box = box(junction.box(), scope);
    Shape shape = shape(junction.box(), box, scope);
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
    int array = arrays.declare(junction.name(), box.rank(), false);
    return (frame, names) -> {
      Extent extent = shape.extent(frame);
      begin(frame, names, array, junction.name(), extent);
      box.forEach(
          frame.slots,
          () -> {
            int body = builder.openBody(kind);
            for (Part part : parts) {
              part.box.forEach(frame.slots, () -> builder.child(part.wire.literal(frame)));
            }
            builder.addGate(body, 0);
          });
    };
  }

  private record Part(BoxCode box, Wire wire) {}

  /** Tuples that agree on the binders of the form are thresholds of one sum and share a body. */
  private Step threshold(Declaration.Threshold threshold, Scope scope, ArrayScope arrays) {
    BoxCode box = box(threshold.box(), scope);
    Shape shape = shape(threshold.box(), box, scope);
    FormCode code = wires.form(threshold.form(), box.inner(), arrays);
    Term bound = indices.term(threshold.threshold(), box.inner());
    int array = arrays.declare(threshold.name(), box.rank(), false);
    Set<String> mentioned = Variables.of(threshold.form());
    List<String> binders = threshold.box().names();
    List<Integer> keySlots = new ArrayList<>();
    boolean prefix = true;
    for (int d = 0; d < binders.size(); d++) {
      if (mentioned.contains(binders.get(d))) {
        prefix &= keySlots.size() == d;
        keySlots.add(box.slot(d));
      }
    }
    int[] key = keySlots.stream().mapToInt(Integer::intValue).toArray();
    boolean ordered = prefix;
    return (frame, names) -> {
      Extent extent = shape.extent(frame);
      begin(frame, names, array, threshold.name(), extent);
      SharedBodies bodies = new SharedBodies(key, ordered);
      box.forEach(
          frame.slots,
          () -> {
            int body = bodies.find(frame.slots);
            if (body < 0) {
              body = builder.openBody(FlatCircuit.Kind.SUM);
              code.addTo(frame, 1, builder);
              bodies.put(frame.slots, body);
            }
            builder.addGate(body, wires.small(bound, frame.slots, "a threshold"));
          });
    };
  }

  private void begin(Frame frame, NodeNames names, int array, String name, Extent extent) {
    int first = builder.nextNode();
    names.gates(first - frame.firstNode, name, extent);
    frame.bits[array] = new BitArray.Nodes(extent, first);
  }

  private Step iterate(Declaration.Iterate iterate, Scope scope, ArrayScope arrays) {
    Term count = indices.term(iterate.count(), scope);
    List<Carried> initial = new ArrayList<>();
    for (Declaration.State state : iterate.states()) {
      BoxCode box = box(state.box(), scope);
      initial.add(
          new Carried(
              shape(state.box(), box, scope),
              binders(box),
              wires.wire(state.initial(), box.inner(), arrays)));
    }
    List<Integer> numbers = new ArrayList<>();
    for (Declaration.State state : iterate.states()) {
      numbers.add(arrays.declare(state.name(), state.box().rank(), false));
    }
    int counter = scope.nextSlot();
    Scope inside = scope.bind(iterate.counter());
    ArrayScope inner = arrays.inner();
    List<Step> body = compile(iterate.body(), inside, inner);
    List<Carried> next = new ArrayList<>();
    for (int i = 0; i < iterate.states().size(); i++) {
      Declaration.State state = iterate.states().get(i);
      BoxCode box = box(state.box(), inside);
      next.add(
          new Carried(
              initial.get(i).shape, binders(box), wires.wire(state.next(), box.inner(), inner)));
    }
    return (frame, names) -> {
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
        String outside = names.enterRound(iterate.name(), t);
        for (int i = 0; i < state.length; i++) {
          frame.bits[numbers.get(i)] = state[i];
        }
        for (Step step : body) {
          step.run(frame, names);
        }
        for (int i = 0; i < state.length; i++) {
          state[i] = next.get(i).resolve(frame, extents[i]);
        }
        names.leaveRound(outside);
      }
      for (int i = 0; i < state.length; i++) {
        frame.bits[numbers.get(i)] = state[i];
      }
    };
  }

  /** A state array with the literal that gives its initial or next value. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Carried(Shape shape, int[] binders, Wire wire) {
    BitArray resolve(Frame frame, Extent extent) {
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
   * The extent of a box: computed once if the sizes alone determine it, else whenever its
   * declaration runs.
   */
  Shape shape(Box box, BoxCode code, Scope scope) {
    Optional<Extent> fixed =
        scope.isConstant(Variables.of(box))
            ? Optional.of(Extent.of(code, new long[scope.frameSize()], budget))
            : Optional.empty();
    return frame -> fixed.orElseGet(() -> Extent.of(code, frame.slots, budget));
  }

  /** The extent of a box in a frame. */
  @FunctionalInterface
  interface Shape {
    Extent extent(Frame frame);
  }

  static int[] binders(BoxCode box) {
    int[] slots = new int[box.rank()];
    for (int d = 0; d < slots.length; d++) {
      slots[d] = box.slot(d);
    }
    return slots;
  }

  /** The bodies of a threshold array, by the values of the binders that its form mentions. */
  private static final class SharedBodies {
    private final int[] key;
    private final boolean ordered;
    private final Map<List<Long>, Integer> bodies = new HashMap<>();
    private final long[] last;
    private int lastBody = -1;

    SharedBodies(int[] key, boolean ordered) {
      this.key = key;
      this.ordered = ordered;
      this.last = new long[key.length];
    }

    int find(long[] slots) {
      if (!ordered) {
        return bodies.getOrDefault(values(slots), -1);
      }
      for (int i = 0; i < key.length; i++) {
        if (last[i] != slots[key[i]]) {
          return -1;
        }
      }
      return lastBody;
    }

    void put(long[] slots, int body) {
      if (!ordered) {
        bodies.put(values(slots), body);
        return;
      }
      lastBody = body;
      for (int i = 0; i < key.length; i++) {
        last[i] = slots[key[i]];
      }
    }

    private List<Long> values(long[] slots) {
      List<Long> values = new ArrayList<>(key.length);
      for (int slot : key) {
        values.add(slots[slot]);
      }
      return values;
    }
  }
}
