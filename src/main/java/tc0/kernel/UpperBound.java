package tc0.kernel;

import java.util.List;

/**
 * Upper bounds on index terms over the tuples of a scope, as monotone polynomials of the size
 * parameters (rules B1 to B6, see {@link Normalizer}, {@link Elimination} and {@link Bounds}). They
 * hold at every size; where the scope has no tuple there is nothing to bound.
 */
public final class UpperBound {

  private UpperBound() {}

  /** U(term): at least {@code term} and at least 0 at every tuple of {@code scope}. */
  public static Polynomial upper(Index term, Scope scope) {
    return upper(scope.value(term), scope);
  }

  /** U of a term in normal form. */
  public static Polynomial upper(Polynomial term, Scope scope) {
    return new Elimination(Facts.NONE).upper(term, scope);
  }

  /** M(term): at least the absolute value of {@code term} at every tuple of {@code scope}. */
  public static Polynomial magnitude(Index term, Scope scope) {
    return new Elimination(Facts.NONE).magnitude(scope.value(term), scope);
  }

  /**
   * At least the number of tuples of {@code box} at every tuple of {@code scope}; the guard is
   * ignored.
   */
  public static Polynomial count(Box box, Scope scope) {
    Polynomial count = Polynomial.ONE;
    Scope inner = scope;
    for (Box.Binder binder : box.binders()) {
      count =
          count.times(upper(extent(inner.value(binder.low()), inner.value(binder.high())), inner));
      inner = inner.enter(binder.name(), binder.low(), binder.high());
    }
    return count;
  }

  private static Polynomial extent(Polynomial low, Polynomial high) {
    if (Naturals.contains(low)) {
      return high.minus(low);
    }
    Index clipped = new Index.Maximum(Normalizer.toIndex(low), Index.ZERO);
    return high.minus(Normalizer.normalise(clipped));
  }

  /** U of every term of {@code terms}, in order. */
  public static List<Polynomial> upper(List<Index> terms, Scope scope) {
    return terms.stream().map(term -> upper(term, scope)).toList();
  }
}
