package tc0.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rules H: if a problem is hard for a class and reduces to a second one, the second is hard
 * under the composed reductions. The kernel judges direction, class, uniformity and shape of each
 * reduction; that it is right at every length stays a hypothesis.
 */
final class HardnessRules {

  private final TheoremRules.Membership membership;

  HardnessRules(TheoremRules.Membership membership) {
    this.membership = membership;
  }

  /** The hardness of the last problem of the chain, or a refusal. */
  Hardness derive(HardnessClaim claim) {
    HardnessFact root = claim.root();
    if (!root.isHard()) {
      throw new Refusal(Rule.H_FROM, "membership is not hardness: " + root);
    }
    if (!root.problem().equals(claim.problem().name())) {
      throw new Refusal(
          Rule.H_FROM, "the fact is about " + root.problem() + ", not " + claim.problem().name());
    }
    requireNotKnown(claim.problem(), root.complexityClass());
    Problem current = claim.problem();
    ComplexityClass reductions = root.reductions().orElseThrow();
    List<Judgement> memberships = new ArrayList<>();
    SortedSet<Hypothesis> hypotheses = new TreeSet<>();
    hypotheses.add(new Hypothesis(Hypothesis.Kind.FACT, root.toString(), ""));
    for (Reduction step : claim.steps()) {
      requireDirection(step, current, claim);
      requireUniformity(step, root.complexityClass());
      requireShape(step);
      if (step.correctness() == Reduction.Correctness.REFUTED) {
        throw new Refusal(
            Rule.H_RIGHT, "the reduction " + step.name() + " is wrong: " + step.detail());
      }
      requireNotKnown(step.to(), root.complexityClass());
      Judgement judged = membership.judge(step.family(), step.within());
      memberships.add(judged);
      hypotheses.addAll(judged.hypotheses());
      hypotheses.add(step.hypothesis());
      reductions = reductions.isIncludedIn(step.within()) ? step.within() : reductions;
      current = step.to();
    }
    List<Rule> rules =
        claim.steps().isEmpty()
            ? List.of(Rule.H_KNOWN)
            : List.of(
                Rule.H_FROM,
                Rule.H_CLASS,
                Rule.H_UNIFORM,
                Rule.H_SHAPE,
                Rule.H_RIGHT,
                Rule.H_KNOWN);
    return Hardness.of(claim, rules, reductions, memberships, hypotheses);
  }

  private static void requireDirection(Reduction step, Problem current, HardnessClaim claim) {
    if (step.from().name().equals(current.name())) {
      return;
    }
    if (step.to().name().equals(current.name())) {
      throw new Refusal(
          Rule.H_FROM,
          "the reduction "
              + step.name()
              + " has the wrong direction: it runs from "
              + step.from().name()
              + " to "
              + step.to().name()
              + ", which bounds "
              + step.from().name()
              + " from above; hardness moves along reductions from "
              + current.name());
    }
    throw new Refusal(
        Rule.H_FROM,
        "the reduction "
            + step.name()
            + " starts at "
            + step.from().name()
            + ", which is not shown to be hard; what is hard, by "
            + claim.root().citation()
            + ", is "
            + current.name());
  }

  private static void requireUniformity(Reduction step, ComplexityClass hard) {
    if (step.within().uniformity() != hard.uniformity()) {
      throw new Refusal(
          Rule.H_UNIFORM,
          "the uniformity differs: "
              + step.from().name()
              + " is hard for "
              + hard
              + ", and the reduction "
              + step.name()
              + " is a "
              + step.within()
              + " family");
    }
  }

  /** A problem in a smaller class would be hard only if the classes collapsed. */
  private static void requireNotKnown(Problem problem, ComplexityClass hard) {
    for (HardnessFact known : problem.memberships()) {
      ComplexityClass own = known.complexityClass();
      boolean isAsUniform = own.uniformity().compareTo(hard.uniformity()) <= 0;
      ComplexityClass member = new ComplexityClass(own.kind(), own.level(), hard.uniformity());
      if (isAsUniform && member.isIncludedIn(hard) && !hard.isIncludedIn(member)) {
        throw new Refusal(
            Rule.H_KNOWN,
            problem.name()
                + " is hard for "
                + hard
                + " only if "
                + member.name()
                + " = "
                + hard.name()
                + ": "
                + known);
      }
    }
  }

  private static void requireShape(Reduction step) {
    Circuit circuit = step.family().circuit();
    String base = step.family().regime().base();
    List<Circuit.Port> inputs = circuit.inputs();
    List<Circuit.Port> outputs = circuit.ports();
    if (inputs.size() != 1
        || !WordShape.isWord(inputs.getFirst(), step.from().width(), circuit)
        || !WordShape.hasLength(inputs.getFirst(), Polynomial.variable(base), circuit)) {
      throw new Refusal(
          Rule.H_SHAPE,
          "the reduction "
              + step.name()
              + " does not read words of "
              + step.from()
              + ": its one input is a bit["
              + base
              + ", "
              + step.from().width()
              + "], where "
              + base
              + " is what grows");
    }
    if (outputs.size() != 1 || !WordShape.isWord(outputs.getFirst(), step.to().width(), circuit)) {
      throw new Refusal(
          Rule.H_SHAPE,
          "the reduction "
              + step.name()
              + " does not write words of "
              + step.to()
              + ": its result is letters of "
              + step.to().width()
              + " bits");
    }
  }
}
