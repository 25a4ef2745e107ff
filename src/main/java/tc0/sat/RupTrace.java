package tc0.sat;

/**
 * The record of a refutation: clauses learned, in order, and clauses dropped again.
 *
 * <p>A trace proves a formula unsatisfiable if it learns the empty clause, and every clause learned
 * follows by unit propagation (is RUP) from the formula and the clauses learned and not dropped
 * before it. See Goldberg and Novikov, "Verification of proofs of unsatisfiability for CNF
 * formulas", 2003. Only learned clauses are ever dropped, never clauses of the formula.
 */
public final class RupTrace {

  private final IntList literals = new IntList(1024);
  private final IntList ends = new IntList(256); // per clause: past its last literal
  private final IntList steps = new IntList(256); // id of a learned clause, or ~id of a dropped one

  /** The number of steps. */
  public int stepCount() {
    return steps.size();
  }

  /** The number of clauses learned. */
  public int clauseCount() {
    return ends.size();
  }

  /** The number of literals in all clauses learned. */
  public int literalCount() {
    return literals.size();
  }

  /** True iff step number {@code step} learns its clause, false iff it drops it. */
  public boolean learns(int step) {
    return steps.get(step) >= 0;
  }

  /** The clause that step number {@code step} learns or drops. */
  public int clauseOf(int step) {
    int value = steps.get(step);
    return value >= 0 ? value : ~value;
  }

  /** The literals of clause number {@code clause}, counted in the order of learning. */
  public int[] clause(int clause) {
    return literals.slice(clause == 0 ? 0 : ends.get(clause - 1), ends.get(clause));
  }

  /** Records a learned clause and returns its number. */
  public int learn(int... clause) {
    for (int literal : clause) {
      literals.add(literal);
    }
    ends.add(literals.size());
    steps.add(ends.size() - 1);
    return ends.size() - 1;
  }

  /**
   * Records that a learned clause is not needed from here on.
   *
   * @throws IllegalArgumentException if there is no such clause
   */
  public void drop(int clause) {
    if (clause < 0 || clause >= ends.size()) {
      throw new IllegalArgumentException("no learned clause " + clause);
    }
    steps.add(~clause);
  }

  /** Forgets the clauses learned since there were {@code clauseCount}; nothing dropped since. */
  void forgetSince(int clauseCount) {
    int removed = ends.size() - clauseCount;
    for (int i = 1; i <= removed; i++) {
      if (steps.get(steps.size() - i) < 0) {
        throw new IllegalStateException("a clause was dropped since the mark");
      }
    }
    steps.truncate(steps.size() - removed);
    ends.truncate(clauseCount);
    literals.truncate(clauseCount == 0 ? 0 : ends.get(clauseCount - 1));
  }
}
