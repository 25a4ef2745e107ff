package tc0.circuit;

/** A compiled declaration. */
@FunctionalInterface
interface Step {
  /**
   * Makes the gates and the array of the declaration in {@code frame}; {@code names} records where
   * the gates lie.
   */
  void run(Frame frame, NodeNames names);
}
