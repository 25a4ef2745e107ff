package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Index;

/**
 * The way to a site with a variable for every index of it.
 *
 * @param place the instance that the variables name
 * @param levels labels with the ranges of their indices
 * @param facts that the indices are in range
 */
record SymbolicPath(
    SymbolicPlace place, List<ExplicitGenerator.Level<Box>> levels, LinearFacts facts) {

  /** The path to a site, its variables distinct from all names used so far. */
  static SymbolicPath to(Site site, FreshNames names) {
    return site.parent().isEmpty()
        ? root(site)
        : inside(to(site.parent().get(), names), site, names);
  }

  private static SymbolicPath root(Site site) {
    Map<String, Index> sizes = new LinkedHashMap<>();
    for (String parameter : site.family().orElseThrow().parameters()) {
      sizes.put(parameter, Index.variable(parameter));
    }
    Substitution terms = new Substitution(sizes);
    return new SymbolicPath(
        new SymbolicPlace(site, terms, List.of(), Optional.empty(), terms),
        List.of(),
        LinearFacts.NONE);
  }

  private static SymbolicPath inside(SymbolicPath outer, Site site, FreshNames names) {
    Optional<Declaration.Call> call = site.call();
    Box box = call.map(Declaration.Call::box).orElseGet(() -> rounds(site.iterate().orElseThrow()));
    String label =
        call.map(Declaration.Call::name).orElseGet(() -> site.iterate().orElseThrow().name());
    FreshNames.Renamed renamed = names.rename(box, outer.place().terms());
    LinearFacts facts = outer.facts().with(Terms.and(Terms.conditions(renamed.box())));
    List<Index> at = renamed.box().names().stream().map(Index::variable).toList();
    SymbolicPlace place =
        call.isPresent()
            ? SymbolicResolver.enter(outer.place(), call.get(), at, facts)
            : SymbolicResolver.round(outer.place(), site.iterate().orElseThrow(), at.getFirst());
    List<ExplicitGenerator.Level<Box>> levels = new ArrayList<>(outer.levels());
    levels.add(new ExplicitGenerator.Level<>(label, renamed.box()));
    return new SymbolicPath(place, levels, facts);
  }

  private static Box rounds(Declaration.Iterate iterate) {
    return Box.of(Box.Binder.below(iterate.counter(), iterate.count()));
  }
}
