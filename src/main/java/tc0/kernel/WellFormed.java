package tc0.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks circuits before any other rule looks at them; nothing is taken from the elaborator on
 * trust. A checked circuit is an acyclic list of declarations in which every read refers to an
 * earlier array of the right kind and rank, every index variable is bound, every call aligns with
 * its circuit, and every state of an iteration passes a gate in each round.
 */
final class WellFormed {

  /**
   * What a name in scope stands for: the number of its indices, and whether it carries forms
   * instead of bits.
   */
  private record Shape(int rank, boolean form) {}

  private final Map<String, Circuit> named = new HashMap<>();
  private final Map<Circuit, Boolean> checked = new IdentityHashMap<>();
  private final Transparency transparency = new Transparency();

  /**
   * Refuses a circuit that is not well-formed, or that shares its name with a different one seen
   * before.
   */
  void require(Circuit circuit) {
    if (checked.containsKey(circuit)) {
      return;
    }
    Circuit known = named.get(circuit.name());
    if (known != null && !known.equals(circuit)) {
      throw new Refusal(Rule.WF_NAME, "two different circuits are called `" + circuit.name() + "`");
    }
    new Checker(circuit).check();
    if (circuit instanceof Circuit.Family family) {
      transparency.require(family);
    }
    named.putIfAbsent(circuit.name(), circuit);
    checked.put(circuit, true);
  }

  /** Checks one circuit. */
  private final class Checker {
    private final Circuit circuit;
    private final Map<String, Shape> arrays = new LinkedHashMap<>();
    private final IndexScope parameters;

    Checker(Circuit circuit) {
      this.circuit = circuit;
      this.parameters =
          IndexScope.of("circuit " + circuit.name(), circuit.parameters(), arrays.keySet());
    }

    void check() {
      parameters.check(circuit.where());
      for (Circuit.Port input : circuit.inputs()) {
        checkPort(input);
        declare(input.name(), new Shape(input.box().rank(), input.form()));
      }
      Set<String> outputs = new HashSet<>();
      for (Circuit.Port port : circuit.ports()) {
        checkPort(port);
        if (!outputs.add(port.name())) {
          throw refuse(Rule.WF_NAME, port.name(), "this output is declared twice");
        }
      }
      switch (circuit) {
        case Circuit.Axiom axiom -> {
          axiom.depth().ifPresent(parameters::check);
          axiom.size().ifPresent(parameters::check);
        }
        case Circuit.Family family -> {
          checkBody(family.body(), parameters);
          for (Circuit.Output output : family.outputs()) {
            String name = output.port().name();
            IndexScope scope = place(name, parameters).with(output.port().box());
            if (output.port().form()) {
              check(name, output.body(), scope);
            } else {
              check(name, output.literal(), scope);
            }
          }
        }
      }
    }

    private void checkPort(Circuit.Port port) {
      place(port.name(), parameters).with(port.box());
    }

    private void checkBody(List<Declaration> body, IndexScope outer) {
      for (Declaration declaration : body) {
        check(declaration, place(declaration.name(), outer));
      }
    }

    private void check(Declaration declaration, IndexScope scope) {
      String name = declaration.name();
      switch (declaration) {
        case Declaration.Alias(String ignored, Box box, Literal body) -> {
          check(name, body, scope.with(box));
          declare(name, new Shape(box.rank(), false));
        }
        case Declaration.FormDefinition(String ignored, Box box, Form body, boolean binary) -> {
          check(name, body, scope.with(box));
          declare(name, new Shape(box.rank(), true));
        }
        case Declaration.Junction junction -> {
          IndexScope inner = scope.with(junction.box());
          for (Declaration.Part part : junction.parts()) {
            check(name, part.literal(), inner.with(part.box()));
          }
          declare(name, new Shape(junction.box().rank(), false));
        }
        case Declaration.Threshold(String ignored, Box box, Form form, Index threshold) -> {
          IndexScope inner = scope.with(box);
          check(name, form, inner);
          inner.check(threshold);
          declare(name, new Shape(box.rank(), false));
        }
        case Declaration.Call call -> checkCall(call, scope);
        case Declaration.Iterate iterate -> checkIterate(iterate, scope);
      }
    }

