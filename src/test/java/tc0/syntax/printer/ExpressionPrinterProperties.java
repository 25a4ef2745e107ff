package tc0.syntax.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tc0.syntax.Modules;
import tc0.syntax.SpanEraser;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
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
import tc0.syntax.source.Span;

class ExpressionPrinterProperties {

  private static final Span NONE = Span.NONE;

  @Property(tries = 1500)
  void parsingThePrintedExpressionGivesTheSameExpression(
      @ForAll("expressions") Expression expression) {
    String printed = ExpressionPrinter.print(expression);
    assertThat(SpanEraser.erase(Modules.expression(printed))).as(printed).isEqualTo(expression);
  }

  @Property(tries = 300)
  void expressionsSurviveInFrontOfABody(@ForAll("expressions") Expression expression) {
    String source =
        "circuit c() -> bit where "
            + ExpressionPrinter.beforeBody(expression)
            + " {\n iterate t < "
            + ExpressionPrinter.termBeforeBody(expression)
            + " from H = "
            + ExpressionPrinter.beforeBody(expression)
            + " { H = 1; }\n}\n";
    assertThat(ModulePrinter.print(Modules.parsed(source)).replaceAll("\\s+", " "))
        .isEqualTo(source.replaceAll("\\s+", " "));
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return sized(4);
  }

  private static Arbitrary<Expression> sized(int depth) {
    Arbitrary<Expression> leaf =
        Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, 99)
                .map(n -> new Expression.Numeral(NONE, BigInteger.valueOf(n))),
            names().map(name -> new Expression.Name(NONE, name)),
            Arbitraries.just(new Expression.Result(NONE)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Expression> e = Arbitraries.lazy(() -> sized(depth - 1));
    return Arbitraries.oneOf(leaf, arithmetic(e), logic(e), reading(e), calls(e), binding(e));
  }

  private static Arbitrary<Expression> arithmetic(Arbitrary<Expression> e) {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(UnaryOperator.class), e)
            .as((operator, x) -> new Expression.Unary(NONE, operator, x)),
        Combinators.combine(Arbitraries.of(BinaryOperator.class), e, e)
            .as((operator, x, y) -> new Expression.Binary(NONE, operator, x, y)),
        Combinators.combine(Arbitraries.of(FoldOperator.class), cells(e))
            .as((operator, cells) -> new Expression.Fold(NONE, operator, cells)));
  }

  private static Arbitrary<Expression> logic(Arbitrary<Expression> e) {
    Arbitrary<ComparisonLink> link =
        Combinators.combine(Arbitraries.of(Relation.class), e).as(ComparisonLink::new);
    return Arbitraries.oneOf(
        Combinators.combine(e, link.list().ofMinSize(1).ofMaxSize(2))
            .as((first, links) -> new Expression.Comparison(NONE, first, links)),
        Combinators.combine(e, qualified()).as((x, d) -> new Expression.Member(NONE, x, d)),
        Combinators.combine(e, Arbitraries.of(ErrorMeasure.class), e, e)
            .as((x, measure, y, z) -> new Expression.Within(NONE, x, measure, y, z)),
        e.map(x -> new Expression.Indicator(NONE, x)),
        Combinators.combine(e, e, e).as((x, y, z) -> new Expression.Conditional(NONE, x, y, z)));
  }

  private static Arbitrary<Expression> reading(Arbitrary<Expression> e) {
    Arbitrary<Subscript> subscript =
        Arbitraries.oneOf(
            e.map(x -> new Subscript.At(NONE, x)),
            Arbitraries.just(new Subscript.All(NONE)),
            e.map(x -> new Subscript.Head(NONE, x)));
    return Arbitraries.oneOf(
        Combinators.combine(e, identifiers()).as((x, f) -> new Expression.Field(NONE, x, f)),
        Combinators.combine(e, subscript.list().ofMinSize(1).ofMaxSize(2))
            .as((x, subscripts) -> new Expression.Read(NONE, x, subscripts)));
  }

  private static Arbitrary<Expression> calls(Arbitrary<Expression> e) {
    Arbitrary<SizeArgument> positional = e.map(x -> new SizeArgument(NONE, Optional.empty(), x));
    Arbitrary<SizeArgument> named =
        Combinators.combine(identifiers(), e)
            .as((name, x) -> new SizeArgument(NONE, Optional.of(name), x));
    Arbitrary<List<SizeArgument>> sizes =
        Combinators.combine(positional.list().ofMaxSize(1), named.list().ofMaxSize(1))
            .as((a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    Arbitrary<Expression> argument =
        Arbitraries.oneOf(
            e,
            cells(e).map(cells -> new Expression.Comprehension(NONE, cells)),
            Combinators.combine(identifiers(), e)
                .as((name, x) -> new Expression.Function(NONE, name, x)));
    return Combinators.combine(
            qualified(), sizes, e.list().ofMaxSize(1), argument.list().ofMaxSize(2))
        .as((callee, s, statics, a) -> new Expression.Call(NONE, callee, s, statics, a));
  }

  private static Arbitrary<Expression> binding(Arbitrary<Expression> e) {
    Arbitrary<LetBinding> let =
        Combinators.combine(identifiers(), identifiers().list().ofMaxSize(1), e)
            .as((name, parameters, x) -> new LetBinding(NONE, name, parameters, x));
    return Arbitraries.oneOf(
        Combinators.combine(let.list().ofMinSize(1).ofMaxSize(2), e)
            .as((lets, x) -> new Expression.LetIn(NONE, lets, x)),
        Combinators.combine(
                Arbitraries.of(Quantifier.class), binder(e).list().ofMinSize(1).ofMaxSize(2), e)
            .as((q, binders, x) -> new Expression.Quantified(NONE, q, binders, x)),
        Combinators.combine(identifiers(), e, e)
            .as((name, x, y) -> new Expression.Least(NONE, name, x, y)));
  }

  private static Arbitrary<Cells> cells(Arbitrary<Expression> e) {
    Arbitrary<Box> box =
        Combinators.combine(binder(e).list().ofMinSize(1).ofMaxSize(2), e.optional())
            .as((binders, guard) -> new Box(NONE, binders, guard));
    return Combinators.combine(e.list().ofMinSize(1).ofMaxSize(2), box.optional())
        .as((elements, b) -> new Cells(NONE, elements, b));
  }

  private static Arbitrary<Binder> binder(Arbitrary<Expression> e) {
    Arbitrary<Binder.LowerBound> lower =
        Combinators.combine(e, Arbitraries.of(true, false)).as(Binder.LowerBound::new);
    return Arbitraries.oneOf(
        Combinators.combine(identifiers(), qualified())
            .as((name, domain) -> new Binder.InDomain(NONE, name, domain)),
        Combinators.combine(lower.optional(), identifiers(), e, Arbitraries.of(true, false))
            .as((l, name, x, inclusive) -> new Binder.Range(NONE, l, name, x, inclusive)));
  }

  private static Arbitrary<QualifiedName> qualified() {
    return identifiers()
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(parts -> new QualifiedName(NONE, parts));
  }

  private static Arbitrary<Identifier> identifiers() {
    return names().map(name -> new Identifier(NONE, name));
  }

  /** Some of them words of the language that may also be names. */
  private static Arbitrary<String> names() {
    return Arbitraries.of("a", "x1", "g_t", "n", "depth", "size", "from", "log", "max", "p");
  }
}
