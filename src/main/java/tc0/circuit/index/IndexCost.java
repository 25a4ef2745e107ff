package tc0.circuit.index;

import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * A rough count of the operations in one evaluation of a term, to decide what is worth remembering.
 */
final class IndexCost {

  /** A loop, a power or a nested function counts as expensive, whatever its range. */
  private static final int EXPENSIVE = 16;

  private IndexCost() {}

  static int of(Index index) {
    return switch (index) {
      case Index.Number number -> 0;
      case Index.Variable variable -> 0;
      case Index.Add(var left, var right) -> both(left, right);
      case Index.Subtract(var left, var right) -> both(left, right);
      case Index.Multiply(var left, var right) -> both(left, right);
      case Index.Divide(var left, var right) -> 1 + both(left, right);
      case Index.Modulo(var left, var right) -> 1 + both(left, right);
      case Index.Minimum(var left, var right) -> both(left, right);
      case Index.Maximum(var left, var right) -> both(left, right);
      case Index.Length(var of) -> 1 + of(of);
      case Index.PowerOfTwo(var exponent) -> 1 + of(exponent);
      case Index.Conditional(var condition, var then, var otherwise) ->
          of(condition) + both(then, otherwise);
      case Index.Least least -> EXPENSIVE;
      case Index.PowerModuloPrime power -> EXPENSIVE;
      case Index.PowerModulo power -> EXPENSIVE;
      case Index.Summation summation -> EXPENSIVE;
      case Index.Product product -> EXPENSIVE;
      case Index.GreatestCommonDivisor divisor -> EXPENSIVE;
      case Index.InverseModulo inverse -> EXPENSIVE;
      case Index.Apply apply -> EXPENSIVE;
      case Index.Advise advise -> EXPENSIVE;
    };
  }

  private static int both(Index left, Index right) {
    return 1 + of(left) + of(right);
  }

  static int of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth truth -> 0;
      case Predicate.Less(var left, var right) -> both(left, right);
      case Predicate.Equal(var left, var right) -> both(left, right);
      case Predicate.Not(var of) -> of(of);
      case Predicate.And(var left, var right) -> of(left) + of(right);
      case Predicate.Or(var left, var right) -> of(left) + of(right);
      case Predicate.Bit(var value, var position) -> both(value, position);
      case Predicate.Prime prime -> EXPENSIVE;
      case Predicate.Exists exists -> EXPENSIVE;
      case Predicate.ForAll forAll -> EXPENSIVE;
      case Predicate.Apply apply -> EXPENSIVE;
    };
  }
}
