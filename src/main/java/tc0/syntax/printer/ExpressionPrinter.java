package tc0.syntax.printer;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.ComparisonLink;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.Relation;
import tc0.syntax.ast.SizeArgument;
import tc0.syntax.ast.Subscript;
import tc0.syntax.ast.UnaryOperator;

/** Expressions as source, with the parentheses that the grammar needs and no others. */
public final class ExpressionPrinter {

  // How tightly something binds; a place states the least it takes without parentheses.
  private static final int OPEN = 0;
  private static final int DISJUNCTION = 1;
  private static final int CONJUNCTION = 2;
  private static final int COMPARISON = 3;
  private static final int SUM = 4;
  private static final int PRODUCT = 5;
  private static final int PREFIX = 6;
  private static final int POWER = 7;
  private static final int PRIMARY = 8;

  private ExpressionPrinter() {}

  /** An expression in a place that ends with punctuation. */
  public static String print(Expression expression) {
    return switch (expression) {
      case Expression.Numeral e -> e.value().toString();
      case Expression.Name e -> e.text();
      case Expression.Result e -> "return";
      case Expression.Field e -> at(PRIMARY, e.base()) + "." + e.field();
      case Expression.Read e ->
          at(PRIMARY, e.base())
              + "["
              + e.subscripts().stream().map(ExpressionPrinter::subscript).collect(joining(", "))
              + "]";
      case Expression.Call e -> call(e);
      case Expression.Comprehension e -> cells(e.cells());
      case Expression.Function e -> e.parameter() + " => " + print(e.body());
      case Expression.Fold e -> word(e.operator()) + " " + cells(e.operands());
      case Expression.Unary e -> sign(e.operator()) + at(PREFIX, e.operand());
      case Expression.Binary e -> binary(e);
      case Expression.Comparison e ->
          first(e.first())
              + e.links().stream()
                  .map(link -> " " + link.relation().text() + " " + at(SUM, link.operand()))
                  .collect(joining());
      case Expression.Member e -> first(e.element()) + " in " + e.domain();
      case Expression.Within e ->
          first(e.actual())
              + " within "
              + e.measure().text()
              + " "
              + at(SUM, e.tolerance())
              + " of "
              + at(SUM, e.expected());
      case Expression.Quantified e ->
          e.quantifier().text() + " " + binders(e.binders()) + " : " + print(e.body());
      case Expression.Least e ->
          "least " + e.variable() + " < " + at(SUM, e.bound()) + " : " + print(e.condition());
      case Expression.Conditional e ->
          "if " + print(e.condition()) + " then " + print(e.yes()) + " else " + print(e.no());
      case Expression.LetIn e -> "let " + bindings(e.bindings()) + " in " + print(e.body());
      case Expression.Indicator e -> "[" + print(e.condition()) + "]";
    };
  }

  /** An expression in front of a body, where a brace would be taken for the body's. */
  static String beforeBody(Expression expression) {
    String text = print(expression);
    return text.contains("{") ? "(" + text + ")" : text;
  }

  /** An expression where the grammar wants a term, in front of a body. */
  static String termBeforeBody(Expression expression) {
    String text = at(SUM, expression);
    return text.contains("{") && strength(expression) >= SUM ? "(" + text + ")" : text;
  }

  static String term(Expression expression) {
    return at(SUM, expression);
  }

  static String list(List<Expression> expressions) {
    return expressions.stream().map(ExpressionPrinter::print).collect(joining(", "));
  }

  static String bindings(List<LetBinding> bindings) {
    return bindings.stream().map(ExpressionPrinter::binding).collect(joining(", "));
  }

  /**
   * {@code f(i) = value}; the first {@code in} behind a {@code let} ends it, so values hide theirs.
   */
  static String binding(LetBinding binding) {
    String value = print(binding.value());
    return binding.name()
        + names(binding.parameters())
        + " = "
        + (hasMembership(binding.value()) ? "(" + value + ")" : value);
  }

  /** {@code (a, b)}, or nothing. */
  static String names(List<?> names) {
    return names.isEmpty()
        ? ""
        : names.stream().map(Object::toString).collect(joining(", ", "(", ")"));
  }

  static String box(Box box) {
    String guard = box.guard().map(condition -> "when " + print(condition)).orElse("");
    return (binders(box.binders()) + " " + guard).strip();
  }

  static String binder(Binder binder) {
    return switch (binder) {
      case Binder.Range b ->
          b.lower().map(l -> at(SUM, l.bound()) + (l.strict() ? " < " : " <= ")).orElse("")
              + b.name()
              + (b.upperInclusive() ? " <= " : " < ")
              + at(SUM, b.upper());
      case Binder.InDomain b -> b.name() + " in " + b.domain();
    };
  }

