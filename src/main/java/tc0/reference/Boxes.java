package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.Expression;

/** Runs through the tuples of index sets, in lexicographic order. */
final class Boxes {

  private final Evaluator evaluator;

  Boxes(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Every element at every tuple. */
  void each(Cells cells, Scope scope, BiConsumer<Expression, Scope> action) {
    some(
        cells,
        scope,
        (element, inner) -> {
          action.accept(element, inner);
          return false;
        });
  }

  /** Whether some element satisfies the test at some tuple; stops at the first. */
  boolean some(Cells cells, Scope scope, BiPredicate<Expression, Scope> test) {
    Predicate<Scope> any =
        inner -> cells.elements().stream().anyMatch(element -> test.test(element, inner));
    return cells.box().isPresent() ? someTuple(cells.box().get(), scope, any) : any.test(scope);
  }

  /** Whether some tuple of the box satisfies the test; stops at the first. */
  boolean someTuple(Box box, Scope scope, Predicate<Scope> test) {
    return someTuple(
        box.binders(),
        scope,
        inner ->
            box.guard().map(guard -> evaluator.holds(guard, inner)).orElse(true)
                && test.test(inner));
  }

  private boolean someTuple(List<Binder> binders, Scope scope, Predicate<Scope> test) {
    if (binders.isEmpty()) {
      return test.test(scope);
    }
    Binder binder = binders.get(0);
    List<Binder> rest = binders.subList(1, binders.size());
    Range range = range(binder, scope);
    for (BigInteger v = range.low(); v.compareTo(range.high()) < 0; v = v.add(BigInteger.ONE)) {
      Scope inner = scope.with(binder.name().text(), new Meaning.Known(Value.Number.of(v)));
      if (admits(binder, v, scope) && someTuple(rest, inner, test)) {
        return true;
      }
    }
    return false;
  }

  /** Half-open bounds of a binder. */
  record Range(BigInteger low, BigInteger high) {}

  /** The bounds of a binder, a negative lower one cut off. */
  Range range(Binder binder, Scope scope) {
    return switch (binder) {
      case Binder.InDomain in -> {
        Meaning.Domain domain = evaluator.domain(in.domain(), scope);
        yield range(domain.declaration().range(), domain.scope());
      }
      case Binder.Range range -> {
        BigInteger low = BigInteger.ZERO;
        if (range.lower().isPresent()) {
          var bound = range.lower().get();
          BigInteger first = evaluator.index(bound.bound(), scope);
          low = low.max(bound.strict() ? first.add(BigInteger.ONE) : first);
        }
        BigInteger high = evaluator.index(range.upper(), scope);
        yield new Range(low, range.upperInclusive() ? high.add(BigInteger.ONE) : high);
      }
    };
  }

  private boolean admits(Binder binder, BigInteger v, Scope scope) {
    return switch (binder) {
      case Binder.Range range -> true;
      case Binder.InDomain in -> satisfies(evaluator.domain(in.domain(), scope), v);
    };
  }

  /** Whether a domain contains a number. */
  boolean contains(Meaning.Domain domain, BigInteger v) {
    Range range = range(domain.declaration().range(), domain.scope());
    return v.compareTo(range.low()) >= 0 && v.compareTo(range.high()) < 0 && satisfies(domain, v);
  }

  private boolean satisfies(Meaning.Domain domain, BigInteger v) {
    String name = domain.declaration().range().name().text();
    Scope inner = domain.scope().with(name, new Meaning.Known(Value.Number.of(v)));
    return domain
        .declaration()
        .condition()
        .map(condition -> evaluator.holds(condition, inner))
        .orElse(true);
  }
}
