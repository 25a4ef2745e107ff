package tc0.circuit;

/** A compiled literal. */
@FunctionalInterface
interface Wire {
  /** The literal for the values in the slots of {@code frame}. */
  int literal(Frame frame);
}
