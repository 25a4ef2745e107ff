package tc0.algebra;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds where the languages that a morphism recognises lie: AC0, ACC0 or complete for NC1. For a
 * single language use its {@linkplain Dfa#syntacticMorphism() syntactic morphism}; for a semigroup
 * its {@linkplain Morphism#wordProblem word problem}.
 */
public final class Classifier {

  private Classifier() {}

  /**
   * Classifies a morphism.
   *
   * @param morphism onto its target, up to an identity for the empty word
   * @return evidence for its level
   */
  public static ClassWitness classify(Morphism morphism) {
    Semigroup target = morphism.target();
    List<Subgroup> subgroups = target.maximalSubgroups();
    Optional<Subgroup> perfect =
        subgroups.stream().map(Subgroup::perfectCore).filter(core -> core.order() > 1).findFirst();
    if (perfect.isPresent()) {
      return new ClassWitness.Perfect(perfect.get().identity(), perfect.get().members());
    }
    Morphism.Stable stable = morphism.stable();
    Optional<Integer> periodic =
        stable.members().stream().filter(x -> !target.isAperiodicAt(x)).findFirst();
    return periodic.isEmpty()
        ? new ClassWitness.QuasiAperiodic(
            stable.index(), stable.members(), exponent(target, stable.members()))
        : new ClassWitness.Solvable(
            subgroups.stream().map(Classifier::series).toList(),
            stable.index(),
            cycle(target, periodic.get()));
  }

  private static ClassWitness.DerivedSeries series(Subgroup group) {
    return new ClassWitness.DerivedSeries(
        group.identity(), group.derivedSeries().stream().map(Subgroup::members).toList());
  }

  private static int exponent(Semigroup semigroup, NavigableSet<Integer> elements) {
    int exponent = 1;
    for (int x : elements) {
      int power = x;
      for (int k = 1; semigroup.product(power, x) != power; k++) {
        power = semigroup.product(power, x);
        exponent = Math.max(exponent, k + 1);
      }
    }
    return exponent;
  }

  /** The group of the high powers of an element. */
  private static NavigableSet<Integer> cycle(Semigroup semigroup, int x) {
    NavigableSet<Integer> cycle = new TreeSet<>();
    int power = semigroup.idempotentPower(x);
    while (cycle.add(power)) {
      power = semigroup.product(power, x);
    }
    return Collections.unmodifiableNavigableSet(cycle);
  }
}
