package tc0.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which circuits a circuit uses. Circuits hold what they call, so the graph is acyclic by
 * construction.
 */
public final class CallGraph {
  private CallGraph() {}

  /**
   * The circuit and all it calls, directly or not, by name; every circuit after those that it
   * calls.
   */
  public static Map<String, Circuit> reachable(Circuit circuit) {
    Map<Circuit, Boolean> seen = new IdentityHashMap<>();
    Map<String, Circuit> found = new LinkedHashMap<>();
    visit(circuit, seen, found);
    return Collections.unmodifiableMap(found);
  }

  private static void visit(
      Circuit circuit, Map<Circuit, Boolean> seen, Map<String, Circuit> found) {
    if (seen.putIfAbsent(circuit, true) == null) {
      if (circuit instanceof Circuit.Family family) {
        visit(family.body(), seen, found);
      }
      found.put(circuit.name(), circuit);
    }
  }

  private static void visit(
      List<Declaration> body, Map<Circuit, Boolean> seen, Map<String, Circuit> found) {
    for (Declaration declaration : body) {
      if (declaration instanceof Declaration.Call call) {
        visit(call.circuit(), seen, found);
      } else if (declaration instanceof Declaration.Iterate iterate) {
        visit(iterate.body(), seen, found);
      }
    }
  }
}
