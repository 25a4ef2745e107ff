package tc0.syntax.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import tc0.syntax.ast.AxiomClause;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.Parameter;
import tc0.syntax.ast.SizeParameter;
import tc0.syntax.ast.Type;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Makes headers, types and bodies of circuits of the parser's trees. */
record CircuitBuilder(
    NameBuilder names, ExpressionBuilder expressions, StatementCollector statements) {

  CircuitHeader header(Tc0Parser.HeaderContext tree, Tc0Parser.WhereClauseContext where) {
    List<SizeParameter> sizes =
        tree.sizeParameters() == null
            ? List.of()
            : tree.sizeParameters().sizeParameter().stream().map(this::sizeParameter).toList();
    List<Identifier> identifiers = names.all(tree.identifier());
    List<Parameter> parameters = new ArrayList<>();
    tree.parameters().forEach(group -> parameters.addAll(parameters(group)));
    return new CircuitHeader(
        span(tree),
        identifiers.get(0),
        sizes,
        identifiers.subList(1, identifiers.size()),
        parameters,
        type(tree.type()),
        constraints(where));
  }

  List<Expression> constraints(Tc0Parser.WhereClauseContext where) {
    return where == null ? List.of() : expressions.all(where.expression());
  }

  Type type(Tc0Parser.TypeContext tree) {
    return switch (tree) {
      case Tc0Parser.FormBitTypeContext t -> new Type.FormBit(span(t), extents(t.extents()));
      case Tc0Parser.FormTypeContext t -> new Type.Form(span(t), extents(t.extents()));
      case Tc0Parser.BitTypeContext t -> new Type.Bit(span(t), extents(t.extents()));
      case Tc0Parser.NamedTypeContext t ->
          new Type.Named(
              span(t),
              names.of(t.qualifiedName()),
              expressions.all(t.expression()),
              extents(t.extents()));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  List<Item> items(List<Tc0Parser.ItemContext> trees) {
    return statements.all(trees, this::item);
  }

  List<AxiomClause> axiomClauses(
      List<Tc0Parser.AxiomClauseContext> trees, CitationBuilder citations) {
    return statements.all(trees, tree -> axiomClause(tree, citations));
  }

  Item.Return result(Tc0Parser.ReturnItemContext tree) {
    return new Item.Return(
        span(tree),
        names.all(tree.identifier()),
        expressions.boxes().optional(tree.boxInBrackets()),
        expressions.of(tree.expression()));
  }

  IndexDefinition indexDefinition(Tc0Parser.IndexDefinitionContext tree) {
    return switch (tree) {
      case Tc0Parser.IndexFunctionContext t ->
          new IndexDefinition.Function(
              span(t),
              names.of(t.identifier(0)),
              names.optional(t.names()),
              names.optionalTier(t.identifier(1)),
              expressions.of(t.expression()));
      case Tc0Parser.PredicateContext t ->
          new IndexDefinition.Predicate(
              span(t),
              names.of(t.identifier(0)),
              names.optional(t.names()),
              names.optionalTier(t.identifier(1)),
              expressions.of(t.expression()));
      case Tc0Parser.DomainContext t -> domain(t);
      case Tc0Parser.AdviceContext t ->
          new IndexDefinition.Advice(
              span(t),
              names.of(t.identifier()),
              names.optional(t.names()),
              expressions.of(t.expression(0)),
              expressions.of(t.expression(1)));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private IndexDefinition domain(Tc0Parser.DomainContext tree) {
    Identifier variable = names.of(tree.identifier(1));
    Binder binder = expressions.boxes().binder(tree.binder());
    if (!(binder instanceof Binder.Range range) || !range.name().text().equals(variable.text())) {
      throw SyntaxError.of(
          DiagnosticCode.TC0108,
          binder.span(),
          "a domain gives the range of its variable " + Expectation.quoted(variable.text()),
          "write `domain P(m) = lo < m <= hi when prime(m);`");
    }
    return new IndexDefinition.Domain(
        span(tree),
        names.of(tree.identifier(0)),
        range,
        Optional.ofNullable(tree.expression()).map(expressions::of));
  }

  private Item item(Tc0Parser.ItemContext tree) {
    return switch (tree) {
      case Tc0Parser.LetItemContext t ->
          new Item.Let(span(t), expressions.bindings(t.letBinding()));
      case Tc0Parser.FormItemContext t ->
          new Item.Form(
              span(t),
              t.BIT() != null,
              names.of(t.identifier()),
              names.optional(t.names()),
              expressions.boxes().optional(t.boxInBrackets()),
              expressions.of(t.expression()));
      case Tc0Parser.ResultItemContext t -> result(t.returnItem());
      case Tc0Parser.IterateItemContext t ->
          new Item.Iterate(
              span(t),
              names.of(t.identifier()),
              expressions.of(t.term()),
              t.stateStart().stream().map(this::stateStart).toList(),
              items(t.item()));
      case Tc0Parser.MeaningItemContext t -> ensures(t.ensuresItem());
      case Tc0Parser.DomainItemContext t -> requires(t.requiresItem());
      case Tc0Parser.IndexItemContext t -> indexDefinition(t.indexDefinition());
      case Tc0Parser.ArrayItemContext t ->
          new Item.Array(
              span(t),
              names.of(t.identifier()),
              expressions.boxes().optional(t.boxInBrackets()),
              expressions.of(t.expression()));
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  private Item.StateStart stateStart(Tc0Parser.StateStartContext tree) {
    return new Item.StateStart(
        span(tree), names.of(tree.identifier()), expressions.of(tree.expression()));
  }

  private AxiomClause axiomClause(Tc0Parser.AxiomClauseContext tree, CitationBuilder citations) {
    return switch (tree) {
      case Tc0Parser.AxiomCitesContext t ->
          new AxiomClause.Cites(span(t), citations.all(t.citations()));
      case Tc0Parser.AxiomDepthContext t ->
          new AxiomClause.Depth(span(t), unless("constant", t.expression()));
      case Tc0Parser.AxiomSizeContext t ->
          new AxiomClause.Size(span(t), unless("poly", t.expression()));
      case Tc0Parser.AxiomUniformContext t ->
          new AxiomClause.Uniform(span(t), names.tier(t.identifier()));
      case Tc0Parser.AxiomNeedsContext t ->
          new AxiomClause.Needs(span(t), names.of(t.qualifiedNames()));
      case Tc0Parser.AxiomEnsuresContext t -> ensures(t.ensuresItem());
      case Tc0Parser.AxiomRequiresContext t -> requires(t.requiresItem());
      default -> throw ExpressionBuilder.unknown(tree);
    };
  }

  /** The expression, or nothing if it is just the given word. */
  private Optional<Expression> unless(String word, Tc0Parser.ExpressionContext tree) {
    Expression expression = expressions.of(tree);
    boolean isWord = expression instanceof Expression.Name name && name.text().equals(word);
    return isWord ? Optional.empty() : Optional.of(expression);
  }

  Item.Ensures ensures(Tc0Parser.EnsuresItemContext tree) {
    return new Item.Ensures(
        span(tree),
        expressions.of(tree.expression(0)),
        Optional.ofNullable(tree.expression(1)).map(expressions::of));
  }

  Item.Requires requires(Tc0Parser.RequiresItemContext tree) {
    return new Item.Requires(span(tree), expressions.of(tree.expression()));
  }

  private SizeParameter sizeParameter(Tc0Parser.SizeParameterContext tree) {
    return new SizeParameter(
        span(tree),
        names.of(tree.identifier()),
        Optional.ofNullable(tree.expression()).map(expressions::of));
  }

  private List<Parameter> parameters(Tc0Parser.ParametersContext tree) {
    Type type = type(tree.type());
    Optional<Expression> value = Optional.ofNullable(tree.expression()).map(expressions::of);
    return names.all(tree.identifier()).stream()
        .map(name -> new Parameter(name.span(), name, type, value))
        .toList();
  }

  private List<Expression> extents(Tc0Parser.ExtentsContext tree) {
    return expressions.all(tree.expression());
  }

  private Span span(ParserRuleContext tree) {
    return names.spans().of(tree);
  }
}
