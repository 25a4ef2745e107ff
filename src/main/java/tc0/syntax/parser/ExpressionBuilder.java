package tc0.syntax.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.ComparisonLink;
import tc0.syntax.ast.ErrorMeasure;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.Quantifier;
import tc0.syntax.ast.Relation;
import tc0.syntax.ast.SizeArgument;
import tc0.syntax.ast.Subscript;
import tc0.syntax.ast.UnaryOperator;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Makes expressions of the parser's trees. */
final class ExpressionBuilder {

  private static final int MAX_DEPTH = 400;

  private final NameBuilder names;
  private final BoxBuilder boxes;
  private int depth;

  ExpressionBuilder(NameBuilder names) {
    this.names = names;
    this.boxes = new BoxBuilder(names, this);
  }

  BoxBuilder boxes() {
    return boxes;
  }

  List<Expression> all(List<Tc0Parser.ExpressionContext> trees) {
    return trees.stream().map(this::of).toList();
  }

  Expression of(Tc0Parser.ExpressionContext tree) {
    enter(tree);
    try {
      return expression(tree);
    } finally {
      depth--;
    }
  }

  Expression of(Tc0Parser.TermContext tree) {
    enter(tree);
    try {
      return term(tree);
    } finally {
      depth--;
    }
  }

  List<LetBinding> bindings(List<Tc0Parser.LetBindingContext> trees) {
    return trees.stream().map(this::binding).toList();
  }

  LetBinding binding(Tc0Parser.LetBindingContext tree) {
    return new LetBinding(
        span(tree),
        names.of(tree.identifier()),
        names.optional(tree.names()),
        of(tree.expression()));
  }

  private Expression expression(Tc0Parser.ExpressionContext tree) {
    return switch (tree) {
      case Tc0Parser.PlainContext t -> comparison(t.comparison());
      case Tc0Parser.ConjunctionContext t ->
          binary(t, BinaryOperator.AND, of(t.expression(0)), of(t.expression(1)));
      case Tc0Parser.DisjunctionContext t ->
          binary(t, BinaryOperator.OR, of(t.expression(0)), of(t.expression(1)));
      case Tc0Parser.ConditionalContext t ->
          new Expression.Conditional(
              span(t), of(t.expression(0)), of(t.expression(1)), of(t.expression(2)));
      case Tc0Parser.LetInContext t ->
          new Expression.LetIn(span(t), bindings(t.letBinding()), of(t.expression()));
      case Tc0Parser.QuantifiedContext t ->
          new Expression.Quantified(
              span(t),
              t.getStart().getText().equals("exists") ? Quantifier.EXISTS : Quantifier.FORALL,
              t.binder().stream().map(boxes::binder).toList(),
              of(t.expression()));
      case Tc0Parser.LeastContext t ->
          new Expression.Least(span(t), names.of(t.identifier()), of(t.term()), of(t.expression()));
      default -> throw unknown(tree);
    };
  }

  private Expression term(Tc0Parser.TermContext tree) {
    return switch (tree) {
      case Tc0Parser.NumeralContext t ->
          new Expression.Numeral(span(t), names.number(t.NUMBER().getSymbol()));
      case Tc0Parser.NameContext t -> {
        Identifier name = names.of(t.identifier());
        yield new Expression.Name(name.span(), name.text());
      }
      case Tc0Parser.ResultContext t -> new Expression.Result(span(t));
      case Tc0Parser.ParenthesesContext t -> of(t.expression());
      case Tc0Parser.IndicatorContext t -> new Expression.Indicator(span(t), of(t.expression()));
      case Tc0Parser.FoldContext t ->
          new Expression.Fold(span(t), foldOperator(t.getStart()), cells(t.cells()));
      case Tc0Parser.FieldContext t ->
          new Expression.Field(span(t), of(t.term()), names.of(t.identifier()));
      case Tc0Parser.BracketsContext t -> read(t);
      case Tc0Parser.CallContext t ->
          call(t, t.term(), t.argument().stream().map(this::argument).toList());
      case Tc0Parser.CallOnCellsContext t -> {
        Cells cells = cells(t.cells());
        yield call(t, t.term(), List.of(new Expression.Comprehension(cells.span(), cells)));
      }
      case Tc0Parser.PowerContext t ->
          binary(t, BinaryOperator.POWER, of(t.term(0)), of(t.term(1)));
      case Tc0Parser.PrefixContext t ->
          new Expression.Unary(span(t), unaryOperator(t.getStart()), of(t.term()));
      case Tc0Parser.MultiplicativeContext t ->
          binary(t, operator(t.getChild(1).getText()), of(t.term(0)), of(t.term(1)));
      case Tc0Parser.AdditiveContext t ->
          binary(t, operator(t.getChild(1).getText()), of(t.term(0)), of(t.term(1)));
      default -> throw unknown(tree);
    };
  }

