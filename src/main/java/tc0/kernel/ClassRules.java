package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which classes a family is in. A level needs polynomial size, depth O(log^i n), an input of at
 * least n^Omega(1) bits and a uniform connection language; AC also needs bounded sum gates, NC
 * bounded fan-in. NC1 is reached only by inclusion, because bounded fan-in with logarithmic depth
 * and a direct connection language is not known to give ALOGTIME (Ruzzo 1981).
 */
final class ClassRules {
  private static final Hypothesis INCLUSIONS =
      new Hypothesis(
          Hypothesis.Kind.FACT,
          "NC^i is in AC^i, AC^i is in TC^i, TC^i is in NC^(i+1), at equal uniformity",
          "Vollmer 1999");

  /** Longer depths are not spelled out in a refusal. */
  private static final int SHORT = 80;

  private final Circuit circuit;
  private final Regime regime;
  private final Derivation derived;

  ClassRules(Circuit circuit, Regime regime, Derivation derived) {
    this.circuit = circuit;
    this.regime = regime;
    this.derived = derived;
  }

  /** Judges the claim, or refuses with the premise that fails. */
  Judgement member(Claim.Member claim) {
    requireGrowth();
    requireLongInput();
    Place place = place(claim.complexityClass());
    List<Rule> rules = new ArrayList<>(place.rules);
    rules.add(Rule.K_INPUT);
    return Judgement.of(
        claim, rules, place.statement(this), evidence(place.found), place.hypotheses);
  }

  /**
   * A class whose premises hold, but for the length of the input.
   *
   * @param found the smallest such class
   */
  private record Place(
      ComplexityClass wanted,
      ComplexityClass found,
      List<Rule> rules,
      SortedSet<Hypothesis> hypotheses) {

    String statement(ClassRules rules) {
      return (this.rules.contains(Rule.U2) ? "the language of " : "")
          + rules.circuit.name()
          + " is in "
          + wanted
          + " under "
          + rules.regime.name();
    }
  }

  private Place place(ComplexityClass wanted) {
    derived.cost().requirePolynomial(circuit.name(), regime);
    SortedSet<Hypothesis> hypotheses = new TreeSet<>(derived.hypotheses());
    List<Rule> rules = new ArrayList<>();
    uniformity(wanted, rules, hypotheses);
    ComplexityClass found = tightest(wanted, level());
    if (!found.isIncludedIn(wanted)) {
      throw tooDeepOrTooWide(wanted, found);
    }
    rules.addFirst(
        switch (found.kind()) {
          case NC -> Rule.K_NC;
          case AC -> Rule.K_AC;
          case TC -> Rule.K_TC;
        });
    if (!found.equals(wanted)) {
      rules.add(Rule.K_INCLUSION);
      hypotheses.add(INCLUSIONS);
    }
    constructible(wanted, hypotheses);
    return new Place(wanted, found, rules, hypotheses);
  }

  /**
   * Rule K-compose: a composition, whose premises are shown, is where its depth, size and wiring
   * put it; without a long input it is a gadget of such depth, size and wiring.
   */
  Judgement composition(Claim.Composition claim, List<Evidence> premises) {
    requireGrowth();
    Place place = place(claim.complexityClass());
    List<Rule> rules = new ArrayList<>(List.of(Rule.K_COMPOSE));
    rules.addAll(place.rules);
    boolean gadget = !hasLongInput();
    if (!gadget) {
      rules.add(Rule.K_INPUT);
    }
    List<Evidence> evidence = new ArrayList<>();
    if (gadget) {
      evidence.add(new Evidence.Note("gadget"));
    }
    evidence.addAll(premises);
    return Judgement.of(
        claim,
        rules,
        gadget
            ? circuit.name()
                + " is a gadget of constant depth and polynomial size under "
                + regime.name()
                + "; no input of it is shown to have "
                + regime.base()
                + "^Omega(1) bits, so it is in no class by itself"
            : place.statement(this),
        evidence,
        place.hypotheses);
  }

