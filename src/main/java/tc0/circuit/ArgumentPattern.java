package tc0.circuit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which bits among the arguments of a call are constant, equal, or complements of each other:
 * literals over variables in the order of their first occurrence.
 */
final class ArgumentPattern {

  private final int[] literals;
  private final int variables;

  private ArgumentPattern(int[] literals, int variables) {
    this.literals = literals;
    this.variables = variables;
  }

  /** The number of different variables, which are nodes from 1 on. */
  int variables() {
    return variables;
  }

  /** The literals of some consecutive arguments. */
  int[] literals(int from, int count) {
    return Arrays.copyOfRange(literals, from, from + count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ArgumentPattern pattern && Arrays.equals(literals, pattern.literals);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(literals);
  }

  /** Takes the arguments one by one. */
  static final class Builder {
    private int[] literals = new int[16];
    private int count;
    private int[] variables = new int[16];
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** The next argument. */
    void add(int literal) {
      if (count == literals.length) {
        literals = Arrays.copyOf(literals, 2 * count);
      }
      literals[count++] = literal <= GateFolder.TRUE ? literal : variable(literal);
    }

    private int variable(int literal) {
      Integer known = numbers.get(literal >> 1);
      if (known == null) {
        known = numbers.size();
        numbers.put(literal >> 1, known);
        if (known == variables.length) {
          variables = Arrays.copyOf(variables, 2 * known);
        }
        variables[known] = literal;
      }
      return 2 * (1 + known) + (variables[known] ^ literal);
    }

    /** The literal that stands for each variable. */
    int[] variables() {
      return Arrays.copyOf(variables, numbers.size());
    }

    ArgumentPattern finish() {
      return new ArgumentPattern(Arrays.copyOf(literals, count), numbers.size());
    }
  }
}
