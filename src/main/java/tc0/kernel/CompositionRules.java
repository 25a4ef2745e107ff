package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The premises of rule K-compose, checked along the calls of a circuit down to the primitives:
 * nothing but primitives and the circuits of the composition is called, every round of an iteration
 * is one of constantly many, and every primitive has the same depth at all sizes and wiring of the
 * wanted uniformity. The text of a composition is finite, so its calls are constantly deep. Size
 * and wiring are left to the rules of classes.
 */
final class CompositionRules {
  private static final String LARGEST = "D";

  private final Claim.Composition claim;
  private final DepthJudge depths;
  private final Function<Circuit, Derivation> derivations;
  private final Map<String, Circuit> primitives = new TreeMap<>();
  private final SortedSet<String> rounds = new TreeSet<>();
  private final Map<List<Object>, Integer> heights = new HashMap<>();

  CompositionRules(
      Claim.Composition claim, DepthJudge depths, Function<Circuit, Derivation> derivations) {
    this.claim = claim;
    this.depths = depths;
    this.derivations = derivations;
  }

  /** What shows the premises, or a refusal that names the one that fails. */
  List<Evidence> premises() {
    Map<String, Polynomial> sizes = new HashMap<>();
    claim.circuit().parameters().forEach(name -> sizes.put(name, Polynomial.variable(name)));
    int height = height(claim.circuit(), sizes);
    primitives.values().forEach(this::requirePrimitive);
    List<Evidence> evidence = new ArrayList<>();
    Set<String> names = primitives.keySet();
    evidence.add(
        new Evidence.Note(
            "depth <= "
                + depths.relative(
                    claim.circuit(),
                    names.isEmpty() ? List.of() : List.of(new DepthConstant(LARGEST, names)))));
    evidence.add(
        new Evidence.Note(
            names.isEmpty()
                ? "no primitive"
                : "calls "
                    + height
                    + " deep to "
                    + names.size()
                    + (names.size() == 1 ? " primitive" : " primitives")));
    rounds.forEach(round -> evidence.add(new Evidence.Note(round)));
    primitives.forEach(
        (name, primitive) ->
            evidence.add(
                new Evidence.Constant(LARGEST, name, derivations.apply(primitive).depth())));
    return evidence;
  }

  /** The longest chain of calls, with bounds on the sizes of the circuit. */
  private int height(Circuit circuit, Map<String, Polynomial> sizes) {
    if (!(circuit instanceof Circuit.Family family)) {
      throw new Refusal(
          Rule.K_COMPOSE, circuit.name() + " is only declared, so it is no composition");
    }
    List<Object> key = List.of(family.name(), Map.copyOf(sizes));
    Integer known = heights.get(key);
    if (known == null) {
      known = height(family, family.body(), Scope.of(family.parameters()), sizes);
      heights.put(key, known);
    }
    return known;
  }

  private int height(
      Circuit.Family family, List<Declaration> body, Scope scope, Map<String, Polynomial> sizes) {
    int height = 0;
    for (Declaration declaration : body) {
      if (declaration instanceof Declaration.Call call) {
        height = Math.max(height, 1 + height(family, call, scope.enter(call.box()), sizes));
      } else if (declaration instanceof Declaration.Iterate iterate) {
        requireConstant(family, iterate, bound(iterate.count(), scope, sizes));
        Scope inner = scope.enter(iterate.counter(), Index.ZERO, iterate.count());
        height = Math.max(height, height(family, iterate.body(), inner, sizes));
      }
    }
    return height;
  }

  private int height(
      Circuit.Family family, Declaration.Call call, Scope scope, Map<String, Polynomial> sizes) {
    Circuit callee = call.circuit();
    if (!claim.own().contains(callee.name())) {
      if (!claim.primitives().contains(callee.name())) {
        throw new Refusal(
            Rule.K_COMPOSE,
            family.name()
                + " calls "
                + callee.name()
                + ", which is neither among its circuits nor a primitive");
      }
      primitives.put(callee.name(), callee);
      return 0;
    }
    Map<String, Polynomial> inner = new HashMap<>();
    for (int i = 0; i < call.sizes().size(); i++) {
      inner.put(callee.parameters().get(i), bound(call.sizes().get(i), scope, sizes));
    }
    return height(callee, inner);
  }

  private static Polynomial bound(Index term, Scope scope, Map<String, Polynomial> sizes) {
    return Bounds.substitute(UpperBound.upper(term, scope), sizes);
  }

  private void requireConstant(
      Circuit.Family family, Declaration.Iterate iterate, Polynomial count) {
    Growth growth = claim.regime().growth(count);
    if (!growth.isAtMost(Growth.CONSTANT)) {
      throw new Refusal(
          Rule.K_COMPOSE,
          "the rounds of `iterate "
              + iterate.counter()
              + "` in "
              + family.name()
              + " grow: there are "
              + count
              + ", which is in "
              + growth
              + " under "
              + claim.regime().name());
    }
    boolean outermost = family.name().equals(claim.circuit().name());
    rounds.add(count + " rounds" + (outermost ? "" : " of " + family.name()) + ", in " + growth);
  }

  private void requirePrimitive(Circuit primitive) {
    Derivation derived = derivations.apply(primitive);
    SortedSet<String> sizes = new TreeSet<>();
    derived.depth().forms().forEach(form -> sizes.addAll(form.parameters()));
    if (!sizes.isEmpty()) {
      throw new Refusal(
          Rule.K_COMPOSE,
          "the depth of the primitive "
              + primitive.name()
              + ", "
              + derived.depth()
              + ", depends on "
              + String.join(", ", sizes)
              + "; a primitive has one depth at all sizes");
    }
    if (claim.complexityClass().uniformity() == Uniformity.DLOGTIME
        && derived.wiring().tier() == Tier.P) {
      throw new Refusal(
          Rule.U3,
          "the primitive "
              + primitive.name()
              + " is P-uniform only, because of `"
              + derived.wiring().cause().operation()
              + "`; the composition is to be DLOGTIME-uniform");
    }
  }
}
