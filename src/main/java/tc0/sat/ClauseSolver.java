package tc0.sat;

import java.util.Optional;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.core.DataStructureFactory;
import org.sat4j.minisat.core.ICDCL;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.IConstr;
import org.sat4j.specs.ISolverService;
import org.sat4j.specs.Lbool;
import org.sat4j.specs.SearchListenerAdapter;
import org.sat4j.specs.TimeoutException;

/**
 * An incremental SAT4J solver that records every clause it learns.
 *
 * <p>Variables are its own, 1 to n; a map gives the names under which they go into the trace. Three
 * things that SAT4J leaves out of its own traces are added: the empty clause when clauses
 * contradict each other while they are being added, the negated assumptions when there is no model
 * under them, and the empty clause when there is none at all. Conflicts are counted here, because
 * SAT4J's own limit is never taken back between calls.
 */
final class ClauseSolver {

  /** The answer of one search. */
  enum Answer {
    SATISFIABLE,
    UNSATISFIABLE,
    UNKNOWN
  }

  private static final int CHECK_EVERY_CONFLICTS = 32;
  private static final int CHECK_EVERY_DECISIONS = 4096;

  private final ICDCL<DataStructureFactory> solver;
  private final int variables;
  private final int[] names; // names[v] is the variable v in the trace; identity if empty
  private final RupTrace trace;
  private final Budget budget;
  private boolean contradiction;
  private long conflictsLeft;
  private Optional<Verdict.Reason> stopped = Optional.empty();
  private boolean expired;
  private boolean[] model = new boolean[0];

  /**
   * A solver without clauses.
   *
   * @param variables the number of variables
   * @param names their names in the trace, from index 1; empty if they are the same
   */
  ClauseSolver(
      SolverConfiguration configuration,
      int variables,
      int[] names,
      RupTrace trace,
      Budget budget) {
    this.variables = variables;
    this.names = names;
    this.trace = trace;
    this.budget = budget;
    solver = configuration.create();
    solver.newVar(variables);
    solver.setTimeoutOnConflicts(Integer.MAX_VALUE); // no timer thread
    solver.setSearchListener(new Recorder());
  }

  /** Adds a clause. */
  void add(int... clause) {
    if (contradiction) {
      return;
    }
    try {
      solver.addClause(new VecInt(clause.clone()));
    } catch (ContradictionException e) {
      contradiction = true;
      trace.learn();
    }
  }

  /** Searches for a model under assumptions, with at most {@code conflictLimit} conflicts. */
  Answer solve(long conflictLimit, int... assumptions) {
    if (contradiction) {
      return Answer.UNSATISFIABLE;
    }
    stopped = budget.exhausted(trace);
    if (stopped.isPresent()) {
      return Answer.UNKNOWN;
    }
    conflictsLeft = Math.min(conflictLimit, budget.conflictsLeft());
    expired = false;
    try {
      if (solver.isSatisfiable(new VecInt(assumptions.clone()), true)) {
        readModel();
        return Answer.SATISFIABLE;
      }
      learnNegated(assumptions);
      contradiction = assumptions.length == 0;
      return Answer.UNSATISFIABLE;
    } catch (TimeoutException e) {
      return Answer.UNKNOWN;
    }
  }

  /** Why the last search gave up, if it was for want of anything but its own conflict limit. */
  Optional<Verdict.Reason> stopped() {
    return stopped;
  }

  /** The value of a variable in the last model. */
  boolean value(int variable) {
    return model[variable];
  }

  private void readModel() {
    model = new boolean[variables + 1];
    for (int literal : solver.model()) {
      if (literal > 0 && literal <= variables) {
        model[literal] = true;
      }
    }
  }

  private void learnNegated(int[] assumptions) {
    int[] clause = new int[assumptions.length];
    for (int i = 0; i < clause.length; i++) {
      clause[i] = -named(assumptions[i]);
    }
    trace.learn(clause);
  }

  private int named(int literal) {
    if (names.length == 0) {
      return literal;
    }
    return literal > 0 ? names[literal] : -names[-literal];
  }

  /** Hears what the search does. It may only end the search where SAT4J keeps no open state. */
  private final class Recorder extends SearchListenerAdapter<ISolverService> {
    private static final long serialVersionUID = 1L;

    private int decisions;
    private int conflicts;

    @Override
    public void learn(IConstr constraint) {
      int[] clause = new int[constraint.size()];
      for (int i = 0; i < clause.length; i++) {
        clause[i] = named(LiteralsUtils.toDimacs(constraint.get(i)));
      }
      trace.learn(clause);
    }

    @Override
    public void learnUnit(int literal) {
      trace.learn(named(literal));
    }

    @Override
    public void backjump(int level) {
      budget.charge(1);
      conflictsLeft--;
      if (++conflicts % CHECK_EVERY_CONFLICTS == 0) {
        stopped = budget.exhausted(trace);
      }
      if (conflictsLeft <= 0 || stopped.isPresent()) {
        expire();
      }
    }

    @Override
    public void assuming(int literal) {
      if (++decisions % CHECK_EVERY_DECISIONS == 0) {
        stopped = budget.exhausted(trace);
        if (stopped.isPresent()) {
          expire();
        }
      }
    }

    @Override
    public void end(Lbool result) {
      decisions = 0;
    }

    private void expire() {
      if (!expired) {
        expired = true;
        solver.expireTimeout();
      }
    }
  }
}
