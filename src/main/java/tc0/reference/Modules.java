package tc0.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.AxiomClause;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Import;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.elaborate.Program;

/**
 * The names of a set of modules, straight from their syntax, so that the reference does not depend
 * on what the elaboration made of them. Imports of modules that are not in the set are ignored.
 */
public final class Modules {

  private record Operator(String type, String symbol) {}

  private final Map<String, Module> modules = new HashMap<>();
  private final Map<Operator, Meaning.Circuit> operators = new HashMap<>();

  /** The modules by their qualified names, for example {@code std.float}. */
  public Modules(Map<String, SourceModule> sources) {
    sources.forEach((name, source) -> modules.put(name, new Module(name, source)));
    for (Module module : modules.values()) {
      for (Declaration declaration : module.source.declarations()) {
        if (declaration instanceof Declaration.Operators table) {
          module.find(table.type().toString()).ifPresent(type -> enter(table, type, module));
        }
      }
    }
  }

  /** The modules of an elaborated program. */
  public static Modules of(Program program) {
    Map<String, SourceModule> sources = new HashMap<>();
    program.modules().forEach(module -> sources.put(module.name(), module.source()));
    return new Modules(sources);
  }

  /** The meaning of a qualified name such as {@code std.integer.add}. */
  public Optional<Meaning> find(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(modules.get(qualifiedName.substring(0, dot)))
            .flatMap(module -> module.own(qualifiedName.substring(dot + 1)));
  }

  /** The circuit or axiom of that qualified name. */
  public Optional<Meaning.Circuit> circuit(String qualifiedName) {
    return find(qualifiedName)
        .filter(Meaning.Circuit.class::isInstance)
        .map(Meaning.Circuit.class::cast);
  }

  /** The definition of that qualified name. */
  public Optional<Meaning.Definition> definition(String qualifiedName) {
    return find(qualifiedName)
        .filter(Meaning.Definition.class::isInstance)
        .map(Meaning.Definition.class::cast);
  }

  /** What a definition of that qualified name says of its own result. */
  public Optional<Meaning.Circuit> promises(String qualifiedName) {
    return definition(qualifiedName)
        .map(
            found ->
                new Meaning.Circuit(
                    found.qualifiedName(),
                    found.declaration().header(),
                    found.declaration().ensures(),
                    found.declaration().requires(),
                    List.of(),
                    found.scope()));
  }

  /** The names that are visible in a module. */
  public Optional<Scope> scope(String module) {
    return Optional.ofNullable(modules.get(module)).map(Scope::of);
  }

  private void enter(Declaration.Operators table, Meaning type, Module module) {
    if (type instanceof Meaning.Type record) {
      for (Declaration.OperatorMeaning row : table.meanings()) {
        if (module.find(row.circuit().toString()).orElse(null) instanceof Meaning.Circuit circuit) {
          operators.put(new Operator(record.qualifiedName(), row.symbol()), circuit);
        }
      }
    }
  }

  /** One module: its own names, and through imports those of others. */
  private final class Module implements Scope.Names {
    private final SourceModule source;
    private final Map<String, Meaning> own = new HashMap<>();

    Module(String name, SourceModule source) {
      this.source = source;
      Scope scope = Scope.of(this);
      for (Declaration declaration : source.declarations()) {
        enter(name, declaration, scope);
      }
    }

    private void enter(String module, Declaration declaration, Scope scope) {
      switch (declaration) {
        case Declaration.RecordType type ->
            own.put(
                type.name().text(),
                new Meaning.Type(module + "." + type.name().text(), type, scope));
        case Declaration.Index index ->
            own.put(index.definition().name().text(), Meanings.of(index.definition(), scope));
        case Declaration.Definition definition -> {
          String name = definition.header().name().text();
          own.put(name, new Meaning.Definition(module + "." + name, definition, scope));
        }
        case Declaration.Circuit circuit -> {
          String name = circuit.header().name().text();
          own.put(
              name,
              new Meaning.Circuit(
                  module + "." + name,
                  circuit.header(),
                  only(circuit.body(), Item.Ensures.class),
                  only(circuit.body(), Item.Requires.class),
                  circuit.body(),
                  scope));
        }
        case Declaration.Axiom axiom -> {
          String name = axiom.header().name().text();
          List<AxiomClause> clauses = axiom.clauses();
          own.put(
              name,
              new Meaning.Circuit(
                  module + "." + name,
                  axiom.header(),
                  only(clauses, Item.Ensures.class),
                  only(clauses, Item.Requires.class),
                  List.of(),
                  scope));
        }
        default -> {
          // Claims, sources and the like have no meaning in expressions.
        }
      }
    }

    Optional<Meaning> own(String name) {
      return Optional.ofNullable(own.get(name));
    }

    @Override
    public Optional<Meaning> find(String name) {
      return own(name).or(() -> imported(name));
    }

    private Optional<Meaning> imported(String name) {
      int dot = name.lastIndexOf('.');
      for (Import item : source.imports()) {
        Optional<Meaning> found =
            module(item)
                .flatMap(
                    module ->
                        dot < 0
                            ? module.shown(name, item)
                            : module.qualified(
                                name.substring(0, dot), name.substring(dot + 1), item));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /** A module without a header is named by its file alone. */
    private Optional<Module> module(Import item) {
      return Optional.ofNullable(modules.get(item.module().toString()))
          .or(() -> Optional.ofNullable(modules.get(item.module().last().text())));
    }

    /**
     * What a name without a dot means through an import of this module: one of the listed names, or
     * the prefix itself, which stands for the type of that name.
     */
    private Optional<Meaning> shown(String name, Import item) {
      if (item.names().stream().anyMatch(listed -> listed.text().equals(name))) {
        return own(name);
      }
      return item.names().isEmpty() && prefix(item).equals(name)
          ? own(name).filter(Meaning.Type.class::isInstance)
          : Optional.empty();
    }

    private Optional<Meaning> qualified(String prefix, String last, Import item) {
      boolean fits =
          prefix.equals(item.module().toString())
              || (item.names().isEmpty() && prefix.equals(prefix(item)));
      return fits ? own(last) : Optional.empty();
    }

    private static String prefix(Import item) {
      return item.alias().orElseGet(() -> item.module().last()).text();
    }

    @Override
    public Meaning.Operators operators() {
      return (type, symbol) -> Optional.ofNullable(operators.get(new Operator(type, symbol)));
    }
  }

  private static <T> List<T> only(List<?> items, Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
