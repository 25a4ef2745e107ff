package tc0.reference;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.ComparisonLink;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.Quantifier;

/** Finds the first relation that makes a false promise false, and the two values in it. */
final class Explanation {

  private final Evaluator evaluator;

  Explanation(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** The violation in a promise that was found to be false. */
  Outcome.Violated explain(Expression promise, Scope scope) {
    return find(promise, scope, new TreeMap<>())
        .orElseGet(
            () -> new Outcome.Violated("false", "=", "true", "", new TreeMap<>(), promise.span()));
  }

  private Optional<Outcome.Violated> find(
      Expression expression, Scope scope, SortedMap<String, String> where) {
    return switch (expression) {
      case Expression.Binary and when and.operator() == BinaryOperator.AND ->
          find(and.left(), scope, where).or(() -> find(and.right(), scope, where));
      case Expression.Conditional conditional ->
          find(
              evaluator.holds(conditional.condition(), scope)
                  ? conditional.yes()
                  : conditional.no(),
              scope,
              where);
      case Expression.LetIn let -> find(let.body(), Evaluator.bind(let.bindings(), scope), where);
      case Expression.Quantified all when all.quantifier() == Quantifier.FORALL ->
          among(
              new Cells(
                  all.span(),
                  List.of(all.body()),
                  Optional.of(new Box(all.span(), all.binders(), Optional.empty()))),
              scope,
              where);
      case Expression.Fold fold when fold.operator() == FoldOperator.AND ->
          among(fold.operands(), scope, where);
      case Expression.Comparison comparison -> comparison(comparison, scope, where);
      case Expression.Within within -> within(within, scope, where);
      default ->
          evaluator.holds(expression, scope)
              ? Optional.empty()
              : Optional.of(
                  new Outcome.Violated("false", "=", "true", "", where, expression.span()));
    };
  }

  private Optional<Outcome.Violated> among(
      Cells cells, Scope scope, SortedMap<String, String> where) {
    List<Outcome.Violated> found = new java.util.ArrayList<>();
    evaluator
        .boxes()
        .some(
            cells,
            scope,
            (element, inner) -> {
              SortedMap<String, String> here = new TreeMap<>(where);
              cells
                  .box()
                  .ifPresent(
                      box ->
                          box.binders()
                              .forEach(
                                  binder ->
                                      here.put(
                                          binder.name().text(),
                                          evaluator
                                              .named(binder.name().text(), binder.span(), inner)
                                              .toString())));
              find(element, inner, here).ifPresent(found::add);
              return !found.isEmpty();
            });
    return found.stream().findFirst();
  }

  private Optional<Outcome.Violated> comparison(
      Expression.Comparison comparison, Scope scope, SortedMap<String, String> where) {
    Value left = evaluator.evaluate(comparison.first(), scope);
    for (ComparisonLink link : comparison.links()) {
      Value right = evaluator.evaluate(link.operand(), scope);
      if (!Arithmetic.related(left, link.relation(), right, comparison.span())) {
        return Optional.of(
            new Outcome.Violated(
                left.toString(),
                link.relation().text(),
                right.toString(),
                note(left, right),
                where,
                comparison.span()));
      }
      left = right;
    }
    return Optional.empty();
  }

  private Optional<Outcome.Violated> within(
      Expression.Within within, Scope scope, SortedMap<String, String> where) {
    if (evaluator.holds(within, scope)) {
      return Optional.empty();
    }
    Value actual = evaluator.evaluate(within.actual(), scope);
    Value expected = evaluator.evaluate(within.expected(), scope);
    Value tolerance = evaluator.evaluate(within.tolerance(), scope);
    return Optional.of(
        new Outcome.Violated(
            actual.toString(),
            "within " + within.measure().text() + " " + tolerance + " of",
            expected.toString(),
            note(actual, expected),
            where,
            within.span()));
  }

  private static String note(Value left, Value right) {
    return Arithmetic.isImproperResult(left) || Arithmetic.isImproperResult(right)
        ? "the returned word is not the canonical one of its number"
        : "";
  }
}
