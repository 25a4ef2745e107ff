package tc0.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * The closure problem (A<sub>F,r</sub>)<sup>*</sup> of Allender, Arvind and Mahajan (ECCC
 * TR99-008): is a word over A a concatenation of words of length at most r whose products are in F?
 *
 * @param semigroup A, whose elements are the letters
 * @param targets F
 * @param length r, at least 1
 */
public record ClosureProblem(Semigroup semigroup, NavigableSet<Integer> targets, int length) {

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ClosureProblem {
    if (length < 1) {
      throw new IllegalArgumentException("the pieces have a length of at least 1");
    }
  }

  /** Whether a word is in the closure, by dynamic programming over its prefixes. */
  public boolean contains(List<Integer> word) {
    List<Boolean> splits = new ArrayList<>(List.of(true));
    for (int end = 1; end <= word.size(); end++) {
      int product = word.get(end - 1);
      boolean found = splits.get(end - 1) && targets.contains(product);
      for (int start = end - 2; !found && start >= Math.max(0, end - length); start--) {
        product = semigroup.product(word.get(start), product);
        found = splits.get(start) && targets.contains(product);
      }
      splits.add(found);
    }
    return splits.getLast();
  }
}