  /** The smallest class whose premises hold directly, with the given uniformity. */
  Judgement smallest(Uniformity uniformity) {
    int level = level();
    ComplexityClass any = new ComplexityClass(ComplexityClass.Kind.TC, level, uniformity);
    return member(new Claim.Member(circuit, regime, tightest(any, level)));
  }

  /** Rule K-time: a circuit of polynomial size is made and evaluated in polynomial time. */
  Judgement polynomialTime(Claim.PolynomialTime claim) {
    requireGrowth();
    requireLongInput();
    Cost cost = derived.cost();
    cost.requirePolynomial(circuit.name(), regime);
    ComplexityClass any = new ComplexityClass(ComplexityClass.Kind.TC, 0, Uniformity.P);
    SortedSet<Hypothesis> hypotheses = new TreeSet<>(derived.hypotheses());
    List<Rule> rules = new ArrayList<>(List.of(Rule.K_TIME));
    uniformity(any, rules, hypotheses);
    constructible(any, hypotheses);
    rules.add(Rule.K_INPUT);
    return Judgement.of(
        claim,
        rules,
        "the language of " + circuit.name() + " is in P under " + regime.name(),
        List.of(
            new Evidence.Note("depth " + derived.depth() + ", in " + depthGrowth()),
            new Evidence.Bound("gates", cost.gates(), Optional.empty()),
            new Evidence.Bound("wires", cost.wires(), Optional.empty()),
            new Evidence.Note("wiring " + derived.wiring().tier().keyword())),
        hypotheses);
  }

  /** Rule WF-regime: the where clause must not stop the growth, or the claim would be empty. */
  private void requireGrowth() {
    regime
        .obstacle(circuit.where())
        .ifPresent(
            obstacle -> {
              throw new Refusal(
                  Rule.WF_REGIME,
                  "the where clause of " + circuit.name() + " stops the growth: " + obstacle);
            });
  }

  private List<Evidence> evidence(ComplexityClass found) {
    Cost cost = derived.cost();
    return List.of(
        new Evidence.Note("directly in " + found),
        new Evidence.Note("depth " + derived.depth() + ", in " + depthGrowth()),
        new Evidence.Bound("gates", cost.gates(), Optional.empty()),
        new Evidence.Bound("wires", cost.wires(), Optional.empty()),
        new Evidence.Note("wiring " + derived.wiring().tier().keyword()));
  }

  /** The growth of the depth; circuits that are only declared have constant depth. */
  Growth depthGrowth() {
    return depthGrowth(derived.depth(), regime);
  }

  static Growth depthGrowth(DepthValue depth, Regime regime) {
    Growth growth = Growth.CONSTANT;
    for (LinearDepth form : depth.forms()) {
      growth = growth.plus(regime.growth(form.constant()));
      for (Polynomial coefficient : form.coefficients().values()) {
        growth = growth.plus(regime.growth(coefficient));
      }
    }
    return growth;
  }

  /** The depth if it is short, else the sizes with which it grows. */
  private String depthWords() {
    String depth = derived.depth().toString();
    Set<String> growing = new TreeSet<>();
    derived.depth().forms().forEach(form -> growing.addAll(form.parameters()));
    growing.removeIf(parameter -> regime.growth(parameter).isAtMost(Growth.CONSTANT));
    return depth.length() <= SHORT || growing.isEmpty()
        ? depth
        : "which grows with " + String.join(", ", growing);
  }

  private int level() {
    Growth growth = depthGrowth();
    if (growth instanceof Growth.Order(int degree, int logs) && degree == 0) {
      return logs;
    }
    throw new Refusal(
        Rule.K_SIZE,
        "the depth of "
            + circuit.name()
            + ", "
            + depthWords()
            + ", is in "
            + growth
            + " under "
            + regime.name()
            + "; that is polynomial size, and no class below P");
  }

