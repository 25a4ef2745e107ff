package tc0.algebra;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies evidence from first principles: it uses the product of the target and the images of the
 * letters, and nothing that the {@link Classifier} computed or computes with.
 */
public final class WitnessChecker {

  private final Morphism morphism;
  private final Semigroup semigroup;

  private WitnessChecker(Morphism morphism) {
    this.morphism = morphism;
    this.semigroup = morphism.target();
  }

  /**
   * Checks a witness.
   *
   * @param morphism what it is about
   * @param witness the evidence
   * @return why it is not evidence; empty if it is
   */
  public static Optional<String> refute(Morphism morphism, ClassWitness witness) {
    WitnessChecker checker = new WitnessChecker(morphism);
    return switch (witness) {
      case ClassWitness.QuasiAperiodic quasi -> checker.refuteQuasiAperiodic(quasi);
      case ClassWitness.Solvable solvable -> checker.refuteSolvable(solvable);
      case ClassWitness.Perfect perfect -> checker.refutePerfect(perfect);
    };
  }

  private Optional<String> refuteQuasiAperiodic(ClassWitness.QuasiAperiodic witness) {
    if (witness.stabilityIndex() < 1
        || !imagesOfLength(witness.stabilityIndex()).equals(witness.stable())
        || !imagesOfLength(2 * witness.stabilityIndex()).equals(witness.stable())) {
      return Optional.of("the stable semigroup is not the images of words of length s and of 2s");
    }
    for (int x : witness.stable()) {
      int power = x;
      for (int k = 1; k < witness.exponent(); k++) {
        power = semigroup.product(power, x);
      }
      if (semigroup.product(power, x) != power) {
        return Optional.of("the powers of " + x + " are not constant from the exponent on");
      }
    }
    return Optional.empty();
  }

  private Optional<String> refuteSolvable(ClassWitness.Solvable witness) {
    Set<Integer> covered = new HashSet<>();
    for (ClassWitness.DerivedSeries series : witness.series()) {
      Optional<String> reason = refuteSeries(series);
      if (reason.isPresent()) {
        return reason;
      }
      covered.add(series.identity());
    }
    for (int e = 0; e < semigroup.size(); e++) {
      if (semigroup.product(e, e) == e && !covered.contains(e)) {
        return Optional.of("no derived series for the idempotent " + e);
      }
    }
    boolean isStable =
        witness.stabilityIndex() >= 1
            && imagesOfLength(witness.stabilityIndex())
                .equals(imagesOfLength(2 * witness.stabilityIndex()));
    if (!isStable || !imagesOfLength(witness.stabilityIndex()).containsAll(witness.group())) {
      return Optional.of("the nontrivial group is not in the stable semigroup");
    }
    return witness.group().size() > 1
            && witness.group().stream().anyMatch(e -> isGroup(witness.group(), e))
        ? Optional.empty()
        : Optional.of("the set in the stable semigroup is not a nontrivial group");
  }

  private Optional<String> refuteSeries(ClassWitness.DerivedSeries series) {
    int e = series.identity();
    List<? extends Set<Integer>> groups = series.groups();
    if (groups.isEmpty() || !groups.getFirst().equals(units(e))) {
      return Optional.of("the series at " + e + " does not start with the maximal subgroup");
    }
    for (int i = 0; i < groups.size(); i++) {
      if (!isGroup(groups.get(i), e)) {
        return Optional.of("a member of the series at " + e + " is not a group");
      }
      if (i > 0 && !groups.get(i).containsAll(commutators(groups.get(i - 1), e))) {
        return Optional.of("a member of the series at " + e + " misses a commutator");
      }
    }
    return groups.getLast().equals(Set.of(e))
        ? Optional.empty()
        : Optional.of("the series at " + e + " does not end in the trivial group");
  }

  private Optional<String> refutePerfect(ClassWitness.Perfect witness) {
    Set<Integer> group = witness.group();
    if (group.size() < 2 || !isGroup(group, witness.identity())) {
      return Optional.of("the set is not a nontrivial group");
    }
    if (!reachable(commutators(group, witness.identity())).equals(group)) {
      return Optional.of("the commutators do not generate the group");
    }
    Set<Integer> images = reachable(new HashSet<>(morphism.images()));
    return images.containsAll(group)
        ? Optional.empty()
        : Optional.of("an element of the group is the image of no word");
  }

  /** Images of all words of a length, letter by letter. */
  private Set<Integer> imagesOfLength(int length) {
    Set<Integer> layer = new HashSet<>(morphism.images());
    for (int i = 1; i < length; i++) {
      Set<Integer> longer = new HashSet<>();
      for (int x : layer) {
        morphism.images().forEach(letter -> longer.add(semigroup.product(x, letter)));
      }
      layer = longer;
    }
    return layer;
  }

  /** All x for which some y of e S e has x y = y x = e, x itself being in e S e. */
  private Set<Integer> units(int e) {
    Set<Integer> local = new HashSet<>();
    for (int x = 0; x < semigroup.size(); x++) {
      local.add(semigroup.product(semigroup.product(e, x), e));
    }
    Set<Integer> units = new HashSet<>();
    for (int x : local) {
      if (local.stream().anyMatch(y -> areInverse(x, y, e))) {
        units.add(x);
      }
    }
    return units;
  }

  private boolean isGroup(Set<Integer> set, int e) {
    return set.contains(e)
        && set.stream()
            .allMatch(
                x ->
                    semigroup.product(e, x) == x
                        && semigroup.product(x, e) == x
                        && set.stream().anyMatch(y -> areInverse(x, y, e))
                        && set.stream().allMatch(y -> set.contains(semigroup.product(x, y))));
  }

  private boolean areInverse(int x, int y, int e) {
    return semigroup.product(x, y) == e && semigroup.product(y, x) == e;
  }

  /** The commutators of a group, as solutions c of c y x = x y. */
  private Set<Integer> commutators(Set<Integer> group, int e) {
    Set<Integer> result = new HashSet<>();
    for (int x : group) {
      for (int y : group) {
        int swapped = semigroup.product(y, x);
        int inverse = group.stream().filter(z -> areInverse(swapped, z, e)).findFirst().orElse(e);
        result.add(semigroup.product(semigroup.product(x, y), inverse));
      }
    }
    return result;
  }

  /** Everything that is a product of members of a set. */
  private Set<Integer> reachable(Set<Integer> generators) {
    Set<Integer> closure = new HashSet<>(generators);
    Set<Integer> recent = closure;
    while (!recent.isEmpty()) {
      Set<Integer> found = new HashSet<>();
      for (int x : recent) {
        generators.forEach(y -> found.add(semigroup.product(x, y)));
      }
      found.removeAll(closure);
      closure.addAll(found);
      recent = found;
    }
    return closure;
  }
}
