package tc0.circuit;

/** A sink that keeps the form it receives. */
interface FormCollector extends FormSink {
  /** The form received so far. */
  FlatForm finish();
}
