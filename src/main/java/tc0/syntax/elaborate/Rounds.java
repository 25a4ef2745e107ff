package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.syntax.ast.Item;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Elaborates {@code iterate}; a state that a round only re-indexes gets a buffer gate. */
final class Rounds {
  private final Expressions expressions;
  private final Sink sink;

  Rounds(Expressions expressions, Sink sink) {
    this.expressions = expressions;
    this.sink = sink;
  }

  /** Elaborates the items of one round; {@code next} collects the new values of the states. */
  interface Body {
    void elaborate(List<Item> items, Context context, Map<String, View> next);
  }

  void iterate(Item.Iterate iterate, Context context, Body body) {
    Index count = expressions.index(iterate.rounds(), context);
    Map<String, View> initial = new LinkedHashMap<>();
    for (Item.StateStart state : iterate.states()) {
      sink.define(state.name().text() + "_start");
      initial.put(
          state.name().text(), view(expressions.value(state.value(), context), state.span()));
    }
    Map<String, String> core = new LinkedHashMap<>();
    initial.keySet().forEach(name -> core.put(name, sink.claim(name)));
    Context place = expressions.bind(iterate.counter().text(), context);
    String counter = place.binders().get(place.binders().size() - 1).name();
    Scope scope = place.scope().nested();
    initial.forEach((name, view) -> scope.define(name, state(core.get(name), view)));
    // The counter is a variable of the round, not a binder of its arrays.
    Context inside = new Context(scope, context.binders(), context.conditions(), false);
    sink.size(counter);
    Sink.Outer outer = sink.enter();
    Map<String, View> next = new LinkedHashMap<>();
    body.elaborate(iterate.body(), inside, next);
    List<Declaration.State> states = new ArrayList<>();
    Set<String> leaves =
        initial.entrySet().stream()
            .flatMap(
                e ->
                    e.getValue().type().leaves().stream()
                        .map(leaf -> core.get(e.getKey()) + leaf.path()))
            .collect(Collectors.toSet());
    for (Item.StateStart start : iterate.states()) {
      String name = start.name().text();
      if (!next.containsKey(name)) {
        throw Errors.error(
            DiagnosticCode.TC0309,
            start.span(),
            "the state `" + name + "` has no new value in a round",
            "write `" + name + " = …;` in the body");
      }
      expressions
          .calls()
          .sizes()
          .requireSame(
              initial.get(name).type(),
              next.get(name).type(),
              "the state `" + name + "`",
              newValue(name, iterate).span());
      states.addAll(
          states(core.get(name), initial.get(name), next.get(name), leaves, start.span()));
    }
    List<Declaration> round = sink.leave(outer);
    sink.define("iterate");
    sink.add(
        new Declaration.Iterate(sink.anonymous(), counter, count, states, round), iterate.span());
    initial.forEach((name, view) -> context.scope().define(name, state(core.get(name), view)));
  }

  /** A state as its readers see it. */
  private static Entity state(String core, View initial) {
    return new Entity.Known(Expressions.cellOrArray(View.named(initial.type(), core, List.of())));
  }

  /** The statement that gives a state its new value. */
  private static Item newValue(String state, Item.Iterate iterate) {
    return iterate.body().stream()
        .filter(item -> item instanceof Item.Array array && array.name().text().equals(state))
        .findFirst()
        .orElseThrow();
  }

  private List<Declaration.State> states(
      String name, View initial, View next, Set<String> leaves, Span span) {
    List<Declaration.State> states = new ArrayList<>();
    Optional<String> buffers = Optional.empty();
    for (ValueType.Leaf leaf : initial.type().leaves()) {
      Box box = Boxes.cells(leaf.extents(), sink.sizes());
      List<Index> at = Context.indices(box);
      Literal start = literal(initial.cells().at(leaf.path(), at), span);
      Literal step = literal(next.cells().at(leaf.path(), at), span);
      if (!new GateTracing(sink.current(), leaves).isComputed(step)) {
        buffers = Optional.of(buffers.orElseGet(() -> sink.fresh(name + "_buffer")));
        String buffer = buffers.get() + leaf.path();
        sink.add(
            new Declaration.Junction(
                buffer,
                box,
                Declaration.Connective.AND,
                List.of(new Declaration.Part(Box.SCALAR, step))),
            span);
        step = new Literal.Read(buffer, at);
      }
      states.add(new Declaration.State(name + leaf.path(), box, start, step));
    }
    return states;
  }

  private static Literal literal(Form form, Span span) {
    if (form instanceof Form.Of(Literal literal)) {
      return literal;
    }
    throw Errors.error(
        DiagnosticCode.TC0302,
        span,
        "a state is an array of wires, and this value is a form",
        "materialise it");
  }

  private View view(Value value, Span span) {
    return switch (value) {
      case Value.Array(View view) -> view;
      case Value.Bit(Literal literal) ->
          new View(ValueType.BIT, (path, at) -> new Form.Of(literal));
      default ->
          throw Errors.error(
              DiagnosticCode.TC0304,
              span,
              "a state starts from an array of wires or numbers, not " + value.sort(),
              "name it first");
    };
  }
}
