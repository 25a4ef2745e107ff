package tc0.syntax.elaborate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.diagnostic.DiagnosticCode;

/**
 * Elaborates index terms, predicates and boxes that stand outside any circuit, such as those of
 * generators. All methods throw {@link tc0.syntax.diagnostic.DiagnosticException} if a term has an
 * error.
 */
public final class IndexTerms {
  private final Expressions expressions;
  private final Context context;

  private IndexTerms(Expressions expressions, Context context) {
    this.expressions = expressions;
    this.context = context;
  }

  /** Terms over the given sizes with the names of a module in scope. */
  public static IndexTerms in(LoadedModule module, List<String> sizes) {
    return in(module.scope(), sizes);
  }

  /** The same with the names of a scope. */
  public static IndexTerms in(Scope names, List<String> sizes) {
    Scope scope = names.nested();
    for (String size : sizes) {
      scope.define(size, new Entity.Known(new Value.Number(Index.variable(size))));
    }
    Expressions expressions = new Expressions(new Sink(new HashSet<>(sizes)), new Operators());
    return new IndexTerms(expressions, Context.of(scope).forIndices());
  }

  /** The same with a further name for an index. */
  public IndexTerms let(LetBinding binding) {
    Entity entity = new IndexDefinitions(expressions).let(binding, context);
    Scope scope = context.scope().nested().define(binding.name().text(), entity);
    return new IndexTerms(expressions, context.in(scope));
  }

  /** The same with further variables, which keep their names and must be new. */
  public IndexTerms variables(List<Identifier> names) {
    Context place = context;
    for (Identifier name : names) {
      boolean bound =
          place.binders().stream().anyMatch(binder -> binder.name().equals(name.text()))
              || isVariable(place, name.text());
      if (bound) {
        throw Errors.error(
            DiagnosticCode.TC0202,
            name.span(),
            "`" + name.text() + "` already stands for a size or an index here",
            "choose another name");
      }
      place = expressions.bind(name.text(), place);
    }
    return new IndexTerms(expressions, place);
  }

  private static boolean isVariable(Context place, String name) {
    return place.scope().find(name).orElse(null)
            instanceof Entity.Known(Value.Number(Index.Variable(String variable)))
        && variable.equals(name);
  }

  /** An elaborated box and the terms inside it. */
  public record Entered(tc0.kernel.Box box, IndexTerms inside) {}

  /** Enters a box; no box is the scalar one. A binder that would hide another name is renamed. */
  public Entered enter(Optional<Box> box) {
    Boxes.Entered entered = expressions.boxes().enter(box, context);
    return new Entered(entered.box(), new IndexTerms(expressions, entered.inside()));
  }

  /** The index that an expression denotes. */
  public Index index(Expression expression) {
    return expressions.index(expression, context);
  }

  /** The predicate that an expression denotes. */
  public Predicate predicate(Expression expression) {
    return expressions.predicate(expression, context);
  }
}
