package tc0.syntax.printer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.FactBody;
import tc0.syntax.ast.Import;
import tc0.syntax.ast.SourceModule;

/** Modules as source: imports first, one statement a line, a blank line between declarations. */
public final class ModulePrinter {

  private ModulePrinter() {}

  /** The source of a module; comments with two slashes are not part of it. */
  public static String print(SourceModule module) {
    List<String> sections = new ArrayList<>();
    module
        .name()
        .ifPresent(
            name ->
                sections.add(documented(module.documentation(), List.of("module " + name + ";"))));
    if (!module.imports().isEmpty()) {
      sections.add(
          module.imports().stream()
              .map(ModulePrinter::importDeclaration)
              .collect(joining("\n", "", "\n")));
    }
    for (Declaration declaration : module.declarations()) {
      sections.add(documented(declaration.documentation(), lines(declaration)));
    }
    return String.join("\n", sections);
  }

  private static String importDeclaration(Import declaration) {
    String names = ExpressionPrinter.names(declaration.names());
    return "import "
        + declaration.module()
        + declaration.alias().map(alias -> " as " + alias).orElse("")
        + (names.isEmpty() ? "" : " " + names)
        + ";";
  }

  private static String documented(Optional<String> documentation, List<String> lines) {
    StringBuilder out = new StringBuilder();
    for (String line : documentation.map(text -> List.of(text.split("\n", -1))).orElse(List.of())) {
      out.append(("/// " + line).stripTrailing()).append('\n');
    }
    lines.forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static List<String> lines(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Source d ->
          List.of("source " + d.name() + " " + ClausePrinter.text(d.reference()) + ";");
      case Declaration.RecordType d -> recordType(d);
      case Declaration.Operators d ->
          block(
              "operators " + d.type(),
              d.meanings().stream().map(m -> m.symbol() + " = " + m.circuit() + ";").toList());
      case Declaration.Circuit d ->
          block(
              "circuit "
                  + CircuitPrinter.header(d.header())
                  + CircuitPrinter.whereBeforeBody(d.header().constraints()),
              d.body().stream().flatMap(item -> CircuitPrinter.item(item).stream()).toList());
      case Declaration.Axiom d ->
          block(
              "axiom circuit "
                  + CircuitPrinter.header(d.header())
                  + CircuitPrinter.whereBeforeBody(d.header().constraints()),
              d.clauses().stream().map(c -> ClausePrinter.axiom(c) + ";").toList());
      case Declaration.Index d -> List.of(CircuitPrinter.indexDefinition(d.definition()));
      case Declaration.Hypothesis d ->
          List.of(
              "hypothesis "
                  + d.name()
                  + " "
                  + ClausePrinter.text(d.text())
                  + ClausePrinter.citations(d.citations())
                  + ";");
      case Declaration.Definition d -> definition(d);
      case Declaration.Regime d ->
          block(
              "regime " + d.name(),
              d.clauses().stream().map(c -> ClausePrinter.regime(c) + ";").toList());
      case Declaration.Constants d ->
          block(
              "constants " + d.name(),
              d.constants().stream().map(ModulePrinter::depthConstant).toList());
      case Declaration.Lemma d ->
          block(
              "lemma "
                  + d.name()
                  + ClausePrinter.optionalText(d.title())
                  + ClausePrinter.citations(d.citations()),
              d.clauses().stream().map(c -> ClausePrinter.lemma(c) + ";").toList());
      case Declaration.Theorem d ->
          block(
              "theorem "
                  + d.name()
                  + ClausePrinter.optionalText(d.title())
                  + ClausePrinter.citations(d.citations()),
              d.clauses().stream().map(c -> ClausePrinter.theorem(c) + ";").toList());
      case Declaration.Monoid d -> List.of(monoid(d));
      case Declaration.Problem d ->
          List.of(
              "problem "
                  + d.name()
                  + " "
                  + ClausePrinter.text(d.text())
                  + ClausePrinter.citations(d.citations())
                  + d.definition().map(e -> " = " + ClausePrinter.problem(e)).orElse("")
                  + ";");
      case Declaration.Reduction d ->
          block(
              "reduction "
                  + d.name()
                  + ClausePrinter.optionalText(d.title())
                  + ClausePrinter.citations(d.citations()),
              d.clauses().stream().map(c -> ClausePrinter.reduction(c) + ";").toList());
      case Declaration.Fact d -> fact(d);
      case Declaration.Assumption d -> List.of(assumption(d));
      case Declaration.Generator d ->
          block(
              "generator "
                  + d.name()
                  + " for "
                  + d.circuit()
                  + " uniform "
                  + d.tier().tier().text()
                  + ClausePrinter.citations(d.citations()),
              d.clauses().stream().map(c -> ClausePrinter.generator(c) + ";").toList());
    };
  }

