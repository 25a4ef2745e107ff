package tc0.syntax.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.ComparisonLink;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.Subscript;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;

/**
 * Finds names and fields in specifications that do not exist. A specification sees the sizes, the
 * inputs, the result, the index definitions of the circuit and the names of the module, but no gate
 * inside the circuit.
 */
final class SpecificationNames {
  /** The functions that every specification may use, beside those of index terms. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "nat",
          "int",
          "value",
          "canonical",
          "rounded",
          "abs",
          "floor",
          "exp",
          "sqrt",
          "sin",
          "cos");

  private static final Set<String> FORMATS = Set.of("float", "fixed");

  private final ValueType result;
  private final Set<String> inside;
  private final List<Diagnostic> diagnostics;

  /**
   * The specification of one circuit.
   *
   * @param result the type of {@code return}
   * @param inside the names of arrays in the body, which a specification does not see
   * @param diagnostics where errors go
   */
  SpecificationNames(ValueType result, Set<String> inside, List<Diagnostic> diagnostics) {
    this.result = result;
    this.inside = inside;
    this.diagnostics = diagnostics;
  }

  /** Checks an expression whose names the scope knows. */
  void check(Expression expression, Scope scope) {
    switch (expression) {
      case Expression.Numeral numeral -> {}
      case Expression.Result returned -> {}
      case Expression.Name name -> name(name, scope);
      case Expression.Field field -> field(field, scope);
      case Expression.Read read -> {
        check(read.base(), scope);
        for (Subscript subscript : read.subscripts()) {
          switch (subscript) {
            case Subscript.At at -> check(at.index(), scope);
            case Subscript.Head head -> check(head.extent(), scope);
            case Subscript.All all -> {}
          }
        }
      }
      case Expression.Call call -> call(call, scope);
      case Expression.Comprehension c -> cells(c.cells(), scope);
      case Expression.Function f -> check(f.body(), with(scope, f.parameter()));
      case Expression.Fold fold -> cells(fold.operands(), scope);
      case Expression.Unary unary -> check(unary.operand(), scope);
      case Expression.Binary binary -> {
        check(binary.left(), scope);
        check(binary.right(), scope);
      }
      case Expression.Comparison comparison -> {
        check(comparison.first(), scope);
        for (ComparisonLink link : comparison.links()) {
          check(link.operand(), scope);
        }
      }
      case Expression.Member member -> {
        check(member.element(), scope);
        domain(member.domain(), scope);
      }
      case Expression.Within within -> {
        check(within.actual(), scope);
        check(within.tolerance(), scope);
        check(within.expected(), scope);
      }
      case Expression.Quantified quantified ->
          check(quantified.body(), binders(quantified.binders(), scope));
      case Expression.Least least -> {
        check(least.bound(), scope);
        check(least.condition(), with(scope, least.variable()));
      }
      case Expression.Conditional conditional -> {
        check(conditional.condition(), scope);
        check(conditional.yes(), scope);
        check(conditional.no(), scope);
      }
      case Expression.LetIn let -> {
        Scope inner = scope;
        for (LetBinding binding : let.bindings()) {
          inner = let(binding, inner);
        }
        check(let.body(), inner);
      }
      case Expression.Indicator indicator -> check(indicator.condition(), scope);
    }
  }

  private Scope let(LetBinding binding, Scope scope) {
    Scope body = scope;
    for (Identifier parameter : binding.parameters()) {
      body = with(body, parameter);
    }
    check(binding.value(), body);
    return with(scope, binding.name());
  }

  private void name(Expression.Name name, Scope scope) {
    if (name.text().equals("pi") || scope.find(name.text()).isPresent()) {
      return;
    }
    report(
        inside.contains(name.text())
            ? Errors.error(
                DiagnosticCode.TC0205,
                name.span(),
                "`" + name.text() + "` is inside the circuit",
                "a specification speaks of sizes, inputs and `return`")
            : Errors.unknown(name, "name", scope, Errors::hasValue));
  }

  private void field(Expression.Field field, Scope scope) {
    if (field.base() instanceof Expression.Name name
        && scope.find(name.text()).orElse(null) instanceof Entity.Prefix(Scope module)) {
      if (module.own(field.field().text()).isEmpty()) {
        report(
            Errors.unknown(
                field.field().span(),
                "name of `" + name.text() + "`",
                field.field().text(),
                module.names(),
                "the module does not declare it"));
      }
      return;
    }
    check(field.base(), scope);
    if (type(field.base(), scope).orElse(null) instanceof ValueType.Structure structure
        && structure.field(field.field().text()).isEmpty()
        && !field.field().text().equals("bits")) {
      report(Errors.noField(structure.record(), field.field()));
    }
  }

  /** The type of an input, the result, or a part of them. */
  private Optional<ValueType> type(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Result returned -> Optional.of(result);
      case Expression.Name name ->
          scope.find(name.text()).orElse(null) instanceof Entity.Known(Value.Array(View view))
              ? Optional.of(view.type())
              : Optional.empty();
      case Expression.Field field ->
          type(field.base(), scope).flatMap(base -> base.field(field.field().text()));
      case Expression.Read read ->
          type(read.base(), scope).map(base -> base.withExtents(List.of()));
      default -> Optional.empty();
    };
  }

  private void call(Expression.Call call, Scope scope) {
    String callee = call.callee().toString();
    boolean known =
        scope.find(call.callee()).isPresent()
            || FUNCTIONS.contains(callee)
            || Builtins.names().contains(callee);
    if (!known) {
      Set<String> builtIn = new TreeSet<>(FUNCTIONS);
      builtIn.addAll(Builtins.names());
      report(Errors.unknownFunction(call.callee(), "function", scope, builtIn));
    }
    call.sizes().forEach(size -> check(size.value(), scope));
    call.statics().forEach(argument -> check(argument, scope));
    for (Expression argument : call.arguments()) {
      if (callee.equals("rounded")
          && argument instanceof Expression.Call format
          && FORMATS.contains(format.callee().toString())) {
        format.arguments().forEach(size -> check(size, scope));
      } else {
        check(argument, scope);
      }
    }
  }

  private void cells(Cells cells, Scope scope) {
    Scope inner = cells.box().map(box -> box(box, scope)).orElse(scope);
    cells.elements().forEach(element -> check(element, inner));
  }

  private Scope box(Box box, Scope scope) {
    Scope inner = binders(box.binders(), scope);
    box.guard().ifPresent(guard -> check(guard, inner));
    return inner;
  }

  /** Checks the bounds of binders; the scope with the bound names. */
  Scope binders(List<Binder> binders, Scope scope) {
    Scope inner = scope;
    for (Binder binder : binders) {
      Scope place = inner;
      switch (binder) {
        case Binder.Range range -> {
          range.lower().ifPresent(lower -> check(lower.bound(), place));
          check(range.upper(), place);
        }
        case Binder.InDomain in -> domain(in.domain(), place);
      }
      inner = with(place, binder.name());
    }
    return inner;
  }

  private void domain(QualifiedName name, Scope scope) {
    if (scope.find(name).isEmpty()) {
      report(Errors.unknown(name, "domain", scope, Entity.Domain.class::isInstance));
    }
  }

  private static Scope with(Scope scope, Identifier name) {
    return scope
        .nested()
        .define(
            name.text(),
            new Entity.Known(new Value.Number(tc0.kernel.Index.variable(name.text()))));
  }

  private void report(DiagnosticException error) {
    diagnostics.add(error.diagnostic());
  }
}
