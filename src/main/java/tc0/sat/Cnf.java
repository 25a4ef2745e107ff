package tc0.sat;

/**
 * A formula in conjunctive normal form, in one flat array.
 *
 * <p>Literals are those of DIMACS: variable {@code v ≥ 1} is {@code v}, its negation {@code -v}.
 */
public final class Cnf {

  private final IntList literals = new IntList(1024);
  private final IntList ends = new IntList(256);
  private int variables;

  /** The largest variable used or declared. */
  public int variableCount() {
    return variables;
  }

  /** The number of clauses. */
  public int clauseCount() {
    return ends.size();
  }

  /** A fresh variable. */
  public int newVariable() {
    return ++variables;
  }

  /** Declares the variables up to {@code count}. */
  public void declare(int count) {
    variables = Math.max(variables, count);
  }

  /**
   * Adds a clause; an empty one makes the formula unsatisfiable.
   *
   * @throws IllegalArgumentException if a literal is 0
   */
  public void add(int... clause) {
    for (int literal : clause) {
      if (literal == 0 || literal == Integer.MIN_VALUE) {
        throw new IllegalArgumentException("not a literal: " + literal);
      }
      declare(Math.abs(literal));
      literals.add(literal);
    }
    ends.add(literals.size());
  }

  /** The literals of clause number {@code index}. */
  public int[] clause(int index) {
    return literals.slice(index == 0 ? 0 : ends.get(index - 1), ends.get(index));
  }

  /** The number of literal occurrences. */
  public int literalCount() {
    return literals.size();
  }
}
