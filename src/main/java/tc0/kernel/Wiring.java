package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How hard the direct connection language of a circuit is: the join of the tiers of all index terms
 * that it reaches, and the condition that these terms take polynomial values only, without which
 * they have no first-order meaning.
 *
 * <p>A term without exponentials of size parameters always takes polynomial values, since
 * polynomials are closed under every other operation; so the powers of two are the only terms to
 * watch.
 *
 * @param tier the join of the tiers
 * @param cause a term that needs this tier
 * @param spans bounds that must be polynomial in a regime
 */
public record Wiring(Tier tier, Cause cause, List<Span> spans) {

  /**
   * Where a tier comes from.
   *
   * @param place the array, with the calls that lead to it
   * @param operation the operation as text
   */
  public record Cause(String place, String operation) {}

  /**
   * A value that must be polynomial.
   *
   * @param place the array, with the calls that lead to it
   * @param term the term
   * @param bound a bound on its absolute value
   */
  public record Span(String place, Index term, Polynomial bound) {}

  public Wiring {
    spans = List.copyOf(spans);
  }

  /**
   * The wiring of {@code circuit}.
   *
   * @param callees the wiring of the circuits that it calls
   */
  public static Wiring of(Circuit circuit, Function<Circuit, Wiring> callees) {
    return switch (circuit) {
      case Circuit.Axiom axiom ->
          new Wiring(
              axiom.tier(),
              new Cause(axiom.name(), "uniform " + axiom.tier().keyword()),
              List.of());
      case Circuit.Family family -> {
        Collector collector = new Collector(family.name(), callees);
        IndexTerms.visit(family, collector);
        yield new Wiring(collector.tier, collector.cause, collector.spans);
      }
    };
  }

  /** The rule T-tier: refuses, naming the term, unless the wiring is of the claimed tier. */
  public void require(Tier claimed) {
    if (tier.compareTo(claimed) > 0) {
      throw new Refusal(
          Rule.T_TIER,
          cause.place()
              + ": `"
              + cause.operation()
              + "` is "
              + tier.keyword()
              + ", not "
              + claimed.keyword());
    }
  }

  /** The rule T-span: refuses, naming the term, unless all values are polynomial in the regime. */
  public void requirePolynomialValues(Regime regime) {
    for (Span span : spans) {
      if (regime.growth(span.bound()) instanceof Growth.Exceeds(String why)) {
        throw new Refusal(
            Rule.T_SPAN,
            span.place() + ": `" + Notation.text(span.term()) + "` is no index: " + why);
      }
    }
  }

  private static final class Collector implements IndexTerms.Visitor {
    private final String circuit;
    private final Function<Circuit, Wiring> callees;
    private final List<Span> spans = new ArrayList<>();
    private final Set<Atom> watched = new HashSet<>();
    private Tier tier = Tier.DLOGTIME;
    private Cause cause;

    Collector(String circuit, Function<Circuit, Wiring> callees) {
      this.circuit = circuit;
      this.callees = callees;
      this.cause = new Cause(circuit, "every term");
    }

    @Override
    public void term(Index term, Scope scope, String place) {
      Tiers.Reason reason = Tiers.of(term, scope);
      note(reason, place);
      boolean bits = reason.tier() == Tier.P;
      if (bits) {
        // Other terms use it as a size or an index, so its own value counts; only what is inside
        // may be long.
        value(term, term, scope, place);
      }
      watch(term, scope, place, bits);
    }

    @Override
    public void predicate(Predicate predicate, Scope scope, String place) {
      Tiers.Reason reason = Tiers.of(predicate, scope);
      note(reason, place);
      watch(predicate, scope, place, reason.tier() == Tier.P);
    }

    private void note(Tiers.Reason reason, String place) {
      if (reason.tier().compareTo(tier) > 0) {
        tier = reason.tier();
        cause = new Cause(at(place), Notation.text(reason.operation()));
      }
    }

    private String at(String place) {
      return circuit + "." + place;
    }

