package tc0.circuit;

/** A compiled declaration of a family that is folded while it is unrolled. */
@FunctionalInterface
interface FoldedStep {
  /** Puts the array of the declaration into {@code frame}; gates are made when it is read. */
  void install(FoldedFrame frame);
}
