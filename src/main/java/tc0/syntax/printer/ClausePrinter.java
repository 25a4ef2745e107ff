package tc0.syntax.printer;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.AxiomClause;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Citation;
import tc0.syntax.ast.GeneratorClause;
import tc0.syntax.ast.GivenValue;
import tc0.syntax.ast.Growth;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.ProblemDefinition;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.ReductionClause;
import tc0.syntax.ast.RegimeClause;
import tc0.syntax.ast.TheoremClause;

/** Clauses of axioms, regimes, lemmas, theorems and generators, each without its semicolon. */
final class ClausePrinter {

  private ClausePrinter() {}

  static String axiom(AxiomClause clause) {
    return switch (clause) {
      case AxiomClause.Cites c -> citations(c.citations()).strip();
      case AxiomClause.Depth c ->
          "depth " + c.bound().map(ExpressionPrinter::print).orElse("constant");
      case AxiomClause.Size c -> "size " + c.bound().map(ExpressionPrinter::print).orElse("poly");
      case AxiomClause.Uniform c -> "uniform " + c.tier().tier().text();
      case AxiomClause.Needs c -> "needs " + names(c.hypotheses());
      case Item.Ensures c -> ensures(c);
      case Item.Requires c -> "requires " + ExpressionPrinter.print(c.condition());
    };
  }

  static String ensures(Item.Ensures item) {
    return "ensures "
        + ExpressionPrinter.print(item.relation())
        + item.condition().map(e -> " when " + ExpressionPrinter.print(e)).orElse("");
  }

  static String regime(RegimeClause clause) {
    return switch (clause) {
      case RegimeClause.Grows c -> c.name() + " grows";
      case RegimeClause.Bounded c -> c.name() + " in " + growth(c.growth());
      case RegimeClause.Equal c -> c.name() + " = " + ExpressionPrinter.print(c.value());
      case RegimeClause.Needs c -> "needs " + ExpressionPrinter.print(c.condition());
    };
  }

  static String lemma(LemmaClause clause) {
    return switch (clause) {
      case LemmaClause.Of c -> of(c);
      case LemmaClause.Using c -> "using " + names(c.constants());
      case LemmaClause.DepthBound c ->
          c.kind().text() + " <= " + ExpressionPrinter.print(c.bound());
      case LemmaClause.DepthGrowth c -> c.kind().text() + " in " + growth(c.growth());
      case LemmaClause.CountBound c ->
          c.kind().text() + " <= " + ExpressionPrinter.print(c.bound());
      case LemmaClause.SizeGrowth c -> "size in " + growth(c.growth());
      case LemmaClause.Uniform c -> "uniform " + c.tier().tier().text();
      case LemmaClause.InClass c -> "in " + c.complexityClass();
      case LemmaClause.Matches c -> "matches " + c.definition();
      case LemmaClause.Needs c -> "needs " + names(c.hypotheses());
      case Check c -> check(c);
    };
  }

  static String theorem(TheoremClause clause) {
    return switch (clause) {
      case LemmaClause.Of c -> of(c);
      case LemmaClause.Uniform c -> "uniform " + c.tier().tier().text();
      case LemmaClause.InClass c -> "in " + c.complexityClass();
      case LemmaClause.Needs c -> "needs " + names(c.hypotheses());
      case TheoremClause.OfEvery c ->
          "of every circuit"
              + (c.primitives().isEmpty() ? "" : " from " + names(c.primitives()))
              + " under "
              + c.regime();
      case TheoremClause.Weights c -> "weights " + (c.uniform() ? "uniform" : "arbitrary");
      case TheoremClause.CannotDecide c -> "cannot decide " + c.problem();
      case TheoremClause.Encoding c -> "encoding " + c.circuit();
      case TheoremClause.Readout c -> "readout " + c.circuit();
      case TheoremClause.Assuming c -> "assuming " + names(c.assumptions());
      case TheoremClause.Using c -> "using " + names(c.facts());
    };
  }

  static String reduction(ReductionClause clause) {
    return switch (clause) {
      case LemmaClause.Of c -> of(c);
      case LemmaClause.Uniform c -> "uniform " + c.tier().tier().text();
      case LemmaClause.InClass c -> "in " + c.complexityClass();
      case ReductionClause.From c -> "from " + c.problem();
      case ReductionClause.To c -> "to " + c.problem();
      case Check c -> check(c);
    };
  }

  static String problem(ProblemDefinition definition) {
    return switch (definition) {
      case ProblemDefinition.DecidedBy d -> "decided by " + d.circuit();
      case ProblemDefinition.Products d ->
          "words over " + d.monoid() + " with value " + numbers(d.values());
      case ProblemDefinition.PeriodicWords d ->
          "words over "
              + d.monoid()
              + " with pairs "
              + d.pairs().stream()
                  .map(pair -> "(" + pair.first() + ", " + pair.second() + ")")
                  .collect(joining(", "));
      case ProblemDefinition.Closure d ->
          "words over "
              + d.monoid()
              + " in pieces of "
              + d.length()
              + " with value "
              + numbers(d.values());
    };
  }

