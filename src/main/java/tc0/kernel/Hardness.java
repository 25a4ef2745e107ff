package tc0.kernel;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The derived hardness of a problem with what it rests on. Only the kernel makes them. */
public final class Hardness {
  private final HardnessClaim claim;
  private final List<Rule> rules;
  private final ComplexityClass reductions;
  private final List<Judgement> memberships;
  private final SortedSet<Hypothesis> hypotheses;

  private Hardness(
      HardnessClaim claim,
      List<Rule> rules,
      ComplexityClass reductions,
      List<Judgement> memberships,
      SortedSet<Hypothesis> hypotheses) {
    this.claim = claim;
    this.rules = List.copyOf(rules);
    this.reductions = reductions;
    this.memberships = List.copyOf(memberships);
    this.hypotheses = Collections.unmodifiableSortedSet(new TreeSet<>(hypotheses));
  }

  /** For the kernel's rules alone. */
  static Hardness of(
      HardnessClaim claim,
      List<Rule> rules,
      ComplexityClass reductions,
      List<Judgement> memberships,
      SortedSet<Hypothesis> hypotheses) {
    return new Hardness(claim, rules, reductions, memberships, hypotheses);
  }

  /** What was claimed. */
  public HardnessClaim claim() {
    return claim;
  }

  /** The rules that were applied. */
  public List<Rule> rules() {
    return rules;
  }

  /** The problem that is hard. */
  public Problem problem() {
    return claim.target();
  }

  /** The class whose every problem reduces to it. */
  public ComplexityClass complexityClass() {
    return claim.root().complexityClass();
  }

  /** The class of the reductions, all steps composed. */
  public ComplexityClass reductions() {
    return reductions;
  }

  /** That the families of the reductions are in their classes. */
  public List<Judgement> memberships() {
    return memberships;
  }

  /** The cited fact, that the reductions are right, and what their classes rest on. */
  public SortedSet<Hypothesis> hypotheses() {
    return hypotheses;
  }

  /** What was derived, in one sentence. */
  public String statement() {
    return problem().name()
        + " is hard for "
        + complexityClass()
        + " under "
        + reductions
        + " many-one reductions";
  }

  @Override
  public String toString() {
    return statement();
  }
}
