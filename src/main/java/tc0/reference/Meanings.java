package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.source.Span;

/** The meanings of index definitions. */
public final class Meanings {

  private Meanings() {}

  /** What an index definition means where {@code scope} is visible. */
  public static Meaning of(IndexDefinition definition, Scope scope) {
    return switch (definition) {
      case IndexDefinition.Function function ->
          new Meaning.Defined(names(function.parameters()), function.value(), scope);
      case IndexDefinition.Predicate predicate ->
          new Meaning.Defined(names(predicate.parameters()), predicate.condition(), scope);
      case IndexDefinition.Domain domain -> new Meaning.Domain(domain, scope);
      case IndexDefinition.Advice advice ->
          new Meaning.Defined(names(advice.parameters()), clamped(advice), scope);
    };
  }

  /** {@code min(max(value, 0), 2^width - 1)}: advice never exceeds its width. */
  private static Expression clamped(IndexDefinition.Advice advice) {
    Span span = advice.span();
    Expression least = new Expression.Numeral(span, BigInteger.ZERO);
    Expression power =
        new Expression.Binary(
            span,
            BinaryOperator.POWER,
            new Expression.Numeral(span, BigInteger.TWO),
            advice.width());
    Expression greatest =
        new Expression.Binary(
            span, BinaryOperator.SUBTRACT, power, new Expression.Numeral(span, BigInteger.ONE));
    return call("min", call("max", least, advice.value()), greatest);
  }

  private static Expression call(String name, Expression first, Expression second) {
    Span span = first.span();
    QualifiedName callee = new QualifiedName(span, List.of(new Identifier(span, name)));
    return new Expression.Call(span, callee, List.of(), List.of(), List.of(first, second));
  }

  private static List<String> names(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::text).toList();
  }
}
