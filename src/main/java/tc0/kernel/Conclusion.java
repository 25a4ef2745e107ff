package tc0.kernel;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A derived conditional theorem with everything it rests on. Only the kernel makes conclusions. */
public final class Conclusion {
  private final Theorem theorem;
  private final List<Rule> rules;
  private final String statement;
  private final ClassAssumption assumption;
  private final Hardness hardness;
  private final List<Judgement> memberships;
  private final SortedSet<Hypothesis> hypotheses;

  private Conclusion(
      Theorem theorem,
      List<Rule> rules,
      String statement,
      ClassAssumption assumption,
      Hardness hardness,
      List<Judgement> memberships,
      SortedSet<Hypothesis> hypotheses) {
    this.theorem = theorem;
    this.rules = List.copyOf(rules);
    this.statement = statement;
    this.assumption = assumption;
    this.hardness = hardness;
    this.memberships = List.copyOf(memberships);
    this.hypotheses = Collections.unmodifiableSortedSet(new TreeSet<>(hypotheses));
  }

  /** For the kernel's rules alone. */
  static Conclusion of(
      Theorem theorem,
      List<Rule> rules,
      String statement,
      ClassAssumption assumption,
      Hardness hardness,
      List<Judgement> memberships,
      SortedSet<Hypothesis> hypotheses) {
    return new Conclusion(theorem, rules, statement, assumption, hardness, memberships, hypotheses);
  }

  /** What was asked for. */
  public Theorem theorem() {
    return theorem;
  }

  /** The rules that were applied. */
  public List<Rule> rules() {
    return rules;
  }

  /** What was derived, with the assumption in front. */
  public String statement() {
    return statement;
  }

  /** The separation on which the conclusion depends. */
  public ClassAssumption assumption() {
    return assumption;
  }

  /** The cited relation of a problem to its class. */
  public HardnessFact fact() {
    return theorem.hardness().root();
  }

  /** That the problem of the theorem is hard. */
  public Hardness hardness() {
    return hardness;
  }

  /** That the family, its encoding, its read-out and its weights are in the class. */
  public List<Judgement> memberships() {
    return memberships;
  }

  /** Axioms, cited facts, weights, constructible sizes and the meaning of primitives. */
  public SortedSet<Hypothesis> hypotheses() {
    return hypotheses;
  }

  @Override
  public String toString() {
    return statement;
  }
}
