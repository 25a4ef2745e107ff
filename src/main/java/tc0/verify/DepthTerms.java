package tc0.verify;

import java.util.List;
import java.util.Set;
import tc0.kernel.DepthConstant;
import tc0.kernel.DepthExpression;
import tc0.kernel.Index;
import tc0.syntax.ast.Expression;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.IndexTerms;

/** Reads claimed depths: linear in the named constants, with sizes as coefficients. */
final class DepthTerms {
  private final Set<String> constants;
  private final IndexTerms sizes;

  DepthTerms(List<DepthConstant> constants, IndexTerms sizes) {
    this.constants = Set.copyOf(constants.stream().map(DepthConstant::name).toList());
    this.sizes = sizes;
  }

  DepthExpression read(Expression expression) {
    if (!mentionsConstant(expression)) {
      return new DepthExpression.Count(sizes.index(expression));
    }
    return switch (expression) {
      case Expression.Name name -> new DepthExpression.Constant(name.text());
      case Expression.Binary binary ->
          switch (binary.operator()) {
            case ADD -> new DepthExpression.Sum(read(binary.left()), read(binary.right()));
            case SUBTRACT ->
                new DepthExpression.Difference(read(binary.left()), read(binary.right()));
            case MULTIPLY -> product(binary);
            default -> throw unclear(expression);
          };
      case Expression.Call call when call.callee().toString().equals("max") ->
          call.arguments().stream()
              .map(this::read)
              .reduce(DepthExpression.Maximum::new)
              .orElseThrow(() -> unclear(expression));
      default -> throw unclear(expression);
    };
  }

  private DepthExpression product(Expression.Binary binary) {
    if (!mentionsConstant(binary.left())) {
      Index factor = sizes.index(binary.left());
      return new DepthExpression.Scale(factor, read(binary.right()));
    }
    if (!mentionsConstant(binary.right())) {
      return new DepthExpression.Scale(sizes.index(binary.right()), read(binary.left()));
    }
    throw unclear(binary);
  }

  private boolean mentionsConstant(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> constants.contains(name.text());
      case Expression.Binary binary ->
          mentionsConstant(binary.left()) || mentionsConstant(binary.right());
      case Expression.Unary unary -> mentionsConstant(unary.operand());
      case Expression.Call call -> call.arguments().stream().anyMatch(this::mentionsConstant);
      default -> false;
    };
  }

  private static DiagnosticException unclear(Expression expression) {
    return new DiagnosticException(
        Diagnostic.error(
                DiagnosticCode.TC0601,
                expression.span(),
                "a claimed depth is linear in the named constants")
            .withHelp("combine constants with `+`, `-`, `max` and multiples by sizes"));
  }
}