  private Expression comparison(Tc0Parser.ComparisonContext tree) {
    Expression first = of(tree.term(0));
    if (tree.getChildCount() == 1) {
      return first;
    }
    refuseLeadingNot(tree.term(0));
    if (tree.qualifiedName() != null) {
      return new Expression.Member(span(tree), first, names.of(tree.qualifiedName()));
    }
    if (tree.relation().isEmpty()) {
      ErrorMeasure measure =
          tree.getChild(2).getText().equals("relative")
              ? ErrorMeasure.RELATIVE
              : ErrorMeasure.ABSOLUTE;
      return new Expression.Within(span(tree), first, measure, of(tree.term(1)), of(tree.term(2)));
    }
    List<ComparisonLink> links = new ArrayList<>();
    for (int i = 0; i < tree.relation().size(); i++) {
      links.add(new ComparisonLink(relation(tree.relation(i)), of(tree.term(i + 1))));
    }
    return new Expression.Comparison(span(tree), first, links);
  }

  private void refuseLeadingNot(Tc0Parser.TermContext tree) {
    if (tree instanceof Tc0Parser.PrefixContext && tree.getStart().getText().equals("not")) {
      throw SyntaxError.of(
          DiagnosticCode.TC0107,
          span(tree),
          "`not` binds to what stands directly behind it, not to the comparison",
          "write `not (a < b)`, or `(not a) < b` if that is meant");
    }
  }

  private Expression read(Tc0Parser.BracketsContext tree) {
    if (!tree.expression().isEmpty()) {
      throw SyntaxError.of(
          DiagnosticCode.TC0110,
          span(tree),
          "static arguments behind ';' belong to a call",
          "put the arguments in parentheses behind the brackets: table[w, v; f](x)");
    }
    if (tree.subscripts() == null) {
      throw SyntaxError.of(
          DiagnosticCode.TC0110,
          span(tree),
          "there is no index between the brackets",
          "leave the brackets out to speak of the whole array");
    }
    return new Expression.Read(
        span(tree),
        of(tree.term()),
        tree.subscripts().subscript().stream().map(this::subscript).toList());
  }

  private Subscript subscript(Tc0Parser.SubscriptContext tree) {
    if (tree.expression() != null) {
      return new Subscript.At(span(tree), of(tree.expression()));
    }
    if (tree.term() != null) {
      return new Subscript.Head(span(tree), of(tree.term()));
    }
    return new Subscript.All(span(tree));
  }

  private Expression call(
      ParserRuleContext tree, Tc0Parser.TermContext callee, List<Expression> arguments) {
    List<SizeArgument> sizes = List.of();
    List<Expression> statics = List.of();
    Tc0Parser.TermContext name = callee;
    if (callee instanceof Tc0Parser.BracketsContext brackets) {
      sizes = sizes(brackets);
      statics = all(brackets.expression());
      name = brackets.term();
    }
    return new Expression.Call(span(tree), callee(name), sizes, statics, arguments);
  }

  private QualifiedName callee(Tc0Parser.TermContext tree) {
    List<Identifier> parts = new ArrayList<>();
    Tc0Parser.TermContext rest = tree;
    while (rest instanceof Tc0Parser.FieldContext field) {
      parts.add(0, names.of(field.identifier()));
      rest = field.term();
    }
    if (!(rest instanceof Tc0Parser.NameContext first)) {
      throw SyntaxError.of(
          DiagnosticCode.TC0111,
          span(tree),
          "only a circuit, an index function or a parametrised definition can be called",
          "call it by its name: name[sizes](arguments)");
    }
    parts.add(0, names.of(first.identifier()));
    return new QualifiedName(span(tree), parts);
  }

