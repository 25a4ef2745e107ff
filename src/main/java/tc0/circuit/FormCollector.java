package tc0.circuit;

/**
 * A sink that keeps the form it receives.
 *
 * @param <W> how it is kept
 */
interface FormCollector<W extends WrittenForm> extends FormSink {
  /** The form received so far. */
  W finish();
}
