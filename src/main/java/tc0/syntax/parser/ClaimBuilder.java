package tc0.syntax.parser;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.ClassName;
import tc0.syntax.ast.FactBody;
import tc0.syntax.ast.GivenValue;
import tc0.syntax.ast.Growth;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.ProblemDefinition;
import tc0.syntax.ast.ReductionClause;
import tc0.syntax.ast.RegimeClause;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.source.Span;

/** Makes the clauses of regimes, lemmas, theorems and facts of the parser's trees. */
record ClaimBuilder(NameBuilder names, ExpressionBuilder expressions) {

  private static final Pattern CLASS = Pattern.compile("([A-Za-z]+)([0-9]*)");

  RegimeClause regimeClause(Tc0Parser.RegimeClauseContext tree) {
    return switch (tree) {
      case Tc0Parser.RegimeNeedsContext t ->
          new RegimeClause.Needs(span(t), expressions.of(t.expression()));
      case Tc0Parser.RegimeGrowsContext t ->
          new RegimeClause.Grows(span(t), names.of(t.identifier()));
      case Tc0Parser.RegimeBoundedContext t ->
          new RegimeClause.Bounded(span(t), names.of(t.identifier()), growth(t.growth()));
      case Tc0Parser.RegimeEqualContext t ->
          new RegimeClause.Equal(span(t), names.of(t.identifier()), expressions.of(t.expression()));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  LemmaClause lemmaClause(Tc0Parser.LemmaClauseContext tree) {
    return switch (tree) {
      case Tc0Parser.LemmaOfContext t -> of(t.claimOf());
      case Tc0Parser.LemmaClassContext t -> inClass(t.claimClass());
      case Tc0Parser.LemmaUniformContext t -> uniform(t.claimUniform());
      case Tc0Parser.LemmaNeedsContext t -> needs(t.claimNeeds());
      case Tc0Parser.LemmaUsingContext t ->
          new LemmaClause.Using(span(t), names.of(t.qualifiedNames()));
      case Tc0Parser.LemmaDepthContext t -> depth(t);
      case Tc0Parser.LemmaCountContext t ->
          new LemmaClause.CountBound(
              span(t),
              t.getStart().getText().equals("gates")
                  ? LemmaClause.CountKind.GATES
                  : LemmaClause.CountKind.WIRES,
              expressions.of(t.expression()));
      case Tc0Parser.LemmaSizeContext t -> new LemmaClause.SizeGrowth(span(t), growth(t.growth()));
      case Tc0Parser.LemmaMatchesContext t ->
          new LemmaClause.Matches(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.LemmaCheckContext t -> check(t.check());
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  TheoremClause theoremClause(Tc0Parser.TheoremClauseContext tree) {
    return switch (tree) {
      case Tc0Parser.TheoremOfContext t -> of(t.claimOf());
      case Tc0Parser.TheoremOfEveryContext t ->
          new TheoremClause.OfEvery(
              span(t),
              t.qualifiedNames() == null ? List.of() : names.of(t.qualifiedNames()),
              names.of(t.qualifiedName()));
      case Tc0Parser.TheoremClassContext t -> inClass(t.claimClass());
      case Tc0Parser.TheoremUniformContext t -> uniform(t.claimUniform());
      case Tc0Parser.TheoremNeedsContext t -> needs(t.claimNeeds());
      case Tc0Parser.TheoremWeightsContext t -> weights(t);
      case Tc0Parser.TheoremCannotDecideContext t ->
          new TheoremClause.CannotDecide(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.TheoremEncodingContext t ->
          new TheoremClause.Encoding(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.TheoremReadoutContext t ->
          new TheoremClause.Readout(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.TheoremAssumingContext t ->
          new TheoremClause.Assuming(span(t), names.of(t.qualifiedNames()));
      case Tc0Parser.TheoremUsingContext t ->
          new TheoremClause.Using(span(t), names.of(t.qualifiedNames()));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  ReductionClause reductionClause(Tc0Parser.ReductionClauseContext tree) {
    return switch (tree) {
      case Tc0Parser.ReductionOfContext t -> of(t.claimOf());
      case Tc0Parser.ReductionClassContext t -> inClass(t.claimClass());
      case Tc0Parser.ReductionUniformContext t -> uniform(t.claimUniform());
      case Tc0Parser.ReductionFromContext t ->
          new ReductionClause.From(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.ReductionToContext t ->
          new ReductionClause.To(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.ReductionCheckContext t -> check(t.check());
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  ProblemDefinition problemDefinition(Tc0Parser.ProblemDefinitionContext tree) {
    return switch (tree) {
      case Tc0Parser.DecidedByContext t ->
          new ProblemDefinition.DecidedBy(span(t), names.of(t.qualifiedName()));
      case Tc0Parser.ProductsContext t ->
          new ProblemDefinition.Products(
              span(t), names.of(t.qualifiedName()), numbers(t.numbers()));
      case Tc0Parser.PeriodicWordsContext t ->
          new ProblemDefinition.PeriodicWords(
              span(t),
              names.of(t.qualifiedName()),
              t.pair().stream()
                  .map(
                      pair ->
                          new ProblemDefinition.Pair(
                              span(pair),
                              names.number(pair.NUMBER(0).getSymbol()),
                              names.number(pair.NUMBER(1).getSymbol())))
                  .toList());
      case Tc0Parser.ClosureContext t ->
          new ProblemDefinition.Closure(
              span(t),
              names.of(t.qualifiedName()),
              names.number(t.NUMBER().getSymbol()),
              numbers(t.numbers()));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private List<BigInteger> numbers(Tc0Parser.NumbersContext tree) {
    return tree.NUMBER().stream().map(node -> names.number(node.getSymbol())).toList();
  }

  FactBody factBody(Tc0Parser.FactDeclarationContext tree) {
    if (tree.derivation() != null) {
      Tc0Parser.DerivationContext t = tree.derivation();
      return new FactBody.Derivation(
          span(t),
          names.of(tree.qualifiedName()),
          names.of(t.qualifiedName(0)),
          names.of(t.qualifiedName(1)));
    }
    if (tree.hardness() != null) {
      Tc0Parser.HardnessContext t = tree.hardness();
      return new FactBody.Hardness(
          span(t),
          names.of(tree.qualifiedName()),
          className(t.className(0)),
          className(t.className(1)),
          names.tier(t.identifier()));
    }
    Tc0Parser.PropertyContext t = tree.property();
    return new FactBody.Property(
        span(t),
        names.of(tree.qualifiedName()),
        switch (t.propertyKind().getStart().getText()) {
          case "symmetric" -> FactBody.Kind.SYMMETRIC;
          case "commutative" -> FactBody.Kind.COMMUTATIVE;
          case "ignores" -> FactBody.Kind.IGNORES_ZERO;
          default -> FactBody.Kind.ABSORBS_ZERO;
        },
        t.check().stream().map(this::check).toList());
  }

  ClassName className(Tc0Parser.ClassNameContext tree) {
    String text = tree.identifier().getStart().getText();
    Matcher parts = CLASS.matcher(text);
    boolean hasTwoLevels = parts.matches() && !parts.group(2).isEmpty() && tree.NUMBER() != null;
    if (!parts.matches() || hasTwoLevels || parts.group(2).length() > 4) {
      throw NameBuilder.unknownWord(
          span(tree), text, "complexity class", List.of("TC0", "AC0", "NC1", "TC^1", "P"));
    }
    OptionalInt level = OptionalInt.empty();
    if (tree.NUMBER() != null) {
      level = OptionalInt.of(names.smallNumber(tree.NUMBER()));
    } else if (!parts.group(2).isEmpty()) {
      level = OptionalInt.of(Integer.parseInt(parts.group(2)));
    }
    boolean nonuniform =
        tree.getChild(tree.getChildCount() - 1).getText().equals("poly")
            && tree.getChildCount() > 1;
    return new ClassName(span(tree), parts.group(1), level, nonuniform);
  }

  private LemmaClause.Of of(Tc0Parser.ClaimOfContext tree) {
    return new LemmaClause.Of(
        span(tree),
        names.of(tree.qualifiedName(0)),
        Optional.ofNullable(tree.qualifiedName(1)).map(names::of));
  }

  private LemmaClause.InClass inClass(Tc0Parser.ClaimClassContext tree) {
    return new LemmaClause.InClass(span(tree), className(tree.className()));
  }

  private LemmaClause.Uniform uniform(Tc0Parser.ClaimUniformContext tree) {
    return new LemmaClause.Uniform(span(tree), names.tier(tree.identifier()));
  }

  private LemmaClause.Needs needs(Tc0Parser.ClaimNeedsContext tree) {
    return new LemmaClause.Needs(span(tree), names.of(tree.qualifiedNames()));
  }

  private LemmaClause depth(Tc0Parser.LemmaDepthContext tree) {
    LemmaClause.DepthKind kind =
        switch (tree.getStart().getText()) {
          case "strict" -> LemmaClause.DepthKind.STRICT;
          case "majority" -> LemmaClause.DepthKind.MAJORITY;
          default -> LemmaClause.DepthKind.PLAIN;
        };
    return tree.growth() == null
        ? new LemmaClause.DepthBound(span(tree), kind, expressions.of(tree.expression()))
        : new LemmaClause.DepthGrowth(span(tree), kind, growth(tree.growth()));
  }

  private TheoremClause.Weights weights(Tc0Parser.TheoremWeightsContext tree) {
    String word = tree.identifier().getStart().getText();
    if (!word.equals("uniform") && !word.equals("arbitrary")) {
      throw NameBuilder.unknownWord(
          span(tree.identifier()), word, "kind of weights", List.of("uniform", "arbitrary"));
    }
    return new TheoremClause.Weights(span(tree), word.equals("uniform"));
  }

  private Check check(Tc0Parser.CheckContext tree) {
    if (tree.identifier() != null && !tree.identifier().getText().equals("s")) {
      throw NameBuilder.unknownWord(
          span(tree.identifier()),
          tree.identifier().getText(),
          "unit of time",
          List.of("s for seconds"));
    }
    return new Check(
        span(tree),
        method(tree.checkMethod()),
        tree.sizeRange().stream().map(this::sizeRange).toList(),
        number(tree.NUMBER()),
        tree.getStart().getText().equals("long"));
  }

  private Check.Method method(Tc0Parser.CheckMethodContext tree) {
    return switch (tree) {
      case Tc0Parser.ExhaustiveContext t -> new Check.Exhaustive();
      case Tc0Parser.RandomContext t ->
          new Check.Random(names.number(t.NUMBER(0).getSymbol()), number(t.NUMBER(1)));
      case Tc0Parser.SatContext t -> new Check.Sat();
      case Tc0Parser.InductionContext t -> new Check.Induction(names.of(t.identifier()));
      case Tc0Parser.ConnectionContext t -> new Check.Connection();
      case Tc0Parser.AtContext t -> new Check.At(given(t.givenInput()));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private List<GivenValue.Given> given(List<Tc0Parser.GivenInputContext> trees) {
    return trees.stream()
        .map(
            tree ->
                new GivenValue.Given(
                    span(tree), names.of(tree.identifier()), given(tree.givenValue())))
        .toList();
  }

  private GivenValue given(Tc0Parser.GivenValueContext tree) {
    return switch (tree) {
      case Tc0Parser.GivenNumberContext t ->
          new GivenValue.Number(span(t), expressions.of(t.expression()));
      case Tc0Parser.GivenRecordContext t -> new GivenValue.Fields(span(t), given(t.givenInput()));
      case Tc0Parser.GivenListContext t ->
          new GivenValue.Listed(
              span(t),
              t.givenValue().stream().map(this::given).toList(),
              Optional.ofNullable(t.binder()).map(b -> expressions.boxes().binder(b)));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private Check.SizeRange sizeRange(Tc0Parser.SizeRangeContext tree) {
    BigInteger from = names.number(tree.NUMBER(0).getSymbol());
    return new Check.SizeRange(
        span(tree), names.of(tree.identifier()), from, number(tree.NUMBER(1)).orElse(from));
  }

  private Growth growth(Tc0Parser.GrowthContext tree) {
    return switch (tree) {
      case Tc0Parser.PolynomialContext t -> new Growth.Poly(span(t), names.of(t.identifier()));
      case Tc0Parser.BigOContext t ->
          new Growth.BigO(span(t), t.monomial().stream().map(this::monomial).toList());
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private Growth.Monomial monomial(Tc0Parser.MonomialContext tree) {
    return new Growth.Monomial(tree.factor().stream().map(this::factor).toList());
  }

  private Growth.Factor factor(Tc0Parser.FactorContext tree) {
    return switch (tree) {
      case Tc0Parser.ConstantFactorContext t ->
          new Growth.Constant(names.number(t.NUMBER().getSymbol()));
      case Tc0Parser.LogFactorContext t ->
          new Growth.Log(names.of(t.identifier()), number(t.NUMBER()).orElse(BigInteger.ONE));
      case Tc0Parser.PowerFactorContext t ->
          new Growth.Power(names.of(t.identifier()), number(t.NUMBER()).orElse(BigInteger.ONE));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private Optional<BigInteger> number(TerminalNode node) {
    return Optional.ofNullable(node).map(n -> names.number(n.getSymbol()));
  }

  private Span span(ParserRuleContext tree) {
    return names.spans().of(tree);
  }
}
