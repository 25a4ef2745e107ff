package tc0.verify;

import java.util.List;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;

/** Asks the kernel whether a circuit is wired as its definition says, at every size. */
final class Matching {
  private Matching() {}

  static Line line(
      CircuitInfo circuit, CircuitInfo definition, LemmaClause.Matches clause, Program program) {
    return new Line(
        Standing.OPEN, "matches " + definition.name(), "pending", List.of(), "M", clause.span());
  }
}