  private static String monoid(Declaration.Monoid d) {
    return "monoid "
        + d.name()
        + ClausePrinter.optionalText(d.title())
        + ClausePrinter.citations(d.citations())
        + " of "
        + d.elements()
        + " elements"
        + d.points().map(points -> " on " + points + " points").orElse("")
        + " by "
        + d.function()
        + ";";
  }

  private static List<String> recordType(Declaration.RecordType d) {
    String head = "type " + d.name() + ExpressionPrinter.names(d.parameters()) + " = {";
    List<String> lines = new ArrayList<>(List.of(head));
    for (int i = 0; i < d.fields().size(); i++) {
      Declaration.TypeField field = d.fields().get(i);
      String comma = i + 1 < d.fields().size() ? "," : "";
      lines.add("  " + field.name() + ": " + CircuitPrinter.type(field.type()) + comma);
    }
    String where =
        d.constraints().isEmpty() ? "" : " where " + ExpressionPrinter.list(d.constraints());
    lines.add("}" + where + d.represents().map(ModulePrinter::represents).orElse("") + ";");
    return lines;
  }

  private static String represents(Declaration.Representation r) {
    return " represents "
        + r.format()
        + (r.arguments().isEmpty() ? "" : "(" + ExpressionPrinter.list(r.arguments()) + ")");
  }

  private static List<String> definition(Declaration.Definition d) {
    List<String> body = new ArrayList<>();
    d.functions().forEach(function -> body.add(ExpressionPrinter.binding(function) + ";"));
    d.results().forEach(result -> body.add(CircuitPrinter.result(result)));
    d.requires().forEach(item -> body.add(ClausePrinter.axiom(item) + ";"));
    d.ensures().forEach(item -> body.add(ClausePrinter.axiom(item) + ";"));
    return block(
        "define "
            + CircuitPrinter.header(d.header())
            + CircuitPrinter.whereBeforeBody(d.header().constraints()),
        body);
  }

  private static String depthConstant(Declaration.DepthConstant constant) {
    return constant.name()
        + " = "
        + (constant.circuits().size() == 1
            ? "depth " + constant.circuits().get(0)
            : "max depth { " + ClausePrinter.names(constant.circuits()) + " }")
        + ";";
  }

  private static List<String> fact(Declaration.Fact d) {
    String head =
        "fact "
            + d.name()
            + ClausePrinter.optionalText(d.statement())
            + ClausePrinter.citations(d.citations())
            + " : ";
    return switch (d.body()) {
      case FactBody.Hardness f ->
          List.of(
              head
                  + f.problem()
                  + " hard for "
                  + f.hardFor()
                  + " under "
                  + f.reductions()
                  + " reductions uniform "
                  + f.uniformity().tier().text()
                  + ";");
      case FactBody.Derivation f ->
          List.of(head + f.problem() + " hard by " + f.reduction() + " from " + f.source() + ";");
      case FactBody.Property f ->
          f.checks().isEmpty()
              ? List.of(head + f.circuit() + " " + f.kind().text() + ";")
              : block(
                  head + f.circuit() + " " + f.kind().text(),
                  f.checks().stream().map(check -> ClausePrinter.check(check) + ";").toList());
    };
  }

  private static String assumption(Declaration.Assumption d) {
    String name =
        d.name()
            .map(
                n ->
                    n
                        + ClausePrinter.optionalText(d.text())
                        + ClausePrinter.citations(d.citations())
                        + " : ")
            .orElse("");
    return "assume "
        + name
        + d.left()
        + " "
        + d.relation().text()
        + " "
        + d.right()
        + d.uniformity().map(tier -> " uniform " + tier.tier().text()).orElse("")
        + ";";
  }

  private static List<String> block(String head, List<String> body) {
    List<String> lines = new ArrayList<>();
    lines.add(head + " {");
    body.forEach(line -> lines.add("  " + line));
    lines.add("}");
    return lines;
  }
}
