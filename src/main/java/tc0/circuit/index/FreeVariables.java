package tc0.circuit.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/** The variables that occur free in a term: size parameters and binders bound further out. */
public final class FreeVariables {

  private final Set<String> bound;
  private final Set<String> found;

  private FreeVariables(Set<String> bound, Set<String> found) {
    this.bound = bound;
    this.found = found;
  }

  /** Those of an index term. */
  public static Set<String> of(Index index) {
    return collect(walker -> walker.index(index));
  }

  /** Those of a predicate. */
  public static Set<String> of(Predicate predicate) {
    return collect(walker -> walker.predicate(predicate));
  }

  /** Those of a literal. */
  public static Set<String> of(Literal literal) {
    return collect(walker -> walker.literal(literal));
  }

  /** Those of a form. */
  public static Set<String> of(Form form) {
    return collect(walker -> walker.form(form));
  }

  /** Those of the bounds and the guard of a box. */
  public static Set<String> of(Box box) {
    return collect(walker -> walker.enter(box));
  }

  private static Set<String> collect(java.util.function.Consumer<FreeVariables> visit) {
    FreeVariables walker = new FreeVariables(Set.of(), new HashSet<>());
    visit.accept(walker);
    return walker.found;
  }

  private FreeVariables inside(String variable) {
    Set<String> inner = new HashSet<>(bound);
    inner.add(variable);
    return new FreeVariables(inner, found);
  }

  private FreeVariables enter(Box box) {
    FreeVariables walker = this;
    for (Box.Binder binder : box.binders()) {
      walker.index(binder.low());
      walker.index(binder.high());
      walker = walker.inside(binder.name());
    }
    walker.predicate(box.guard());
    return walker;
  }

  private void all(Collection<Index> terms) {
    terms.forEach(this::index);
  }

  private void index(Index index) {
    switch (index) {
      case Index.Number number -> {}
      case Index.Variable variable -> {
        if (!bound.contains(variable.name())) {
          found.add(variable.name());
        }
      }
      case Index.Add(var left, var right) -> both(left, right);
      case Index.Subtract(var left, var right) -> both(left, right);
      case Index.Multiply(var left, var right) -> both(left, right);
      case Index.Divide(var left, var right) -> both(left, right);
      case Index.Modulo(var left, var right) -> both(left, right);
      case Index.Minimum(var left, var right) -> both(left, right);
      case Index.Maximum(var left, var right) -> both(left, right);
      case Index.GreatestCommonDivisor(var left, var right) -> both(left, right);
      case Index.InverseModulo(var value, var modulus) -> both(value, modulus);
      case Index.Length(var of) -> index(of);
      case Index.PowerOfTwo(var exponent) -> index(exponent);
      case Index.Conditional(var condition, var then, var otherwise) -> {
        predicate(condition);
        both(then, otherwise);
      }
      case Index.Least(var variable, var bound, var condition) -> {
        index(bound);
        inside(variable).predicate(condition);
      }
      case Index.Summation(var variable, var bound, var body) -> {
        index(bound);
        inside(variable).index(body);
      }
      case Index.Product(var variable, var bound, var body) -> {
        index(bound);
        inside(variable).index(body);
      }
      case Index.PowerModuloPrime(var base, var exponent, var modulus) -> {
        both(base, exponent);
        index(modulus);
      }
      case Index.PowerModulo(var base, var exponent, var modulus) -> {
        both(base, exponent);
        index(modulus);
      }
      case Index.Apply apply -> all(apply.arguments());
      case Index.Advise advise -> all(advise.arguments());
    }
  }

  private void both(Index left, Index right) {
    index(left);
    index(right);
  }

  private void predicate(Predicate predicate) {
    switch (predicate) {
      case Predicate.Truth truth -> {}
      case Predicate.Less(var left, var right) -> both(left, right);
      case Predicate.Equal(var left, var right) -> both(left, right);
      case Predicate.Not(var of) -> predicate(of);
      case Predicate.And(var left, var right) -> {
        predicate(left);
        predicate(right);
      }
      case Predicate.Or(var left, var right) -> {
        predicate(left);
        predicate(right);
      }
      case Predicate.Bit(var value, var position) -> both(value, position);
      case Predicate.Prime(var value) -> index(value);
      case Predicate.Exists(var variable, var bound, var property) -> {
        index(bound);
        inside(variable).predicate(property);
      }
      case Predicate.ForAll(var variable, var bound, var property) -> {
        index(bound);
        inside(variable).predicate(property);
      }
      case Predicate.Apply apply -> all(apply.arguments());
    }
  }

  private void literal(Literal literal) {
    switch (literal) {
      case Literal.Read read -> all(read.at());
      case Literal.Not(var of) -> literal(of);
      case Literal.Indicator(var condition) -> predicate(condition);
      case Literal.Conditional(var condition, var then, var otherwise) -> {
        predicate(condition);
        literal(then);
        literal(otherwise);
      }
    }
  }

  private void form(Form form) {
    switch (form) {
      case Form.Number(var value) -> index(value);
      case Form.Of(var literal) -> literal(literal);
      case Form.Add(var left, var right) -> {
        form(left);
        form(right);
      }
      case Form.Scale(var weight, var of) -> {
        index(weight);
        form(of);
      }
      case Form.Sum(var box, var body) -> enter(box).form(body);
      case Form.Conditional(var condition, var then, var otherwise) -> {
        predicate(condition);
        form(then);
        form(otherwise);
      }
      case Form.Read read -> all(read.at());
    }
  }
}
