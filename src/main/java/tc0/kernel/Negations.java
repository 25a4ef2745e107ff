package tc0.kernel;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a circuit can use the complement of an input bit: a negated literal, a weight that is not
 * provably a natural number, or an axiomatic circuit occurs. Strict depth then pays one gate at
 * every input, once, at the outermost circuit (rule D-strict); constants come in both rails for
 * free.
 */
final class Negations {
  private static final Prover PROVER = new Prover(Facts.NONE);

  private final Map<Circuit, Boolean> memo = new IdentityHashMap<>();

  /** Whether the circuit may need a NOT gate. */
  boolean occurIn(Circuit circuit) {
    Boolean known = memo.get(circuit);
    if (known == null) {
      known =
          switch (circuit) {
            case Circuit.Axiom axiom -> true;
            case Circuit.Family family -> occurIn(family);
          };
      memo.put(circuit, known);
    }
    return known;
  }

  private boolean occurIn(Circuit.Family family) {
    Scope scope = Scope.of(family.parameters());
    return occurIn(family.body(), scope)
        || family.outputs().stream()
            .anyMatch(output -> occurIn(output.body(), scope.enter(output.port().box())));
  }

  private boolean occurIn(List<Declaration> body, Scope scope) {
    return body.stream().anyMatch(declaration -> occurIn(declaration, scope));
  }

  private boolean occurIn(Declaration declaration, Scope scope) {
    return switch (declaration) {
      case Declaration.Alias alias -> occurIn(alias.body());
      case Declaration.FormDefinition form -> occurIn(form.body(), scope.enter(form.box()));
      case Declaration.Junction junction ->
          junction.parts().stream().anyMatch(part -> occurIn(part.literal()));
      case Declaration.Threshold threshold ->
          occurIn(threshold.form(), scope.enter(threshold.box()));
      case Declaration.Call call -> occurIn(call.circuit()) || argumentsOf(call, scope);
      case Declaration.Iterate iterate ->
          iterate.states().stream()
                  .anyMatch(state -> occurIn(state.initial()) || occurIn(state.next()))
              || occurIn(
                  iterate.body(), scope.enter(iterate.counter(), Index.ZERO, iterate.count()));
    };
  }

  private boolean argumentsOf(Declaration.Call call, Scope scope) {
    Scope inner = scope.enter(call.box());
    Circuit callee = call.circuit();
    Map<String, Polynomial> sizes = inner.bind(callee.parameters(), call.sizes());
    for (int i = 0; i < call.arguments().size(); i++) {
      boolean occurs =
          switch (call.arguments().get(i)) {
            case Declaration.Argument.Bits bits -> occurIn(bits.body());
            case Declaration.Argument.Forms(List<String> binders, Form body) ->
                occurIn(body, inner.enter(callee.inputs().get(i).box(), sizes, binders));
          };
      if (occurs) {
        return true;
      }
    }
    return false;
  }

  private static boolean occurIn(Literal literal) {
    return switch (literal) {
      case Literal.Read read -> false;
      case Literal.Not not -> true;
      case Literal.Indicator indicator -> false;
      case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) ->
          occurIn(then) || occurIn(otherwise);
    };
  }

  private static boolean occurIn(Form form, Scope scope) {
    return switch (form) {
      case Form.Number number -> false;
      case Form.Of(Literal literal) -> occurIn(literal);
      case Form.Add(Form left, Form right) -> occurIn(left, scope) || occurIn(right, scope);
      case Form.Scale(Index weight, Form of) ->
          !PROVER.isNonNegative(weight, scope) || occurIn(of, scope);
      case Form.Sum(Box box, Form body) -> occurIn(body, scope.enter(box));
      case Form.Conditional(Predicate condition, Form then, Form otherwise) ->
          occurIn(then, scope) || occurIn(otherwise, scope);
      case Form.Read read -> false;
    };
  }
}
