package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tc0.kernel.Circuit;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.Parameter;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;

/** Elaborates one circuit, axiom or definition into the core. */
final class CircuitElaborator {
  private final String name;
  private final Declaration declaration;
  private final CircuitHeader header;
  private final Scope module;
  private final List<Diagnostic> diagnostics;
  private final List<Diagnostic> warnings;
  private final Sink sink;
  private final Expressions expressions;
  private final Definitions definitions;
  private final List<Item.Ensures> ensures = new ArrayList<>();
  private final List<Item.Requires> requires = new ArrayList<>();
  private final Results results;
  private final Unread unread = new Unread();
  private boolean poisoned;

  CircuitElaborator(
      String name,
      Declaration declaration,
      CircuitHeader header,
      Scope module,
      Operators operators,
      List<Diagnostic> diagnostics,
      List<Diagnostic> warnings) {
    this.name = name;
    this.declaration = declaration;
    this.header = header;
    this.module = module;
    this.diagnostics = diagnostics;
    this.warnings = warnings;
    Set<String> sizes = new HashSet<>();
    header.sizes().forEach(size -> sizes.add(size.name().text()));
    this.sink = new Sink(sizes);
    this.expressions = new Expressions(sink, operators);
    this.definitions = new Definitions(expressions, sink);
    this.results = new Results(expressions, sizes);
  }

  CircuitInfo elaborate(List<Entity> statics) {
    Scope scope = module.nested();
    for (int i = 0; i < statics.size(); i++) {
      scope.define(header.statics().get(i).text(), statics.get(i));
    }
    List<String> sizes = new ArrayList<>();
    for (var size : header.sizes()) {
      declare(scope, size.name().text(), size.span());
      sizes.add(size.name().text());
      scope.define(
          size.name().text(),
          new Entity.Known(new Value.Number(Index.variable(size.name().text()))));
    }
    Context context = Context.of(scope);
    Types types = new Types(expressions);
    List<CircuitInfo.Input> inputs = new ArrayList<>();
    List<Circuit.Port> ports = new ArrayList<>();
    for (Parameter parameter : header.parameters()) {
      String input = parameter.name().text();
      declare(scope, input, parameter.span());
      ValueType type = types.resolve(parameter.type(), context);
      inputs.add(new CircuitInfo.Input(input, type, parameter.defaultValue()));
      ports.addAll(Results.ports(input, type, sink.sizes()));
      scope.define(
          input, new Entity.Known(Expressions.cellOrArray(View.named(type, input, List.of()))));
      sink.claim(input);
    }
    ValueType result = types.resolve(header.result(), context);
    Predicate where = Predicate.TRUE;
    for (Expression constraint : header.constraints()) {
      where = where.and(expressions.predicate(constraint, context));
    }
    for (Parameter parameter : header.parameters()) {
      where = and(where, types.resolve(parameter.type(), context).constraint());
    }
    where = and(where, result.constraint());
    Circuit core = core(scope, context, sizes, where, ports, result);
    specification(scope, result);
    if (diagnostics.isEmpty()) {
      warnings.addAll(unread.warnings());
      warnings.addAll(expressions.divisors().warnings(sizes, where));
    }
    return new CircuitInfo(
        core, declaration, header, inputs, result, ensures, requires, sink.spans(), module);
  }

  /** The conjunction; what is there already is not repeated. */
  private static Predicate and(Predicate where, Predicate more) {
    if (more instanceof Predicate.And(Predicate left, Predicate right)) {
      return and(and(where, left), right);
    }
    return conjuncts(where).anyMatch(more::equals) ? where : where.and(more);
  }

  private static Stream<Predicate> conjuncts(Predicate predicate) {
    return predicate instanceof Predicate.And(Predicate left, Predicate right)
        ? Stream.concat(conjuncts(left), conjuncts(right))
        : Stream.of(predicate);
  }

  /** Checks the names in the specification, which sees index definitions but no arrays. */
  private void specification(Scope scope, ValueType result) {
    Scope visible = module.nested();
    header.statics().forEach(name -> copy(name.text(), scope, visible));
    header.sizes().forEach(size -> copy(size.name().text(), scope, visible));
    header.parameters().forEach(parameter -> copy(parameter.name().text(), scope, visible));
    Set<String> inside = new HashSet<>();
    if (declaration instanceof Declaration.Definition definition) {
      definition.functions().forEach(function -> inside.add(function.name().text()));
    }
    if (declaration instanceof Declaration.Circuit circuit) {
      for (Item item : circuit.body()) {
        for (String defined : DeclaredNames.of(item)) {
          if (item instanceof Item.Let || item instanceof IndexDefinition) {
            copy(defined, scope, visible);
          } else {
            inside.add(defined);
          }
        }
      }
    }
    SpecificationNames names = new SpecificationNames(result, inside, diagnostics);
    for (Item.Requires domain : requires) {
      names.check(domain.condition(), visible);
    }
    for (Item.Ensures meaning : ensures) {
      names.check(meaning.relation(), visible);
      meaning.condition().ifPresent(condition -> names.check(condition, visible));
    }
    readAlike(visible, scope);
  }

  private static void copy(String name, Scope from, Scope to) {
    from.own(name).ifPresent(entity -> to.define(name, entity));
  }

  /** What a specification reads is read. */
  private static void readAlike(Scope from, Scope to) {
    from.names().stream().filter(from::isRead).forEach(to::find);
  }