  private static String numbers(List<BigInteger> numbers) {
    return numbers.stream().map(BigInteger::toString).collect(joining(", "));
  }

  static String check(Check check) {
    String method =
        switch (check.method()) {
          case Check.Exhaustive m -> "exhaustive";
          case Check.Random m ->
              "random " + m.samples() + m.seed().map(seed -> " seed " + seed).orElse("");
          case Check.Sat m -> "sat";
          case Check.Induction m -> "induction on " + m.parameter();
          case Check.Connection m -> "connection";
          case Check.At m -> "at " + given(m.inputs());
        };
    String ranges = check.ranges().stream().map(ClausePrinter::range).collect(joining(", "));
    return (check.isLong() ? "long check " : "check ")
        + method
        + (ranges.isEmpty() ? "" : " for " + ranges)
        + check.seconds().map(seconds -> " within " + seconds + " s").orElse("");
  }

  private static String given(List<GivenValue.Given> inputs) {
    return inputs.stream().map(g -> g.name() + " = " + given(g.value())).collect(joining(", "));
  }

  private static String given(GivenValue value) {
    return switch (value) {
      case GivenValue.Number v -> ExpressionPrinter.print(v.expression());
      case GivenValue.Fields v -> "{ " + given(v.fields()) + " }";
      case GivenValue.Listed v ->
          "{ "
              + v.entries().stream().map(ClausePrinter::given).collect(joining(", "))
              + v.range().map(range -> " : " + ExpressionPrinter.binder(range)).orElse("")
              + " }";
    };
  }

  static String generator(GeneratorClause clause) {
    return switch (clause) {
      case GeneratorClause.Let c -> "let " + ExpressionPrinter.bindings(c.bindings());
      case GeneratorClause.Gate c ->
          "gate "
              + c.type().text()
              + (c.complement() ? " not " : " ")
              + c.label().stream()
                  .map(level -> level.name() + box(level.box()))
                  .collect(joining("."));
      case GeneratorClause.Wire c ->
          "wire "
              + (c.complement() ? "not " : "")
              + c.label().stream()
                  .map(level -> level.name() + brackets(names(level.variables())))
                  .collect(joining("."))
              + " ("
              + c.port().stream().map(ClausePrinter::port).collect(joining(", "))
              + ") -> "
              + child(c.child())
              + c.condition().map(e -> " when " + ExpressionPrinter.print(e)).orElse("");
    };
  }

  /** {@code cites a "Lemma 1" recalled} with a blank in front, or nothing. */
  static String citations(List<Citation> citations) {
    return citations.isEmpty()
        ? ""
        : citations.stream().map(ClausePrinter::citation).collect(joining(", ", " cites ", ""));
  }

  static String text(String content) {
    return "\"" + content.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The text with a blank in front, or nothing. */
  static String optionalText(Optional<String> content) {
    return content.map(c -> " " + text(c)).orElse("");
  }

  static String box(Optional<Box> box) {
    return box.map(b -> "[" + ExpressionPrinter.box(b) + "]").orElse("");
  }

  static String names(List<?> names) {
    return names.stream().map(Object::toString).collect(joining(", "));
  }

  private static String citation(Citation citation) {
    return citation.source()
        + optionalText(citation.locator())
        + citation.status().map(status -> " " + status.text()).orElse("");
  }

  private static String of(LemmaClause.Of clause) {
    return "of "
        + clause.circuit()
        + clause.regime().map(QualifiedName::toString).map(r -> " under " + r).orElse("");
  }

  private static String growth(Growth growth) {
    return switch (growth) {
      case Growth.Poly g -> "poly(" + g.base() + ")";
      case Growth.BigO g ->
          g.monomials().stream()
              .map(m -> m.factors().stream().map(ClausePrinter::factor).collect(joining(" * ")))
              .collect(joining(" + ", "O(", ")"));
    };
  }

  private static String factor(Growth.Factor factor) {
    return switch (factor) {
      case Growth.Power f -> f.name() + exponent(f.exponent());
      case Growth.Log f -> "log" + exponent(f.exponent()) + " " + f.name();
      case Growth.Constant f -> f.value().toString();
    };
  }

  private static String exponent(BigInteger exponent) {
    return exponent.equals(BigInteger.ONE) ? "" : "^" + exponent;
  }

  private static String range(Check.SizeRange range) {
    return range.name()
        + " = "
        + range.from()
        + (range.from().equals(range.to()) ? "" : ".." + range.to());
  }

  private static String port(GeneratorClause.PortField field) {
    return switch (field) {
      case GeneratorClause.PortVariable f -> f.name().text();
      case GeneratorClause.PortNumeral f -> f.value().toString();
    };
  }

  private static String child(GeneratorClause.Child child) {
    return switch (child) {
      case GeneratorClause.ConstantChild c -> c.value() ? "1" : "0";
      case GeneratorClause.WireChild c ->
          (c.complement() ? "not " : "")
              + c.label().stream()
                  .map(level -> level.name() + brackets(ExpressionPrinter.list(level.indices())))
                  .collect(joining("."));
    };
  }

  private static String brackets(String content) {
    return content.isEmpty() ? "" : "[" + content + "]";
  }
}
