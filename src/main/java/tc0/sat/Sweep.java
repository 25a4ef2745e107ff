package tc0.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Rebuilds a graph from the inputs up, merging nodes that are equal (Kuehlmann and Krohm 1997;
 * Mishchenko et al., "FRAIGs", 2005), and records why in a trace.
 *
 * <p>Each node of the obligation's cone is rebuilt over the merged nodes. If the result exists
 * already, or if simulation suggests that it equals an older node and a small search proves it, the
 * two are merged. A search looks only at a window, the newest few gates under both nodes, whose
 * other wires are free; it widens while it finds a difference that need not be real.
 *
 * <p>In the trace, names are those of the original formula. Three kinds of clauses go in, each RUP:
 * that a node equals its merged form; the definition of a rebuilt gate over merged nodes; and what
 * a search needed.
 */
final class Sweep {

  private static final int CONFLICT_LIMIT = 1000;
  private static final int LEAST_CONFLICT_LIMIT = 30;
  private static final int[] WINDOWS = {100, 1000, Integer.MAX_VALUE};
  private static final int MOST_CANDIDATES = 3;

  private final BooleanGraph graph;
  private final MiterFormula formula;
  private final RupTrace trace;
  private final Budget budget;
  private final SearchOptions options;

  private final BooleanGraph merged = new BooleanGraph();
  private final int[] image; // per node of the graph: a merged literal, or -1
  private final IntList origin = new IntList(); // per merged node: the literal it stands for
  private final IntList canon = new IntList(); // per merged node: the literal it was merged into
  private final Map<Long, List<Integer>> classes = new HashMap<>();
  private final Patterns patterns;
  private int mergeCount;
  private int failures; // searches given up since the last success

  Sweep(
      Obligation obligation,
      MiterFormula formula,
      Patterns patterns,
      RupTrace trace,
      Budget budget,
      SearchOptions options) {
    graph = obligation.graph();
    this.formula = formula;
    this.patterns = patterns;
    this.trace = trace;
    this.budget = budget;
    this.options = options;
    image = new int[graph.size()];
    Arrays.fill(image, -1);
    image[0] = BooleanGraph.FALSE;
    origin.add(BooleanGraph.FALSE);
    canon.add(BooleanGraph.FALSE);
    file(0);
  }

