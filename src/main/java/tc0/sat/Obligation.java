package tc0.sat;

import java.util.List;

/**
 * A statement to prove: for all inputs of a graph, if {@code requires} holds then every goal holds.
 *
 * <p>The equality of a circuit with its reference is one goal for each output bit, low first; the
 * order matters for the time it takes.
 *
 * @param graph both sides, translated into one graph
 * @param requires a literal
 * @param goals literals
 */
public record Obligation(BooleanGraph graph, int requires, List<Integer> goals) {

  /** Copies the goals. */
  public Obligation {
    goals = List.copyOf(goals);
  }

  /** An obligation without a premise. */
  public static Obligation of(BooleanGraph graph, List<Integer> goals) {
    return new Obligation(graph, BooleanGraph.TRUE, goals);
  }

  /** True iff an assignment to the inputs satisfies the premise and violates a goal. */
  boolean violatedBy(boolean[] inputs) {
    long[] values = GraphSimulation.evaluate(graph, GraphSimulation.spread(inputs));
    boolean broken = false;
    for (int goal : goals) {
      broken |= !GraphSimulation.holds(values, goal);
    }
    return broken && GraphSimulation.holds(values, requires);
  }
}
