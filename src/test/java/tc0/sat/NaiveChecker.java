package tc0.sat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a trace forward, every step, by propagation without any data structure. */
final class NaiveChecker {

  private NaiveChecker() {}

  static boolean accepts(Cnf cnf, RupTrace trace) {
    List<int[]> clauses = new ArrayList<>();
    for (int c = 0; c < cnf.clauseCount(); c++) {
      clauses.add(cnf.clause(c));
    }
    List<int[]> learned = new ArrayList<>();
    for (int c = 0; c < trace.clauseCount(); c++) {
      learned.add(trace.clause(c));
    }
    for (int step = 0; step < trace.stepCount(); step++) {
      int[] clause = learned.get(trace.clauseOf(step));
      if (!trace.learns(step)) {
        clauses.removeIf(other -> other == clause);
      } else {
        if (!follows(clauses, clause)) {
          return false;
        }
        if (clause.length == 0) {
          return true;
        }
        clauses.add(clause);
      }
    }
    return false;
  }

  private static boolean follows(List<int[]> clauses, int[] lemma) {
    Set<Integer> truths = new HashSet<>();
    for (int literal : lemma) {
      if (truths.contains(literal)) {
        return true;
      }
      truths.add(-literal);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] clause : clauses) {
        Set<Integer> open = new HashSet<>();
        boolean satisfied = false;
        for (int literal : clause) {
          satisfied |= truths.contains(literal);
          if (!truths.contains(-literal)) {
            open.add(literal);
          }
        }
        if (!satisfied && open.isEmpty()) {
          return true;
        }
        if (!satisfied && open.size() == 1) {
          changed |= truths.addAll(open);
        }
      }
    }
    return false;
  }
}
