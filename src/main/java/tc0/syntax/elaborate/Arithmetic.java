package tc0.syntax.elaborate;

import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Relation;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** What the signs of arithmetic and logic mean on indices, wires and forms. */
final class Arithmetic {
  private final Coercions coercions;
  private final Divisors divisors;

  Arithmetic(Coercions coercions, Divisors divisors) {
    this.coercions = coercions;
    this.divisors = divisors;
  }

  /** A value and where it was written, for messages. */
  record Operand(Value value, Span span) {
    private Operand asNumber() {
      return new Operand(number(value), span);
    }
  }

  Value binary(BinaryOperator operator, Operand left, Operand right, Context context, Span span) {
    boolean numbers =
        isConstant(left.value())
            && isConstant(right.value())
            && operator != BinaryOperator.AND
            && operator != BinaryOperator.OR;
    return numbers
        ? binary(operator, left.asNumber(), right.asNumber(), context, span, true)
        : binary(operator, left, right, context, span, false);
  }

  /**
   * Whether the value is an index, or {@code [φ]}, which counts as the index 0 or 1 in arithmetic.
   */
  private static boolean isConstant(Value value) {
    return value instanceof Value.Number || value instanceof Value.Bit(Literal.Indicator indicator);
  }

  private static Value number(Value value) {
    return value instanceof Value.Bit(Literal.Indicator(Predicate condition))
        ? number(new Index.Conditional(condition, Index.ONE, Index.ZERO))
        : value;
  }

  private Index index(Operand operand) {
    return coercions.index(operand.value(), operand.span());
  }

  private Index divisor(Operand operand, Context context) {
    Index divisor = index(operand);
    divisors.note(divisor, context, operand.span());
    return divisor;
  }

  private Form form(Operand operand, Context context) {
    return coercions.form(operand.value(), context, operand.span());
  }

