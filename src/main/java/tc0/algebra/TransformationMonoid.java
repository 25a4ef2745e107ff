package tc0.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The monoid that transformations generate, element 0 being the identity.
 *
 * @param monoid its product
 * @param elements the transformation of every element, in the order in which a breadth-first search
 *     finds them
 * @param generators the elements of the given transformations, in the given order
 */
public record TransformationMonoid(
    Semigroup monoid, List<Transformation> elements, List<Integer> generators) {

  /** Enough for every example of the literature; the table then has 16 million entries. */
  public static final int LIMIT = 4096;

  /** Takes copies of the lists. */
  public TransformationMonoid {
    elements = List.copyOf(elements);
    generators = List.copyOf(generators);
  }

  /**
   * Generates a monoid. For permutations it is a group.
   *
   * @param degree the number of points that are moved
   * @param maps the generators, all of that degree
   * @return the monoid, with at most {@link #LIMIT} elements
   * @throws TooLargeException if it has more
   * @throws IllegalArgumentException if a map has another degree
   */
  public static TransformationMonoid generate(int degree, List<Transformation> maps) {
    if (maps.stream().anyMatch(map -> map.degree() != degree)) {
      throw new IllegalArgumentException("every generator moves the same " + degree + " points");
    }
    Map<Transformation, Integer> numbers = new HashMap<>();
    List<Transformation> elements = new ArrayList<>(List.of(Transformation.identity(degree)));
    numbers.put(elements.getFirst(), 0);
    List<Integer> parents = new ArrayList<>(List.of(0));
    List<Integer> lastLetters = new ArrayList<>(List.of(0));
    List<List<Integer>> right = new ArrayList<>();
    for (int x = 0; x < elements.size(); x++) {
      List<Integer> row = new ArrayList<>();
      for (int letter = 0; letter < maps.size(); letter++) {
        Transformation product = elements.get(x).then(maps.get(letter));
        Integer known = numbers.putIfAbsent(product, elements.size());
        if (known == null) {
          if (elements.size() == LIMIT) {
            throw new TooLargeException("the monoid", LIMIT);
          }
          row.add(elements.size());
          elements.add(product);
          parents.add(x);
          lastLetters.add(letter);
        } else {
          row.add(known);
        }
      }
      right.add(row);
    }
    int size = elements.size();
    int[] products = new int[size * size];
    for (int a = 0; a < size; a++) {
      products[a * size] = a;
      // b = parent · letter, and the parent came earlier: a b = (a parent) letter.
      for (int b = 1; b < size; b++) {
        products[a * size + b] =
            right.get(products[a * size + parents.get(b)]).get(lastLetters.get(b));
      }
    }
    List<Integer> generators = maps.stream().map(numbers::get).toList();
    return new TransformationMonoid(Semigroup.trusted(size, products), elements, generators);
  }
}
