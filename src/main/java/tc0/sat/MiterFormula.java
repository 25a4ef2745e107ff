package tc0.sat;

import java.util.Arrays;

/**
 * The negation of an obligation as a formula: the gates of its cone, the premise, and one clause
 * that says that some goal fails. It has a model iff the obligation has a counterexample.
 */
final class MiterFormula {

  private final Cnf cnf = new Cnf();
  private final int[] variable; // per node; 0 outside the cone

  MiterFormula(Obligation obligation) {
    BooleanGraph graph = obligation.graph();
    int[] roots = Arrays.copyOf(goals(obligation), obligation.goals().size() + 1);
    roots[roots.length - 1] = obligation.requires();
    boolean[] cone = graph.cone(roots);
    variable = new int[graph.size()];
    for (int node = 1; node < cone.length; node++) {
      if (cone[node]) {
        variable[node] = cnf.newVariable();
        if (graph.kind(node) != BooleanGraph.Kind.INPUT) {
          int[] children = new int[graph.arity(node)];
          for (int i = 0; i < children.length; i++) {
            children[i] = literal(graph.child(node, i));
          }
          GateClauses.emit(graph.kind(node), variable[node], children, cnf::add);
        }
      }
    }
    if (obligation.requires() == BooleanGraph.FALSE) {
      cnf.add();
    } else if (obligation.requires() != BooleanGraph.TRUE) {
      cnf.add(literal(obligation.requires()));
    }
    if (!obligation.goals().contains(BooleanGraph.FALSE)) {
      cnf.add(
          obligation.goals().stream()
              .filter(goal -> goal != BooleanGraph.TRUE)
              .mapToInt(goal -> -literal(goal))
              .toArray());
    }
  }

  Cnf cnf() {
    return cnf;
  }

  /** True iff a node has a variable. */
  boolean has(int node) {
    return variable[node] != 0;
  }

  /** The DIMACS literal of a graph literal in the cone that is not constant. */
  int literal(int graphLiteral) {
    int v = variable[graphLiteral >> 1];
    return (graphLiteral & 1) == 1 ? -v : v;
  }

  private static int[] goals(Obligation obligation) {
    return obligation.goals().stream().mapToInt(Integer::intValue).toArray();
  }
}
