package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tc0.kernel.Circuit;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;
import tc0.syntax.ast.AxiomClause;
import tc0.syntax.ast.Citation;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.diagnostic.DiagnosticCode;

/** Elaborates axiom circuits: signature, cost and citation. */
final class Axioms {
  private final Expressions expressions;

  Axioms(Expressions expressions) {
    this.expressions = expressions;
  }

  Circuit.Axiom axiom(
      String name,
      Declaration.Axiom axiom,
      List<String> sizes,
      Predicate where,
      List<Circuit.Port> inputs,
      List<Circuit.Port> outputs,
      Context context,
      List<Item.Ensures> ensures,
      List<Item.Requires> requires) {
    Optional<Index> depth = Optional.empty();
    Optional<Index> size = Optional.empty();
    Optional<Tier> tier = Optional.empty();
    String citation = "";
    List<String> hypotheses = new ArrayList<>();
    boolean hasDepth = false;
    boolean hasSize = false;
    for (AxiomClause clause : axiom.clauses()) {
      switch (clause) {
        case AxiomClause.Cites cites ->
            citation =
                cites.citations().stream().map(Citation::text).collect(Collectors.joining("; "));
        case AxiomClause.Depth d -> {
          hasDepth = true;
          depth = d.bound().map(bound -> expressions.index(bound, context));
        }
        case AxiomClause.Size s -> {
          hasSize = true;
          size = s.bound().map(bound -> expressions.index(bound, context));
        }
        case AxiomClause.Uniform uniform -> tier = Optional.of(uniform.tier().inKernel());
        case AxiomClause.Needs needs ->
            needs.hypotheses().stream().map(QualifiedName::toString).forEach(hypotheses::add);
        case Item.Ensures e -> ensures.add(e);
        case Item.Requires r -> requires.add(r);
      }
    }
    List<String> missing = new ArrayList<>();
    if (citation.isEmpty()) {
      missing.add("`cites source \"where\";`");
    }
    if (!hasDepth) {
      missing.add("`depth constant;` or another bound");
    }
    if (!hasSize) {
      missing.add("`size poly;` or another bound");
    }
    if (tier.isEmpty()) {
      missing.add("`uniform fo;` or another tier");
    }
    if (!missing.isEmpty()) {
      throw Errors.error(
          DiagnosticCode.TC0309,
          axiom.header().name().span(),
          "an axiom states its citation, depth, size and uniformity",
          "add " + String.join(", ", missing));
    }
    return new Circuit.Axiom(
        name, sizes, where, inputs, outputs, depth, size, tier.get(), citation, hypotheses);
  }
}