  private List<SizeArgument> sizes(Tc0Parser.BracketsContext tree) {
    List<SizeArgument> sizes = new ArrayList<>();
    if (tree.subscripts() == null) {
      return sizes;
    }
    boolean named = false;
    for (Tc0Parser.SubscriptContext subscript : tree.subscripts().subscript()) {
      if (subscript.expression() == null) {
        throw SyntaxError.of(
            DiagnosticCode.TC0110,
            span(subscript),
            "a slice cannot be a size",
            "between a circuit's name and its arguments stand sizes: f[w = 2*n](x)");
      }
      SizeArgument size = size(subscript.expression());
      if (named && size.name().isEmpty()) {
        throw SyntaxError.of(
            DiagnosticCode.TC0110,
            size.span(),
            "a size by position stands behind a size by name",
            "name this one too, or move it to the front");
      }
      named = size.name().isPresent();
      sizes.add(size);
    }
    return sizes;
  }

  /** {@code w = e} without parentheses is a size by name. */
  private SizeArgument size(Tc0Parser.ExpressionContext tree) {
    if (tree instanceof Tc0Parser.PlainContext plain
        && plain.comparison().relation().size() == 1
        && plain.comparison().relation(0).getText().equals("=")
        && plain.comparison().term(0) instanceof Tc0Parser.NameContext name) {
      return new SizeArgument(
          span(tree), Optional.of(names.of(name.identifier())), of(plain.comparison().term(1)));
    }
    return new SizeArgument(span(tree), Optional.empty(), of(tree));
  }

  private Expression argument(Tc0Parser.ArgumentContext tree) {
    if (tree.cells() != null) {
      return new Expression.Comprehension(span(tree), cells(tree.cells()));
    }
    if (tree.identifier() != null) {
      return new Expression.Function(
          span(tree), names.of(tree.identifier()), of(tree.expression()));
    }
    return of(tree.expression());
  }

  private Cells cells(Tc0Parser.CellsContext tree) {
    return new Cells(
        span(tree), all(tree.expression()), Optional.ofNullable(tree.box()).map(boxes::box));
  }

  static Relation relation(Tc0Parser.RelationContext tree) {
    String text = tree.getText();
    for (Relation relation : Relation.values()) {
      if (relation.text().equals(text)) {
        return relation;
      }
    }
    throw unknown(tree);
  }

  private static BinaryOperator operator(String text) {
    for (BinaryOperator operator : BinaryOperator.values()) {
      if (operator.text().equals(text)) {
        return operator;
      }
    }
    throw new IllegalStateException("no operator " + text);
  }

  private static UnaryOperator unaryOperator(Token token) {
    return switch (token.getText()) {
      case "-" -> UnaryOperator.NEGATE;
      case "not" -> UnaryOperator.NOT;
      default -> UnaryOperator.MATERIALISE;
    };
  }

  private static FoldOperator foldOperator(Token token) {
    return switch (token.getText()) {
      case "and", "all" -> FoldOperator.AND;
      case "or", "any" -> FoldOperator.OR;
      case "maj" -> FoldOperator.MAJ;
      case "sum" -> FoldOperator.SUM;
      default -> FoldOperator.PRODUCT;
    };
  }

  private Expression binary(
      ParserRuleContext tree, BinaryOperator operator, Expression left, Expression right) {
    return new Expression.Binary(span(tree), operator, left, right);
  }

  private void enter(ParserRuleContext tree) {
    depth++;
    if (depth > MAX_DEPTH) {
      depth--;
      throw SyntaxError.of(
          DiagnosticCode.TC0106,
          names.spans().of(tree.getStart()),
          "this expression has too many levels",
          "name a part with `let` or as an array, or write a sum over a box");
    }
  }

  private Span span(ParserRuleContext tree) {
    return names.spans().of(tree);
  }

  static IllegalStateException unknown(ParserRuleContext tree) {
    return new IllegalStateException("no record for " + tree.getClass().getSimpleName());
  }
}
