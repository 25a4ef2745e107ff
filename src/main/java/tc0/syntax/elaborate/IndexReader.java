package tc0.syntax.elaborate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.LetBinding;

/** Reads the index terms of statements: claims, regimes, generators. Immutable. */
public final class IndexReader {
  private final Expressions expressions;
  private final Context context;

  private IndexReader(Expressions expressions, Context context) {
    this.expressions = expressions;
    this.context = context;
  }

  /** A reader for terms over some size parameters and the names of a module. */
  public static IndexReader of(Scope module, List<String> sizes) {
    Scope scope = module.nested();
    sizes.forEach(
        name -> scope.define(name, new Entity.Known(new Value.Number(Index.variable(name)))));
    Expressions expressions =
        new Expressions(new Sink(new HashSet<>(sizes)), new Operators());
    return new IndexReader(expressions, Context.of(scope).forIndices());
  }

  /** The index term of an expression; a diagnostic exception if it is none. */
  public Index index(Expression expression) {
    return expressions.index(expression, context);
  }

  /** The index predicate of an expression; a diagnostic exception if it is none. */
  public Predicate predicate(Expression expression) {
    return expressions.predicate(expression, context);
  }

  /** A reader that knows one more name. */
  public IndexReader let(LetBinding binding) {
    Scope inner = context.scope().nested();
    inner.define(
        binding.name().text(), new IndexDefinitions(expressions).let(binding, context));
    return new IndexReader(expressions, context.in(inner));
  }

  /** A variable of the surface under the name that it gets in the core, and a reader that knows it. */
  public record Bound(String name, IndexReader inside) {}

  /** Binds one variable. */
  public Bound bind(String surface) {
    Context inside = expressions.bind(surface, context);
    return new Bound(
        inside.binders().get(inside.binders().size() - 1).name(),
        new IndexReader(expressions, inside));
  }

  /** A box, and a reader inside it. */
  public record Entered(tc0.kernel.Box box, IndexReader inside) {}

  /** Enters a box; no box is the box of the empty tuple. */
  public Entered enter(Optional<tc0.syntax.ast.Box> box) {
    Boxes.Entered entered = expressions.boxes().enter(box, context);
    return new Entered(entered.box(), new IndexReader(expressions, entered.inside()));
  }
}
