package tc0.circuit.index;

import java.util.Optional;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/** Compiles index predicates. */
final class PredicateCompiler {

  private final IndexCompiler terms;
  private final LoopCompiler loops;
  private final FunctionCompiler functions;

  PredicateCompiler(IndexCompiler terms, LoopCompiler loops, FunctionCompiler functions) {
    this.terms = terms;
    this.loops = loops;
    this.functions = functions;
  }

  Condition compile(Predicate predicate, Scope scope) {
    return switch (predicate) {
      case Predicate.Truth(var value) -> Condition.constant(value);
      case Predicate.Less(var left, var right) -> less(left, right, scope);
      case Predicate.Equal(var left, var right) -> equal(left, right, scope);
      case Predicate.Not(var of) -> not(compile(of, scope));
      case Predicate.And(var left, var right) -> and(compile(left, scope), right, scope);
      case Predicate.Or(var left, var right) ->
          not(and(not(compile(left, scope)), new Predicate.Not(right), scope));
      case Predicate.Bit(var value, var position) -> bit(value, position, scope);
      case Predicate.Prime(var value) -> functions.prime(terms.term(value, scope));
      case Predicate.Exists(var variable, var bound, var property) ->
          loops.exists(variable, bound, property, scope);
      case Predicate.ForAll(var variable, var bound, var property) ->
          not(loops.exists(variable, bound, new Predicate.Not(property), scope));
      case Predicate.Apply apply -> functions.apply(apply, scope);
    };
  }

  private Condition less(Index left, Index right, Scope scope) {
    Term a = terms.term(left, scope);
    Term b = terms.term(right, scope);
    return fold(
        Condition.of(
            slots -> a.fast.at(slots) < b.fast.at(slots),
            slots -> a.exact.at(slots).compareTo(b.exact.at(slots)) < 0),
        a,
        b);
  }

  private Condition equal(Index left, Index right, Scope scope) {
    Term a = terms.term(left, scope);
    Term b = terms.term(right, scope);
    return fold(
        Condition.of(
            slots -> a.fast.at(slots) == b.fast.at(slots),
            slots -> a.exact.at(slots).equals(b.exact.at(slots))),
        a,
        b);
  }

  private Condition bit(Index value, Index position, Scope scope) {
    Term a = terms.term(value, scope);
    Term b = terms.term(position, scope);
    return fold(
        Condition.of(
            slots -> Arithmetic.bit(a.fast.at(slots), b.fast.at(slots)),
            slots -> Arithmetic.bit(a.exact.at(slots), b.exact.at(slots))),
        a,
        b);
  }

  private static Condition not(Condition of) {
    Optional<Boolean> known = of.constant();
    return known.isPresent()
        ? Condition.constant(!known.get())
        : Condition.of(slots -> !of.fast.at(slots), slots -> !of.exact.at(slots));
  }

  /** The right side is compiled only where it matters, so that a guard protects what follows it. */
  private Condition and(Condition left, Predicate right, Scope scope) {
    Optional<Boolean> known = left.constant();
    if (known.isPresent()) {
      return known.get() ? compile(right, scope) : Condition.constant(false);
    }
    Condition second = compile(right, scope);
    if (second.constant().isPresent()) {
      return second.constant().get() ? left : Condition.constant(false);
    }
    return Condition.of(
        slots -> left.fast.at(slots) && second.fast.at(slots),
        slots -> left.exact.at(slots) && second.exact.at(slots));
  }

  private static Condition fold(Condition condition, Term left, Term right) {
    return left.constant().isPresent() && right.constant().isPresent()
        ? Condition.constant(condition.holds(new long[0]))
        : condition;
  }
}
