package tc0.kernel;

import java.util.List;
import java.util.Objects;

/**
 * The kernel declines to judge: a rule does not apply or a limit was met. A refusal is not a proof
 * of the contrary.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String reason;
  private final transient List<Evidence> evidence;

  /**
   * Refuses by rule {@code rule}.
   *
   * @param rule name of the rule, for example {@code T-span}
   * @param reason what is wrong, naming the array and the term
   */
  public Refusal(String rule, String reason) {
    this(rule, reason, List.of());
  }

  Refusal(Rule rule, String reason) {
    this(rule.id(), reason, List.of());
  }

  Refusal(Rule rule, String reason, List<Evidence> evidence) {
    this(rule.id(), reason, evidence);
  }

  private Refusal(String rule, String reason, List<Evidence> evidence) {
    super(rule + ": " + reason);
    this.rule = Objects.requireNonNull(rule);
    this.reason = Objects.requireNonNull(reason);
    this.evidence = List.copyOf(evidence);
  }

  /** The name of the rule. */
  public String rule() {
    return rule;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }

  /** What shows it, for example the critical path that breaks a claim; may be empty. */
  public List<Evidence> evidence() {
    return evidence;
  }
}
