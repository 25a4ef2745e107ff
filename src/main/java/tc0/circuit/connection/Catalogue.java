package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;

/**
 * The gate arrays of a family, those of called families and of iterations included, by the labels
 * that name them.
 */
final class Catalogue {

  /** A gate array: the site that declares it and the declaration, a junction or a threshold. */
  record Array(String label, Site site, Declaration declaration) {
    Box box() {
      return switch (declaration) {
        case Declaration.Junction gate -> gate.box();
        case Declaration.Threshold gate -> gate.box();
        default -> throw new IllegalStateException(label + " has no gates");
      };
    }

    GateType type() {
      return switch (declaration) {
        case Declaration.Junction gate ->
            switch (gate.connective()) {
              case AND -> GateType.AND;
              case OR -> GateType.OR;
            };
        case Declaration.Threshold gate -> GateType.MAJ;
        default -> throw new IllegalStateException(label + " has no gates");
      };
    }

    /** The number of indices in the name of a gate of this array. */
    int rank() {
      return site.arity() + box().rank();
    }
  }

  private final Site root;
  private final Map<String, Array> arrays = new LinkedHashMap<>();

  Catalogue(Circuit.Family family) {
    root = Site.root(family);
    collect(root);
  }

  private void collect(Site site) {
    for (Declaration declaration : site.body()) {
      switch (declaration) {
        case Declaration.Junction gate -> add(site, gate);
        case Declaration.Threshold gate -> add(site, gate);
        case Declaration.Call call when call.circuit() instanceof Circuit.Family ->
            collect(site.callee(call));
        case Declaration.Iterate iterate -> collect(site.round(iterate));
        default -> {}
      }
    }
  }

  private void add(Site site, Declaration declaration) {
    String label = site.prefix() + declaration.name();
    if (arrays.put(label, new Array(label, site, declaration)) != null) {
      throw new IllegalArgumentException("two gate arrays are named " + label);
    }
  }

  Site root() {
    return root;
  }

  /** The arrays in order of declaration, callees at the place of their call. */
  List<Array> arrays() {
    return List.copyOf(arrays.values());
  }

  Optional<Array> array(String label) {
    return Optional.ofNullable(arrays.get(label));
  }

  /** The place named by the first indices of a gate name, if all of them lie in their boxes. */
  static Optional<Place> locate(
      Site site,
      List<BigInteger> at,
      Environment sizes,
      Resolver resolver,
      IndexEvaluator indices) {
    if (site.parent().isEmpty()) {
      return Optional.of(Place.root(site, sizes));
    }
    Site outer = site.parent().get();
    List<BigInteger> own = at.subList(outer.arity(), site.arity());
    return locate(outer, at, sizes, resolver, indices)
        .flatMap(
            place -> {
              if (site.call().isPresent()) {
                return resolver.enter(place, site.call().get(), own);
              }
              Declaration.Iterate iterate = site.iterate().orElseThrow();
              BigInteger counter = own.getFirst();
              BigInteger count = indices.value(iterate.count(), place.environment());
              boolean exists = counter.signum() >= 0 && counter.compareTo(count) < 0;
              return exists
                  ? Optional.of(resolver.round(place, iterate, counter))
                  : Optional.empty();
            });
  }

  /** Visits every instance of a site. */
  static void forEachPlace(
      Site site,
      Environment sizes,
      Resolver resolver,
      IndexEvaluator indices,
      java.util.function.Consumer<Place> consumer) {
    if (site.parent().isEmpty()) {
      consumer.accept(Place.root(site, sizes));
      return;
    }
    forEachPlace(
        site.parent().get(),
        sizes,
        resolver,
        indices,
        place -> {
          if (site.call().isPresent()) {
            Declaration.Call call = site.call().get();
            indices.forEach(
                call.box(),
                place.environment(),
                (tuple, binders) -> resolver.enter(place, call, tuple).ifPresent(consumer));
            return;
          }
          Declaration.Iterate iterate = site.iterate().orElseThrow();
          BigInteger count = indices.value(iterate.count(), place.environment());
          for (BigInteger t = BigInteger.ZERO; t.compareTo(count) < 0; t = t.add(BigInteger.ONE)) {
            consumer.accept(resolver.round(place, iterate, t));
          }
        });
  }
}
