package tc0.syntax.elaborate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * Replaces free variables of index terms. The terms put in must not mention names that are bound
 * inside; sizes never do, because the elaborator gives bound names that differ from all size
 * parameters.
 */
final class Substitution {
  private final Map<String, Index> replacements;

  Substitution(Map<String, Index> replacements) {
    this.replacements = replacements;
  }

  List<Index> all(List<Index> terms) {
    return terms.stream().map(this::of).toList();
  }

  Index of(Index term) {
    if (replacements.isEmpty()) {
      return term;
    }
    return switch (term) {
      case Index.Number number -> number;
      case Index.Variable variable -> replacements.getOrDefault(variable.name(), variable);
      case Index.Add e -> new Index.Add(of(e.left()), of(e.right()));
      case Index.Subtract e -> new Index.Subtract(of(e.left()), of(e.right()));
      case Index.Multiply e -> new Index.Multiply(of(e.left()), of(e.right()));
      case Index.Divide e -> new Index.Divide(of(e.dividend()), of(e.divisor()));
      case Index.Modulo e -> new Index.Modulo(of(e.dividend()), of(e.divisor()));
      case Index.Length e -> new Index.Length(of(e.of()));
      case Index.PowerOfTwo e -> new Index.PowerOfTwo(of(e.exponent()));
      case Index.Minimum e -> new Index.Minimum(of(e.left()), of(e.right()));
      case Index.Maximum e -> new Index.Maximum(of(e.left()), of(e.right()));
      case Index.Conditional e ->
          new Index.Conditional(of(e.condition()), of(e.then()), of(e.otherwise()));
      case Index.Least e ->
          new Index.Least(e.variable(), of(e.bound()), without(e.variable()).of(e.condition()));
      case Index.PowerModuloPrime e ->
          new Index.PowerModuloPrime(of(e.base()), of(e.exponent()), of(e.modulus()));
      case Index.PowerModulo e ->
          new Index.PowerModulo(of(e.base()), of(e.exponent()), of(e.modulus()));
      case Index.Summation e ->
          new Index.Summation(e.variable(), of(e.bound()), without(e.variable()).of(e.body()));
      case Index.Product e ->
          new Index.Product(e.variable(), of(e.bound()), without(e.variable()).of(e.body()));
      case Index.GreatestCommonDivisor e ->
          new Index.GreatestCommonDivisor(of(e.left()), of(e.right()));
      case Index.InverseModulo e -> new Index.InverseModulo(of(e.value()), of(e.modulus()));
      case Index.Apply e -> new Index.Apply(e.function(), all(e.arguments()));
      case Index.Advise e -> new Index.Advise(e.advice(), all(e.arguments()));
    };
  }

  Predicate of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth truth -> truth;
      case Predicate.Less p -> new Predicate.Less(of(p.left()), of(p.right()));
      case Predicate.Equal p -> new Predicate.Equal(of(p.left()), of(p.right()));
      case Predicate.Not p -> new Predicate.Not(of(p.of()));
      case Predicate.And p -> new Predicate.And(of(p.left()), of(p.right()));
      case Predicate.Or p -> new Predicate.Or(of(p.left()), of(p.right()));
      case Predicate.Bit p -> new Predicate.Bit(of(p.value()), of(p.position()));
      case Predicate.Prime p -> new Predicate.Prime(of(p.value()));
      case Predicate.Exists p ->
          new Predicate.Exists(p.variable(), of(p.bound()), without(p.variable()).of(p.property()));
      case Predicate.ForAll p ->
          new Predicate.ForAll(p.variable(), of(p.bound()), without(p.variable()).of(p.property()));
      case Predicate.Apply p -> new Predicate.Apply(p.predicate(), all(p.arguments()));
    };
  }

  private Substitution without(String bound) {
    if (!replacements.containsKey(bound)) {
      return this;
    }
    Map<String, Index> rest = new HashMap<>(replacements);
    rest.remove(bound);
    return new Substitution(rest);
  }
}
