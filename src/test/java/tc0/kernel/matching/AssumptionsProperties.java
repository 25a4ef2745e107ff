package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tc0.kernel.Index;
import tc0.kernel.Meaning;
import tc0.kernel.Normalizer;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Refusal;
import tc0.kernel.Terms;

/** Whatever is proved, simplified or decided under assumptions holds wherever they hold. */
class AssumptionsProperties {

  private static final List<String> NAMES = List.of("n", "w", "i");
  private static final int LARGEST = 5;

  @Property(tries = 400)
  void everyConclusionHoldsAtAllSmallValuesThatSatisfyTheAssumptions(@ForAll long seed) {
    Random random = new Random(seed);
    Terms terms = new Terms(seed);
    List<Predicate> premises = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      premises.add(random.nextInt(3) > 0 ? linear(random) : terms.predicate(NAMES, 1));
    }
    try {
      Assumptions assumptions = Assumptions.none();
      for (Predicate premise : premises) {
        assumptions = assumptions.and(premise, Map.of());
      }
      for (int i = 0; i < 4; i++) {
        check(
            premises,
            assumptions,
            random.nextBoolean() ? arithmetic(random, 2) : terms.term(NAMES, 2));
        check(
            premises,
            assumptions,
            random.nextBoolean() ? linear(random) : terms.predicate(NAMES, 1));
      }
    } catch (Refusal | Meaning.TooLarge limit) {
      // Nothing is claimed.
    }
  }

  private static void check(List<Predicate> premises, Assumptions assumptions, Index term) {
    Polynomial value = Normalizer.normalise(term);
    Polynomial simple = assumptions.simplify(value);
    boolean natural = assumptions.prove(value);
    forAll(
        premises,
        at -> {
          assertThat(assumptions.contradictory()).isFalse();
          BigInteger expected = Meaning.value(term, at);
          assertThat(Meaning.value(Normalizer.toIndex(simple), at)).isEqualTo(expected);
          assertThat(!natural || expected.signum() >= 0).isTrue();
        });
  }

  private static void check(List<Predicate> premises, Assumptions assumptions, Predicate goal) {
    Decision decision = Decision.of(Normalizer.normalise(goal, Map.of()), assumptions);
    if (decision instanceof Decision.Known known) {
      forAll(premises, at -> assertThat(Meaning.holds(goal, at)).isEqualTo(known.value()));
    }
    if (decision instanceof Decision.Open open && !assumptions.contradictory()) {
      // Both cases together cover everything, and each is consistent where it holds.
      Assumptions yes = assumptions.and(open.condition());
      Assumptions no = assumptions.and(open.condition().negated());
      forAll(premises, at -> assertThat(yes.contradictory() && no.contradictory()).isFalse());
    }
  }

  private interface Visit {
    void at(Map<String, BigInteger> values);
  }

  private static void forAll(List<Predicate> premises, Visit visit) {
    for (int n = 0; n < LARGEST; n++) {
      for (int w = 0; w < LARGEST; w++) {
        for (int i = 0; i < LARGEST; i++) {
          Map<String, BigInteger> at =
              Map.of(
                  "n",
                  BigInteger.valueOf(n),
                  "w",
                  BigInteger.valueOf(w),
                  "i",
                  BigInteger.valueOf(i));
          if (premises.stream().allMatch(premise -> Meaning.holds(premise, at))) {
            visit.at(at);
          }
        }
      }
    }
  }

  /** Comparisons of terms as circuits use them. */
  private static Predicate linear(Random random) {
    Index a = arithmetic(random, 1);
    Index b = arithmetic(random, 2);
    return switch (random.nextInt(4)) {
      case 0 -> new Predicate.Less(a, b);
      case 1 -> new Predicate.Not(new Predicate.Less(a, b));
      case 2 -> new Predicate.Equal(a, b);
      default -> new Predicate.Not(new Predicate.Equal(a, b));
    };
  }

  private static Index arithmetic(Random random, int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0
          ? Index.number(random.nextInt(5) - 1)
          : Index.variable(NAMES.get(random.nextInt(NAMES.size())));
    }
    Index a = arithmetic(random, depth - 1);
    Index b = arithmetic(random, depth - 1);
    return switch (random.nextInt(8)) {
      case 0, 1 -> a.plus(b);
      case 2 -> a.minus(b);
      case 3 -> a.times(b);
      case 4 -> new Index.Divide(a, b);
      case 5 -> new Index.Modulo(a, b);
      case 6 -> new Index.Modulo(a, Index.number(2));
      default -> new Index.Divide(a, Index.number(2));
    };
  }
}
