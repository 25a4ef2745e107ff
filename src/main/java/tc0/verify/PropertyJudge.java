package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.reference.FactCheck;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.FactBody;
import tc0.syntax.elaborate.CircuitInfo;

/** Checks algebraic properties of primitives on the reference arithmetic. */
final class PropertyJudge {
  private final References references;
  private final Names names;

  PropertyJudge(References references, Names names) {
    this.references = references;
    this.names = names;
  }

  Line judge(Declaration.Fact fact, FactBody.Property property) {
    CircuitInfo circuit = names.circuit(property.circuit());
    String claim = fact.name().text() + ": " + property.circuit() + " " + property.kind().text();
    List<String> done = new ArrayList<>();
    for (Check check : property.checks()) {
      for (Map<String, BigInteger> sizes : SizeTuples.of(check, circuit)) {
        try {
          Optional<FactCheck.Counterexample> wrong =
              FactCheck.check(
                  property.kind(),
                  references.modules().circuit(circuit.name()).orElseThrow(),
                  sizes);
          if (wrong.isPresent()) {
            return new Line(
                Standing.REFUTED,
                claim,
                "at "
                    + Wording.sizes(sizes)
                    + ": operands "
                    + String.join(", ", wrong.get().operands())
                    + " give "
                    + wrong.get().result()
                    + ", not "
                    + wrong.get().expected(),
                List.of(),
                "exhaustive",
                check.span());
          }
          done.add(Wording.sizes(sizes));
        } catch (RuntimeException e) {
          String reason = Wording.reason(e).orElseThrow(() -> e);
          return new Line(
              Standing.LIMIT,
              claim,
              "at " + Wording.sizes(sizes) + ": " + reason,
              List.of(),
              "exhaustive",
              check.span());
        }
      }
    }
    return done.isEmpty()
        ? new Line(
            fact.citations().isEmpty() ? Standing.OPEN : Standing.ASSUMED,
            claim,
            fact.citations().isEmpty()
                ? "neither checked nor cited"
                : String.join("; ", Names.citations(fact.citations())),
            List.of(),
            "cited",
            fact.span())
        : new Line(
            Standing.CHECKED,
            claim,
            "on the reference arithmetic, all operands, " + String.join(" and ", done),
            List.of(),
            "exhaustive",
            fact.span());
  }
}
