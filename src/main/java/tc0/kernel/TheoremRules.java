package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rules C1 to C4. If a family F of class K decided a problem that is hard for H under
 * reductions in K, then H would be contained in K, because K is closed under composition; so a
 * separation of H from K forbids it. All classes carry the same uniformity; weights that are advice
 * move K to its nonuniform version.
 */
final class TheoremRules {

  /** Judges that what a family computes is in a class. */
  @FunctionalInterface
  interface Membership {
    Judgement judge(Theorem.Component component, ComplexityClass complexityClass);
  }

  private final Membership membership;

  TheoremRules(Membership membership) {
    this.membership = membership;
  }

  /** The conclusion, or a refusal that names the premise that is missing. */
  Conclusion derive(Theorem theorem) {
    Theorem.Component encoding =
        theorem
            .encoding()
            .orElseThrow(
                () ->
                    refuse(
                        theorem,
                        "no encoding is named; a circuit on numbers decides no language until words"
                            + " are turned into its inputs"));
    Theorem.Component readout =
        theorem
            .readout()
            .orElseThrow(
                () ->
                    refuse(
                        theorem,
                        "no read-out is named; a circuit on numbers decides no language until its"
                            + " outputs are turned into one bit"));
    requireOneBit(theorem, readout.circuit());
    Theorem.Weights weights =
        theorem
            .weights()
            .orElseThrow(
                () ->
                    new Refusal(
                        Rule.C2,
                        theorem.name()
                            + ": say whether weights are uniform or arbitrary; they are"
                            + " part of the family or advice"));
    ClassAssumption assumption = assumption(theorem);
    Hardness hardness = hardness(theorem);
    requireSeparation(theorem, weights, assumption, hardness);
    requireWitness(theorem);
    requireReadable(theorem, encoding, hardness.problem());

    List<Judgement> memberships = new ArrayList<>();
    memberships.add(membership.judge(theorem.family(), theorem.complexityClass()));
    memberships.add(membership.judge(encoding, theorem.complexityClass()));
    memberships.add(membership.judge(readout, theorem.complexityClass()));
    SortedSet<Hypothesis> hypotheses = new TreeSet<>();
    String source = weights(theorem, weights, memberships, hypotheses);
    memberships.forEach(judgement -> hypotheses.addAll(judgement.hypotheses()));
    hypotheses.addAll(hardness.hypotheses());
    meanings(theorem, hypotheses);

    String statement =
        "if "
            + assumption
            + ", then no circuit family "
            + theorem.family().circuit().name()
            + source
            + ", with encoding "
            + encoding.circuit().name()
            + " and read-out "
            + readout.circuit().name()
            + ", decides "
            + hardness.problem();
    return Conclusion.of(
        theorem,
        List.of(Rule.C1, Rule.C2, Rule.C3, Rule.C4, Rule.C5),
        statement,
        assumption,
        hardness,
        memberships,
        hypotheses);
  }

  /** The separation that is assumed; it must be one, and not contradict what is known. */
  private static ClassAssumption assumption(Theorem theorem) {
    HardnessFact fact = theorem.hardness().root();
    ClassAssumption assumption =
        theorem
            .assumption()
            .orElseThrow(
                () ->
                    refuse(
                        theorem,
                        "no separation is assumed; "
                            + fact.complexityClass()
                            + " may equal "
                            + theorem.complexityClass()));
    if (!fact.isHard()) {
      throw refuse(theorem, "membership is not hardness: " + fact);
    }
    if (assumption.relation() == ClassAssumption.Relation.EQUAL) {
      throw refuse(
          theorem,
          "`" + assumption + "` is no separation; a lower bound needs classes that differ");
    }
    if (assumption.isContradictory()) {
      throw refuse(
          theorem,
          "`" + assumption + "` contradicts what is known; from it everything would follow");
    }
    return assumption;
  }

  /** Why the problem is hard; it must be definite. */
  private Hardness hardness(Theorem theorem) {
    Problem problem = theorem.hardness().target();
    if (!problem.isDefinite()) {
      throw new Refusal(
          Rule.C4,
          theorem.name()
              + ": the problem "
              + problem.name()
              + " is only named; say what is fixed in it, for example `= words over A5 with value"
              + " 0` or `= decided by` a circuit");
    }
    return new HardnessRules(membership).derive(theorem.hardness());
  }

  private static void requireSeparation(
      Theorem theorem, Theorem.Weights weights, ClassAssumption assumption, Hardness hardness) {
    boolean advice = weights instanceof Theorem.Weights.Arbitrary;
    ComplexityClass own = theorem.complexityClass();
    ComplexityClass low =
        advice ? new ComplexityClass(own.kind(), own.level(), Uniformity.NONUNIFORM) : own;
    ComplexityClass high = hardness.complexityClass();
    if (advice && assumption.relation() != ClassAssumption.Relation.NOT_CONTAINED) {
      throw new Refusal(
          Rule.C2,
          theorem.name()
              + ": arbitrary weights are advice, so the conclusion is about "
              + low
              + "; assume that "
              + high
              + " is not contained in "
              + low
              + " instead of `"
              + assumption
              + "`");
    }
    ComplexityClass separated = separatedFrom(theorem, assumption, hardness);
    if (separated.uniformity() != low.uniformity()) {
      throw refuse(
          theorem,
          "the uniformity differs: the family is judged in "
              + low
              + ", `"
              + assumption
              + "` speaks of "
              + separated);
    }
    if (!low.isIncludedIn(separated)) {
      throw refuse(
          theorem, "`" + assumption + "` says nothing about " + low + ", the class of the family");
    }
    if (assumption.relation() == ClassAssumption.Relation.DIFFERENT
        && !separated.isIncludedIn(high)) {
      throw refuse(
          theorem,
          separated
              + " is not known to be contained in "
              + high
              + ", so `"
              + assumption
              + "` is no lower bound for "
              + high);
    }
    ComplexityClass reductions = hardness.reductions();
    ComplexityClass comparable =
        new ComplexityClass(reductions.kind(), reductions.level(), separated.uniformity());
    boolean tagged = advice || reductions.uniformity() == separated.uniformity();
    if (!tagged || !comparable.isIncludedIn(separated)) {
      throw refuse(
          theorem,
          hardness.problem().name()
              + " is hard under "
              + reductions
              + " reductions, which are not known to be in "
              + separated);
    }
  }

