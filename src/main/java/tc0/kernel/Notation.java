package tc0.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Index terms and predicates as text, in the notation of the surface language. */
public final class Notation {

  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int ATOM = 3;

  private Notation() {}

  /** The term as text. */
  public static String text(Index term) {
    return text(term, 0);
  }

  /** The predicate as text. */
  public static String text(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth(boolean value) -> Boolean.toString(value);
      case Predicate.Less(Index a, Index b) -> text(a) + " < " + text(b);
      case Predicate.Equal(Index a, Index b) -> text(a) + " = " + text(b);
      case Predicate.Not(Predicate.Less(Index a, Index b)) -> text(b) + " <= " + text(a);
      case Predicate.Not(Predicate.Equal(Index a, Index b)) -> text(a) + " != " + text(b);
      case Predicate.Not(Predicate of) -> "not " + nested(of);
      case Predicate.And(Predicate a, Predicate b) -> nested(a) + " and " + nested(b);
      case Predicate.Or(Predicate a, Predicate b) -> nested(a) + " or " + nested(b);
      case Predicate.Bit(Index a, Index b) -> call("bit", List.of(a, b));
      case Predicate.Prime(Index a) -> call("prime", List.of(a));
      case Predicate.Exists(String v, Index bound, Predicate property) ->
          "exists " + v + " < " + text(bound) + " : " + nested(property);
      case Predicate.ForAll(String v, Index bound, Predicate property) ->
          "forall " + v + " < " + text(bound) + " : " + nested(property);
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          applied(named.name(), named.parameters(), arguments);
    };
  }

  private static String nested(Predicate predicate) {
    boolean compound =
        predicate instanceof Predicate.And
            || predicate instanceof Predicate.Or
            || predicate instanceof Predicate.Exists
            || predicate instanceof Predicate.ForAll;
    return compound ? "(" + text(predicate) + ")" : text(predicate);
  }

  private static String text(Index term, int context) {
    return switch (term) {
      case Index.Number number ->
          number.value().signum() < 0 && context > 0
              ? "(" + number.value() + ")"
              : number.value().toString();
      case Index.Variable(String name) -> name;
      case Index.Add(Index a, Index b) -> infix(a, " + ", b, SUM, SUM, context);
      case Index.Subtract(Index a, Index b) -> infix(a, " - ", b, SUM, PRODUCT, context);
      case Index.Multiply(Index a, Index b) -> infix(a, "*", b, PRODUCT, ATOM, context);
      case Index.Divide(Index a, Index b) -> infix(a, " div ", b, PRODUCT, ATOM, context);
      case Index.Modulo(Index a, Index b) -> infix(a, " mod ", b, PRODUCT, ATOM, context);
      case Index.Length(Index a) -> call("len", List.of(a));
      case Index.PowerOfTwo(Index a) -> "2^" + text(a, ATOM);
      case Index.Minimum(Index a, Index b) -> call("min", List.of(a, b));
      case Index.Maximum(Index a, Index b) -> call("max", List.of(a, b));
      case Index.Conditional(Predicate condition, Index a, Index b) ->
          "(if " + text(condition) + " then " + text(a) + " else " + text(b) + ")";
      case Index.Least(String v, Index bound, Predicate condition) ->
          "(least " + v + " < " + text(bound) + " : " + text(condition) + ")";
      case Index.PowerModuloPrime(Index a, Index b, Index m) -> call("pow", List.of(a, b, m));
      case Index.PowerModulo(Index a, Index b, Index m) -> call("powmod", List.of(a, b, m));
      case Index.Summation(String v, Index bound, Index body) ->
          "sum { " + text(body) + " : " + v + " < " + text(bound) + " }";
      case Index.Product(String v, Index bound, Index body) ->
          "product { " + text(body) + " : " + v + " < " + text(bound) + " }";
      case Index.GreatestCommonDivisor(Index a, Index b) -> call("gcd", List.of(a, b));
      case Index.InverseModulo(Index a, Index m) -> call("modinv", List.of(a, m));
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          applied(function.name(), function.parameters(), arguments);
      case Index.Advise(Index.Advice advice, List<Index> arguments) ->
          call(advice.name(), arguments);
    };
  }

  private static String infix(
      Index left, String operator, Index right, int own, int rightContext, int context) {
    String text = text(left, own) + operator + text(right, rightContext);
    return context > own ? "(" + text + ")" : text;
  }

  private static String applied(String name, List<String> parameters, List<Index> arguments) {
    // A local definition takes the sizes that it mentions; repeating them would hide the name.
    List<Index> own = parameters.stream().map(Index::variable).toList();
    return own.equals(arguments) ? name : call(name, arguments);
  }

  private static String call(String name, List<Index> arguments) {
    return name
        + arguments.stream().map(Notation::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
