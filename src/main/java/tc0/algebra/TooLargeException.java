package tc0.algebra;

/** A semigroup or an automaton outgrew the size that its caller allowed. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what outgrew which limit.
   *
   * @param what the thing, with its article
   * @param limit the number of elements that was allowed
   */
  public TooLargeException(String what, int limit) {
    super(what + " has more than " + limit + " elements");
  }
}
