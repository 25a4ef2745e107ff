package tc0.syntax.elaborate;

import java.util.List;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.diagnostic.DiagnosticCode;

/** Sums and products of index terms, which only functions of tier p may use. */
final class IndexFolds {
  private IndexFolds() {}

  static Index fold(Expression.Fold fold, Box box, List<Index> elements) {
    boolean sum = fold.operator() == FoldOperator.SUM;
    if (!sum && fold.operator() != FoldOperator.PRODUCT) {
      throw Errors.error(
          DiagnosticCode.TC0301,
          fold.span(),
          "`" + fold.operator().text() + "` combines wires, and this is an index function",
          "write `forall`, `exists`, `and`, `or` for index predicates");
    }
    Index body =
        elements.stream()
            .reduce((a, b) -> sum ? new Index.Add(a, b) : new Index.Multiply(a, b))
            .orElseThrow();
    Index neutral = sum ? Index.ZERO : Index.ONE;
    if (!box.guard().equals(Predicate.TRUE)) {
      body = new Index.Conditional(box.guard(), body, neutral);
    }
    for (int i = box.rank() - 1; i >= 0; i--) {
      Box.Binder binder = box.binders().get(i);
      if (!binder.low().equals(Index.ZERO)) {
        body =
            new Index.Conditional(
                Predicate.atMost(binder.low(), Index.variable(binder.name())), body, neutral);
      }
      body =
          sum
              ? new Index.Summation(binder.name(), binder.high(), body)
              : new Index.Product(binder.name(), binder.high(), body);
    }
    return body;
  }
}
