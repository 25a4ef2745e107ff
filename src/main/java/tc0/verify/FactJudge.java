package tc0.verify;

import java.util.List;
import java.util.stream.Collectors;
import tc0.kernel.Hardness;
import tc0.kernel.HardnessClaim;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Reduction;
import tc0.kernel.Refusal;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.FactBody;

/**
 * Judges facts: literature is cited, hardness moves along reductions, algebraic properties are
 * checked on the reference arithmetic.
 */
final class FactJudge {
  private final References references;
  private final Names names;
  private final HardnessReader hardness;
  private final Kernel kernel;

  FactJudge(References references, Names names, HardnessReader hardness, Kernel kernel) {
    this.references = references;
    this.names = names;
    this.hardness = hardness;
    this.kernel = kernel;
  }

  Line judge(Statements.Located<Declaration.Fact> located) {
    Declaration.Fact fact = located.declaration();
    return switch (fact.body()) {
      case FactBody.Hardness cited -> hardness(fact, hardness.of(located).orElseThrow());
      case FactBody.Derivation derived -> hardness(fact, hardness.of(located).orElseThrow());
      case FactBody.Property property -> new PropertyJudge(references, names).judge(fact, property);
    };
  }

  private Line hardness(Declaration.Fact fact, HardnessClaim claim) {
    return switch (kernel.hardness(claim)) {
      case Outcome.Denied<Hardness>(Refusal refusal) ->
          SymbolicLines.refused(fact.name().text(), refusal, fact.span());
      case Outcome.Granted<Hardness>(Hardness granted) when claim.steps().isEmpty() ->
          new Line(
              Standing.ASSUMED,
              fact.name().text(),
              fact.statement().orElse(granted.statement())
                  + " ("
                  + String.join("; ", Names.citations(fact.citations()))
                  + "); cited for all lengths, no instance checked here",
              List.of(),
              "cited",
              fact.span());
      case Outcome.Granted<Hardness>(Hardness granted) ->
          new Line(
              claim.steps().stream()
                      .allMatch(step -> step.correctness() == Reduction.Correctness.CHECKED)
                  ? Standing.CHECKED
                  : Standing.ASSUMED,
              fact.name().text(),
              granted.statement()
                  + ", from "
                  + claim.problem().name()
                  + " by "
                  + claim.steps().stream().map(Reduction::name).collect(Collectors.joining(", "))
                  + "; classes proved, reductions "
                  + (claim.steps().stream()
                          .allMatch(step -> step.correctness() == Reduction.Correctness.CHECKED)
                      ? "checked at small lengths"
                      : "not checked"),
              granted.memberships().stream().map(Judgement::statement).toList(),
              "H-from",
              fact.span());
    };
  }
}