    private void checkCall(Declaration.Call call, IndexScope scope) {
      String name = call.name();
      Circuit callee = call.circuit();
      WellFormed.this.require(callee);
      align(name, "sizes", call.sizes().size(), callee.name(), callee.parameters().size());
      align(name, "arguments", call.arguments().size(), callee.name(), callee.inputs().size());
      IndexScope inner = scope.with(call.box());
      call.sizes().forEach(inner::check);
      for (int i = 0; i < call.arguments().size(); i++) {
        Circuit.Port input = callee.inputs().get(i);
        Declaration.Argument argument = call.arguments().get(i);
        align(
            name,
            "indices for input " + input.name(),
            argument.binders().size(),
            callee.name(),
            input.box().rank());
        IndexScope bound = inner.with(argument.binders());
        switch (argument) {
          case Declaration.Argument.Bits(List<String> binders, Literal body) -> {
            requireKind(name, input, false);
            check(name, body, bound);
          }
          case Declaration.Argument.Forms(List<String> binders, Form body) -> {
            requireKind(name, input, true);
            check(name, body, bound);
          }
        }
      }
      for (Circuit.Port port : callee.ports()) {
        declare(
            name + "." + port.name(),
            new Shape(call.box().rank() + port.box().rank(), port.form()));
      }
    }

    private void requireKind(String name, Circuit.Port input, boolean form) {
      if (input.form() != form) {
        throw refuse(
            Rule.WF_CALL,
            name,
            "input " + input.name() + " takes " + (form ? "bits, not forms" : "forms, not bits"));
      }
    }

    private void align(String name, String what, int given, String callee, int wanted) {
      if (given != wanted) {
        throw refuse(
            Rule.WF_CALL, name, callee + " takes " + wanted + " " + what + ", not " + given);
      }
    }

    private void checkIterate(Declaration.Iterate iterate, IndexScope scope) {
      scope.check(iterate.count());
      Map<String, Shape> outside = Map.copyOf(arrays);
      for (Declaration.State state : iterate.states()) {
        check(state.name(), state.initial(), scope.with(state.box()));
      }
      for (Declaration.State state : iterate.states()) {
        declare(state.name(), new Shape(state.box().rank(), false));
      }
      IndexScope inner = scope.with(List.of(iterate.counter()));
      checkBody(iterate.body(), inner);
      for (Declaration.State state : iterate.states()) {
        // The box is that of the state in every round, so it cannot use the counter.
        scope.with(state.box());
        check(state.name(), state.next(), inner.with(state.box()));
      }
      Set<String> visible = new HashSet<>(outside.keySet());
      iterate.states().forEach(state -> visible.add(state.name()));
      arrays.keySet().retainAll(visible);
    }

    private void check(String reader, Literal literal, IndexScope scope) {
      switch (literal) {
        case Literal.Read(String array, List<Index> at) ->
            checkRead(reader, array, at, false, scope);
        case Literal.Not(Literal of) -> check(reader, of, scope);
        case Literal.Indicator(Predicate condition) -> scope.check(condition);
        case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) -> {
          scope.check(condition);
          check(reader, then, scope);
          check(reader, otherwise, scope);
        }
      }
    }

    private void check(String reader, Form form, IndexScope scope) {
      switch (form) {
        case Form.Number(Index value) -> scope.check(value);
        case Form.Of(Literal literal) -> check(reader, literal, scope);
        case Form.Add(Form left, Form right) -> {
          check(reader, left, scope);
          check(reader, right, scope);
        }
        case Form.Scale(Index weight, Form of) -> {
          scope.check(weight);
          check(reader, of, scope);
        }
        case Form.Sum(Box box, Form body) -> check(reader, body, scope.with(box));
        case Form.Conditional(Predicate condition, Form then, Form otherwise) -> {
          scope.check(condition);
          check(reader, then, scope);
          check(reader, otherwise, scope);
        }
        case Form.Read(String array, List<Index> at) -> checkRead(reader, array, at, true, scope);
      }
    }

    private void checkRead(
        String reader, String array, List<Index> at, boolean form, IndexScope scope) {
      Shape shape = arrays.get(array);
      if (shape == null) {
        throw refuse(
            Rule.WF_ORDER,
            reader,
            "reads `" + array + "`, which is not an input or an array declared before it");
      }
      if (shape.form() && !form) {
        throw refuse(
            Rule.WF_KIND,
            reader,
            "reads `" + array + "`, a form, where a bit is needed; only sums take forms");
      }
      if (!shape.form() && form) {
        throw refuse(Rule.WF_KIND, reader, "reads `" + array + "`, an array of bits, as a form");
      }
      if (shape.rank() != at.size()) {
        throw refuse(
            Rule.WF_KIND,
            reader,
            "reads `" + array + "` with " + at.size() + " indices instead of " + shape.rank());
      }
      at.forEach(scope::check);
    }

    private void declare(String name, Shape shape) {
      if (arrays.putIfAbsent(name, shape) != null) {
        throw refuse(Rule.WF_NAME, name, "this name is already declared");
      }
    }

    private IndexScope place(String name, IndexScope scope) {
      return scope.at("`" + name + "` in " + circuit.name());
    }

    private Refusal refuse(Rule rule, String name, String message) {
      return new Refusal(rule, "`" + name + "` in " + circuit.name() + ": " + message);
    }
  }
}
