package tc0.kernel;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A claim that the rules support. Only the kernel makes judgements, so holding one is evidence that
 * its rules were applied; what they rest on is in the hypotheses.
 */
public final class Judgement {
  private final Claim claim;
  private final List<Rule> rules;
  private final String statement;
  private final List<Evidence> evidence;
  private final SortedSet<Hypothesis> hypotheses;

  private Judgement(
      Claim claim,
      List<Rule> rules,
      String statement,
      List<Evidence> evidence,
      SortedSet<Hypothesis> hypotheses) {
    this.claim = claim;
    this.rules = List.copyOf(rules);
    this.statement = statement;
    this.evidence = List.copyOf(evidence);
    this.hypotheses = Collections.unmodifiableSortedSet(new TreeSet<>(hypotheses));
  }

  /** For the kernel's rules alone. */
  static Judgement of(
      Claim claim,
      List<Rule> rules,
      String statement,
      List<Evidence> evidence,
      SortedSet<Hypothesis> hypotheses) {
    return new Judgement(claim, rules, statement, evidence, hypotheses);
  }

  /** What was claimed. */
  public Claim claim() {
    return claim;
  }

  /** The rules that were applied last, most important first. */
  public List<Rule> rules() {
    return rules;
  }

  /** What was proved, in one sentence. */
  public String statement() {
    return statement;
  }

  /** Derived bounds, slack and paths. */
  public List<Evidence> evidence() {
    return evidence;
  }

  /** What the proof rests on. */
  public SortedSet<Hypothesis> hypotheses() {
    return hypotheses;
  }

  @Override
  public String toString() {
    return statement;
  }
}
