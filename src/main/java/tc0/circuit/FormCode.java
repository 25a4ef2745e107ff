package tc0.circuit;

/** A compiled form. */
@FunctionalInterface
interface FormCode {
  /**
   * Adds {@code weight} times the form, for the values in the slots of {@code frame}, to a sink.
   */
  void addTo(Frame frame, long weight, FormSink sink);
}
