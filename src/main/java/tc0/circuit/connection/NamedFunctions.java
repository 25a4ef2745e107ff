package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/**
 * The named index functions that a generator uses, given names that are distinct within it. A
 * function that is only ever applied to one list of terms over sizes becomes a constant; named
 * predicates are written out.
 */
final class NamedFunctions {

  private final Map<Index.Function, Set<List<Index>>> uses = new LinkedHashMap<>();
  private final Map<Index.Function, Index.Function> renamed = new HashMap<>();
  private final List<Index.Function> definitions = new ArrayList<>();
  private final ExplicitGenerator generator;

  NamedFunctions(ExplicitGenerator source) {
    Set<String> variables = new HashSet<>(source.parameters());
    Rewriter collector =
        new Rewriter() {
          @Override
          public Index apply(Index.Function function, List<Index> arguments) {
            if (!uses.containsKey(function)) {
              rewrite(function.body());
              variables.addAll(Variables.of(function.body()));
              uses.putIfAbsent(function, new HashSet<>());
            }
            uses.get(function).add(arguments);
            return new Index.Apply(function, arguments);
          }
        };
    ExplicitGenerator expanded = collector.rewrite(source);
    for (ExplicitGenerator.Wires clause : expanded.wires()) {
      variables.addAll(clause.indices());
      variables.addAll(Variables.of(clause.condition()));
    }
    FreshNames names = new FreshNames(variables);
    uses.keySet().forEach(function -> define(function, source, names));
    this.generator = replace().rewrite(expanded);
  }

  /** The generator with the new names. */
  ExplicitGenerator generator() {
    return generator;
  }

  /** The functions, each before those that use it. */
  List<Index.Function> definitions() {
    return definitions;
  }

  private void define(Index.Function function, ExplicitGenerator source, FreshNames names) {
    String name = names.fresh(function.name().replaceAll("[^A-Za-z0-9_]", "_"));
    Optional<List<Index>> constant =
        Optional.of(uses.get(function))
            .filter(all -> all.size() == 1)
            .map(all -> all.iterator().next())
            .filter(
                arguments ->
                    arguments.stream()
                        .allMatch(a -> source.parameters().containsAll(Variables.of(a))));
    List<String> parameters = new ArrayList<>();
    List<Index> actual = new ArrayList<>();
    if (constant.isPresent()) {
      actual.addAll(constant.get());
    } else {
      // The notation leaves out arguments spelled like the parameters, so nothing else may be.
      for (String parameter : function.parameters()) {
        parameters.add(names.fresh("v"));
        actual.add(Index.variable(parameters.getLast()));
      }
    }
    Index body =
        new Substitution(Map.of()).with(function.parameters(), actual).apply(function.body());
    Index.Function definition = new Index.Function(name, parameters, replace().rewrite(body));
    renamed.put(function, definition);
    definitions.add(definition);
  }

  private Rewriter replace() {
    return new Rewriter() {
      @Override
      public Index apply(Index.Function function, List<Index> arguments) {
        Index.Function target = renamed.get(function);
        if (target == null) {
          // Simplifying a body may bring a function to arguments that were not seen; write it out.
          return rewrite(
              new Substitution(Map.of())
                  .with(function.parameters(), arguments)
                  .apply(function.body()));
        }
        return new Index.Apply(target, target.parameters().isEmpty() ? List.of() : arguments);
      }

      @Override
      public Predicate apply(Predicate.Named named, List<Index> arguments) {
        return rewrite(
            new Substitution(Map.of()).with(named.parameters(), arguments).apply(named.body()));
      }
    };
  }
}