  /** The class that the assumption separates from {@code high}. */
  private static ComplexityClass separatedFrom(
      Theorem theorem, ClassAssumption assumption, Hardness hardness) {
    ComplexityClass high = hardness.complexityClass();
    boolean symmetric = assumption.relation() == ClassAssumption.Relation.DIFFERENT;
    if (assumption.left().equals(high)) {
      return assumption.right();
    }
    if (symmetric && assumption.right().equals(high)) {
      return assumption.left();
    }
    boolean sameName =
        assumption.left().name().equals(high.name())
            || assumption.right().name().equals(high.name());
    throw refuse(
        theorem,
        (sameName ? "the uniformity differs: " : "the classes differ: ")
            + hardness.problem().name()
            + " is hard for "
            + high
            + ", `"
            + assumption
            + "` does not separate that class");
  }

  private static void requireOneBit(Theorem theorem, Circuit readout) {
    List<Circuit.Port> ports = readout.ports();
    if (ports.size() != 1 || ports.getFirst().form() || ports.getFirst().box().rank() != 0) {
      throw refuse(theorem, "the read-out " + readout.name() + " does not return one bit");
    }
  }

  /** Rule C5: a letter of the problem fits into what the encoding reads of one letter. */
  private static void requireReadable(
      Theorem theorem, Theorem.Component encoding, Problem problem) {
    Circuit circuit = encoding.circuit();
    Polynomial length = Polynomial.variable(encoding.regime().base());
    Prover prover = new Prover(ClassRules.facts(circuit, encoding.regime()));
    boolean fits =
        circuit.inputs().size() == 1
            && WordShape.hasLength(circuit.inputs().getFirst(), length, circuit)
            && WordShape.bits(circuit.inputs().getFirst(), circuit)
                .filter(bits -> prover.isAtMost(Polynomial.of(problem.width()), bits))
                .isPresent();
    if (!fits) {
      throw new Refusal(
          Rule.C5,
          theorem.name()
              + ": the encoding "
              + circuit.name()
              + " does not read words of "
              + problem.name()
              + ": they have "
              + encoding.regime().base()
              + " letters of "
              + problem.width()
              + " bits");
    }
  }

  /** The hypotheses of a theorem must not contradict each other: its sizes exist. */
  private static void requireWitness(Theorem theorem) {
    Theorem.Component family = theorem.family();
    Witness.violation(family.circuit(), family.regime(), theorem.witness())
        .ifPresent(
            violation -> {
              throw refuse(theorem, violation);
            });
  }

  private String weights(
      Theorem theorem,
      Theorem.Weights weights,
      List<Judgement> memberships,
      SortedSet<Hypothesis> hypotheses) {
    for (String input : weights.inputs()) {
      if (theorem.family().circuit().inputs().stream()
          .noneMatch(port -> port.name().equals(input))) {
        throw new Refusal(
            Rule.C2, theorem.name() + ": the family has no input `" + input + "` for weights");
      }
    }
    return switch (weights) {
      case Theorem.Weights.Arbitrary arbitrary -> " with arbitrary weights";
      case Theorem.Weights.Uniform uniform -> {
        if (uniform.generator().isPresent()) {
          memberships.add(membership.judge(uniform.generator().get(), theorem.complexityClass()));
        } else if (!uniform.inputs().isEmpty()) {
          hypotheses.add(
              new Hypothesis(
                  Hypothesis.Kind.WEIGHTS,
                  "the inputs "
                      + String.join(", ", uniform.inputs())
                      + " are produced by a "
                      + theorem.complexityClass()
                      + " family",
                  ""));
        }
        yield uniform.inputs().isEmpty()
            ? ""
            : " with weights from a " + theorem.complexityClass() + " family";
      }
    };
  }

  private static void meanings(Theorem theorem, SortedSet<Hypothesis> hypotheses) {
    Map<String, Theorem.Meaning> known = new HashMap<>();
    theorem.meanings().forEach(meaning -> known.put(meaning.circuit(), meaning));
    for (Circuit circuit : CallGraph.reachable(theorem.family().circuit()).values()) {
      if (circuit instanceof Circuit.Axiom) {
        known.putIfAbsent(
            circuit.name(),
            new Theorem.Meaning(circuit.name(), Theorem.Meaning.Status.UNCHECKED, ""));
      }
    }
    known.values().forEach(meaning -> hypotheses.add(meaning.hypothesis()));
  }

  private static Refusal refuse(Theorem theorem, String message) {
    return new Refusal(Rule.C1, theorem.name() + ": " + message);
  }
}
