package tc0.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Reduces the word problem of a group to a closure problem over the same group, letter by letter,
 * with F = {1} and r = 2|G|.
 *
 * <p>Each letter g becomes a word of |G| letters whose prefix products run through all of G and end
 * at g. If g<sub>1</sub> … g<sub>n</sub> = 1, the prefix products of the image come back to 1
 * within the image of every letter, at most 2|G| apart, and at its end. If the image is in the
 * closure, its product, which is g<sub>1</sub> … g<sub>n</sub>, is a product of ones. All images
 * have the same length, so the reduction is a uniform projection.
 *
 * <p>The problem is as hard as the word problem: complete for NC1 if the group is not solvable
 * (Barrington 1989). For a solvable group the reduction says nothing of that kind.
 */
public final class ClosureReduction {

  private final ClosureProblem problem;

  /** The image of each element. */
  private final List<List<Integer>> images;

  /**
   * Prepares the reduction.
   *
   * @param group a group
   * @throws IllegalArgumentException if the semigroup is not a group
   */
  public ClosureReduction(Semigroup group) {
    Subgroup whole = Subgroup.whole(group);
    NavigableSet<Integer> one = new TreeSet<>(List.of(whole.identity()));
    this.problem = new ClosureProblem(group, one, 2 * group.size());
    this.images = group.elements().stream().map(end -> tour(whole, end)).toList();
  }

  /** Letters whose prefix products visit every element once, the given one last. */
  private static List<Integer> tour(Subgroup group, int end) {
    List<Integer> stops = new ArrayList<>(group.members());
    stops.remove(Integer.valueOf(end));
    stops.add(end);
    List<Integer> letters = new ArrayList<>();
    int here = group.identity();
    for (int stop : stops) {
      letters.add(group.semigroup().product(group.inverse(here), stop));
      here = stop;
    }
    return List.copyOf(letters);
  }

  /** The problem that the word problem is reduced to. */
  public ClosureProblem problem() {
    return problem;
  }

  /** The word of a letter: as many letters as the group has elements. */
  public List<Integer> image(int letter) {
    return images.get(letter);
  }

  /** The word of a word: in the closure if and only if the product of the word is 1. */
  public List<Integer> image(List<Integer> word) {
    return word.stream().flatMap(letter -> images.get(letter).stream()).toList();
  }
}
