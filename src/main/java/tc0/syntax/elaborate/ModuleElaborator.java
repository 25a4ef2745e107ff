package tc0.syntax.elaborate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;

/** Gives the names of one module their meaning and elaborates its circuits. */
final class ModuleElaborator {
  private final String module;
  private final Scope scope;
  private final Operators operators;
  private final List<Diagnostic> diagnostics;
  private final List<CircuitTemplate> circuits = new ArrayList<>();

  ModuleElaborator(
      String module, Scope imports, Operators operators, List<Diagnostic> diagnostics) {
    this.module = module;
    this.scope = imports.nested();
    this.operators = operators;
    this.diagnostics = diagnostics;
  }

  LoadedModule elaborate(Path file, SourceModule source) {
    scope.announce(
        source.declarations().stream().flatMap(d -> DeclaredNames.of(d).stream()).toList());
    for (Declaration declaration : source.declarations()) {
      guarded(() -> declare(declaration));
    }
    for (Declaration declaration : source.declarations()) {
      if (declaration instanceof Declaration.Operators table) {
        guarded(() -> operators(table));
      }
    }
    for (CircuitTemplate circuit : circuits) {
      if (!circuit.isParametric()) {
        try {
          circuit.circuit();
        } catch (Poisoned e) {
          // Reported where the fault is.
        }
      }
    }
    circuits.forEach(circuit -> diagnostics.addAll(circuit.diagnostics()));
    for (Declaration declaration : source.declarations()) {
      new References(scope, diagnostics).check(declaration);
    }
    return new LoadedModule(module, file, source, scope, circuits);
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (DiagnosticException e) {
      diagnostics.add(e.diagnostic());
    } catch (Poisoned e) {
      // Reported where the fault is.
    }
  }

  private void declare(Declaration declaration) {
    switch (declaration) {
      case Declaration.RecordType type -> define(type.name(), () -> new Entity.Type(record(type)));
      case Declaration.Circuit circuit -> template(circuit, circuit.header());
      case Declaration.Axiom axiom -> template(axiom, axiom.header());
      case Declaration.Definition definition -> template(definition, definition.header());
      case Declaration.Index index ->
          define(
              index.definition().name(),
              () -> {
                Expressions expressions = expressions();
                return new IndexDefinitions(expressions)
                    .define(index.definition(), Context.of(scope));
              });
      case Declaration.Operators operators -> {}
      case Declaration.Source d -> statement(d.name(), d);
      case Declaration.Hypothesis d -> statement(d.name(), d);
      case Declaration.Regime d -> statement(d.name(), d);
      case Declaration.Constants d -> statement(d.name(), d);
      case Declaration.Lemma d -> statement(d.name(), d);
      case Declaration.Theorem d -> statement(d.name(), d);
      case Declaration.Monoid d -> statement(d.name(), d);
      case Declaration.Problem d -> statement(d.name(), d);
      case Declaration.Reduction d -> statement(d.name(), d);
      case Declaration.Fact d -> statement(d.name(), d);
      case Declaration.Generator d -> statement(d.name(), d);
      case Declaration.Assumption d -> d.name().ifPresent(name -> statement(name, d));
    }
  }

  private Expressions expressions() {
    return new Expressions(new Sink(new HashSet<>()), operators);
  }

  private void statement(Identifier name, Declaration declaration) {
    define(name, () -> new Entity.Statement(declaration, module, scope));
  }

  private void template(Declaration declaration, CircuitHeader header) {
    define(
        header.name(),
        () -> {
          CircuitTemplate template =
              new CircuitTemplate(
                  module + "." + header.name().text(), declaration, header, scope, operators);
          circuits.add(template);
          return new Entity.Template(template);
        });
  }

  private void define(Identifier name, java.util.function.Supplier<Entity> meaning) {
    if (scope.defines(name.text())) {
      throw Errors.error(
          DiagnosticCode.TC0202,
          name.span(),
          "`" + name.text() + "` is declared twice",
          "choose another name");
    }
    try {
      if (scope.find(name.text()).isEmpty()) {
        scope.define(name.text(), new Entity.Unfinished());
      }
      scope.define(name.text(), meaning.get());
    } catch (DiagnosticException e) {
      scope.define(name.text(), new Entity.Broken());
      throw e;
    }
  }

  private RecordType record(Declaration.RecordType type) {
    Expressions expressions = expressions();
    Scope inside = scope.nested();
    List<String> parameters = new ArrayList<>();
    for (Identifier parameter : type.parameters()) {
      parameters.add(parameter.text());
      inside.define(
          parameter.text(), new Entity.Known(new Value.Number(Index.variable(parameter.text()))));
    }
    Context context = Context.of(inside);
    LinkedHashMap<String, ValueType> fields = new LinkedHashMap<>();
    for (Declaration.TypeField field : type.fields()) {
      if (fields.containsKey(field.name().text())) {
        throw Errors.error(
            DiagnosticCode.TC0202,
            field.span(),
            "the field `" + field.name().text() + "` is declared twice");
      }
      fields.put(field.name().text(), new Types(expressions).resolve(field.type(), context));
    }
    Predicate where = Predicate.TRUE;
    for (Expression constraint : type.constraints()) {
      where = where.and(expressions.predicate(constraint, context));
    }
    Optional<RecordType.Format> format =
        type.represents()
            .map(
                r ->
                    new RecordType.Format(
                        r.format().text(),
                        r.arguments().stream().map(a -> expressions.index(a, context)).toList()));
    return new RecordType(module + "." + type.name().text(), parameters, fields, where, format);
  }

  private void operators(Declaration.Operators table) {
    if (!(scope.find(table.type()).orElse(null) instanceof Entity.Type(RecordType record))) {
      throw Errors.unknown(table.type(), "type", scope, Entity.Type.class::isInstance);
    }
    for (Declaration.OperatorMeaning meaning : table.meanings()) {
      if (!(scope.find(meaning.circuit()).orElse(null)
          instanceof Entity.Template(CircuitTemplate t))) {
        throw Errors.unknown(
            meaning.circuit(), "circuit", scope, Entity.Template.class::isInstance);
      }
      operators.define(record, meaning.symbol(), t);
    }
  }
}
