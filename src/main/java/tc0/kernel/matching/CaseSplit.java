package tc0.kernel.matching;

/**
 * Asks for a case distinction: what is being evaluated depends on {@code condition}, which the
 * assumptions do not decide. {@link TermEquality} catches it and proves both cases.
 */
final class CaseSplit extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Condition condition;

  CaseSplit(Condition condition) {
    super("undecided: " + condition, null, false, false);
    this.condition = condition;
  }

  Condition condition() {
    return condition;
  }
}
