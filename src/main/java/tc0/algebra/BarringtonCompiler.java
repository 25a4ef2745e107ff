package tc0.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Barrington's theorem (1989): a formula of depth t becomes a program of at most 4<sup>t</sup>
 * instructions over a group that is not solvable.
 *
 * <p>The targets are the largest set of elements other than 1 that contains every inverse and in
 * which each element is a commutator a b a<sup>-1</sup> b<sup>-1</sup> of two others. A conjunction
 * with that target runs the left program for a, the right one for b, the left one for a
 * <sup>-1</sup> and the right one for b<sup>-1</sup>: unless both hold, all cancels. A negation
 * runs the program for the inverse and multiplies its last instruction by the target. A solvable
 * group has no such set.
 */
public final class BarringtonCompiler {

  private record Pair(int a, int b) {}

  private final Subgroup group;

  /** For each target two targets whose commutator it is. */
  private final Map<Integer, Pair> pairs;

  /**
   * Prepares a group.
   *
   * @param group a group that is not solvable, S5 or A5 for example
   * @throws IllegalArgumentException if it is solvable, or no set of targets exists
   */
  public BarringtonCompiler(Subgroup group) {
    this.group = group.perfectCore();
    this.pairs = pairs(this.group);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "the group of order " + group.order() + " has no set of commutators to compute with");
    }
  }

  private static Map<Integer, Pair> pairs(Subgroup group) {
    NavigableSet<Integer> targets = new TreeSet<>(group.members());
    targets.remove(group.identity());
    while (true) {
      Map<Integer, Pair> found = new HashMap<>();
      for (int a : targets) {
        for (int b : targets) {
          found.putIfAbsent(group.commutator(a, b), new Pair(a, b));
        }
      }
      NavigableSet<Integer> kept = new TreeSet<>();
      for (int x : targets) {
        if (found.containsKey(x) && targets.contains(group.inverse(x))) {
          kept.add(x);
        }
      }
      if (kept.equals(targets)) {
        found.keySet().retainAll(kept);
        return found;
      }
      targets = kept;
    }
  }

  /**
   * Compiles a formula.
   *
   * @param formula of depth t
   * @return a program of at most 4<sup>t</sup> instructions whose product is its target if the
   *     formula holds and the identity if not
   */
  public GroupProgram compile(Formula formula) {
    int target = pairs.keySet().stream().min(Integer::compare).orElseThrow();
    return new GroupProgram(group, target, instructions(formula, target));
  }

  private List<GroupProgram.Instruction> instructions(Formula formula, int target) {
    return switch (formula) {
      case Formula.Variable variable ->
          List.of(new GroupProgram.Instruction(variable.index(), group.identity(), target));
      case Formula.Not not -> negated(instructions(not.operand(), group.inverse(target)), target);
      case Formula.And and -> conjunction(and.left(), and.right(), target);
      case Formula.Or or ->
          negated(
              conjunction(
                  new Formula.Not(or.left()), new Formula.Not(or.right()), group.inverse(target)),
              target);
    };
  }

  private List<GroupProgram.Instruction> conjunction(Formula left, Formula right, int target) {
    Pair pair = pairs.get(target);
    List<GroupProgram.Instruction> result = new ArrayList<>(instructions(left, pair.a()));
    result.addAll(instructions(right, pair.b()));
    result.addAll(instructions(left, group.inverse(pair.a())));
    result.addAll(instructions(right, group.inverse(pair.b())));
    return result;
  }

  private List<GroupProgram.Instruction> negated(
      List<GroupProgram.Instruction> program, int factor) {
    List<GroupProgram.Instruction> result = new ArrayList<>(program);
    GroupProgram.Instruction last = result.removeLast();
    result.add(
        new GroupProgram.Instruction(
            last.variable(),
            group.semigroup().product(last.ifFalse(), factor),
            group.semigroup().product(last.ifTrue(), factor)));
    return result;
  }
}
