package tc0.syntax.elaborate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Literal;

/**
 * Finds out whether the next value of a state is computed by gates in the round, or may be a mere
 * re-indexing of a state, which needs a buffer. The kernel checks the result by its own rule.
 */
final class GateTracing {
  private final Map<String, Declaration> declared = new HashMap<>();
  private final Set<String> states;

  GateTracing(List<Declaration> body, Set<String> states) {
    body.forEach(declaration -> declared.put(declaration.name(), declaration));
    this.states = states;
  }

  /** Whether no state is read without passing a gate. */
  boolean isComputed(Literal literal) {
    return switch (literal) {
      case Literal.Read read -> isComputed(read.array());
      case Literal.Not not -> isComputed(not.of());
      case Literal.Indicator indicator -> true;
      case Literal.Conditional c -> isComputed(c.then()) && isComputed(c.otherwise());
    };
  }

  private boolean isComputed(String array) {
    if (states.contains(array)) {
      return false;
    }
    return switch (declared.get(array)) {
      case Declaration.Junction gate -> true;
      case Declaration.Threshold gate -> true;
      case Declaration.Alias alias -> isComputed(alias.body());
      case null -> isCallComputed(array);
      default -> false;
    };
  }

  private boolean isCallComputed(String array) {
    for (int dot = array.indexOf('.'); dot >= 0; dot = array.indexOf('.', dot + 1)) {
      if (declared.get(array.substring(0, dot)) instanceof Declaration.Call call) {
        return isOutputComputed(call.circuit(), array.substring(dot + 1));
      }
    }
    // Declared outside the loop: not a state of this round.
    return true;
  }

  private static boolean isOutputComputed(Circuit circuit, String output) {
    if (!(circuit instanceof Circuit.Family family)) {
      return true;
    }
    GateTracing inner =
        new GateTracing(
            family.body(), Set.copyOf(family.inputs().stream().map(Circuit.Port::name).toList()));
    return family.outputs().stream()
        .filter(o -> o.port().name().equals(output))
        .allMatch(o -> o.body() instanceof Form.Of of && inner.isComputed(of.literal()));
  }
}