    @Override
    public void call(Declaration.Call call, Scope scope) {
      Wiring inner = callees.apply(call.circuit());
      if (inner.tier().compareTo(tier) > 0) {
        tier = inner.tier();
        cause =
            new Cause(at(call.name()) + " -> " + inner.cause().place(), inner.cause().operation());
      }
      if (inner.spans().isEmpty()) {
        return;
      }
      Map<String, Polynomial> sizes = new HashMap<>();
      for (int i = 0; i < call.sizes().size(); i++) {
        sizes.put(call.circuit().parameters().get(i), UpperBound.upper(call.sizes().get(i), scope));
      }
      for (Span span : inner.spans()) {
        add(
            at(call.name()) + " -> " + span.place(),
            span.term(),
            Bounds.substitute(span.bound(), sizes));
      }
    }

    /**
     * In a term of tier p the values need only polynomially many bits, except ranges of search and
     * widths of advice.
     */
    private void watch(Index term, Scope scope, String place, boolean bits) {
      Parts parts = Parts.of(term);
      switch (term) {
        case Index.PowerOfTwo(Index exponent) -> value(bits ? exponent : term, term, scope, place);
        case Index.Advise(Index.Advice advice, List<Index> arguments) -> {
          Scope inner = scope.seeing(scope.bind(advice.parameters(), arguments));
          value(advice.width(), term, inner, place);
          watch(advice.width(), inner, place, true);
          watch(advice.body(), inner, place, true);
        }
        case Index.Apply(Index.Function function, List<Index> arguments) ->
            watch(
                function.body(),
                scope.seeing(scope.bind(function.parameters(), arguments)),
                place,
                bits);
        default -> ranges(parts, term, scope, place, bits);
      }
      watch(parts, scope, place, bits);
    }

    private void watch(Predicate predicate, Scope scope, String place, boolean bits) {
      Parts parts = Parts.of(predicate);
      if (predicate instanceof Predicate.Apply(Predicate.Named named, List<Index> arguments)) {
        Scope inner = scope.seeing(scope.bind(named.parameters(), arguments));
        watch(named.body(), inner, place, bits);
      }
      parts.terms().stream()
          .findFirst()
          .ifPresent(first -> ranges(parts, first, scope, place, bits));
      watch(parts, scope, place, bits);
    }

    private void ranges(Parts parts, Index term, Scope scope, String place, boolean bits) {
      if (bits && parts.binds().isPresent()) {
        value(parts.terms().get(0), term, scope, place);
      }
    }

    private void watch(Parts parts, Scope scope, String place, boolean bits) {
      parts.terms().forEach(term -> watch(term, scope, place, bits));
      parts.predicates().forEach(predicate -> watch(predicate, scope, place, bits));
      if (parts.binds().isPresent()) {
        Scope inner = scope.enter(parts.binds().get(), Index.ZERO, parts.terms().get(0));
        parts.boundTerms().forEach(term -> watch(term, inner, place, bits));
        parts.boundPredicates().forEach(predicate -> watch(predicate, inner, place, bits));
      }
    }

    private void value(Index term, Index shown, Scope scope, String place) {
      add(at(place), shown, UpperBound.magnitude(term, scope));
    }

    /** Keeps the bound if it has a power of two that no bound kept before has. */
    private void add(String place, Index term, Polynomial bound) {
      Set<Atom> powers = new HashSet<>();
      collectPowers(bound, powers);
      if (watched.addAll(powers)) {
        spans.add(new Span(place, term, bound));
      }
    }

    private static void collectPowers(Polynomial bound, Set<Atom> powers) {
      for (Atom atom : bound.atoms()) {
        if (atom instanceof Atom.PowerOfTwo(Polynomial exponent)) {
          powers.add(atom);
          collectPowers(exponent, powers);
        } else if (atom instanceof Atom.Length(Polynomial of)) {
          collectPowers(of, powers);
        }
      }
    }
  }
}
