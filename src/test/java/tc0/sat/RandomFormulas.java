package tc0.sat;

import java.util.Random;

/** Small random formulas and their truth by brute force. */
final class RandomFormulas {

  private RandomFormulas() {}

  static Cnf random(Random random, int variables, int clauses) {
    Cnf cnf = new Cnf();
    cnf.declare(variables);
    for (int i = 0; i < clauses; i++) {
      int[] clause = new int[1 + random.nextInt(4)];
      for (int j = 0; j < clause.length; j++) {
        clause[j] = (1 + random.nextInt(variables)) * (random.nextBoolean() ? 1 : -1);
      }
      cnf.add(clause);
    }
    return cnf;
  }

  static boolean satisfiable(Cnf cnf) {
    for (int assignment = 0; assignment < 1 << cnf.variableCount(); assignment++) {
      boolean all = true;
      for (int c = 0; c < cnf.clauseCount() && all; c++) {
        all = satisfied(cnf.clause(c), assignment);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean satisfied(int[] clause, int assignment) {
    for (int literal : clause) {
      if ((assignment >> (Math.abs(literal) - 1) & 1) == (literal > 0 ? 1 : 0)) {
        return true;
      }
    }
    return false;
  }

  /** Solves with a recording solver; the trace belongs to the formula. */
  static ClauseSolver.Answer solve(Cnf cnf, SolverConfiguration configuration, RupTrace trace) {
    ClauseSolver solver =
        new ClauseSolver(
            configuration, cnf.variableCount(), new int[0], trace, new Budget(Limits.DEFAULT));
    for (int c = 0; c < cnf.clauseCount(); c++) {
      solver.add(cnf.clause(c));
    }
    return solver.solve(Long.MAX_VALUE);
  }

  /** The pigeonhole principle: {@code holes + 1} pigeons do not fit. */
  static Cnf pigeons(int holes) {
    Cnf cnf = new Cnf();
    for (int p = 0; p <= holes; p++) {
      int[] somewhere = new int[holes];
      for (int h = 0; h < holes; h++) {
        somewhere[h] = p * holes + h + 1;
      }
      cnf.add(somewhere);
    }
    for (int h = 0; h < holes; h++) {
      for (int p = 0; p <= holes; p++) {
        for (int q = 0; q < p; q++) {
          cnf.add(-(p * holes + h + 1), -(q * holes + h + 1));
        }
      }
    }
    return cnf;
  }
}
