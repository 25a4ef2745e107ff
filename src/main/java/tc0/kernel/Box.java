package tc0.kernel;

import java.util.List;
import java.util.Objects;

/**
 * An index set: the tuples of naturals with {@code max(low, 0) <= v < high} for every binder, in
 * order, that satisfy the guard. Bounds may use size parameters, enclosing binders and earlier
 * binders of the same box; the guard may use all of them.
 */
public record Box(List<Binder> binders, Predicate guard) {

  /** One bound variable and its half-open range. */
  public record Binder(String name, Index low, Index high) {
    public Binder {
      Objects.requireNonNull(name);
      Objects.requireNonNull(low);
      Objects.requireNonNull(high);
    }

    /** The range {@code 0 <= name < high}. */
    public static Binder below(String name, Index high) {
      return new Binder(name, Index.ZERO, high);
    }
  }

  /** The box of the empty tuple alone: a scalar. */
  public static final Box SCALAR = new Box(List.of(), Predicate.TRUE);

  public Box {
    binders = List.copyOf(binders);
    Objects.requireNonNull(guard);
  }

  /** An unguarded box. */
  public static Box of(Binder... binders) {
    return new Box(List.of(binders), Predicate.TRUE);
  }

  /** The length of the tuples. */
  public int rank() {
    return binders.size();
  }

  /** The names of the binders, outermost first. */
  public List<String> names() {
    return binders.stream().map(Binder::name).toList();
  }
}
