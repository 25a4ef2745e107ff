package tc0.syntax.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import tc0.syntax.ast.ClassRelation;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.Type;
import tc0.syntax.source.Span;

/** Makes declarations of the parser's trees. */
final class DeclarationBuilder {

  private final NameBuilder names;
  private final StatementCollector statements;
  private final ExpressionBuilder expressions;
  private final CircuitBuilder circuits;
  private final CitationBuilder citations;
  private final ClaimBuilder claims;
  private final GeneratorBuilder generators;

  DeclarationBuilder(NameBuilder names, StatementCollector statements) {
    this.names = names;
    this.statements = statements;
    this.expressions = new ExpressionBuilder(names);
    this.circuits = new CircuitBuilder(names, expressions, statements);
    this.citations = new CitationBuilder(names);
    this.claims = new ClaimBuilder(names, expressions);
    this.generators = new GeneratorBuilder(names, expressions);
  }

  Declaration of(Tc0Parser.DeclarationContext tree, Optional<String> documentation) {
    return switch (tree.getChild(0)) {
      case Tc0Parser.SourceDeclarationContext t ->
          new Declaration.Source(
              span(t), documentation, names.of(t.identifier()), names.text(t.STRING()));
      case Tc0Parser.TypeDeclarationContext t -> recordType(t, documentation);
      case Tc0Parser.OperatorsDeclarationContext t ->
          new Declaration.Operators(
              span(t),
              documentation,
              names.of(t.qualifiedName()),
              statements.all(t.operatorMeaning(), this::operatorMeaning));
      case Tc0Parser.CircuitDeclarationContext t ->
          new Declaration.Circuit(
              span(t),
              documentation,
              circuits.header(t.header(), t.whereClause()),
              circuits.items(t.item()));
      case Tc0Parser.AxiomDeclarationContext t ->
          new Declaration.Axiom(
              span(t),
              documentation,
              circuits.header(t.header(), t.whereClause()),
              circuits.axiomClauses(t.axiomClause(), citations));
      case Tc0Parser.IndexDefinitionContext t ->
          new Declaration.Index(span(t), documentation, circuits.indexDefinition(t));
      case Tc0Parser.HypothesisDeclarationContext t ->
          new Declaration.Hypothesis(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.text(t.STRING()),
              citations.all(t.citations()));
      case Tc0Parser.DefineDeclarationContext t -> definition(t, documentation);
      case Tc0Parser.RegimeDeclarationContext t ->
          new Declaration.Regime(
              span(t),
              documentation,
              names.of(t.identifier()),
              statements.all(t.regimeClause(), claims::regimeClause));
      case Tc0Parser.ConstantsDeclarationContext t ->
          new Declaration.Constants(
              span(t),
              documentation,
              names.of(t.identifier()),
              statements.all(t.depthConstant(), this::depthConstant));
      case Tc0Parser.LemmaDeclarationContext t ->
          new Declaration.Lemma(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.optionalText(t.STRING()),
              citations.all(t.citations()),
              statements.all(t.lemmaClause(), claims::lemmaClause));
      case Tc0Parser.TheoremDeclarationContext t ->
          new Declaration.Theorem(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.optionalText(t.STRING()),
              citations.all(t.citations()),
              statements.all(t.theoremClause(), claims::theoremClause));
      case Tc0Parser.ProblemDeclarationContext t ->
          new Declaration.Problem(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.text(t.STRING()),
              citations.all(t.citations()),
              Optional.ofNullable(t.problemDefinition()).map(claims::problemDefinition));
      case Tc0Parser.MonoidDeclarationContext t ->
          new Declaration.Monoid(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.optionalText(t.STRING()),
              citations.all(t.citations()),
              names.number(t.NUMBER(0).getSymbol()),
              Optional.ofNullable(t.NUMBER(1)).map(node -> names.number(node.getSymbol())),
              names.of(t.qualifiedName()));
      case Tc0Parser.ReductionDeclarationContext t ->
          new Declaration.Reduction(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.optionalText(t.STRING()),
              citations.all(t.citations()),
              statements.all(t.reductionClause(), claims::reductionClause));
      case Tc0Parser.FactDeclarationContext t ->
          new Declaration.Fact(
              span(t),
              documentation,
              names.of(t.identifier()),
              names.optionalText(t.STRING()),
              citations.all(t.citations()),
              claims.factBody(t));
      case Tc0Parser.AssumeDeclarationContext t -> assumption(t, documentation);
      case Tc0Parser.GeneratorDeclarationContext t ->
          new Declaration.Generator(
              span(t),
              documentation,
              names.of(t.identifier(0)),
              names.of(t.qualifiedName()),
              names.tier(t.identifier(1)),
              citations.all(t.citations()),
              statements.all(t.generatorClause(), generators::clause));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private Declaration recordType(
      Tc0Parser.TypeDeclarationContext tree, Optional<String> documentation) {
    List<Declaration.TypeField> fields = new ArrayList<>();
    for (Tc0Parser.TypeFieldsContext group : tree.typeFields()) {
      Type type = circuits.type(group.type());
      for (Identifier name : names.all(group.identifier())) {
        fields.add(new Declaration.TypeField(name.span(), name, type));
      }
    }
    Optional<Declaration.Representation> represents =
        Optional.ofNullable(tree.identifier(1))
            .map(
                format ->
                    new Declaration.Representation(
                        names
                            .spans()
                            .between(format.getStart(), lastBefore(tree.SEMICOLON(), tree)),
                        names.of(format),
                        expressions.all(tree.expression())));
    return new Declaration.RecordType(
        span(tree),
        documentation,
        names.of(tree.identifier(0)),
        names.optional(tree.names()),
        fields,
        circuits.constraints(tree.whereClause()),
        represents);
  }

  private Declaration definition(
      Tc0Parser.DefineDeclarationContext tree, Optional<String> documentation) {
    List<LetBinding> functions =
        statements.all(
            tree.defineItem().stream().filter(item -> item.letBinding() != null).toList(),
            item -> expressions.binding(item.letBinding()));
    List<Item.Return> results = new ArrayList<>();
    if (tree.expression() != null) {
      results.add(
          new Item.Return(
              span(tree.expression()),
              List.of(),
              Optional.empty(),
              expressions.of(tree.expression())));
    }
    results.addAll(
        statements.all(
            tree.defineItem().stream().filter(item -> item.returnItem() != null).toList(),
            item -> circuits.result(item.returnItem())));
    return new Declaration.Definition(
        span(tree),
        documentation,
        circuits.header(tree.header(), tree.whereClause()),
        functions,
        results,
        statements.all(
            tree.defineItem().stream().filter(item -> item.ensuresItem() != null).toList(),
            item -> circuits.ensures(item.ensuresItem())),
        statements.all(
            tree.defineItem().stream().filter(item -> item.requiresItem() != null).toList(),
            item -> circuits.requires(item.requiresItem())));
  }

  private Declaration assumption(
      Tc0Parser.AssumeDeclarationContext tree, Optional<String> documentation) {
    boolean named = tree.getChild(1) instanceof Tc0Parser.IdentifierContext;
    List<Tc0Parser.IdentifierContext> identifiers = tree.identifier();
    boolean tagged = identifiers.size() > (named ? 1 : 0);
    return new Declaration.Assumption(
        span(tree),
        documentation,
        named ? Optional.of(names.of(identifiers.get(0))) : Optional.empty(),
        names.optionalText(tree.STRING()),
        citations.all(tree.citations()),
        claims.className(tree.className(0)),
        tree.IN() != null
            ? ClassRelation.NOT_IN
            : tree.EQUAL() != null ? ClassRelation.EQUAL : ClassRelation.DIFFERENT,
        claims.className(tree.className(1)),
        tagged
            ? Optional.of(names.tier(identifiers.get(identifiers.size() - 1)))
            : Optional.empty());
  }

  private Declaration.OperatorMeaning operatorMeaning(Tc0Parser.OperatorMeaningContext tree) {
    return new Declaration.OperatorMeaning(
        span(tree), tree.getStart().getText(), names.of(tree.qualifiedName()));
  }

  private Declaration.DepthConstant depthConstant(Tc0Parser.DepthConstantContext tree) {
    return new Declaration.DepthConstant(
        span(tree),
        names.of(tree.identifier()),
        tree.qualifiedName() == null
            ? names.of(tree.qualifiedNames())
            : List.of(names.of(tree.qualifiedName())));
  }

  private static Token lastBefore(TerminalNode end, ParserRuleContext tree) {
    ParseTree before = tree.getChild(tree.children.indexOf(end) - 1);
    return before instanceof TerminalNode leaf
        ? leaf.getSymbol()
        : ((ParserRuleContext) before).getStop();
  }

  private Span span(ParserRuleContext tree) {
    return names.spans().of(tree);
  }
}
