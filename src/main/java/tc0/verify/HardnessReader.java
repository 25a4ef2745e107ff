package tc0.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tc0.kernel.HardnessClaim;
import tc0.kernel.HardnessFact;
import tc0.kernel.Problem;
import tc0.kernel.Reduction;
import tc0.kernel.Tier;
import tc0.kernel.Uniformity;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.FactBody;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.TierName;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;

/** Follows facts about hardness back to the one that is cited, collecting the reductions. */
final class HardnessReader {
  private final Problems problems;
  private final Reductions reductions;

  private HardnessReader(Problems problems, Reductions reductions) {
    this.problems = problems;
    this.reductions = reductions;
  }

  /** Reads facts and carries out the checks of their reductions. */
  static HardnessReader of(Options options, Progress progress) {
    Problems problems = new Problems();
    return new HardnessReader(problems, new Reductions(problems, options, progress));
  }

  Problems problems() {
    return problems;
  }

  Reductions reductions() {
    return reductions;
  }

  /**
   * The claim that a fact makes.
   *
   * @return empty if it says nothing about hardness
   * @throws DiagnosticException if facts inherit from each other in a circle
   */
  Optional<HardnessClaim> of(Statements.Located<Declaration.Fact> located) {
    List<Reduction> steps = new ArrayList<>();
    Set<Declaration.Fact> seen = new HashSet<>();
    Statements.Located<Declaration.Fact> current = located;
    while (true) {
      if (!seen.add(current.declaration())) {
        throw wrong(located, "inherits its hardness from itself", "start at a cited fact");
      }
      switch (current.declaration().body()) {
        case FactBody.Property property -> {
          return Optional.empty();
        }
        case FactBody.Hardness hardness -> {
          Problem problem = problem(current, hardness.problem());
          return Optional.of(new HardnessClaim(root(current, hardness, problem), problem, steps));
        }
        case FactBody.Derivation derivation -> {
          Reduction step =
              reductions
                  .of(
                      Statements.find(
                          current.names(), derivation.reduction(), Declaration.Reduction.class))
                  .reduction();
          Problem stated = problem(current, derivation.problem());
          if (!step.to().name().equals(stated.name())
              && !step.from().name().equals(stated.name())) {
            throw wrong(
                current,
                "is about `"
                    + derivation.problem()
                    + "`, but `"
                    + derivation.reduction()
                    + "` runs from "
                    + step.from().name()
                    + " to "
                    + step.to().name(),
                "name a reduction to the problem");
          }
          steps.addFirst(step);
          current = Statements.find(current.names(), derivation.source(), Declaration.Fact.class);
        }
      }
    }
  }

  /** The problem that a fact is about. */
  static QualifiedName problem(FactBody body) {
    return switch (body) {
      case FactBody.Hardness hardness -> hardness.problem();
      case FactBody.Derivation derivation -> derivation.problem();
      case FactBody.Property property -> property.circuit();
    };
  }

  private Problem problem(Statements.Located<Declaration.Fact> located, QualifiedName name) {
    return problems.of(located.names(), name).problem();
  }

  private static HardnessFact root(
      Statements.Located<Declaration.Fact> located, FactBody.Hardness hardness, Problem problem) {
    Uniformity tag = uniformity(hardness.uniformity());
    return new HardnessFact(
        problem.name(),
        problem.definition(),
        HardnessFact.Relation.HARD,
        ClaimReader.complexityClass(hardness.hardFor(), tag),
        Optional.of(ClaimReader.complexityClass(hardness.reductions(), tag)),
        String.join("; ", Names.citations(located.declaration().citations())));
  }

  /** The uniformity that a tier stands for. */
  static Uniformity uniformity(TierName tier) {
    return tier.inKernel() == Tier.P ? Uniformity.P : Uniformity.DLOGTIME;
  }

  private static DiagnosticException wrong(
      Statements.Located<Declaration.Fact> located, String what, String help) {
    Declaration.Fact fact = located.declaration();
    return new DiagnosticException(
        Diagnostic.error(DiagnosticCode.TC0801, fact.span(), "`" + fact.name().text() + "` " + what)
            .withHelp(help));
  }
}
