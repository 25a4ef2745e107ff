package tc0.syntax.ast;

/** Operators on a collection of operands. */
public enum FoldOperator {
  /** True if all operands are. */
  AND("and"),
  /** True if some operand is. */
  OR("or"),
  /** True if at least half of the operands are. */
  MAJ("maj"),
  /** Sum. */
  SUM("sum"),
  /** Product; specifications and advice only. */
  PRODUCT("product");

  private final String text;

  FoldOperator(String text) {
    this.text = text;
  }

  /** How it is written in source. */
  public String text() {
    return text;
  }
}
