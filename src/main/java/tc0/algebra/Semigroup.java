package tc0.algebra;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A finite semigroup: the elements {@code 0 … size-1} with an associative product. Immutable.
 *
 * <p>A monoid is a semigroup whose {@link #identity()} is present, a group one that is a {@link
 * Subgroup} of itself.
 */
public final class Semigroup {

  private final int size;

  /** Row by row: the product of a and b stands at {@code a * size + b}. */
  private final int[] products;

  private final Optional<Integer> identity;

  private Semigroup(int size, int[] products) {
    this.size = size;
    this.products = products;
    this.identity =
        IntStream.range(0, size)
            .filter(
                e ->
                    IntStream.range(0, size)
                        .allMatch(x -> product(e, x) == x && product(x, e) == x))
            .boxed()
            .findFirst();
  }

  /**
   * The semigroup of a multiplication table.
   *
   * @param table row {@code a}, column {@code b} holds the product of {@code a} and {@code b}
   * @return the semigroup
   * @throws IllegalArgumentException if the table is empty, not square, leaves the range or is not
   *     associative; the message names the first place
   */
  public static Semigroup ofTable(List<List<Integer>> table) {
    int size = table.size();
    if (size == 0) {
      throw new IllegalArgumentException("a semigroup has at least one element");
    }
    int[] products = new int[size * size];
    for (int a = 0; a < size; a++) {
      if (table.get(a).size() != size) {
        throw new IllegalArgumentException(
            "row " + a + " has " + table.get(a).size() + " entries, not " + size);
      }
      for (int b = 0; b < size; b++) {
        int product = table.get(a).get(b);
        if (product < 0 || product >= size) {
          throw new IllegalArgumentException(
              "the product of " + a + " and " + b + " is " + product + ", which is no element");
        }
        products[a * size + b] = product;
      }
    }
    Semigroup result = new Semigroup(size, products);
    result.requireAssociative();
    return result;
  }

  /** The semigroup of a product that is associative by construction. */
  static Semigroup trusted(int size, int[] products) {
    return new Semigroup(size, products);
  }

  private void requireAssociative() {
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        for (int c = 0; c < size; c++) {
          if (product(product(a, b), c) != product(a, product(b, c))) {
            throw new IllegalArgumentException(
                "not associative: (%d %d) %d = %d but %d (%d %d) = %d"
                    .formatted(
                        a, b, c, product(product(a, b), c), a, b, c, product(a, product(b, c))));
          }
        }
      }
    }
  }

  /** The number of elements. */
  public int size() {
    return size;
  }

  /** The product of two elements, {@code a} first. */
  public int product(int a, int b) {
    return products[a * size + b];
  }

  /** The neutral element, if there is one. */
  public Optional<Integer> identity() {
    return identity;
  }

  /**
   * The product of a word.
   *
   * @param word elements, first one first
   * @return their product; nothing for the empty word of a semigroup without identity
   */
  public Optional<Integer> product(List<Integer> word) {
    Optional<Integer> empty = identity;
    return word.stream().reduce(this::product).or(() -> empty);
  }

  /** All elements, in order. */
  public NavigableSet<Integer> elements() {
    return IntStream.range(0, size).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** The elements that are their own square. */
  public NavigableSet<Integer> idempotents() {
    NavigableSet<Integer> result = elements();
    result.removeIf(x -> product(x, x) != x);
    return result;
  }

  /** The only idempotent among the powers of an element, written x<sup>ω</sup>. */
  public int idempotentPower(int x) {
    int power = x;
    while (product(power, power) != power) {
      power = product(power, x);
    }
    return power;
  }

  /** Whether x<sup>ω+1</sup> = x<sup>ω</sup>, that is, the powers of x end in a fixed point. */
  public boolean isAperiodicAt(int x) {
    int power = idempotentPower(x);
    return product(power, x) == power;
  }

  /**
   * A witness that the semigroup is not aperiodic.
   *
   * @return an element whose powers end in a cycle of length above 1; empty if all subgroups are
   *     trivial (Schützenberger 1965)
   */
  public Optional<Integer> periodicElement() {
    return elements().stream().filter(x -> !isAperiodicAt(x)).findFirst();
  }

  /** Whether all subgroups are trivial. */
  public boolean isAperiodic() {
    return periodicElement().isEmpty();
  }

  /** The least set with the given elements that is closed under products. */
  public NavigableSet<Integer> generatedBy(Collection<Integer> generators) {
    NavigableSet<Integer> closure = new TreeSet<>(generators);
    Deque<Integer> pending = new ArrayDeque<>(closure);
    while (!pending.isEmpty()) {
      int x = pending.remove();
      for (int generator : generators) {
        int product = product(x, generator);
        if (closure.add(product)) {
          pending.add(product);
        }
      }
    }
    return closure;
  }

  /** All products of an element of the first set and one of the second. */
  public NavigableSet<Integer> products(Collection<Integer> first, Collection<Integer> second) {
    NavigableSet<Integer> result = new TreeSet<>();
    for (int a : first) {
      for (int b : second) {
        result.add(product(a, b));
      }
    }
    return result;
  }

  /**
   * The maximal subgroup at an idempotent: its H-class in the sense of Green.
   *
   * @param idempotent an element that is its own square
   * @return all x with x<sup>ω</sup> = e and x<sup>ω+1</sup> = x
   */
  public Subgroup subgroupAt(int idempotent) {
    NavigableSet<Integer> members = elements();
    members.removeIf(x -> idempotentPower(x) != idempotent || product(idempotent, x) != x);
    return new Subgroup(this, idempotent, Collections.unmodifiableNavigableSet(members));
  }

  /** The maximal subgroups, one for each idempotent, in the order of the idempotents. */
  public List<Subgroup> maximalSubgroups() {
    return idempotents().stream().map(this::subgroupAt).toList();
  }

  /** Whether every subgroup is solvable. */
  public boolean isSolvable() {
    return maximalSubgroups().stream().allMatch(Subgroup::isSolvable);
  }

  @Override
  public String toString() {
    return "semigroup with " + size + " elements";
  }
}
