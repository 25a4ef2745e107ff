package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Expression;
import tc0.syntax.diagnostic.DiagnosticCode;

/** Elaborates boxes; a binder that would hide another one, or a size, is renamed in the core. */
final class Boxes {
  private final Expressions expressions;
  private final Sink sink;

  Boxes(Expressions expressions, Sink sink) {
    this.expressions = expressions;
    this.sink = sink;
  }

  /** A box and the place inside it. */
  record Entered(tc0.kernel.Box box, Context inside) {}

  Entered enter(Optional<Box> box, Context context) {
    return box.isPresent()
        ? enter(box.get().binders(), box.get().guard(), context)
        : new Entered(tc0.kernel.Box.SCALAR, context);
  }

  Entered enter(List<Binder> binders, Optional<Expression> guard, Context context) {
    Context place = context;
    List<tc0.kernel.Box.Binder> all = new ArrayList<>();
    Predicate condition = Predicate.TRUE;
    for (Binder binder : binders) {
      Scope scope = place.scope().nested();
      String name = place.fresh(binder.name().text(), sink.sizes());
      Value variable = new Value.Number(Index.variable(name));
      tc0.kernel.Box.Binder bound;
      switch (binder) {
        case Binder.Range range -> bound = range(name, range, place);
        case Binder.InDomain in -> {
          Entity.Domain domain = domain(in, place);
          Context outside = place.in(domain.scope());
          bound = range(name, domain.range(), outside);
          Scope within = domain.scope().nested();
          within.define(domain.range().name().text(), new Entity.Known(variable));
          if (domain.condition().isPresent()) {
            condition =
                condition.and(expressions.predicate(domain.condition().get(), place.in(within)));
          }
        }
      }
      scope.define(binder.name().text(), new Entity.Known(variable));
      all.add(bound);
      place = place.inside(scope, tc0.kernel.Box.of(bound));
    }
    if (guard.isPresent()) {
      condition = condition.and(expressions.predicate(guard.get(), place));
    }
    tc0.kernel.Box box = new tc0.kernel.Box(all, condition);
    return new Entered(box, condition.equals(Predicate.TRUE) ? place : place.when(condition));
  }

  private tc0.kernel.Box.Binder range(String name, Binder.Range range, Context context) {
    Index low = Index.ZERO;
    if (range.lower().isPresent()) {
      Binder.LowerBound lower = range.lower().get();
      low = expressions.index(lower.bound(), context);
      low = lower.strict() ? successor(low) : low;
    }
    Index high = expressions.index(range.upper(), context);
    return new tc0.kernel.Box.Binder(name, low, range.upperInclusive() ? successor(high) : high);
  }

  static Index successor(Index term) {
    return term instanceof Index.Number number
        ? new Index.Number(number.value().add(java.math.BigInteger.ONE))
        : new Index.Add(term, Index.ONE);
  }

  /** The box of the cells of an array, with binders that hide no size. */
  static tc0.kernel.Box cells(List<Index> extents, Set<String> sizes) {
    List<tc0.kernel.Box.Binder> binders = new ArrayList<>();
    for (Index extent : extents) {
      String name = extents.size() == 1 ? "q" : "q" + (binders.size() + 1);
      while (sizes.contains(name)) {
        name += "_";
      }
      binders.add(tc0.kernel.Box.Binder.below(name, extent));
    }
    return new tc0.kernel.Box(binders, Predicate.TRUE);
  }

  private static Entity.Domain domain(Binder.InDomain binder, Context context) {
    Entity entity =
        context
            .scope()
            .find(binder.domain())
            .orElseThrow(
                () ->
                    Errors.unknown(
                        binder.domain(),
                        "domain",
                        context.scope(),
                        Entity.Domain.class::isInstance));
    if (entity instanceof Entity.Domain domain) {
      return domain;
    }
    throw Errors.error(
        DiagnosticCode.TC0205,
        binder.domain().span(),
        "`" + binder.domain() + "` is not a domain",
        "declare `domain P(m) = lo < m <= hi;`");
  }
}