  /** The smallest class whose premises hold directly. */
  private ComplexityClass tightest(ComplexityClass wanted, int level) {
    boolean boundedSums = isBounded(derived.cost().sumFanIn());
    boolean boundedGates = isBounded(derived.cost().fanIn());
    // The first-order version of a gate has unbounded fan-in, so U2 does not reach NC^i directly.
    boolean direct =
        derived.wiring().tier() == Tier.DLOGTIME || wanted.uniformity() != Uniformity.DLOGTIME;
    ComplexityClass.Kind kind = ComplexityClass.Kind.TC;
    if (boundedSums) {
      kind = ComplexityClass.Kind.AC;
    }
    if (boundedGates && level >= 2 && direct) {
      kind = ComplexityClass.Kind.NC;
    }
    return new ComplexityClass(kind, level, wanted.uniformity());
  }

  /** A gate of O(1) wires is one of finitely many formulas, so it costs a constant. */
  private boolean isBounded(Cost.FanIn fanIn) {
    return regime.growth(fanIn.wires()).isAtMost(Growth.CONSTANT);
  }

  private Refusal tooDeepOrTooWide(ComplexityClass wanted, ComplexityClass found) {
    boolean tooWide =
        found.kind() == ComplexityClass.Kind.TC
            && new ComplexityClass(ComplexityClass.Kind.AC, found.level(), found.uniformity())
                .isIncludedIn(wanted);
    if (tooWide) {
      Cost.FanIn sum = derived.cost().sumFanIn();
      return new Refusal(
          Rule.K_AC,
          "the sum gate "
              + sum.array()
              + " of "
              + circuit.name()
              + " has up to "
              + sum.wires()
              + " wires, which is not O(1); the family is in "
              + found);
    }
    if (wanted.kind() == ComplexityClass.Kind.NC && wanted.level() < 2) {
      return new Refusal(
          Rule.K_INCLUSION,
          "NC1 is shown by inclusion from TC0 only, and the depth of "
              + circuit.name()
              + ", "
              + depthWords()
              + ", is in "
              + depthGrowth()
              + "; the family is in "
              + found);
    }
    return new Refusal(
        Rule.K_TC,
        "the depth of "
            + circuit.name()
            + ", "
            + depthWords()
            + ", is in "
            + depthGrowth()
            + " under "
            + regime.name()
            + "; the family is in "
            + found
            + ", not shown to be in "
            + wanted);
  }

  private void uniformity(
      ComplexityClass wanted, List<Rule> rules, SortedSet<Hypothesis> hypotheses) {
    Tier tier = derived.wiring().tier();
    switch (wanted.uniformity()) {
      case NONUNIFORM -> {
        return;
      }
      case P -> rules.add(tier == Tier.DLOGTIME ? Rule.U1 : Rule.U3);
      case DLOGTIME -> {
        if (tier == Tier.P) {
          throw new Refusal(
              Rule.U3,
              "the wiring of "
                  + circuit.name()
                  + " is of tier p, because of `"
                  + derived.wiring().cause().operation()
                  + "` at "
                  + derived.wiring().cause().place()
                  + "; that gives P-uniform "
                  + wanted.name()
                  + " only");
        }
        rules.add(tier == Tier.DLOGTIME ? Rule.U1 : Rule.U2);
        if (tier != Tier.DLOGTIME) {
          hypotheses.add(Hypothesis.FIRST_ORDER);
        }
        if (tier == Tier.FO_POW) {
          hypotheses.add(Hypothesis.POWERING);
        }
      }
    }
    derived.wiring().requirePolynomialValues(regime);
  }

