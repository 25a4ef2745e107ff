package tc0.syntax.elaborate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tc0.kernel.Index;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.GivenValue;
import tc0.syntax.ast.Identifier;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;

/**
 * Checks that {@code check at x = …} gives every input of the circuit once, and that the values
 * speak of sizes and of names of the module only.
 */
final class GivenNames {
  private final CircuitHeader header;
  private final Scope scope;
  private final List<Diagnostic> diagnostics;

  GivenNames(CircuitHeader header, Scope module, List<Diagnostic> diagnostics) {
    this.header = header;
    this.scope = module.nested();
    this.diagnostics = diagnostics;
    header.sizes().forEach(size -> number(scope, size.name()));
  }

  void check(Check check, Check.At at) {
    Set<String> given = new HashSet<>();
    List<String> inputs = header.parameters().stream().map(p -> p.name().text()).toList();
    for (GivenValue.Given input : at.inputs()) {
      String name = input.name().text();
      if (!inputs.contains(name)) {
        report(
            input.name().span(),
            "`" + name + "` is not an input of " + header.name(),
            "its inputs are " + String.join(", ", inputs));
      } else if (!given.add(name)) {
        report(input.name().span(), "`" + name + "` is given twice", "remove one of them");
      }
      value(input.value(), scope);
    }
    for (String name : inputs) {
      if (!given.contains(name)) {
        report(
            check.span(), "the check gives no value for `" + name + "`", "add `" + name + " = …`");
      }
    }
  }

  private void value(GivenValue value, Scope inner) {
    SpecificationNames names = new SpecificationNames(ValueType.BIT, Set.of(), diagnostics);
    switch (value) {
      case GivenValue.Number number -> names.check(number.expression(), inner);
      case GivenValue.Fields record ->
          record.fields().forEach(field -> value(field.value(), inner));
      case GivenValue.Listed list -> {
        Scope entries =
            list.range().map(range -> names.binders(List.of(range), inner)).orElse(inner);
        list.entries().forEach(entry -> value(entry, entries));
      }
    }
  }

  private static void number(Scope scope, Identifier name) {
    scope.define(name.text(), new Entity.Known(new Value.Number(Index.variable(name.text()))));
  }

  private void report(tc0.syntax.source.Span span, String message, String help) {
    diagnostics.add(Errors.error(DiagnosticCode.TC0702, span, message, help).diagnostic());
  }
}
