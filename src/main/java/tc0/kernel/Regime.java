package tc0.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the size parameters grow together: one of them is the base n, the others are bounded by
 * functions of it. The constants in these bounds are fixed before n, so the closure properties of O
 * apply.
 *
 * @param name the regime's name, for refusals
 * @param rates one rate per parameter; circuits may use only parameters that have one
 * @param needs what the regime demands of the parameters besides
 */
public record Regime(String name, SortedMap<String, Rate> rates, List<Predicate> needs) {

  /** The growth of one parameter. */
  public sealed interface Rate {

    /** The base: {@code n grows}. */
    record Base() implements Rate {}

    /** {@code in O(n^degree log^logs n)}; {@code in O(1)} is the order (0, 0). */
    record Within(Growth.Order order) implements Rate {}

    /** {@code in poly(n)}. */
    record SomePolynomial() implements Rate {}

    /** {@code = value}, a term over other parameters. */
    record Equal(Index value) implements Rate {}
  }

  /**
   * Checks that there is one base and that equations are acyclic over parameters that have a rate.
   */
  public Regime {
    rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
    needs = List.copyOf(needs);
    long bases = rates.values().stream().filter(rate -> rate instanceof Rate.Base).count();
    if (bases != 1) {
      throw new Refusal(
          Rule.WF_REGIME,
          "regime " + name + " has " + bases + " parameters that grow; it takes one");
    }
    for (String parameter : rates.keySet()) {
      checkEquation(name, rates, parameter, List.of());
    }
    for (Predicate need : needs) {
      new Regime(name, rates, List.of())
          .obstacle(need)
          .ifPresent(
              obstacle -> {
                throw new Refusal(
                    Rule.WF_REGIME, "regime " + name + " stops its growth: " + obstacle);
              });
    }
  }

  /**
   * Why a condition on the sizes fails for every large base under the rates; empty if that is not
   * seen. A claim under such a condition would speak of finitely many sizes.
   */
  public Optional<String> obstacle(Predicate condition) {
    for (Polynomial inequality : Facts.of(condition).inequalities()) {
      if (!rates.keySet().containsAll(inequality.variables())) {
        continue;
      }
      Polynomial large = inequality.positivePart();
      Growth upper = growth(large);
      for (Monomial monomial : large.minus(inequality).terms().keySet()) {
        Optional<Growth> lower = growthOfBase(monomial);
        if (lower.isPresent() && upper.isAtMost(lower.get()) && !lower.get().isAtMost(upper)) {
          return Optional.of(
              large
                  + " is in "
                  + upper
                  + ", in the end less than "
                  + Polynomial.of(monomial, Rational.ONE));
        }
      }
    }
    return Optional.empty();
  }

  /** The growth from below of a product of powers of the base and of its length. */
  private Optional<Growth> growthOfBase(Monomial monomial) {
    Atom n = new Atom.Variable(base());
    Atom length = new Atom.Length(Polynomial.variable(base()));
    return monomial.exponents().keySet().stream()
            .allMatch(atom -> atom.equals(n) || atom.equals(length))
        ? Optional.of(rules().of(monomial))
        : Optional.empty();
  }

  private static void checkEquation(
      String name, Map<String, Rate> rates, String parameter, List<String> path) {
    Rate rate = rates.get(parameter);
    if (rate == null) {
      throw unknown(name, parameter);
    }
    if (path.contains(parameter)) {
      throw new Refusal(Rule.WF_REGIME, "regime " + name + " defines " + parameter + " by itself");
    }
    if (rate instanceof Rate.Equal(Index value)) {
      List<String> longer = new ArrayList<>(path);
      longer.add(parameter);
      Variables.of(value).forEach(next -> checkEquation(name, rates, next, longer));
    }
  }

  private static Refusal unknown(String name, String parameter) {
    return new Refusal(
        Rule.WF_REGIME, "regime " + name + " does not say how " + parameter + " grows");
  }

  /** The parameter that grows. */
  public String base() {
    return rates.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Rate.Base)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The growth of a parameter; a {@link Refusal} if the regime does not mention it. */
  public Growth growth(String parameter) {
    Rate rate = rates.get(parameter);
    return switch (rate) {
      case null -> throw unknown(name, parameter);
      case Rate.Base base -> new Growth.Order(1, 0);
      case Rate.Within(Growth.Order order) -> order;
      case Rate.SomePolynomial some -> Growth.POLYNOMIAL;
      case Rate.Equal(Index value) -> growth(UpperBound.upper(value, Scope.of(List.of())));
    };
  }

  /** The rules by which bounds on sizes grow in this regime. */
  GrowthRules rules() {
    return new GrowthRules(this::rates);
  }

  private GrowthRules.Rates rates(String parameter) {
    if (rates.get(parameter) instanceof Rate.Equal(Index value)) {
      return rules().rates(UpperBound.upper(value, Scope.of(List.of())));
    }
    Growth growth = growth(parameter);
    return new GrowthRules.Rates(
        growth, GrowthRules.lengthOf(growth), GrowthRules.exponential(parameter, growth));
  }

  /** The growth of a bound: products add, sums take the larger. */
  public Growth growth(Polynomial bound) {
    return rules().of(bound);
  }

  /** The growth of a bound. */
  public Growth growth(SizeBound bound) {
    return rules().of(bound);
  }

  /**
   * The terms of {@code derived} that no term of {@code claimed} is shown to cover, up to constant
   * factors; empty if the claim {@code derived in O(claimed)} is proved.
   *
   * <p>A term is covered if, after common factors are divided out, its growth is at most that of
   * the powers of n and len(n) left in the claimed term, and the other factors left there are at
   * least 1. Growth bounds of other parameters are upper bounds, so they cannot stand on the right.
   */
  public Polynomial uncovered(Polynomial derived, Polynomial claimed, Facts facts) {
    Polynomial rest = Polynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : derived.terms().entrySet()) {
      boolean covered =
          claimed.hasNonNegativeCoefficients()
              && claimed.terms().keySet().stream()
                  .anyMatch(each -> covers(each, term.getKey(), facts));
      if (!covered) {
        rest = rest.plus(Polynomial.of(term.getKey(), term.getValue()));
      }
    }
    return rest;
  }

  private boolean covers(Monomial claimed, Monomial derived, Facts facts) {
    Monomial common = claimed.gcd(derived);
    Growth floor = Growth.CONSTANT;
    Polynomial n = Polynomial.variable(base());
    for (Map.Entry<Atom, Integer> factor : claimed.dividedBy(common).exponents().entrySet()) {
      Polynomial atom = Polynomial.of(factor.getKey());
      if (atom.equals(n)) {
        floor = floor.times(new Growth.Order(factor.getValue(), 0));
      } else if (atom.equals(Polynomial.of(new Atom.Length(n)))) {
        floor = floor.times(new Growth.Order(0, factor.getValue()));
      } else if (!new Prover(facts).isAtMost(Polynomial.ONE, atom)) {
        return false;
      }
    }
    return rules().of(derived.dividedBy(common)).isAtMost(floor);
  }
}
