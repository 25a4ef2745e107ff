package tc0.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.Quantifier;
import tc0.syntax.ast.Relation;
import tc0.syntax.ast.Subscript;

/**
 * A promise that prescribes (a part of) the result: {@code value(return) = e}, {@code nat(return.q)
 * = e}, {@code return = e}, {@code forall i < n : value(return[i]) = e}. From such promises the
 * reference computes.
 *
 * @param fields the fields of the result that are read, none for all of it
 * @param binders the quantified names, which index the result in this order
 * @param reading how the result is read as a number
 * @param expected the prescribed value
 * @param condition when the promise holds
 */
record Equation(
    List<String> fields,
    List<Binder.Range> binders,
    Encoding.Reading reading,
    Expression expected,
    Optional<Expression> condition) {

  /** The equations among promises. */
  static List<Equation> among(List<Item.Ensures> promises) {
    List<Equation> found = new ArrayList<>();
    for (Item.Ensures promise : promises) {
      collect(promise.relation(), List.of(), promise.condition(), found);
    }
    return List.copyOf(found);
  }

  private static void collect(
      Expression relation,
      List<Binder.Range> binders,
      Optional<Expression> condition,
      List<Equation> found) {
    switch (relation) {
      case Expression.Binary and when and.operator() == BinaryOperator.AND -> {
        collect(and.left(), binders, condition, found);
        collect(and.right(), binders, condition, found);
      }
      case Expression.Quantified all when all.quantifier() == Quantifier.FORALL -> {
        List<Binder.Range> inner = new ArrayList<>(binders);
        for (Binder binder : all.binders()) {
          if (!(binder instanceof Binder.Range range) || range.lower().isPresent()) {
            return; // covers only a part of an axis
          }
          inner.add(range);
        }
        collect(all.body(), inner, condition, found);
      }
      case Expression.Comparison equation
          when equation.links().size() == 1
              && equation.links().get(0).relation() == Relation.EQUAL -> {
        Expression left = equation.first();
        Expression right = equation.links().get(0).operand();
        of(left, right, binders, condition)
            .or(() -> of(right, left, binders, condition))
            .ifPresent(found::add);
      }
      default -> {
        // Other relations do not determine the result.
      }
    }
  }

  private static Optional<Equation> of(
      Expression target,
      Expression expected,
      List<Binder.Range> binders,
      Optional<Expression> condition) {
    Encoding.Reading reading = Encoding.Reading.WORD;
    Expression read = target;
    if (target instanceof Expression.Call call && call.arguments().size() == 1) {
      Optional<Encoding.Reading> named = reading(call.callee().toString());
      if (named.isEmpty()) {
        return Optional.empty();
      }
      reading = named.get();
      read = call.arguments().get(0);
    }
    List<String> indices = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    boolean part = isPart(read, fields, indices);
    List<String> names = binders.stream().map(binder -> binder.name().text()).toList();
    if (!part || !indices.equals(names)) {
      return Optional.empty();
    }
    return Optional.of(new Equation(List.copyOf(fields), binders, reading, expected, condition));
  }

  private static Optional<Encoding.Reading> reading(String name) {
    return switch (name) {
      case "nat" -> Optional.of(Encoding.Reading.NATURAL);
      case "int" -> Optional.of(Encoding.Reading.INTEGER);
      case "value" -> Optional.of(Encoding.Reading.VALUE);
      default -> Optional.empty();
    };
  }

  /** Whether an expression reads the result; adds the fields and the names that index it. */
  private static boolean isPart(Expression read, List<String> fields, List<String> indices) {
    return switch (read) {
      case Expression.Result result -> true;
      case Expression.Field field -> {
        boolean part = isPart(field.base(), fields, indices);
        fields.add(field.field().text());
        yield part;
      }
      case Expression.Read cells -> {
        boolean part = isPart(cells.base(), fields, indices);
        for (Subscript subscript : cells.subscripts()) {
          part &= subscript instanceof Subscript.At at && at.index() instanceof Expression.Name;
          if (subscript instanceof Subscript.At at && at.index() instanceof Expression.Name name) {
            indices.add(name.text());
          }
        }
        yield part;
      }
      default -> false;
    };
  }
}