  /** Rebuilds the cone; the reason if it had to stop before the end. */
  Optional<Verdict.Reason> run() {
    for (int node = 1; node < graph.size(); node++) {
      if (!formula.has(node)) {
        continue;
      }
      if (graph.kind(node) == BooleanGraph.Kind.INPUT) {
        image[node] = merged.input();
        origin.add(2 * node);
        canon.add(image[node]);
        file(image[node] >> 1);
      } else {
        rebuild(node);
        if ((node & 255) == 0) {
          Optional<Verdict.Reason> reason = budget.exhausted(trace);
          if (reason.isPresent()) {
            return reason;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The graph after merging. */
  BooleanGraph merged() {
    return merged;
  }

  /** The merged literal that a literal of the cone became. */
  int image(int literal) {
    return image[literal >> 1] ^ (literal & 1);
  }

  /** The original literal that a merged node stands for. */
  int origin(int node) {
    return origin.get(node);
  }

  /** The number of nodes merged by search. */
  int mergeCount() {
    return mergeCount;
  }

  private void rebuild(int node) {
    int[] children = new int[graph.arity(node)];
    boolean same = true;
    for (int i = 0; i < children.length; i++) {
      children[i] = image(graph.child(node, i));
      same &= original(children[i]) == graph.child(node, i);
    }
    int before = merged.size();
    int literal = merged.gate(graph.kind(node), children);
    if (merged.size() == before) {
      image[node] = canon.get(literal >> 1) ^ (literal & 1);
      int split = formula.literal(graph.child(node, 0));
      learnEqual(2 * node, original(image[node]), split);
      return;
    }
    int fresh = literal >> 1;
    origin.add(2 * node ^ (literal & 1));
    canon.add(2 * fresh);
    if (!same) {
      learnDefinition(fresh);
    }
    if (options.strategy() == SearchOptions.Strategy.SWEEP) {
      merge(fresh);
    }
    image[node] = canon.get(fresh) ^ (literal & 1);
    if (canon.get(fresh) == 2 * fresh) {
      file(fresh);
    }
  }

  /** Records that two literals are equal; {@code split} is a child of the first to split on. */
  private void learnEqual(int literal, int other, int split) {
    learnImplied(literal, other, split);
    learnImplied(literal ^ 1, other ^ 1, split);
  }

  private void learnImplied(int from, int to, int split) {
    if (to == BooleanGraph.TRUE) {
      return;
    }
    int[] clause = implication(from, to);
    int[] longer = Arrays.copyOf(clause, clause.length + 1);
    longer[clause.length] = split;
    int help = trace.learn(longer);
    trace.learn(clause);
    trace.drop(help);
  }

  /** The clause "not from, or to" without the literal of a constant. */
  private int[] implication(int from, int to) {
    int name = -formula.literal(from);
    return to >> 1 == 0 ? new int[] {name} : new int[] {name, formula.literal(to)};
  }

  private void learnDefinition(int node) {
    int[] children = new int[merged.arity(node)];
    for (int i = 0; i < children.length; i++) {
      children[i] = name(merged.child(node, i));
    }
    GateClauses.emit(merged.kind(node), name(2 * node), children, trace::learn);
  }

  /** The original literal that a merged literal stands for. */
  private int original(int mergedLiteral) {
    return origin.get(mergedLiteral >> 1) ^ (mergedLiteral & 1);
  }

  /** The DIMACS literal of a merged literal, not constant. */
  private int name(int mergedLiteral) {
    return formula.literal(original(mergedLiteral));
  }

  private long signature(int node) {
    return patterns.signature(origin.get(node) >> 1);
  }

  private void file(int node) {
    classes.computeIfAbsent(signature(node), key -> new ArrayList<>(1)).add(node);
  }

  private void refile() {
    classes.clear();
    for (int node = 0; node < canon.size(); node++) {
      if (canon.get(node) == 2 * node) {
        file(node);
      }
    }
  }

  /** Looks for an older node equal to {@code node} and merges it into that. */
  private void merge(int node) {
    int tried = 0;
    int index = 0;
    List<Integer> candidates = candidates(node);
    while (tried < MOST_CANDIDATES && index < candidates.size()) {
      int other = candidates.get(index++);
      if (other == node || !patterns.agree(origin.get(node) >> 1, origin.get(other) >> 1)) {
        continue;
      }
      tried++;
      int target = 2 * other ^ value(node) ^ value(other);
      int known = patterns.blocks().size();
      if (equal(node, target)) {
        canon.set(node, target);
        mergeCount++;
        return;
      }
      if (patterns.blocks().size() > known) {
        refile();
        candidates = candidates(node);
        index = 0;
        tried = 0;
      }
    }
  }

  private List<Integer> candidates(int node) {
    return List.copyOf(classes.getOrDefault(signature(node), List.of()));
  }

  private int value(int node) {
    return patterns.polarity(origin.get(node) >> 1) ^ (origin.get(node) & 1);
  }

  /** Halved for each search in a row that was given up, so that hopeless regions cost little. */
  private int conflictLimit() {
    return Math.max(LEAST_CONFLICT_LIMIT, CONFLICT_LIMIT >> Math.min(16, failures));
  }

  private boolean equal(int node, int target) {
    for (int width : WINDOWS) {
      Window window = new Window(node, target >> 1, width);
      switch (window.compare(node, target)) {
        case UNSATISFIABLE -> {
          failures = 0;
          return true;
        }
        case UNKNOWN -> {
          failures++;
          return false;
        }
        case SATISFIABLE -> {
          if (window.complete) {
            if (patterns.mayGrow()) {
              patterns.addNeighbourhood(window.assignment());
            }
            return false;
          }
        }
      }
    }
    return false;
  }

  /** The newest gates under two nodes, with a solver of their own. */
  private final class Window {
    private final Map<Integer, Integer> variable = new HashMap<>(); // merged node to variable
    private final IntList names = new IntList();
    private final boolean complete;
    private final ClauseSolver solver;

    Window(int first, int second, int width) {
      IntList gates = new IntList();
      PriorityQueue<Integer> queue = new PriorityQueue<>((a, b) -> Integer.compare(b, a));
      names.add(0);
      reach(first, queue);
      reach(second, queue);
      while (!queue.isEmpty() && gates.size() < width) {
        int node = queue.remove();
        gates.add(node);
        for (int i = 0; i < merged.arity(node); i++) {
          reach(merged.child(node, i) >> 1, queue);
        }
      }
      complete = queue.isEmpty();
      solver =
          new ClauseSolver(
              options.configuration(), names.size() - 1, names.toArray(), trace, budget);
      for (int i = 0; i < gates.size(); i++) {
        define(gates.get(i));
      }
    }

    private void reach(int node, PriorityQueue<Integer> queue) {
      if (node == 0 || variable.containsKey(node)) {
        return;
      }
      variable.put(node, names.size());
      names.add(name(2 * node));
      if (merged.kind(node) != BooleanGraph.Kind.INPUT) {
        queue.add(node);
      }
    }

    private void define(int node) {
      int[] children = new int[merged.arity(node)];
      for (int i = 0; i < children.length; i++) {
        children[i] = local(merged.child(node, i));
      }
      GateClauses.emit(merged.kind(node), variable.getOrDefault(node, 0), children, solver::add);
    }

    private int local(int mergedLiteral) {
      int v = variable.getOrDefault(mergedLiteral >> 1, 0);
      return (mergedLiteral & 1) == 1 ? -v : v;
    }

    /** UNSATISFIABLE iff both directions are proved; then exactly their two clauses stay. */
    ClauseSolver.Answer compare(int node, int target) {
      int mark = trace.clauseCount();
      ClauseSolver.Answer answer = differ(2 * node, target ^ 1);
      int forward = trace.clauseCount() - 1;
      if (answer == ClauseSolver.Answer.UNSATISFIABLE) {
        answer = differ(2 * node ^ 1, target);
      }
      if (answer == ClauseSolver.Answer.UNSATISFIABLE) {
        for (int clause = mark; clause < trace.clauseCount() - 1; clause++) {
          if (clause != forward) {
            trace.drop(clause);
          }
        }
      } else {
        trace.forgetSince(mark);
      }
      return answer;
    }

    private ClauseSolver.Answer differ(int a, int b) {
      if (b == BooleanGraph.FALSE) {
        return ClauseSolver.Answer.UNSATISFIABLE;
      }
      return b == BooleanGraph.TRUE
          ? solver.solve(conflictLimit(), local(a))
          : solver.solve(conflictLimit(), local(a), local(b));
    }

    /** The inputs of the graph in the last model; those outside the window are false. */
    boolean[] assignment() {
      boolean[] inputs = new boolean[graph.inputCount()];
      for (int i = 0; i < inputs.length; i++) {
        int literal = image[graph.inputNode(i)];
        int v = literal < 0 ? 0 : variable.getOrDefault(literal >> 1, 0);
        inputs[i] = v != 0 && solver.value(v);
      }
      return inputs;
    }
  }
}
