package tc0.kernel;

import java.util.List;
import java.util.Map;

/**
 * The tier of index terms, for values of O(log n) bits.
 *
 * <p>Addition, division by a numeral, shifts, lengths and bit tests take linear time on a
 * multi-tape machine. A product of two variables is not known to; it is first-order with BIT
 * (Barrington, Immerman, Straubing 1990), and so are search over a polynomial range and primality.
 * Powering modulo primes is Hesse, Allender and Barrington (2002). The rest is polynomial time.
 */
public final class Tiers {

  /** A tier and the operation that needs it; the operation is the whole term if none does. */
  public record Reason(Tier tier, Index operation) {
    Reason join(Reason other) {
      return other.tier().compareTo(tier) > 0 ? other : this;
    }
  }

  private Tiers() {}

  /** The tier of {@code term}, named functions unfolded. */
  public static Reason of(Index term, Scope scope) {
    Reason parts = ofParts(Parts.of(term), scope, term);
    return switch (term) {
      case Index.Number number -> parts;
      case Index.Variable variable -> parts;
      case Index.Add add -> parts;
      case Index.Subtract subtract -> parts;
      case Index.Minimum minimum -> parts;
      case Index.Maximum maximum -> parts;
      case Index.Length length -> parts;
      case Index.PowerOfTwo power -> parts;
      case Index.Conditional conditional -> parts;
      case Index.Multiply(Index a, Index b) ->
          isShift(a, scope) || isShift(b, scope) ? parts : parts.join(new Reason(Tier.FO, term));
      case Index.Divide(Index a, Index b) ->
          isShift(b, scope) ? parts : parts.join(new Reason(Tier.FO, term));
      case Index.Modulo(Index a, Index b) ->
          isShift(b, scope) ? parts : parts.join(new Reason(Tier.FO, term));
      case Index.Least least -> parts.join(new Reason(Tier.FO, term));
      case Index.PowerModuloPrime power -> parts.join(new Reason(Tier.FO_POW, term));
      case Index.PowerModulo power -> parts.join(new Reason(Tier.P, term));
      case Index.Summation summation -> parts.join(new Reason(Tier.P, term));
      case Index.Product product -> parts.join(new Reason(Tier.P, term));
      case Index.GreatestCommonDivisor gcd -> parts.join(new Reason(Tier.P, term));
      case Index.InverseModulo inverse -> parts.join(new Reason(Tier.P, term));
      case Index.Advise advise -> parts.join(new Reason(Tier.P, term));
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          parts.join(
              of(function.body(), scope.seeing(scope.bind(function.parameters(), arguments))));
    };
  }

  /** The tier of {@code predicate}, named predicates unfolded. */
  public static Reason of(Predicate predicate, Scope scope) {
    Parts immediate = Parts.of(predicate);
    Index sample = immediate.terms().isEmpty() ? Index.ZERO : immediate.terms().get(0);
    Reason parts = ofParts(immediate, scope, sample);
    return switch (predicate) {
      case Predicate.Truth truth -> parts;
      case Predicate.Less less -> parts;
      case Predicate.Equal equal -> parts;
      case Predicate.Not not -> parts;
      case Predicate.And and -> parts;
      case Predicate.Or or -> parts;
      case Predicate.Bit bit -> parts;
      case Predicate.Prime prime -> parts.join(search(predicate));
      case Predicate.Exists exists -> parts.join(search(predicate));
      case Predicate.ForAll all -> parts.join(search(predicate));
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          parts.join(of(named.body(), scope.seeing(scope.bind(named.parameters(), arguments))));
    };
  }

  private static Reason search(Predicate predicate) {
    // Shown as a term, so that a reason has one shape.
    return new Reason(Tier.FO, new Index.Conditional(predicate, Index.ONE, Index.ZERO));
  }

  private static Reason ofParts(Parts parts, Scope scope, Index whole) {
    Reason reason = new Reason(Tier.DLOGTIME, whole);
    for (Index term : parts.terms()) {
      reason = reason.join(of(term, scope));
    }
    for (Predicate predicate : parts.predicates()) {
      reason = reason.join(of(predicate, scope));
    }
    if (parts.binds().isPresent()) {
      Scope inner = scope.enter(parts.binds().get(), Index.ZERO, parts.terms().get(0));
      for (Index term : parts.boundTerms()) {
        reason = reason.join(of(term, inner));
      }
      for (Predicate predicate : parts.boundPredicates()) {
        reason = reason.join(of(predicate, inner));
      }
    }
    return reason;
  }

  /**
   * Whether the term is a numeral times powers of two, so that multiplying and dividing by it is
   * shifting.
   */
  private static boolean isShift(Index term, Scope scope) {
    Polynomial value = scope.value(term);
    if (value.terms().size() > 1) {
      return false;
    }
    for (Map.Entry<Monomial, Rational> only : value.terms().entrySet()) {
      return only.getKey().exponents().keySet().stream()
          .allMatch(atom -> atom instanceof Atom.PowerOfTwo);
    }
    return true;
  }
}
