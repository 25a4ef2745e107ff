package tc0.kernel;

/**
 * What to make of a binder-free upper bound, and how to combine the results of a case split: a
 * number to keep small, or a fact to establish.
 *
 * @param <T> the result
 */
interface Goal<T> {

  /** The result for one bound; its positive terms contain no opaque atom. */
  T finish(Polynomial upper);

  /** The value is one of two terms, not known which. */
  T both(T first, T second);

  /** The value is at most each of two terms; choose. */
  T either(T first, T second);

  /** Whether to try lower bounds of quotients, which a proof needs and a size bound rarely does. */
  boolean tight();
}
