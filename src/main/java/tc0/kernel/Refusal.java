package tc0.kernel;

import java.util.List;
import java.util.Objects;

/**
 * The kernel declines to judge: a rule does not apply or a limit was met. A refusal is not a proof
 * of the contrary.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final String reason;
  private final transient List<Evidence> evidence;

  Refusal(Rule rule, String reason) {
    this(rule, reason, List.of());
  }

  /**
   * Refuses by {@code rule}.
   *
   * @param reason what is wrong, naming the array and the term
   * @param evidence what shows it
   */
  Refusal(Rule rule, String reason, List<Evidence> evidence) {
    super(rule.id() + ": " + reason);
    this.rule = rule;
    this.reason = Objects.requireNonNull(reason);
    this.evidence = List.copyOf(evidence);
  }

  /** The name of the rule, for example {@code T-span}. */
  public String rule() {
    return rule.id();
  }

  /** The rule that does not apply. */
  public Rule basis() {
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
