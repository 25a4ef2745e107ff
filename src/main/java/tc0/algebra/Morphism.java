package tc0.algebra;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A morphism from words over an alphabet to a finite semigroup.
 *
 * @param target the semigroup
 * @param alphabet the names of the letters
 * @param images the element of each letter
 */
public record Morphism(Semigroup target, List<String> alphabet, List<Integer> images) {

  /**
   * Checks that every letter has an image.
   *
   * @throws IllegalArgumentException if the images are not one element for each letter
   */
  public Morphism {
    alphabet = List.copyOf(alphabet);
    images = List.copyOf(images);
    if (alphabet.size() != images.size()) {
      throw new IllegalArgumentException("there are as many images as letters");
    }
    for (int image : images) {
      if (image < 0 || image >= target.size()) {
        throw new IllegalArgumentException(image + " is no element of the " + target);
      }
    }
  }

  /** The morphism of the word problem: every element is a letter that stands for itself. */
  public static Morphism wordProblem(Semigroup semigroup) {
    List<Integer> elements = List.copyOf(semigroup.elements());
    return new Morphism(semigroup, elements.stream().map(String::valueOf).toList(), elements);
  }

  /**
   * The image of a word.
   *
   * @param word letters as places in the alphabet
   * @return its image; nothing for the empty word if the target has no identity
   */
  public Optional<Integer> apply(List<Integer> word) {
    return target.product(word.stream().map(images::get).toList());
  }

  /**
   * The stable semigroup (Barrington, Compton, Straubing, Thérien 1992): the images of all words
   * whose length is the stability index s, the least s ≥ 1 for which words of length s and of
   * length 2s have the same images.
   *
   * @throws IllegalArgumentException if the alphabet is empty
   */
  public Stable stable() {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("an alphabet has at least one letter");
    }
    SortedSet<Integer> letters = new TreeSet<>(images);
    NavigableSet<Integer> layer = new TreeSet<>(letters);
    for (int length = 1; ; length++) {
      if (target.products(layer, layer).equals(layer)) {
        return new Stable(length, layer);
      }
      layer = target.products(layer, letters);
    }
  }

  /**
   * A stable semigroup.
   *
   * @param index the length of the words
   * @param members their images
   */
  public record Stable(int index, NavigableSet<Integer> members) {}
}