  private Circuit core(
      Scope scope,
      Context context,
      List<String> sizes,
      Predicate where,
      List<Circuit.Port> ports,
      ValueType result) {
    return switch (declaration) {
      case Declaration.Circuit circuit -> {
        items(circuit.body(), context, Map.of());
        yield family(sizes, where, ports, result);
      }
      case Declaration.Definition definition -> {
        Scope place = scope;
        for (LetBinding function : definition.functions()) {
          place.define(
              function.name().text(),
              new Entity.Macro(function.parameters(), function.value(), place));
          unread.declare(place, function.name().text(), function.name().span());
          place = place.nested();
        }
        Context inside = context.in(place);
        definition.results().forEach(item -> guarded(() -> result(item, inside)));
        ensures.addAll(definition.ensures());
        requires.addAll(definition.requires());
        yield family(sizes, where, ports, result);
      }
      case Declaration.Axiom axiom ->
          new Axioms(expressions)
              .axiom(
                  name,
                  axiom,
                  sizes,
                  where,
                  ports,
                  Results.ports("return", result, sink.sizes()),
                  context,
                  ensures,
                  requires);
      default -> throw new IllegalStateException(declaration.toString());
    };
  }

  private Circuit family(
      List<String> sizes, Predicate where, List<Circuit.Port> inputs, ValueType result) {
    if (poisoned && diagnostics.isEmpty()) {
      throw new Poisoned();
    }
    List<Circuit.Output> outputs =
        diagnostics.isEmpty() ? results.outputs(result, header.result().span()) : List.of();
    return new Circuit.Family(name, sizes, where, inputs, sink.declarations(), outputs);
  }

  private void items(List<Item> items, Context context, Map<String, View> noStates) {
    context.scope().announce(items.stream().flatMap(i -> DeclaredNames.of(i).stream()).toList());
    sink.announce(items.stream().flatMap(i -> DeclaredNames.within(i).stream()).toList());
    for (Item item : items) {
      guarded(() -> item(item, context, noStates));
    }
  }

  /** Goes on after an error, so that one run tells all. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (DiagnosticException e) {
      diagnostics.add(e.diagnostic());
    } catch (Poisoned e) {
      poisoned = true;
    }
  }

  private void item(Item item, Context context, Map<String, View> next) {
    Scope scope = context.scope();
    switch (item) {
      case Item.Let let -> {
        for (LetBinding binding : let.bindings()) {
          named(
              scope,
              binding.name().text(),
              binding.name().span(),
              () -> indexDefinitions().let(binding, context));
        }
      }
      case IndexDefinition definition ->
          named(
              scope,
              definition.name().text(),
              definition.name().span(),
              () -> indexDefinitions().define(definition, context));
      case Item.Form form when !form.parameters().isEmpty() ->
          named(
              scope,
              form.name().text(),
              form.name().span(),
              () -> new Entity.Macro(form.parameters(), form.value(), scope));
      case Item.Form form ->
          named(
              scope,
              form.name().text(),
              form.name().span(),
              () -> {
                String core = sink.claim(form.name().text());
                return known(
                    definitions.form(core, form.isBit(), form.box(), form.value(), context));
              });
      case Item.Array array ->
          named(
              scope,
              array.name().text(),
              array.name().span(),
              () -> {
                String core = sink.claim(array.name().text());
                return known(definitions.array(core, array.box(), array.value(), context));
              });
      case Item.Return result -> result(result, context);
      case Item.Iterate iterate -> {
        try {
          new Rounds(expressions, sink).iterate(iterate, context, this::round);
        } catch (DiagnosticException | Poisoned e) {
          iterate.states().forEach(s -> scope.define(s.name().text(), new Entity.Broken()));
          throw e;
        }
      }
      case Item.Ensures e -> ensures.add(e);
      case Item.Requires r -> requires.add(r);
    }
  }

  private void round(List<Item> items, Context context, Map<String, View> next) {
    Scope outer = context.scope();
    Context inside = context.in(outer.nested());
    for (Item item : items) {
      if (item instanceof Item.Array array && outer.defines(array.name().text())) {
        String state = array.name().text();
        if (next.containsKey(state)) {
          throw Errors.error(
              DiagnosticCode.TC0202,
              array.span(),
              "`" + state + "` has two new values in one round");
        }
        next.put(
            state,
            definitions.array(sink.fresh(state + "_next"), array.box(), array.value(), inside));
      } else {
        item(item, inside, next);
      }
    }
  }

  private void result(Item.Return item, Context context) {
    String path =
        item.fields().isEmpty()
            ? ""
            : "." + String.join(".", item.fields().stream().map(f -> f.text()).toList());
    results.add(
        path,
        definitions.array(
            "return" + path, item.box(), item.value(), context, isForm(path, context)),
        item);
  }

  private boolean isForm(String path, Context context) {
    ValueType type = new Types(expressions).resolve(header.result(), context);
    return path.isEmpty() && type instanceof ValueType.Bits bits && bits.wire().isForm();
  }

  private static Entity known(View view) {
    return new Entity.Known(Expressions.cellOrArray(view));
  }

  private IndexDefinitions indexDefinitions() {
    return new IndexDefinitions(expressions);
  }

  /** Defines a name; if that fails, the name is marked so that its uses stay silent. */
  private void named(
      Scope scope,
      String text,
      tc0.syntax.source.Span span,
      java.util.function.Supplier<Entity> meaning) {
    declare(scope, text, span);
    unread.declare(scope, text, span);
    try {
      if (scope.find(text).isEmpty()) {
        scope.define(text, new Entity.Unfinished());
      }
      scope.define(text, meaning.get());
    } catch (DiagnosticException | Poisoned e) {
      scope.define(text, new Entity.Broken());
      throw e;
    }
  }

  private static void declare(Scope scope, String text, tc0.syntax.source.Span span) {
    if (scope.defines(text)) {
      throw Errors.error(
          DiagnosticCode.TC0202, span, "`" + text + "` is declared twice", "choose another name");
    }
  }
}
