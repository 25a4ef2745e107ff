package tc0.algebra;

import java.util.List;

/** A Boolean formula over the variables 0, 1, …. */
public sealed interface Formula {

  /** A variable. */
  record Variable(int index) implements Formula {}

  /** Negation; costs no depth. */
  record Not(Formula operand) implements Formula {}

  /** Conjunction. */
  record And(Formula left, Formula right) implements Formula {}

  /** Disjunction. */
  record Or(Formula left, Formula right) implements Formula {}

  /** The largest number of conjunctions and disjunctions on a path. */
  default int depth() {
    return switch (this) {
      case Variable variable -> 0;
      case Not not -> not.operand().depth();
      case And and -> 1 + Math.max(and.left().depth(), and.right().depth());
      case Or or -> 1 + Math.max(or.left().depth(), or.right().depth());
    };
  }

  /** The value for an assignment, which gives every variable that occurs. */
  default boolean evaluate(List<Boolean> assignment) {
    return switch (this) {
      case Variable variable -> assignment.get(variable.index());
      case Not not -> !not.operand().evaluate(assignment);
      case And and -> and.left().evaluate(assignment) && and.right().evaluate(assignment);
      case Or or -> or.left().evaluate(assignment) || or.right().evaluate(assignment);
    };
  }
}
