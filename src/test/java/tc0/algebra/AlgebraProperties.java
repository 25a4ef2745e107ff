package tc0.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AlgebraProperties {

  private static final List<String> ALPHABET = List.of("a", "b");

  @Provide
  Arbitrary<Dfa> automata() {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            states -> {
              Arbitrary<Integer> state = Arbitraries.integers().between(0, states - 1);
              return Combinators.combine(
                      state.list().ofSize(2).list().ofSize(states), state.set().ofMinSize(0))
                  .as((next, accepting) -> new Dfa(ALPHABET, 0, new TreeSet<>(accepting), next));
            });
  }

  @Provide
  Arbitrary<TransformationMonoid> monoids() {
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(
            degree ->
                Arbitraries.integers()
                    .between(0, degree - 1)
                    .list()
                    .ofSize(degree)
                    .map(Transformation::new)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(2)
                    .map(maps -> TransformationMonoid.generate(degree, maps)));
  }

  @Provide
  Arbitrary<List<Integer>> words() {
    return Arbitraries.integers().between(0, 1).list().ofMaxSize(8);
  }

  @Property(tries = 300)
  void theMinimalAutomatonAcceptsTheSameWordsAndTellsAllItsStatesApart(
      @ForAll("automata") Dfa dfa) {
    Dfa minimal = dfa.minimal();
    for (List<Integer> word : wordsUpTo(6)) {
      assertThat(minimal.accepts(word)).isEqualTo(dfa.accepts(word));
    }
    Set<List<Boolean>> behaviours = new HashSet<>();
    for (int state = 0; state < minimal.states(); state++) {
      Dfa from = new Dfa(ALPHABET, state, minimal.accepting(), minimal.next());
      behaviours.add(wordsUpTo(3).stream().map(from::accepts).toList());
    }
    assertThat(behaviours).hasSize(minimal.states());
  }

  @Property(tries = 300)
  void wordsHaveTheSameImageIfAndOnlyIfNoContextTellsThemApart(
      @ForAll("automata") Dfa dfa,
      @ForAll("words") List<Integer> one,
      @ForAll("words") List<Integer> other) {
    Morphism morphism = dfa.syntacticMorphism();
    assertThat(morphism.apply(one).equals(morphism.apply(other)))
        .isEqualTo(contexts(dfa, one).equals(contexts(dfa, other)));
  }

  @Property(tries = 200)
  void productsInAGeneratedMonoidAreCompositions(@ForAll("monoids") TransformationMonoid monoid) {
    int size = monoid.monoid().size();
    for (int a = 0; a < size; a += 1 + size / 20) {
      for (int b = 0; b < size; b++) {
        assertThat(monoid.elements().get(monoid.monoid().product(a, b)))
            .isEqualTo(monoid.elements().get(a).then(monoid.elements().get(b)));
      }
    }
  }

  @Property(tries = 200)
  void maximalSubgroupsAreTheUnitsOfTheLocalMonoids(
      @ForAll("monoids") TransformationMonoid generated) {
    Semigroup monoid = generated.monoid();
    for (Subgroup group : monoid.maximalSubgroups()) {
      Set<Integer> local = new HashSet<>();
      int e = group.identity();
      monoid.elements().forEach(x -> local.add(monoid.product(monoid.product(e, x), e)));
      Set<Integer> units = new HashSet<>(local);
      units.removeIf(
          x ->
              local.stream()
                  .noneMatch(y -> monoid.product(x, y) == e && monoid.product(y, x) == e));
      assertThat(group.members()).isEqualTo(units);
    }
  }

  @Property(tries = 300)
  void everyClassificationHasAWitnessThatTheCheckerAccepts(@ForAll("automata") Dfa dfa) {
    Morphism morphism = dfa.syntacticMorphism();
    ClassWitness witness = Classifier.classify(morphism);
    assertThat(WitnessChecker.refute(morphism, witness)).isEmpty();
    // All groups of permutations of four points are solvable.
    assertThat(witness.level()).isNotEqualTo(ComplexityLevel.NC1_COMPLETE);
  }

  @Property(tries = 200)
  void aLanguageIsInAcIfAndOnlyIfNoLengthHasAGroupAmongItsImages(@ForAll("automata") Dfa dfa) {
    Morphism morphism = dfa.syntacticMorphism();
    Semigroup monoid = morphism.target();
    Set<Set<Integer>> seen = new HashSet<>();
    boolean hasGroup = false;
    Set<Integer> layer = new TreeSet<>(morphism.images());
    while (seen.add(layer)) {
      Set<Integer> images = layer;
      // A nontrivial group contains, with each x, the whole cycle of x.
      hasGroup |=
          images.stream()
              .anyMatch(
                  x ->
                      monoid.product(x, x) != x
                          && monoid.product(monoid.idempotentPower(x), x) == x
                          && images.containsAll(monoid.generatedBy(List.of(x))));
      layer = monoid.products(layer, morphism.images());
    }
    assertThat(Classifier.classify(morphism).level() == ComplexityLevel.AC0).isEqualTo(!hasGroup);
  }

  /** The syntactic congruence by brute force: the pairs of a prefix and a suffix that accept. */
  private static List<Boolean> contexts(Dfa dfa, List<Integer> word) {
    List<Boolean> result = new ArrayList<>();
    for (List<Integer> prefix : wordsUpTo(3)) {
      for (List<Integer> suffix : wordsUpTo(3)) {
        List<Integer> whole = new ArrayList<>(prefix);
        whole.addAll(word);
        whole.addAll(suffix);
        result.add(dfa.accepts(whole));
      }
    }
    return result;
  }

  private static List<List<Integer>> wordsUpTo(int length) {
    List<List<Integer>> words = new ArrayList<>(List.of(List.of()));
    for (int i = 0; words.get(i).size() < length; i++) {
      List<Integer> word = words.get(i);
      IntStream.range(0, 2)
          .forEach(
              letter -> {
                List<Integer> longer = new ArrayList<>(word);
                longer.add(letter);
                words.add(longer);
              });
    }
    return words;
  }
}
