package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * Conditions known to hold, and a small prover that uses them to leave out conditions that follow.
 * It adds up known inequalities; what it does not see stays in the text, so its incompleteness
 * costs only readability.
 */
final class LinearFacts {

  private static final int MAXIMUM_WORK = 400;

  private final List<Predicate> known;
  private final List<Linear> facts;

  private LinearFacts(List<Predicate> known, List<Linear> facts) {
    this.known = known;
    this.facts = facts;
  }

  static final LinearFacts NONE = new LinearFacts(List.of(), List.of());

  /** A sum of multiples of terms, plus a numeral; as a fact, that it is at least 0. */
  private record Linear(Map<Index, BigInteger> coefficients, BigInteger constant) {

    static final Linear ZERO = new Linear(Map.of(), BigInteger.ZERO);

    Linear plus(Linear other, BigInteger factor) {
      Map<Index, BigInteger> sum = new HashMap<>(coefficients);
      other.coefficients.forEach((atom, c) -> sum.merge(atom, c.multiply(factor), BigInteger::add));
      sum.values().removeIf(c -> c.signum() == 0);
      return new Linear(sum, constant.add(other.constant.multiply(factor)));
    }

    Linear times(BigInteger factor) {
      return ZERO.plus(this, factor);
    }

    static Linear of(Index index) {
      return switch (index) {
        case Index.Number(BigInteger value) -> new Linear(Map.of(), value);
        case Index.Add(Index a, Index b) -> of(a).plus(of(b), BigInteger.ONE);
        case Index.Subtract(Index a, Index b) -> of(a).plus(of(b), BigInteger.ONE.negate());
        case Index.Multiply(Index a, Index b) -> {
          Linear x = of(a);
          Linear y = of(b);
          if (x.coefficients.isEmpty()) {
            yield y.times(x.constant);
          }
          yield y.coefficients.isEmpty() ? x.times(y.constant) : atom(index);
        }
        case Index.Apply(Index.Function function, List<Index> arguments) ->
            of(
                new Substitution(Map.of())
                    .with(function.parameters(), arguments)
                    .apply(function.body()));
        default -> atom(index);
      };
    }

    private static Linear atom(Index index) {
      return new Linear(Map.of(index, BigInteger.ONE), BigInteger.ZERO);
    }
  }

  /** These facts and one more condition. */
  LinearFacts with(Predicate condition) {
    List<Predicate> more = new ArrayList<>(known);
    List<Linear> linear = new ArrayList<>(facts);
    for (Predicate conjunct : Terms.conjuncts(condition)) {
      more.add(conjunct);
      switch (conjunct) {
        case Predicate.Less(Index a, Index b) -> linear.add(less(a, b));
        case Predicate.Not(Predicate.Less(Index a, Index b)) -> linear.add(atMost(b, a));
        case Predicate.Equal(Index a, Index b) -> {
          linear.add(atMost(a, b));
          linear.add(atMost(b, a));
        }
        default -> {}
      }
    }
    return new LinearFacts(more, linear);
  }

  /** Whether the condition follows (as far as this prover sees). */
  boolean proves(Predicate condition) {
    return switch (condition) {
      case Predicate.Truth(boolean value) -> value;
      case Predicate.And(Predicate a, Predicate b) -> proves(a) && proves(b);
      case Predicate.Or(Predicate a, Predicate b) -> proves(a) || proves(b);
      case Predicate.Less(Index a, Index b) -> nonNegative(less(a, b));
      case Predicate.Equal(Index a, Index b) ->
          known.contains(condition) || nonNegative(atMost(a, b)) && nonNegative(atMost(b, a));
      case Predicate.Not(Predicate.Less(Index a, Index b)) -> nonNegative(atMost(b, a));
      case Predicate.Not(Predicate.Equal(Index a, Index b)) ->
          known.contains(condition) || nonNegative(less(a, b)) || nonNegative(less(b, a));
      default -> known.contains(condition);
    };
  }

  /** Whether the condition contradicts the facts (as far as this prover sees). */
  boolean refutes(Predicate condition) {
    return switch (condition) {
      case Predicate.And(Predicate a, Predicate b) -> refutes(a) || refutes(b);
      default -> proves(Terms.not(condition));
    };
  }

  /** The condition without what follows from the facts; empty if it contradicts them. */
  Optional<Predicate> simplify(Predicate condition) {
    LinearFacts current = this;
    List<Predicate> kept = new ArrayList<>();
    for (Predicate conjunct : Terms.conjuncts(condition)) {
      if (current.proves(conjunct)) {
        continue;
      }
      if (current.refutes(conjunct)) {
        return Optional.empty();
      }
      kept.add(conjunct);
      current = current.with(conjunct);
    }
    return Optional.of(Terms.and(kept));
  }

  private static Linear less(Index a, Index b) {
    return Linear.of(b)
        .plus(Linear.of(a), BigInteger.ONE.negate())
        .plus(unit(), BigInteger.ONE.negate());
  }

