package tc0.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tc0.kernel.Circuit;
import tc0.kernel.matching.Law;
import tc0.kernel.matching.Matching;
import tc0.kernel.matching.Verdict;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.FactBody;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/**
 * Asks the kernel whether a circuit is, operation by operation, what a definition says, at every
 * size.
 */
final class WiringMatch {
  private final Set<String> primitives;
  private final Map<Law, Stated> laws;
  private final References references;

  /** The fact that states a law, with the names of its module. */
  private record Stated(Declaration.Fact fact, FactBody.Property property, Names names) {}

  /**
   * Operations of number types are primitives; their laws are the facts that the program declares.
   */
  WiringMatch(Program program, References references) {
    this.references = references;
    this.primitives =
        program.operators().circuits().stream()
            .map(CircuitTemplate::name)
            .collect(Collectors.toSet());
    this.laws = laws(program);
  }

  private static Map<Law, Stated> laws(Program program) {
    Map<Law, Stated> laws = new LinkedHashMap<>();
    for (LoadedModule module : program.modules()) {
      Names names = new Names(module.scope());
      for (Declaration declaration : module.source().declarations()) {
        if (declaration instanceof Declaration.Fact fact
            && fact.body() instanceof FactBody.Property property) {
          laws.put(
              new Law(
                  names.circuit(property.circuit()).name(),
                  Law.Kind.valueOf(property.kind().name())),
              new Stated(fact, property, names));
        }
      }
    }
    return laws;
  }

  Line line(CircuitInfo circuit, CircuitInfo definition, LemmaClause.Matches clause) {
    String claim = "matches " + clause.definition();
    if (!(circuit.core() instanceof Circuit.Family left)
        || !(definition.core() instanceof Circuit.Family right)) {
      return new Line(
          Standing.OPEN, claim, "an axiom has no wiring", List.of(), "matching", clause.span());
    }
    return switch (Matching.compare(left, right, primitives, laws.keySet())) {
      case Verdict.Matched matched -> matched(claim, matched, clause);
      case Verdict.NotMatched(Verdict.Difference difference) -> {
        List<String> evidence = new ArrayList<>();
        evidence.add("circuit:    " + difference.left());
        evidence.add("definition: " + difference.right());
        difference.place().forEach(step -> evidence.add("at " + step));
        difference.facts().forEach(fact -> evidence.add("where " + fact));
        yield new Line(
            Standing.OPEN,
            claim,
            "not the same term; the first difference is `"
                + difference.left()
                + "` against `"
                + difference.right()
                + "`",
            evidence,
            "matching",
            clause.span());
      }
      case Verdict.GaveUp gaveUp ->
          new Line(Standing.LIMIT, claim, gaveUp.reason(), List.of(), "matching", clause.span());
    };
  }

  /** A match is proved if every law that it used is a fact that was checked or is cited. */
  private Line matched(String claim, Verdict.Matched matched, LemmaClause.Matches clause) {
    List<String> evidence = new ArrayList<>();
    for (Law law : matched.laws()) {
      Stated stated = laws.get(law);
      Line fact =
          new PropertyJudge(references, stated.names()).judge(stated.fact(), stated.property());
      if (!fact.standing().isGreen()) {
        return new Line(
            Standing.OPEN,
            claim,
            "the match uses that "
                + law
                + ", and this is "
                + fact.standing().words()
                + ": "
                + fact.detail(),
            List.of(),
            "matching",
            clause.span());
      }
      evidence.add(law + " (" + fact.standing().words() + ": " + fact.detail() + ")");
    }
    String using =
        matched.laws().isEmpty()
            ? ""
            : ", using that "
                + matched.laws().stream().map(Law::toString).collect(Collectors.joining(" and "));
    return new Line(
        Standing.PROVED,
        claim,
        "the same op-by-op term" + using,
        evidence,
        "matching",
        clause.span());
  }
}
