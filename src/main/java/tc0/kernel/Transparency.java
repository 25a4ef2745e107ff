package tc0.kernel;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which inputs and states a value is a mere re-indexing of. Literals, aliases, forms, call
 * arguments and call results are transparent; a gate and the output of an axiomatic circuit are
 * not.
 *
 * <p>A state whose next value is transparent to a state of the same round is refused: after t
 * rounds such a loop reads the t-fold iterate of an index function, which for growing t has depth 0
 * and wiring that need not be first-order.
 */
final class Transparency {
  private final Map<Circuit, Map<String, Set<String>>> outputs = new IdentityHashMap<>();

  /** Refuses the family if a state of one of its iterations passes no gate in a round. */
  void require(Circuit.Family family) {
    ofOutputs(family);
  }

  /** For every output of the circuit, the inputs it reaches without passing a gate. */
  private Map<String, Set<String>> ofOutputs(Circuit circuit) {
    Map<String, Set<String>> known = outputs.get(circuit);
    if (known != null) {
      return known;
    }
    Map<String, Set<String>> result = new LinkedHashMap<>();
    switch (circuit) {
      case Circuit.Axiom axiom -> axiom.ports().forEach(port -> result.put(port.name(), Set.of()));
      case Circuit.Family family -> {
        Map<String, Set<String>> arrays = new HashMap<>();
        family.inputs().forEach(input -> arrays.put(input.name(), Set.of(input.name())));
        walk(family.name(), family.body(), arrays);
        for (Circuit.Output output : family.outputs()) {
          result.put(output.port().name(), reach(output.body(), arrays));
        }
      }
    }
    outputs.put(circuit, result);
    return result;
  }

  private void walk(String circuit, List<Declaration> body, Map<String, Set<String>> arrays) {
    for (Declaration declaration : body) {
      switch (declaration) {
        case Declaration.Alias alias -> arrays.put(alias.name(), reach(alias.body(), arrays));
        case Declaration.FormDefinition form -> arrays.put(form.name(), reach(form.body(), arrays));
        case Declaration.Junction junction -> arrays.put(junction.name(), Set.of());
        case Declaration.Threshold threshold -> arrays.put(threshold.name(), Set.of());
        case Declaration.Call call -> {
          Map<String, Set<String>> passed = new HashMap<>();
          for (int i = 0; i < call.arguments().size(); i++) {
            Set<String> reached =
                switch (call.arguments().get(i)) {
                  case Declaration.Argument.Bits bits -> reach(bits.body(), arrays);
                  case Declaration.Argument.Forms forms -> reach(forms.body(), arrays);
                };
            passed.put(call.circuit().inputs().get(i).name(), reached);
          }
          ofOutputs(call.circuit())
              .forEach(
                  (output, inputs) -> {
                    Set<String> reached = new TreeSet<>();
                    inputs.forEach(input -> reached.addAll(passed.get(input)));
                    arrays.put(call.name() + "." + output, reached);
                  });
        }
        case Declaration.Iterate iterate -> walk(circuit, iterate, arrays);
      }
    }
  }

  private void walk(String circuit, Declaration.Iterate iterate, Map<String, Set<String>> arrays) {
    Map<String, Set<String>> inside = new HashMap<>(arrays);
    iterate.states().forEach(state -> inside.put(state.name(), Set.of(state.name())));
    walk(circuit, iterate.body(), inside);
    Map<String, Set<String>> after = new HashMap<>();
    for (Declaration.State state : iterate.states()) {
      Set<String> next = reach(state.next(), inside);
      for (Declaration.State other : iterate.states()) {
        if (next.contains(other.name())) {
          throw new Refusal(
              Rule.WF_STATE,
              "`"
                  + state.name()
                  + "` in "
                  + circuit
                  + ": its next value re-indexes state `"
                  + other.name()
                  + "` without passing a gate; buffer it");
        }
      }
      Set<String> reached = new TreeSet<>(reach(state.initial(), arrays));
      reached.addAll(next);
      after.put(state.name(), reached);
    }
    arrays.putAll(after);
  }

  private Set<String> reach(Literal literal, Map<String, Set<String>> arrays) {
    return switch (literal) {
      case Literal.Read read -> read(read.array(), arrays);
      case Literal.Not(Literal of) -> reach(of, arrays);
      case Literal.Indicator indicator -> Set.of();
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) ->
          union(reach(then, arrays), reach(otherwise, arrays));
    };
  }

  private Set<String> reach(Form form, Map<String, Set<String>> arrays) {
    return switch (form) {
      case Form.Number number -> Set.of();
      case Form.Of(Literal literal) -> reach(literal, arrays);
      case Form.Add(Form left, Form right) -> union(reach(left, arrays), reach(right, arrays));
      case Form.Scale(Index weight, Form of) -> reach(of, arrays);
      case Form.Sum(Box box, Form body) -> reach(body, arrays);
      case Form.Conditional(Predicate condition, Form then, Form otherwise) ->
          union(reach(then, arrays), reach(otherwise, arrays));
      case Form.Read read -> read(read.array(), arrays);
    };
  }

  private static Set<String> read(String array, Map<String, Set<String>> arrays) {
    Set<String> reached = arrays.get(array);
    if (reached == null) {
      throw new IllegalStateException(array + ": not checked before");
    }
    return reached;
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> result = new TreeSet<>(left);
    result.addAll(right);
    return result;
  }
}
