package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tc0.kernel.Index;
import tc0.kernel.Notation;
import tc0.kernel.Predicate;
import tc0.kernel.Tiers;
import tc0.kernel.Variables;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.TierName;
import tc0.syntax.diagnostic.DiagnosticCode;

/**
 * Elaborates lets, index functions, predicates, domains and advice. What a body uses of the sizes
 * around it becomes further parameters of the core function, so that names survive into the
 * connection language.
 */
final class IndexDefinitions {
  private final Expressions expressions;

  IndexDefinitions(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The names of the parameters inside the body, and the place there. */
  private record Body(List<String> names, Context context) {}

  private Body open(List<Identifier> parameters, Context context) {
    Context place = context.forIndices();
    List<String> names = new ArrayList<>();
    for (Identifier parameter : parameters) {
      place = expressions.bind(parameter.text(), place);
      names.add(place.binders().get(place.binders().size() - 1).name());
    }
    return new Body(names, place);
  }

  Entity let(LetBinding binding, Context context) {
    Body body = open(binding.parameters(), context);
    Value value = expressions.value(binding.value(), body.context());
    return switch (value) {
      case Value.Number(Index.Number literal) when binding.parameters().isEmpty() ->
          new Entity.Known(value);
      case Value.Number(Index term) -> function(binding.name().text(), body.names(), term);
      case Value.Truth(Predicate condition) ->
          predicate(binding.name().text(), body.names(), condition);
      default ->
          throw Errors.error(
              DiagnosticCode.TC0301,
              binding.span(),
              "`let` names an index, but this is " + value.sort(),
              "write `"
                  + binding.name().text()
                  + " = …;` for an array, `form "
                  + binding.name().text()
                  + " = …;` for a form");
    };
  }

  Entity define(IndexDefinition definition, Context context) {
    return switch (definition) {
      case IndexDefinition.Function f -> {
        Body body = open(f.parameters(), context);
        Index value = expressions.index(f.value(), body.context());
        requireTier(f.name(), f.tier(), Tiers.of(value, tc0.kernel.Scope.of(List.of())));
        yield function(f.name().text(), body.names(), value);
      }
      case IndexDefinition.Predicate p -> {
        Body body = open(p.parameters(), context);
        Predicate condition = expressions.predicate(p.condition(), body.context());
        requireTier(p.name(), p.tier(), Tiers.of(condition, tc0.kernel.Scope.of(List.of())));
        yield predicate(p.name().text(), body.names(), condition);
      }
      case IndexDefinition.Domain d -> new Entity.Domain(d.range(), d.condition(), context.scope());
      case IndexDefinition.Advice a -> {
        Body body = open(a.parameters(), context);
        Index width = expressions.index(a.width(), body.context());
        Index value = expressions.index(a.value(), body.context());
        List<String> captured = captured(body.names(), Variables.of(width), Variables.of(value));
        List<String> parameters = new ArrayList<>(body.names());
        parameters.addAll(captured);
        yield new Entity.NamedAdvice(
            new Index.Advice(a.name().text(), parameters, width, value), variables(captured));
      }
    };
  }

  /** Refuses a declared tier below the one that the body needs, and names the operation. */
  private static void requireTier(
      Identifier name, Optional<TierName> declared, Tiers.Reason needed) {
    if (declared.isEmpty() || needed.tier().compareTo(declared.get().inKernel()) <= 0) {
      return;
    }
    String operation =
        needed.operation() instanceof Index.Conditional(Predicate search, Index one, Index zero)
            ? Notation.text(search)
            : Notation.text(needed.operation());
    throw Errors.error(
        DiagnosticCode.TC0501,
        declared.get().span(),
        "`"
            + name.text()
            + "` is declared "
            + declared.get().tier().text()
            + ", but `"
            + operation
            + "` is of tier "
            + needed.tier().keyword(),
        "declare `: " + needed.tier().keyword() + "`, or compute it by cheaper operations");
  }

  private Entity function(String name, List<String> own, Index body) {
    List<String> captured = captured(own, Variables.of(body));
    List<String> parameters = new ArrayList<>(own);
    parameters.addAll(captured);
    Index.Function function = new Index.Function(name, parameters, body);
    return own.isEmpty()
        ? new Entity.Known(new Value.Number(new Index.Apply(function, variables(captured))))
        : new Entity.IndexFunction(function, variables(captured));
  }

  private Entity predicate(String name, List<String> own, Predicate body) {
    List<String> captured = captured(own, Variables.of(body));
    List<String> parameters = new ArrayList<>(own);
    parameters.addAll(captured);
    Predicate.Named predicate = new Predicate.Named(name, parameters, body);
    return own.isEmpty()
        ? new Entity.Known(new Value.Truth(new Predicate.Apply(predicate, variables(captured))))
        : new Entity.NamedPredicate(predicate, variables(captured));
  }

  @SafeVarargs
  private static List<String> captured(List<String> own, Set<String>... used) {
    Set<String> all = new TreeSet<>();
    for (Set<String> names : used) {
      all.addAll(names);
    }
    own.forEach(all::remove);
    return List.copyOf(all);
  }

  private static List<Index> variables(List<String> names) {
    return names.stream().map(Index::variable).toList();
  }
}
