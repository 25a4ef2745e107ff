package tc0.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves or refutes obligations.
 *
 * <p>First by simulation, which finds most counterexamples; then, if asked for, by sweeping; then
 * goal after goal. Every proof is one trace from the formula of the obligation to the empty clause,
 * and is replayed before it counts. Every counterexample is evaluated before it counts, and then
 * shrunk.
 */
public final class Miter {

  private final Obligation obligation;
  private final SearchOptions options;
  private final Budget budget;
  private final RupTrace trace = new RupTrace();
  private final MiterFormula formula;
  private final BooleanGraph graph;

  private Miter(Obligation obligation, SearchOptions options) {
    this.obligation = obligation;
    this.options = options;
    budget = new Budget(options.limits());
    graph = obligation.graph();
    formula = new MiterFormula(obligation);
  }

  /** Decides {@code obligation}, or gives up within the limits. */
  public static Verdict prove(Obligation obligation, SearchOptions options) {
    return new Miter(obligation, options).run();
  }

  private Verdict run() {
    Patterns patterns = new Patterns(graph, options.seed());
    Optional<boolean[]> found = violation(patterns);
    if (found.isPresent()) {
      return new Verdict.Refuted(shrink(found.get()));
    }
    Sweep sweep = new Sweep(obligation, formula, patterns, trace, budget, options);
    Optional<Verdict.Reason> stopped = sweep.run();
    return stopped.isPresent() ? new Verdict.Unknown(stopped.get()) : search(sweep);
  }

  /** Goal after goal, in one solver that has all the clauses. */
  private Verdict search(Sweep sweep) {
    BooleanGraph merged = sweep.merged();
    int requires = sweep.image(obligation.requires());
    List<Integer> open = new ArrayList<>();
    for (int goal : obligation.goals()) {
      if (sweep.image(goal) != BooleanGraph.TRUE && !open.contains(sweep.image(goal))) {
        open.add(sweep.image(goal));
      }
    }
    int[] roots = new int[open.size() + 1];
    for (int i = 0; i < open.size(); i++) {
      roots[i] = open.get(i);
    }
    roots[open.size()] = requires;
    boolean[] cone = merged.cone(roots);
    int[] variable = new int[merged.size()];
    IntList names = new IntList();
    names.add(0);
    for (int node = 1; node < cone.length; node++) {
      if (cone[node]) {
        variable[node] = names.size();
        names.add(formula.literal(sweep.origin(node)));
      }
    }
    ClauseSolver solver =
        new ClauseSolver(options.configuration(), names.size() - 1, names.toArray(), trace, budget);
    for (int node = 1; node < cone.length; node++) {
      if (cone[node] && merged.kind(node) != BooleanGraph.Kind.INPUT) {
        int[] children = new int[merged.arity(node)];
        for (int i = 0; i < children.length; i++) {
          children[i] = literal(variable, merged.child(node, i));
        }
        GateClauses.emit(merged.kind(node), variable[node], children, solver::add);
      }
    }
    if (requires == BooleanGraph.FALSE) {
      return replay(sweep);
    }
    if (requires != BooleanGraph.TRUE) {
      solver.add(literal(variable, requires));
    }
    for (int goal : open) {
      ClauseSolver.Answer answer =
          goal == BooleanGraph.FALSE
              ? solver.solve(Long.MAX_VALUE)
              : solver.solve(Long.MAX_VALUE, -literal(variable, goal));
      switch (answer) {
        case UNSATISFIABLE -> {}
        case UNKNOWN -> {
          return new Verdict.Unknown(solver.stopped().orElse(Verdict.Reason.CONFLICTS));
        }
        case SATISFIABLE -> {
          return refuted(sweep, solver, variable);
        }
      }
    }
    return replay(sweep);
  }

  private Verdict replay(Sweep sweep) {
    trace.learn();
    return switch (RupChecker.check(formula.cnf(), trace)) {
      case RupChecker.Accepted accepted ->
          new Verdict.Proved(
              accepted.proof(),
              new Verdict.Stats(
                  formula.cnf().variableCount(),
                  formula.cnf().clauseCount(),
                  trace.clauseCount(),
                  accepted.proof().needed(),
                  sweep.mergeCount(),
                  budget.conflicts()));
      case RupChecker.Refused refused -> new Verdict.Unknown(Verdict.Reason.PROOF_REFUSED);
    };
  }

  private Verdict refuted(Sweep sweep, ClauseSolver solver, int[] variable) {
    boolean[] inputs = new boolean[graph.inputCount()];
    for (int i = 0; i < inputs.length; i++) {
      if (formula.has(graph.inputNode(i))) {
        int v = variable[sweep.image(2 * graph.inputNode(i)) >> 1];
        inputs[i] = v != 0 && solver.value(v);
      }
    }
    return obligation.violatedBy(inputs)
        ? new Verdict.Refuted(shrink(inputs))
        : new Verdict.Unknown(Verdict.Reason.MODEL_REFUSED);
  }

  /** An assignment among the patterns that violates the obligation. */
  private Optional<boolean[]> violation(Patterns patterns) {
    for (long[] words : patterns.blocks()) {
      long good = -1;
      for (int goal : obligation.goals()) {
        good &= GraphSimulation.word(words, goal);
      }
      long bad = GraphSimulation.word(words, obligation.requires()) & ~good;
      if (bad != 0) {
        boolean[] inputs = new boolean[graph.inputCount()];
        for (int i = 0; i < inputs.length; i++) {
          inputs[i] = (words[graph.inputNode(i)] >>> Long.numberOfTrailingZeros(bad) & 1) == 1;
        }
        return Optional.of(inputs);
      }
    }
    return Optional.empty();
  }

  /** Clears inputs, high ones first, as long as the obligation stays violated. */
  private List<Boolean> shrink(boolean[] inputs) {
    boolean[] best = inputs.clone();
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int i = best.length - 1; i >= 0; i--) {
        if (best[i]) {
          best[i] = false;
          if (obligation.violatedBy(best)) {
            smaller = true;
          } else {
            best[i] = true;
          }
        }
      }
    }
    List<Boolean> result = new ArrayList<>();
    for (boolean input : best) {
      result.add(input);
    }
    return result;
  }

  private static int literal(int[] variable, int mergedLiteral) {
    int v = variable[mergedLiteral >> 1];
    return (mergedLiteral & 1) == 1 ? -v : v;
  }
}
