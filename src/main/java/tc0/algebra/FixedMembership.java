package tc0.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fixed membership problem of a morphism h to a finite semigroup and a set P of linked pairs
 * (s, e), where s e = s and e e = e: is u v<sup>ω</sup> a word of h<sup>-1</sup>(s)
 * h<sup>-1</sup>(e)<sup>ω</sup> for a pair of P (Fleischer, Kufleitner)?
 *
 * @param morphism h, on nonempty words
 * @param pairs P
 */
public record FixedMembership(Morphism morphism, Set<LinkedPair> pairs) {

  /**
   * Checks that the pairs are linked.
   *
   * @throws IllegalArgumentException if one is not
   */
  public FixedMembership {
    pairs = Set.copyOf(pairs);
    for (LinkedPair pair : pairs) {
      if (morphism.target().product(pair.s(), pair.e()) != pair.s()
          || morphism.target().product(pair.e(), pair.e()) != pair.e()) {
        throw new IllegalArgumentException(pair + " is not linked");
      }
    }
  }

  /** Two elements with s e = s and e e = e. */
  public record LinkedPair(int s, int e) {}

  /**
   * The problem of a group with P = {(1, 1)}: with v the letter 1, u v<sup>ω</sup> is in the
   * language if and only if the product of u is 1. So it is as hard as the word problem.
   *
   * @throws IllegalArgumentException if the semigroup is not a group
   */
  public static FixedMembership ofGroup(Semigroup group) {
    int one = Subgroup.whole(group).identity();
    return new FixedMembership(Morphism.wordProblem(group), Set.of(new LinkedPair(one, one)));
  }

  /**
   * Whether u v<sup>ω</sup> is in the language. Infinitely many cuts of a factorisation lie at one
   * place of v, and pieces between them are products of e, so only such cuts need to be tried.
   *
   * @param u letters as places in the alphabet, perhaps none
   * @param v letters, at least one
   * @throws IllegalArgumentException if v is empty
   */
  public boolean contains(List<Integer> u, List<Integer> v) {
    if (v.isEmpty()) {
      throw new IllegalArgumentException("the period has at least one letter");
    }
    Semigroup target = morphism.target();
    List<Integer> prefix = new ArrayList<>(u);
    for (int cut = 0; cut < v.size() * (target.size() + 1); cut++) {
      prefix.add(v.get(cut % v.size()));
      int place = (cut + 1) % v.size();
      List<Integer> rotated = new ArrayList<>(v.subList(place, v.size()));
      rotated.addAll(v.subList(0, place));
      int s = morphism.apply(prefix).orElseThrow();
      int e = target.idempotentPower(morphism.apply(rotated).orElseThrow());
      if (pairs.contains(new LinkedPair(s, e))) {
        return true;
      }
    }
    return false;
  }
}
