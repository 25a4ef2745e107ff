package tc0.syntax.ast;

/** Infix operators on two operands. */
public enum BinaryOperator {
  /** Sum. */
  ADD("+"),
  /** Difference. */
  SUBTRACT("-"),
  /** Product. */
  MULTIPLY("*"),
  /** Quotient of reals (specifications) or of a number type. */
  DIVIDE("/"),
  /** Floor of the quotient of integers. */
  DIV("div"),
  /** Remainder of integers. */
  MOD("mod"),
  /** Power; an index allows only the base 2. */
  POWER("^"),
  /** Conjunction. */
  AND("and"),
  /** Disjunction. */
  OR("or");

  private final String text;

  BinaryOperator(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
