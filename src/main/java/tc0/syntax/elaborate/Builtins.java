package tc0.syntax.elaborate;

import java.math.BigInteger;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Expression;
import tc0.syntax.diagnostic.DiagnosticCode;

/** The functions that the language knows without declaration. */
final class Builtins {
  private static final Set<String> SPECIFICATION = Set.of("nat", "int", "value", "rounded", "abs");
  private static final Set<String> NAMES =
      Set.of(
          "len", "clog2", "ceil", "min", "max", "pow", "powmod", "gcd", "modinv", "bit", "prime",
          "lookup", "resize", "nat", "int", "value", "rounded", "abs");

  private final Expressions expressions;

  Builtins(Expressions expressions) {
    this.expressions = expressions;
  }

  boolean knows(String name) {
    return NAMES.contains(name);
  }

  /** All names. */
  static Set<String> names() {
    return NAMES;
  }

  Value call(String name, Expression.Call call, Context context) {
    return switch (name) {
      case "len" -> number(new Index.Length(index(call, 0, 1, context)));
      case "clog2" -> number(new Index.Length(minusOne(index(call, 0, 1, context))));
      case "ceil" -> {
        Index dividend = index(call, 0, 2, context);
        Index divisor = index(call, 1, 2, context);
        expressions.divisors().note(divisor, context, call.arguments().get(1).span());
        yield number(new Index.Divide(dividend.plus(minusOne(divisor)), divisor));
      }
      case "min" -> number(extreme(call, context, true));
      case "max" -> number(extreme(call, context, false));
      case "pow" ->
          number(
              new Index.PowerModuloPrime(
                  index(call, 0, 3, context),
                  index(call, 1, 3, context),
                  index(call, 2, 3, context)));
      case "powmod" ->
          number(
              new Index.PowerModulo(
                  index(call, 0, 3, context),
                  index(call, 1, 3, context),
                  index(call, 2, 3, context)));
      case "gcd" ->
          number(
              new Index.GreatestCommonDivisor(
                  index(call, 0, 2, context), index(call, 1, 2, context)));
      case "modinv" ->
          number(new Index.InverseModulo(index(call, 0, 2, context), index(call, 1, 2, context)));
      case "bit" ->
          new Value.Truth(
              new Predicate.Bit(index(call, 0, 2, context), index(call, 1, 2, context)));
      case "prime" -> new Value.Truth(new Predicate.Prime(index(call, 0, 1, context)));
      case "lookup" -> lookup(call, context);
      case "resize" -> resize(call, context);
      default -> {
        if (SPECIFICATION.contains(name)) {
          throw Errors.error(
              DiagnosticCode.TC0301,
              call.span(),
              "`" + name + "` speaks of meaning, not of wires",
              "write it after `ensures`");
        }
        throw new IllegalStateException(name);
      }
    };
  }

  private Index extreme(Expression.Call call, Context context, boolean least) {
    if (call.arguments().size() < 2) {
      throw Errors.error(
          DiagnosticCode.TC0308,
          call.span(),
          "`" + call.callee() + "` takes two or more arguments");
    }
    return call.arguments().stream()
        .map(argument -> expressions.index(argument, context))
        .reduce((a, b) -> least ? new Index.Minimum(a, b) : new Index.Maximum(a, b))
        .orElseThrow();
  }

  /**
   * {@code f(0) + sum { (f(e) - f(e - 1)) * U[e] : 1 <= e <= Z }}: a function of a unary number, as
   * a form.
   */
  private Value lookup(Expression.Call call, Context context) {
    Calls.requireArity(call, 3);
    if (!(expressions.value(call.arguments().get(0), context) instanceof Value.Array(View unary))
        || unary.type().extents().size() != 1) {
      throw Errors.error(
          DiagnosticCode.TC0304,
          call.arguments().get(0).span(),
          "`lookup` reads a row of gates U with U[e] = [E >= e]",
          "give the array with one axis left");
    }
    if (!(call.arguments().get(2) instanceof Expression.Function function)) {
      throw Errors.error(
          DiagnosticCode.TC0301,
          call.arguments().get(2).span(),
          "the third argument of `lookup` is a function",
          "write `e => f(e)`");
    }
    Index last = expressions.index(call.arguments().get(1), context);
    Context inner = expressions.bind(function.parameter().text(), context);
    Box.Binder binder = inner.binders().get(inner.binders().size() - 1);
    Index e = Index.variable(binder.name());
    Box box = Box.of(new Box.Binder(binder.name(), Index.ONE, Boxes.successor(last)));
    Index step = at(function, e, inner).minus(at(function, minusOne(e), inner));
    Form rest = new Form.Sum(box, new Form.Scale(step, unary.at(e).scalar()));
    return new Value.Linear(new Form.Add(new Form.Number(at(function, Index.ZERO, context)), rest));
  }

  private Index at(Expression.Function function, Index argument, Context context) {
    Scope scope = context.scope().nested();
    scope.define(function.parameter().text(), new Entity.Known(new Value.Number(argument)));
    return expressions.index(function.body(), context.in(scope));
  }

  private Value resize(Expression.Call call, Context context) {
    Calls.requireArity(call, 2);
    if (expressions.value(call.arguments().get(0), context) instanceof Value.Array(View view)
        && !view.type().extents().isEmpty()) {
      return new Value.Array(
          view.head(
              view.type().extents().size() - 1,
              expressions.index(call.arguments().get(1), context)));
    }
    throw Errors.error(
        DiagnosticCode.TC0304,
        call.span(),
        "`resize` changes the last axis of an array",
        "give an array with an axis");
  }

  private Index index(Expression.Call call, int position, int arity, Context context) {
    Calls.requireArity(call, arity);
    return expressions.index(call.arguments().get(position), context);
  }

  private static Index minusOne(Index term) {
    return term instanceof Index.Number(BigInteger value)
        ? new Index.Number(value.subtract(BigInteger.ONE))
        : new Index.Subtract(term, Index.ONE);
  }

  private static Value number(Index term) {
    return new Value.Number(term);
  }
}
