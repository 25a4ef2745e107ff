package tc0.algebra;

import java.util.List;

/**
 * A program over a group: each instruction reads one variable and contributes one of two elements;
 * the word of these elements is a projection of the assignment.
 *
 * @param group where the product is taken
 * @param target the product if the formula holds; otherwise the product is the identity
 * @param instructions in order
 */
public record GroupProgram(Subgroup group, int target, List<Instruction> instructions) {

  /** Takes a copy of the instructions. */
  public GroupProgram {
    instructions = List.copyOf(instructions);
  }

  /**
   * One letter of the word.
   *
   * @param variable which variable it reads
   * @param ifFalse the element if that is false
   * @param ifTrue the element if that is true
   */
  public record Instruction(int variable, int ifFalse, int ifTrue) {}

  /** The word for an assignment. */
  public List<Integer> word(List<Boolean> assignment) {
    return instructions.stream()
        .map(step -> assignment.get(step.variable()) ? step.ifTrue() : step.ifFalse())
        .toList();
  }

  /** The product of the word for an assignment. */
  public int run(List<Boolean> assignment) {
    return word(assignment).stream().reduce(group.identity(), group.semigroup()::product);
  }
}