  private Value binary(
      BinaryOperator operator,
      Operand left,
      Operand right,
      Context context,
      Span span,
      boolean numbers) {
    return switch (operator) {
      case ADD ->
          numbers
              ? number(new Index.Add(index(left), index(right)))
              : new Value.Linear(new Form.Add(form(left, context), form(right, context)));
      case SUBTRACT ->
          numbers
              ? number(new Index.Subtract(index(left), index(right)))
              : new Value.Linear(new Form.Add(form(left, context), negated(form(right, context))));
      case MULTIPLY -> {
        if (numbers) {
          yield number(new Index.Multiply(index(left), index(right)));
        }
        if (number(left.value()) instanceof Value.Number weight) {
          yield new Value.Linear(new Form.Scale(weight.term(), form(right, context)));
        }
        if (number(right.value()) instanceof Value.Number weight) {
          yield new Value.Linear(new Form.Scale(weight.term(), form(left, context)));
        }
        throw Errors.error(
            DiagnosticCode.TC0301,
            span,
            "a product of "
                + left.value().sort()
                + " and "
                + right.value().sort()
                + " is not linear",
            "write `x and y` for the product of two wires; a weight must be an index");
      }
      case DIV -> number(new Index.Divide(index(left), divisor(right, context)));
      case MOD -> number(new Index.Modulo(index(left), divisor(right, context)));
      case POWER -> {
        if (!(index(left) instanceof Index.Number base) || base.value().intValue() != 2) {
          throw Errors.error(
              DiagnosticCode.TC0301,
              left.span(),
              "an index power must have the base 2",
              "use `pow(a, b, m)` for powers modulo a prime, or a product in a function of tier p");
        }
        yield number(new Index.PowerOfTwo(index(right)));
      }
      case DIVIDE ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "`/` divides numbers of a number type, not " + left.value().sort(),
              "write `div` for the floor of a quotient of indices");
      case AND -> logical(Declaration.Connective.AND, left, right, context);
      case OR -> logical(Declaration.Connective.OR, left, right, context);
    };
  }

  private Value logical(
      Declaration.Connective connective, Operand left, Operand right, Context context) {
    if (left.value() instanceof Value.Truth a && right.value() instanceof Value.Truth b) {
      return new Value.Truth(
          connective == Declaration.Connective.AND
              ? new Predicate.And(a.predicate(), b.predicate())
              : new Predicate.Or(a.predicate(), b.predicate()));
    }
    java.util.List<Declaration.Part> parts =
        new java.util.ArrayList<>(coercions.parts(left.value(), connective, context, left.span()));
    parts.addAll(coercions.parts(right.value(), connective, context, right.span()));
    return new Value.Junction(connective, parts);
  }

  Value negate(Value operand, Context context, Span span) {
    return operand instanceof Value.Number number
        ? number(
            number.term() instanceof Index.Number literal
                ? new Index.Number(literal.value().negate())
                : new Index.Subtract(Index.ZERO, number.term()))
        : new Value.Linear(negated(coercions.form(operand, context, span)));
  }

  Value not(Value operand, Context context, Span span) {
    return operand instanceof Value.Truth truth
        ? new Value.Truth(new Predicate.Not(truth.predicate()))
        : new Value.Bit(new Literal.Not(coercions.literal(operand, context, span)));
  }

  /** One link of a comparison: a predicate on indices, or one threshold gate. */
  Value compare(Relation relation, Operand left, Operand right, Context context, Span span) {
    if (left.value() instanceof Value.Number a && right.value() instanceof Value.Number b) {
      return new Value.Truth(compare(relation, a.term(), b.term()));
    }
    return switch (relation) {
      case GREATER_EQUAL -> threshold(left, right, 0, context);
      case GREATER -> threshold(left, right, 1, context);
      case LESS_EQUAL -> threshold(right, left, 0, context);
      case LESS -> threshold(right, left, 1, context);
      case EQUAL, NOT_EQUAL ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              span,
              "`" + relation.text() + "` between forms is two gates and an `and`, not one gate",
              "write `f >= k and not f >= k + 1`");
    };
  }

  static Predicate compare(Relation relation, Index a, Index b) {
    return switch (relation) {
      case EQUAL -> new Predicate.Equal(a, b);
      case NOT_EQUAL -> new Predicate.Not(new Predicate.Equal(a, b));
      case LESS -> new Predicate.Less(a, b);
      case LESS_EQUAL -> Predicate.atMost(a, b);
      case GREATER -> new Predicate.Less(b, a);
      case GREATER_EQUAL -> Predicate.atMost(b, a);
    };
  }

  /** {@code large >= small + margin}. */
  private Value threshold(Operand large, Operand small, long margin, Context context) {
    if (small.value() instanceof Value.Number bound) {
      return new Value.Threshold(
          form(large, context), margin == 0 ? bound.term() : plus(bound.term(), margin));
    }
    Form less = negated(form(small, context));
    if (large.value() instanceof Value.Number bound) {
      return new Value.Threshold(less, minus(bound.term(), margin));
    }
    return new Value.Threshold(new Form.Add(form(large, context), less), Index.number(margin));
  }

  private static Index plus(Index term, long margin) {
    return term instanceof Index.Number number
        ? new Index.Number(number.value().add(java.math.BigInteger.valueOf(margin)))
        : new Index.Add(term, Index.number(margin));
  }

  /** {@code margin - term}. */
  private static Index minus(Index term, long margin) {
    return term instanceof Index.Number number
        ? new Index.Number(java.math.BigInteger.valueOf(margin).subtract(number.value()))
        : new Index.Subtract(Index.number(margin), term);
  }

  Value choose(Predicate condition, Value yes, Value no, Context context, Span span) {
    if (yes instanceof Value.Number a && no instanceof Value.Number b) {
      return number(new Index.Conditional(condition, a.term(), b.term()));
    }
    if (yes instanceof Value.Truth a && no instanceof Value.Truth b) {
      return new Value.Truth(
          new Predicate.Or(
              new Predicate.And(condition, a.predicate()),
              new Predicate.And(new Predicate.Not(condition), b.predicate())));
    }
    if (yes instanceof Value.Linear || no instanceof Value.Linear || wide(yes) || wide(no)) {
      return new Value.Linear(
          new Form.Conditional(
              condition,
              coercions.form(yes, context.when(condition), span),
              coercions.form(no, context.when(new Predicate.Not(condition)), span)));
    }
    return new Value.Bit(
        new Literal.Conditional(
            condition,
            coercions.literal(yes, context.when(condition), span),
            coercions.literal(no, context.when(new Predicate.Not(condition)), span)));
  }

  /** A number that is not a constant wire, so that the choice is a form. */
  private static boolean wide(Value value) {
    return value instanceof Value.Number(Index term)
        && !(term instanceof Index.Number(java.math.BigInteger literal)
            && literal.signum() >= 0
            && literal.bitLength() <= 1);
  }

  private static Form negated(Form form) {
    return new Form.Scale(Index.number(-1), form);
  }

  private static Value number(Index term) {
    return new Value.Number(term);
  }
}