  private static String binders(List<Binder> binders) {
    return binders.stream().map(ExpressionPrinter::binder).collect(joining(", "));
  }

  private static String cells(Cells cells) {
    return "{ "
        + list(cells.elements())
        + cells.box().map(box -> " : " + box(box)).orElse("")
        + " }";
  }

  private static String call(Expression.Call call) {
    StringBuilder out = new StringBuilder(call.callee().toString());
    if (!call.sizes().isEmpty() || !call.statics().isEmpty()) {
      out.append('[')
          .append(call.sizes().stream().map(ExpressionPrinter::size).collect(joining(", ")))
          .append(call.statics().isEmpty() ? "" : "; " + list(call.statics()))
          .append(']');
    }
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Comprehension only) {
      return out.append(' ').append(cells(only.cells())).toString();
    }
    return out.append('(').append(list(call.arguments())).append(')').toString();
  }

  private static String size(SizeArgument size) {
    if (size.name().isPresent()) {
      return size.name().get() + " = " + at(SUM, size.value());
    }
    // Without parentheses `w = e` would be a size by name.
    boolean equality =
        size.value() instanceof Expression.Comparison comparison
            && comparison.links().get(0).relation() == Relation.EQUAL;
    return equality ? "(" + print(size.value()) + ")" : print(size.value());
  }

  private static String subscript(Subscript subscript) {
    return switch (subscript) {
      case Subscript.At s -> print(s.index());
      case Subscript.All s -> "..";
      case Subscript.Head s -> ".." + at(SUM, s.extent());
    };
  }

  private static String binary(Expression.Binary e) {
    int strength = strength(e);
    String operator = e.operator().text();
    if (e.operator() == BinaryOperator.POWER) {
      return at(PRIMARY, e.left()) + operator + at(PREFIX, e.right());
    }
    return at(strength, e.left()) + " " + operator + " " + at(strength + 1, e.right());
  }

  /** The operand in front of a relation: a bare {@code not} is refused there as misleading. */
  private static String first(Expression expression) {
    boolean negation =
        expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT;
    return at(negation ? PRIMARY : SUM, expression);
  }

  private static String at(int least, Expression expression) {
    String text = print(expression);
    return strength(expression) < least ? "(" + text + ")" : text;
  }

  private static int strength(Expression expression) {
    return switch (expression) {
      case Expression.Quantified e -> OPEN;
      case Expression.Least e -> OPEN;
      case Expression.Conditional e -> OPEN;
      case Expression.LetIn e -> OPEN;
      case Expression.Comparison e -> COMPARISON;
      case Expression.Member e -> COMPARISON;
      case Expression.Within e -> COMPARISON;
      case Expression.Unary e -> PREFIX;
      case Expression.Binary e ->
          switch (e.operator()) {
            case OR -> DISJUNCTION;
            case AND -> CONJUNCTION;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, DIV, MOD -> PRODUCT;
            case POWER -> POWER;
          };
      default -> PRIMARY;
    };
  }

  private static String sign(UnaryOperator operator) {
    return operator == UnaryOperator.NEGATE ? operator.text() : operator.text() + " ";
  }

  private static String word(FoldOperator operator) {
    return switch (operator) {
      case AND -> "all";
      case OR -> "any";
      case MAJ, SUM, PRODUCT -> operator.text();
    };
  }

  /** Whether an {@code in} that is not the end of a {@code let} occurs, in brackets or not. */
  private static boolean hasMembership(Expression expression) {
    return switch (expression) {
      case Expression.Member e -> true;
      case Expression.Quantified e ->
          e.binders().stream().anyMatch(ExpressionPrinter::hasMembership)
              || hasMembership(e.body());
      default -> parts(expression).stream().anyMatch(ExpressionPrinter::hasMembership);
    };
  }

  private static boolean hasMembership(Binder binder) {
    return switch (binder) {
      case Binder.InDomain b -> true;
      case Binder.Range b ->
          hasMembership(b.upper()) || b.lower().filter(l -> hasMembership(l.bound())).isPresent();
    };
  }

  /** The parts that may be printed outside brackets. */
  private static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Expression.Field e -> List.of(e.base());
      case Expression.Read e -> List.of(e.base());
      case Expression.Unary e -> List.of(e.operand());
      case Expression.Binary e -> List.of(e.left(), e.right());
      case Expression.Comparison e -> {
        List<Expression> parts = new ArrayList<>(List.of(e.first()));
        e.links().stream().map(ComparisonLink::operand).forEach(parts::add);
        yield parts;
      }
      case Expression.Within e -> List.of(e.actual(), e.tolerance(), e.expected());
      case Expression.Least e -> List.of(e.bound(), e.condition());
      case Expression.Conditional e -> List.of(e.condition(), e.yes(), e.no());
      case Expression.LetIn e -> List.of(e.body());
      default -> List.of();
    };
  }
}
