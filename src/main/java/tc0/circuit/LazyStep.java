package tc0.circuit;

/**
 * A compiled declaration whose array is read on demand.
 *
 * @param <F> the frames of its instances
 */
@FunctionalInterface
interface LazyStep<F extends LazyFrame> {
  /** Puts the array of the declaration into {@code frame}. */
  void install(F frame);
}
