package tc0.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The size parameters and binders that index terms may use at one place of a circuit. A name is
 * bound once along a path: no binder hides another, so that a rule may substitute terms without
 * renaming.
 */
final class IndexScope {
  private final String place;
  private final Set<String> variables;
  private final Set<String> arrays;
  private final Set<Object> closed;

  private IndexScope(String place, Set<String> variables, Set<String> arrays, Set<Object> closed) {
    this.place = place;
    this.variables = variables;
    this.arrays = arrays;
    this.closed = closed;
  }

  /**
   * The scope of a circuit's size parameters.
   *
   * @param arrays the live view of the array names in scope, to explain an index term that reads a
   *     wire
   */
  static IndexScope of(String place, List<String> parameters, Set<String> arrays) {
    return new IndexScope(
            place, Set.of(), arrays, Collections.newSetFromMap(new IdentityHashMap<>()))
        .with(parameters);
  }

  /** The same variables, with refusals that speak of {@code newPlace}. */
  IndexScope at(String newPlace) {
    return new IndexScope(newPlace, variables, arrays, closed);
  }

  /** This scope and more variables. */
  IndexScope with(List<String> names) {
    Set<String> extended = new LinkedHashSet<>(variables);
    for (String name : names) {
      if (!extended.add(name)) {
        throw new Refusal(Rule.WF_INDEX, place + ": `" + name + "` is already bound here");
      }
    }
    return new IndexScope(place, extended, arrays, closed);
  }

  /** This scope and the binders of a box, whose bounds and guard are checked on the way. */
  IndexScope with(Box box) {
    IndexScope scope = this;
    for (Box.Binder binder : box.binders()) {
      scope.check(binder.low());
      scope.check(binder.high());
      scope = scope.with(List.of(binder.name()));
    }
    scope.check(box.guard());
    return scope;
  }

  /** Refuses a term with a variable that is not in scope. */
  void check(Index index) {
    switch (index) {
      case Index.Number number -> {}
      case Index.Variable variable -> checkVariable(variable.name());
      case Index.Add(Index left, Index right) -> checkAll(left, right);
      case Index.Subtract(Index left, Index right) -> checkAll(left, right);
      case Index.Multiply(Index left, Index right) -> checkAll(left, right);
      case Index.Divide(Index dividend, Index divisor) -> checkAll(dividend, divisor);
      case Index.Modulo(Index dividend, Index divisor) -> checkAll(dividend, divisor);
      case Index.Length(Index of) -> check(of);
      case Index.PowerOfTwo(Index exponent) -> check(exponent);
      case Index.Minimum(Index left, Index right) -> checkAll(left, right);
      case Index.Maximum(Index left, Index right) -> checkAll(left, right);
      case Index.Conditional(Predicate condition, Index then, Index otherwise) -> {
        check(condition);
        checkAll(then, otherwise);
      }
      case Index.Least(String variable, Index bound, Predicate condition) -> {
        check(bound);
        with(List.of(variable)).check(condition);
      }
      case Index.PowerModuloPrime(Index base, Index exponent, Index modulus) ->
          checkAll(base, exponent, modulus);
      case Index.PowerModulo(Index base, Index exponent, Index modulus) ->
          checkAll(base, exponent, modulus);
      case Index.Summation(String variable, Index bound, Index body) ->
          checkBody(variable, bound, body);
      case Index.Product(String variable, Index bound, Index body) ->
          checkBody(variable, bound, body);
      case Index.GreatestCommonDivisor(Index left, Index right) -> checkAll(left, right);
      case Index.InverseModulo(Index value, Index modulus) -> checkAll(value, modulus);
      case Index.Apply(Index.Function function, List<Index> arguments) -> {
        arguments.forEach(this::check);
        if (closed.add(function)) {
          function("index " + function.name(), function.parameters()).check(function.body());
        }
      }
      case Index.Advise(Index.Advice advice, List<Index> arguments) -> {
        arguments.forEach(this::check);
        if (closed.add(advice)) {
          function("advice " + advice.name(), advice.parameters())
              .checkAll(advice.width(), advice.body());
        }
      }
    }
  }

  /** Refuses a predicate with a variable that is not in scope. */
  void check(Predicate predicate) {
    switch (predicate) {
      case Predicate.Truth truth -> {}
      case Predicate.Less(Index left, Index right) -> checkAll(left, right);
      case Predicate.Equal(Index left, Index right) -> checkAll(left, right);
      case Predicate.Not(Predicate of) -> check(of);
      case Predicate.And(Predicate left, Predicate right) -> {
        check(left);
        check(right);
      }
      case Predicate.Or(Predicate left, Predicate right) -> {
        check(left);
        check(right);
      }
      case Predicate.Bit(Index value, Index position) -> checkAll(value, position);
      case Predicate.Prime(Index value) -> check(value);
      case Predicate.Exists(String variable, Index bound, Predicate property) -> {
        check(bound);
        with(List.of(variable)).check(property);
      }
      case Predicate.ForAll(String variable, Index bound, Predicate property) -> {
        check(bound);
        with(List.of(variable)).check(property);
      }
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) -> {
        arguments.forEach(this::check);
        if (closed.add(named)) {
          function("predicate " + named.name(), named.parameters()).check(named.body());
        }
      }
    }
  }

  private void checkBody(String variable, Index bound, Index body) {
    check(bound);
    with(List.of(variable)).check(body);
  }

  private void checkAll(Index... terms) {
    for (Index term : terms) {
      check(term);
    }
  }

  private IndexScope function(String name, List<String> parameters) {
    return new IndexScope(name, Set.of(), arrays, closed).with(parameters);
  }

  private void checkVariable(String name) {
    if (!variables.contains(name)) {
      throw new Refusal(
          Rule.WF_INDEX,
          place
              + ": `"
              + name
              + (arrays.contains(name)
                  ? "` is an array; an index term cannot read a wire"
                  : "` is neither a size parameter nor a binder in scope"));
    }
  }
}
