package tc0.circuit;

/** The cells of one entry of a form array. */
interface WrittenForm {
  /** Adds {@code weight} times the form to a sink. */
  void addTo(FormSink sink, long weight);

  /** How many cells it takes to remember. */
  long cells();
}