  /**
   * Rule U4: a language has one length, so the sizes must be functions of it that can be computed.
   */
  private void constructible(ComplexityClass wanted, SortedSet<Hypothesis> hypotheses) {
    if (wanted.uniformity() == Uniformity.NONUNIFORM) {
      return;
    }
    for (String parameter : circuit.parameters()) {
      Regime.Rate rate = regime.rates().get(parameter);
      if (rate instanceof Regime.Rate.Base || isSuitable(rate, wanted)) {
        continue;
      }
      hypotheses.add(
          new Hypothesis(
              Hypothesis.Kind.CONSTRUCTIBLE,
              "for every "
                  + (wanted.uniformity() == Uniformity.P
                      ? "polynomial-time"
                      : derived.wiring().tier() == Tier.DLOGTIME ? "log-time" : "first-order")
                  + " constructible "
                  + parameter
                  + "("
                  + regime.base()
                  + ") in "
                  + regime.growth(parameter),
              ""));
    }
  }

  private boolean isSuitable(Regime.Rate rate, ComplexityClass wanted) {
    if (!(rate instanceof Regime.Rate.Equal(Index value))) {
      return false;
    }
    Tier limit =
        wanted.uniformity() == Uniformity.P
            ? Tier.P
            : derived.wiring().tier() == Tier.DLOGTIME ? Tier.DLOGTIME : Tier.FO_POW;
    return Variables.of(value).stream().allMatch(regime.base()::equals)
        && Tiers.of(value, Scope.of(List.of())).tier().compareTo(limit) <= 0;
  }

  /** Rule K-input: some input has provably at least n/64 - 1 bits. */
  private void requireLongInput() {
    if (!hasLongInput()) {
      throw new Refusal(
          Rule.K_INPUT,
          "no input of "
              + circuit.name()
              + " is shown to have "
              + regime.base()
              + "^Omega(1) bits, so it is a gadget for use inside other circuits and in no class (a"
              + " where clause may bound its other extents from below)");
    }
  }

  private boolean hasLongInput() {
    Scope scope = Scope.of(circuit.parameters()).seeing(equations());
    Polynomial n = Polynomial.variable(regime.base());
    Prover prover = new Prover(facts(circuit, regime));
    for (Circuit.Port input : circuit.inputs()) {
      Optional<Polynomial> bits = bits(input.box(), scope, prover);
      if (bits.isPresent() && prover.isAtMost(n, bits.get().plus(Polynomial.ONE).times(64))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The number of tuples of an unguarded box whose extents do not depend on each other and are
   * natural.
   */
  private static Optional<Polynomial> bits(Box box, Scope scope, Prover prover) {
    Polynomial bits = Polynomial.ONE;
    for (Box.Binder binder : box.binders()) {
      Polynomial low = scope.value(binder.low());
      Polynomial extent = scope.value(binder.high()).minus(low);
      if (box.names().stream().anyMatch(extent.variables()::contains)
          || !prover.isNonNegative(low, scope)
          || !prover.isNonNegative(extent, scope)) {
        return Optional.empty();
      }
      bits = bits.times(extent);
    }
    return box.guard().equals(Predicate.TRUE) ? Optional.of(bits) : Optional.empty();
  }

  /** The parameters that the regime defines by others, in terms of those that it does not. */
  private Map<String, Polynomial> equations() {
    Map<String, Polynomial> values = new HashMap<>();
    regime.rates().keySet().forEach(parameter -> resolve(parameter, values));
    return values;
  }

  private void resolve(String parameter, Map<String, Polynomial> values) {
    if (!values.containsKey(parameter)
        && regime.rates().get(parameter) instanceof Regime.Rate.Equal(Index value)) {
      Variables.of(value).forEach(name -> resolve(name, values));
      values.put(parameter, Normalizer.normalise(value, values));
    }
  }

  /** What may be assumed of the sizes. */
  static Facts facts(Circuit circuit, Regime regime) {
    Predicate where = circuit.where();
    for (Predicate need : regime.needs()) {
      where = where.and(need);
    }
    return Facts.of(where);
  }
}
