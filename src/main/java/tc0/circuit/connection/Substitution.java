package tc0.circuit.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/** Replaces variables by index terms, without capture, and simplifies on the way. */
record Substitution(Map<String, Index> terms) {

  Substitution {
    terms = Map.copyOf(terms);
  }

  /** This substitution with one more variable replaced. */
  Substitution with(String name, Index term) {
    Map<String, Index> more = new HashMap<>(terms);
    more.put(name, term);
    return new Substitution(more);
  }

  /** This substitution with {@code names} replaced by {@code values} in order. */
  Substitution with(List<String> names, List<Index> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " indices for " + names);
    }
    Map<String, Index> more = new HashMap<>(terms);
    for (int i = 0; i < names.size(); i++) {
      more.put(names.get(i), values.get(i));
    }
    return new Substitution(more);
  }

  List<Index> apply(List<Index> indices) {
    return indices.stream().map(this::apply).toList();
  }

  Index apply(Index index) {
    return switch (index) {
      case Index.Number number -> number;
      case Index.Variable variable -> terms.getOrDefault(variable.name(), variable);
      case Index.Add(Index left, Index right) -> Terms.add(apply(left), apply(right));
      case Index.Subtract(Index left, Index right) -> Terms.subtract(apply(left), apply(right));
      case Index.Multiply(Index left, Index right) -> Terms.multiply(apply(left), apply(right));
      case Index.Divide(Index dividend, Index divisor) -> {
        Index a = apply(dividend);
        Index b = apply(divisor);
        yield Terms.isNumber(b, 1) ? a : Terms.closed(new Index.Divide(a, b), a, b);
      }
      case Index.Modulo(Index dividend, Index divisor) -> {
        Index a = apply(dividend);
        Index b = apply(divisor);
        yield Terms.closed(new Index.Modulo(a, b), a, b);
      }
      case Index.Length(Index of) -> {
        Index a = apply(of);
        yield Terms.closed(new Index.Length(a), a);
      }
      case Index.PowerOfTwo(Index exponent) -> {
        Index a = apply(exponent);
        yield Terms.closed(new Index.PowerOfTwo(a), a);
      }
      case Index.Minimum(Index left, Index right) -> {
        Index a = apply(left);
        Index b = apply(right);
        yield Terms.closed(new Index.Minimum(a, b), a, b);
      }
      case Index.Maximum(Index left, Index right) -> {
        Index a = apply(left);
        Index b = apply(right);
        yield Terms.closed(new Index.Maximum(a, b), a, b);
      }
      case Index.Conditional(Predicate condition, Index then, Index otherwise) -> {
        Predicate c = apply(condition);
        yield c instanceof Predicate.Truth(boolean value)
            ? apply(value ? then : otherwise)
            : new Index.Conditional(c, apply(then), apply(otherwise));
      }
      case Index.Least(String variable, Index bound, Predicate condition) -> {
        Renamed inner = under(variable);
        yield new Index.Least(inner.name, apply(bound), inner.substitution.apply(condition));
      }
      case Index.PowerModuloPrime(Index base, Index exponent, Index modulus) ->
          new Index.PowerModuloPrime(apply(base), apply(exponent), apply(modulus));
      case Index.PowerModulo(Index base, Index exponent, Index modulus) ->
          new Index.PowerModulo(apply(base), apply(exponent), apply(modulus));
      case Index.Summation(String variable, Index bound, Index body) -> {
        Renamed inner = under(variable);
        yield new Index.Summation(inner.name, apply(bound), inner.substitution.apply(body));
      }
      case Index.Product(String variable, Index bound, Index body) -> {
        Renamed inner = under(variable);
        yield new Index.Product(inner.name, apply(bound), inner.substitution.apply(body));
      }
      case Index.GreatestCommonDivisor(Index left, Index right) ->
          new Index.GreatestCommonDivisor(apply(left), apply(right));
      case Index.InverseModulo(Index value, Index modulus) ->
          new Index.InverseModulo(apply(value), apply(modulus));
      case Index.Apply(Index.Function function, List<Index> arguments) -> {
        List<Index> actual = apply(arguments);
        yield Terms.closed(new Index.Apply(function, actual), actual.toArray(Index[]::new));
      }
      case Index.Advise(Index.Advice advice, List<Index> arguments) ->
          new Index.Advise(advice, apply(arguments));
    };
  }

  Predicate apply(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth truth -> truth;
      case Predicate.Less(Index left, Index right) -> Terms.less(apply(left), apply(right));
      case Predicate.Equal(Index left, Index right) -> Terms.equal(apply(left), apply(right));
      case Predicate.Not(Predicate of) -> Terms.not(apply(of));
      case Predicate.And(Predicate left, Predicate right) -> Terms.and(apply(left), apply(right));
      case Predicate.Or(Predicate left, Predicate right) -> Terms.or(apply(left), apply(right));
      case Predicate.Bit(Index value, Index position) -> {
        Index a = apply(value);
        Index q = apply(position);
        boolean closed = a instanceof Index.Number && q instanceof Index.Number;
        Predicate bit = new Predicate.Bit(a, q);
        yield closed
            ? new Predicate.Truth(new IndexEvaluator().holds(bit, Environment.EMPTY))
            : bit;
      }
      case Predicate.Prime(Index value) -> new Predicate.Prime(apply(value));
      case Predicate.Exists(String variable, Index bound, Predicate property) -> {
        Renamed inner = under(variable);
        yield new Predicate.Exists(inner.name, apply(bound), inner.substitution.apply(property));
      }
      case Predicate.ForAll(String variable, Index bound, Predicate property) -> {
        Renamed inner = under(variable);
        yield new Predicate.ForAll(inner.name, apply(bound), inner.substitution.apply(property));
      }
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          new Predicate.Apply(named, apply(arguments));
    };
  }

  private record Renamed(String name, Substitution substitution) {}

  /** The substitution under a binder, which gets a name that no replacement mentions. */
  private Renamed under(String variable) {
    String fresh = variable;
    for (int i = 2; mentioned(fresh); i++) {
      fresh = variable + "_" + i;
    }
    return new Renamed(fresh, with(variable, Index.variable(fresh)));
  }

  private boolean mentioned(String name) {
    return terms.values().stream().anyMatch(term -> Variables.of(term).contains(name));
  }
}
