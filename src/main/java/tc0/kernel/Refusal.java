package tc0.kernel;

import java.util.Objects;

/**
 * The kernel declines to judge: a rule does not apply or a limit was met. A refusal is not a proof
 * of the contrary.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String reason;

  /**
   * Refuses by rule {@code rule}.
   *
   * @param rule name of the rule, for example {@code T-span}
   * @param reason what is wrong, naming the array and the term
   */
  public Refusal(String rule, String reason) {
    super(rule + ": " + reason);
    this.rule = Objects.requireNonNull(rule);
    this.reason = Objects.requireNonNull(reason);
  }

  /** The name of the rule. */
  public String rule() {
    return rule;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }
}
