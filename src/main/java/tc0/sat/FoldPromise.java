package tc0.sat;

import java.util.Optional;
import tc0.reference.Meaning;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.Relation;
import tc0.syntax.source.Span;

/**
 * A promise {@code reading(return) = sum { e(i) : i < n }}, or a product, or either of them {@code
 * mod m} with m independent of n.
 *
 * @param reading the left side
 * @param binder the name that counts the operands
 * @param step the right side for n operands, in terms of {@link #PREVIOUS} and the binder
 */
record FoldPromise(Expression reading, String binder, Expression step, Span span) {

  /** Stands in {@link #step} for what the circuit with one operand less returns. */
  static final String PREVIOUS = "previous result";

  /** The first promise of that form over the parameter. */
  static FoldPromise of(Meaning.Circuit circuit, String parameter) {
    if (!circuit.requirements().isEmpty()) {
      throw ExpressionBlaster.unsupported(
          "induction over a circuit that `requires` something",
          circuit.requirements().get(0).span());
    }
    for (Item.Ensures promise : circuit.promises()) {
      if (promise.condition().isEmpty()
          && promise.relation() instanceof Expression.Comparison equation
          && equation.links().size() == 1
          && equation.links().get(0).relation() == Relation.EQUAL) {
        Optional<FoldPromise> found =
            of(equation.first(), equation.links().get(0).operand(), parameter);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw ExpressionBlaster.unsupported(
        "induction on "
            + parameter
            + " without a promise `nat(return) = sum { … : i < "
            + parameter
            + " }`, perhaps `mod` something,",
        circuit.header().span());
  }

  private static Optional<FoldPromise> of(Expression reading, Expression value, String parameter) {
    return switch (value) {
      case Expression.Binary(Span span, BinaryOperator operator, Expression left, Expression right)
          when operator == BinaryOperator.MOD && !mentions(right, parameter) ->
          of(reading, left, parameter)
              .map(
                  fold ->
                      new FoldPromise(
                          reading,
                          fold.binder(),
                          new Expression.Binary(span, BinaryOperator.MOD, fold.step(), right),
                          span));
      case Expression.Fold fold -> of(reading, fold, parameter);
      default -> Optional.empty();
    };
  }

  private static Optional<FoldPromise> of(
      Expression reading, Expression.Fold fold, String parameter) {
    boolean arithmetic =
        fold.operator() == FoldOperator.SUM || fold.operator() == FoldOperator.PRODUCT;
    if (!arithmetic
        || fold.operands().elements().size() != 1
        || fold.operands().box().isEmpty()
        || fold.operands().box().get().guard().isPresent()
        || fold.operands().box().get().binders().size() != 1) {
      return Optional.empty();
    }
    Expression element = fold.operands().elements().get(0);
    return fold.operands().box().get().binders().get(0) instanceof Binder.Range range
            && range.lower().isEmpty()
            && !range.upperInclusive()
            && range.upper() instanceof Expression.Name(Span where, String name)
            && name.equals(parameter)
            && !mentions(element, parameter)
        ? Optional.of(
            new FoldPromise(
                reading,
                range.name().text(),
                new Expression.Binary(
                    fold.span(),
                    fold.operator() == FoldOperator.SUM
                        ? BinaryOperator.ADD
                        : BinaryOperator.MULTIPLY,
                    new Expression.Name(fold.span(), PREVIOUS),
                    element),
                fold.span()))
        : Optional.empty();
  }

  /** Whether a name may occur; anything unusual counts as an occurrence. */
  private static boolean mentions(Expression expression, String name) {
    return switch (expression) {
      case Expression.Numeral numeral -> false;
      case Expression.Name(Span span, String text) -> text.equals(name);
      case Expression.Binary binary ->
          mentions(binary.left(), name) || mentions(binary.right(), name);
      case Expression.Unary unary -> mentions(unary.operand(), name);
      case Expression.Read read ->
          mentions(read.base(), name)
              || read.subscripts().stream()
                  .anyMatch(
                      subscript ->
                          !(subscript instanceof tc0.syntax.ast.Subscript.At at)
                              || mentions(at.index(), name));
      case Expression.Call call ->
          !call.sizes().isEmpty()
              || !call.statics().isEmpty()
              || call.arguments().stream().anyMatch(argument -> mentions(argument, name));
      default -> true;
    };
  }
}