  private static Linear atMost(Index a, Index b) {
    return Linear.of(b).plus(Linear.of(a), BigInteger.ONE.negate());
  }

  private static Linear unit() {
    return new Linear(Map.of(), BigInteger.ONE);
  }

  private boolean nonNegative(Linear goal) {
    return search(goal, 6, new int[] {MAXIMUM_WORK});
  }

  /**
   * Removes an atom that stands in the way by subtracting a multiple of a known inequality, until
   * only natural-valued atoms with positive coefficients are left.
   */
  private boolean search(Linear goal, int depth, int[] work) {
    Optional<Index> obstacle =
        goal.coefficients().entrySet().stream()
            .filter(e -> e.getValue().signum() < 0 || !natural(e.getKey()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (obstacle.isEmpty() && goal.constant().signum() >= 0) {
      return true;
    }
    if (depth == 0 || work[0]-- <= 0) {
      return false;
    }
    if (obstacle.isPresent()) {
      return cancel(goal, obstacle.get(), depth, work);
    }
    for (Index atom : goal.coefficients().keySet()) {
      if (cancel(goal, atom, depth, work)) {
        return true;
      }
    }
    return false;
  }

  private boolean cancel(Linear goal, Index atom, int depth, int[] work) {
    BigInteger wanted = goal.coefficients().get(atom);
    for (Linear fact : facts(goal)) {
      BigInteger offered = fact.coefficients().getOrDefault(atom, BigInteger.ZERO);
      if (offered.signum() == wanted.signum()) {
        // The goal is an integer, so it is at least 0 if m times it is above -m.
        Linear scaled =
            goal.times(offered.abs()).plus(unit(), offered.abs().subtract(BigInteger.ONE));
        Linear rest = scaled.plus(fact, wanted.abs().negate());
        if (search(rest, depth - 1, work)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The known inequalities, and those that the atoms of the goal satisfy by themselves. */
  private List<Linear> facts(Linear goal) {
    List<Linear> all = new ArrayList<>(facts);
    goal.coefficients().keySet().forEach(atom -> own(atom, all));
    return all;
  }

  private static void own(Index atom, List<Linear> all) {
    switch (atom) {
      case Index.Divide(Index a, Index.Number(BigInteger c)) when c.signum() > 0 -> {
        Linear rest = Linear.of(a).plus(Linear.atom(atom), c.negate());
        all.add(rest);
        all.add(unit().times(c.subtract(BigInteger.ONE)).plus(rest, BigInteger.ONE.negate()));
      }
      case Index.Modulo(Index a, Index.Number(BigInteger c)) when c.signum() > 0 ->
          all.add(
              unit()
                  .times(c.subtract(BigInteger.ONE))
                  .plus(Linear.atom(atom), BigInteger.ONE.negate()));
      case Index.Minimum(Index a, Index b) -> {
        all.add(Linear.of(a).plus(Linear.atom(atom), BigInteger.ONE.negate()));
        all.add(Linear.of(b).plus(Linear.atom(atom), BigInteger.ONE.negate()));
      }
      case Index.Maximum(Index a, Index b) -> {
        all.add(Linear.atom(atom).plus(Linear.of(a), BigInteger.ONE.negate()));
        all.add(Linear.atom(atom).plus(Linear.of(b), BigInteger.ONE.negate()));
      }
      case Index.PowerOfTwo(Index exponent) when nonNegativeExponent(exponent) ->
          all.add(Linear.atom(atom).plus(unit(), BigInteger.ONE.negate()));
      default -> {}
    }
  }

  private static boolean nonNegativeExponent(Index exponent) {
    return exponent instanceof Index.Variable;
  }

  /** Whether the term is a natural number whatever its variables are. */
  private static boolean natural(Index index) {
    return switch (index) {
      case Index.Number(BigInteger value) -> value.signum() >= 0;
      case Index.Variable variable -> true;
      case Index.Length length -> true;
      case Index.PowerOfTwo power -> true;
      case Index.Modulo modulo -> true;
      case Index.PowerModulo power -> true;
      case Index.PowerModuloPrime power -> true;
      case Index.Least least -> true;
      case Index.Advise advice -> true;
      case Index.Add(Index a, Index b) -> natural(a) && natural(b);
      case Index.Multiply(Index a, Index b) -> natural(a) && natural(b);
      case Index.Divide(Index a, Index b) -> natural(a);
      case Index.Minimum(Index a, Index b) -> natural(a) && natural(b);
      case Index.Maximum(Index a, Index b) -> natural(a) || natural(b);
      case Index.Conditional(var condition, Index a, Index b) -> natural(a) && natural(b);
      default -> false;
    };
  }

  /** Whether the term is known to be at least 0. */
  boolean nonNegative(Index index) {
    return natural(index) || nonNegative(Linear.of(index));
  }
}
