package tc0.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The entry point of the trusted kernel. Every circuit is checked for well-formedness before a rule
 * looks at it, and derived facts are kept per circuit, so that asking again costs nothing. One
 * kernel knows one circuit per name.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Kernel {
  private final WellFormed wellFormed = new WellFormed();
  private final DepthJudge depths = new DepthJudge();
  private final Map<Circuit, Cost> costs = new IdentityHashMap<>();
  private final Map<Circuit, Wiring> wirings = new IdentityHashMap<>();
  private final Map<Circuit, Derivation> derivations = new IdentityHashMap<>();

  /** Derives depth, size and wiring of a circuit, or says why it is not well-formed. */
  public Outcome<Summary> summarise(Circuit circuit) {
    return Outcome.of(() -> summary(circuit));
  }

  /** The circuit if it and all circuits that it calls are well-formed. */
  public Outcome<Circuit> check(Circuit circuit) {
    return Outcome.of(
        () -> {
          wellFormed.require(circuit);
          return circuit;
        });
  }

  /**
   * The depth of a circuit from all its inputs together, where the circuits that constants name are
   * kept as atoms; or why there is none.
   */
  public Outcome<DepthValue> depth(Circuit circuit, List<DepthConstant> constants) {
    return Outcome.of(
        () -> {
          wellFormed.require(circuit);
          return depths.relative(circuit, constants);
        });
  }

  /** How fast a depth grows under a regime. */
  public Growth growth(DepthValue depth, Regime regime) {
    return ClassRules.depthGrowth(depth, regime);
  }

  /** The axioms that a circuit uses and their side conditions, or why it is not well-formed. */
  public Outcome<SortedSet<Hypothesis>> hypotheses(Circuit circuit) {
    return Outcome.of(() -> derivation(circuit).hypotheses());
  }

  /** Proves a claim, or says which premise fails. */
  public Outcome<Judgement> prove(Claim claim) {
    return Outcome.of(() -> judge(claim));
  }

  /**
   * Judges that what a circuit computes is in the smallest class, with the given uniformity, whose
   * premises hold directly; refused, by rule K-size, where the depth is not polylogarithmic.
   */
  public Outcome<Judgement> smallestClass(Circuit circuit, Regime regime, Uniformity uniformity) {
    return Outcome.of(
        () -> new ClassRules(circuit, regime, derivation(circuit)).smallest(uniformity));
  }

  /** Derives a conditional lower bound, or says which premise is missing. */
  public Outcome<Conclusion> conclude(Theorem theorem) {
    TheoremRules rules = new TheoremRules(this::member);
    return Outcome.of(
        () -> {
          wellFormed.require(theorem.family().circuit());
          return rules.derive(theorem);
        });
  }

  /** Derives that a problem is hard, from a cited fact through reductions, or refuses. */
  public Outcome<Hardness> hardness(HardnessClaim claim) {
    return Outcome.of(() -> new HardnessRules(this::member).derive(claim));
  }

  private Judgement member(Theorem.Component component, ComplexityClass complexityClass) {
    return judge(new Claim.Member(component.circuit(), component.regime(), complexityClass));
  }

  /**
   * What is wrong with sizes that are to show that a claim under a regime speaks of something;
   * empty if they satisfy the {@code where} clause and the regime.
   */
  public Optional<String> violation(Circuit circuit, Regime regime, Map<String, BigInteger> sizes) {
    return Witness.violation(circuit, regime, sizes);
  }

  private Derivation derivation(Circuit circuit) {
    Derivation known = derivations.get(circuit);
    if (known != null) {
      return known;
    }
    wellFormed.require(circuit);
    Derivation derivation =
        new Derivation(
            circuit.name(),
            () -> overall(depths.profile(circuit, Claim.Measure.DEPTH)),
            cost(circuit).withWiresForForms(circuit),
            wiring(circuit),
            axioms(circuit));
    derivations.put(circuit, derivation);
    return derivation;
  }

  private Summary summary(Circuit circuit) {
    Derivation derivation = derivation(circuit);
    Profile profile = depths.profile(circuit, Claim.Measure.DEPTH);
    return new Summary(
        circuit.name(),
        profile,
        overall(profile),
        overall(depths.profile(circuit, Claim.Measure.MAJORITY_DEPTH)),
        overall(depths.profile(circuit, Claim.Measure.STRICT_DEPTH)),
        depths.usesNegation(circuit),
        derivation.cost(),
        derivation.wiring(),
        derivation.hypotheses());
  }

  private static DepthValue overall(Profile profile) {
    return profile.overall().orElse(DepthValue.ZERO);
  }

  private Cost cost(Circuit circuit) {
    Cost cost = costs.get(circuit);
    if (cost == null) {
      cost = CostRules.of(circuit, this::cost);
      costs.put(circuit, cost);
    }
    return cost;
  }

  private Wiring wiring(Circuit circuit) {
    Wiring wiring = wirings.get(circuit);
    if (wiring == null) {
      wiring = Wiring.of(circuit, this::wiring);
      wirings.put(circuit, wiring);
    }
    return wiring;
  }

  private static SortedSet<Hypothesis> axioms(Circuit circuit) {
    SortedSet<Hypothesis> hypotheses = new TreeSet<>();
    for (Circuit used : CallGraph.reachable(circuit).values()) {
      if (used instanceof Circuit.Axiom axiom) {
        hypotheses.add(
            new Hypothesis(
                Hypothesis.Kind.AXIOM,
                "there are circuits "
                    + axiom.name()
                    + " of depth "
                    + axiom.depth().map(Notation::text).orElse("O(1)")
                    + " and size "
                    + axiom.size().map(Notation::text).orElse("polynomial in their parameters")
                    + " with "
                    + axiom.tier().keyword()
                    + " wiring",
                axiom.citation()));
        for (String condition : axiom.hypotheses()) {
          hypotheses.add(
              new Hypothesis(
                  Hypothesis.Kind.CONDITION, axiom.name() + ": " + condition, axiom.citation()));
        }
      }
    }
    return hypotheses;
  }

  private Judgement judge(Claim claim) {
    Derivation summary = derivation(claim.circuit());
    return switch (claim) {
      case Claim.DepthAtMost depth -> depth(depth, summary);
      case Claim.DepthBounded bounded -> bounded(bounded, summary);
      case Claim.SizeAtMost size -> size(size, summary);
      case Claim.SizeGrowth growth -> growth(growth, summary);
      case Claim.SizePolynomial polynomial -> polynomial(polynomial, summary);
      case Claim.Uniform uniform -> uniform(uniform, summary);
      case Claim.Member member ->
          new ClassRules(claim.circuit(), member.regime(), summary).member(member);
      case Claim.Composition composition ->
          new ClassRules(claim.circuit(), composition.regime(), summary)
              .composition(
                  composition,
                  new CompositionRules(composition, depths, this::derivation).premises());
      case Claim.PolynomialTime time ->
          new ClassRules(claim.circuit(), time.regime(), summary).polynomialTime(time);
    };
  }

  private Judgement depth(Claim.DepthAtMost claim, Derivation summary) {
    Rule first =
        switch (claim.measure()) {
          case DEPTH -> Rule.D5;
          case STRICT_DEPTH -> Rule.D_STRICT;
          case MAJORITY_DEPTH -> Rule.D_MAJORITY;
        };
    return Judgement.of(
        claim,
        List.of(Rule.LE_DEPTH, first),
        "the "
            + claim.measure()
            + " of "
            + summary.circuit()
            + " is at most "
            + depths.claimed(claim)
            + (claim.regime().needs().isEmpty()
                ? " at every size"
                : " at every size that " + claim.regime().name() + " admits"),
        depths.prove(claim),
        summary.hypotheses());
  }

  private static Judgement bounded(Claim.DepthBounded claim, Derivation summary) {
    Growth growth = ClassRules.depthGrowth(summary.depth(), claim.regime());
    if (!growth.isAtMost(Growth.CONSTANT)) {
      throw new Refusal(
          Rule.G_CONSTANT,
          "the depth of "
              + summary.circuit()
              + ", "
              + summary.depth()
              + ", is in "
              + growth
              + " under "
              + claim.regime().name());
    }
    return Judgement.of(
        claim,
        List.of(Rule.G_CONSTANT),
        "the depth of " + summary.circuit() + " is in O(1) under " + claim.regime().name(),
        List.of(new Evidence.Note("depth " + summary.depth())),
        summary.hypotheses());
  }

  private static SizeBound quantity(Cost cost, Claim.Quantity quantity) {
    return switch (quantity) {
      case GATES -> cost.gates();
      case EDGES -> cost.edges();
      case WIRES -> cost.wires();
      case SIZE -> throw new IllegalArgumentException("size is gates and wires");
    };
  }

  private static List<Claim.Quantity> quantities(Claim.Quantity quantity) {
    return quantity == Claim.Quantity.SIZE
        ? List.of(Claim.Quantity.GATES, Claim.Quantity.WIRES)
        : List.of(quantity);
  }

  /** A term of a claim, over the size parameters of the circuit. */
  private static Polynomial bound(Circuit circuit, Index term) {
    IndexScope.of("a claim about " + circuit.name(), circuit.parameters(), Set.of()).check(term);
    return Scope.of(circuit.parameters()).value(term);
  }

  private static Judgement size(Claim.SizeAtMost claim, Derivation summary) {
    Polynomial claimed = bound(claim.circuit(), claim.bound());
    Prover prover = new Prover(Facts.of(claim.circuit().where()));
    List<Evidence> evidence = new ArrayList<>();
    for (Claim.Quantity quantity : quantities(claim.quantity())) {
      Polynomial derived = quantity(summary.cost(), quantity).polynomial();
      Evidence.Bound line =
          new Evidence.Bound(quantity.toString(), SizeBound.of(derived), Optional.of(claimed));
      if (!prover.isAtMost(derived, claimed)) {
        throw new Refusal(
            Rule.LE_POLY,
            "the "
                + quantity
                + " of "
                + summary.circuit()
                + ", at most "
                + derived
                + ", are not shown to be at most "
                + claimed,
            List.of(line));
      }
      evidence.add(line);
    }
    return Judgement.of(
        claim,
        List.of(Rule.LE_POLY),
        "the "
            + claim.quantity()
            + " of "
            + summary.circuit()
            + " is at most "
            + claimed
            + " at every size",
        evidence,
        summary.hypotheses());
  }

  private static Judgement growth(Claim.SizeGrowth claim, Derivation summary) {
    Polynomial claimed = bound(claim.circuit(), claim.growth());
    Facts facts = ClassRules.facts(claim.circuit(), claim.regime());
    List<Evidence> evidence = new ArrayList<>();
    for (Claim.Quantity quantity : quantities(claim.quantity())) {
      Polynomial derived = quantity(summary.cost(), quantity).polynomial();
      Evidence.Bound line =
          new Evidence.Bound(quantity.toString(), SizeBound.of(derived), Optional.empty());
      Polynomial uncovered = claim.regime().uncovered(derived, claimed, facts);
      if (!uncovered.isZero()) {
        throw new Refusal(
            Rule.G_SIZE,
            "the "
                + quantity
                + " of "
                + summary.circuit()
                + " are not shown to be in O("
                + claimed
                + "): nothing covers "
                + uncovered,
            List.of(line));
      }
      evidence.add(line);
    }
    return Judgement.of(
        claim,
        List.of(Rule.G_SIZE),
        "the "
            + claim.quantity()
            + " of "
            + summary.circuit()
            + " is in O("
            + claimed
            + ") under "
            + claim.regime().name(),
        evidence,
        summary.hypotheses());
  }

  private static Judgement polynomial(Claim.SizePolynomial claim, Derivation summary) {
    Regime regime = claim.regime();
    summary.cost().requirePolynomial(summary.circuit(), regime);
    List<Evidence> evidence = new ArrayList<>();
    for (Claim.Quantity quantity : quantities(Claim.Quantity.SIZE)) {
      SizeBound derived = quantity(summary.cost(), quantity);
      evidence.add(new Evidence.Bound(quantity.toString(), derived, Optional.empty()));
      evidence.add(new Evidence.Note(quantity + " in " + regime.growth(derived)));
    }
    return Judgement.of(
        claim,
        List.of(Rule.G_SIZE),
        "the size of "
            + summary.circuit()
            + " is in poly("
            + regime.base()
            + ") under "
            + regime.name(),
        evidence,
        summary.hypotheses());
  }

  private static Judgement uniform(Claim.Uniform claim, Derivation summary) {
    Wiring wiring = summary.wiring();
    wiring.requirePolynomialValues(claim.regime());
    SortedSet<Hypothesis> hypotheses = new TreeSet<>(summary.hypotheses());
    boolean byLanguage =
        claim.tier() == Tier.DLOGTIME && (wiring.tier() == Tier.FO || wiring.tier() == Tier.FO_POW);
    if (byLanguage && claim.sameFamily()) {
      throw new Refusal(
          Rule.U2,
          "the wiring of "
              + summary.circuit()
              + " is "
              + wiring.tier().keyword()
              + ", because of `"
              + wiring.cause().operation()
              + "` at "
              + wiring.cause().place()
              + ". Its language is in the DLOGTIME-uniform class, but by other circuits; together"
              + " with a claim about depth or size say `uniform "
              + wiring.tier().keyword()
              + "`");
    }
    if (byLanguage) {
      hypotheses.add(Hypothesis.FIRST_ORDER);
    } else {
      wiring.require(claim.tier());
    }
    if (wiring.tier() == Tier.FO_POW) {
      hypotheses.add(Hypothesis.POWERING);
    }
    Rule rule =
        byLanguage
            ? Rule.U2
            : claim.tier() == Tier.DLOGTIME ? Rule.U1 : claim.tier() == Tier.P ? Rule.U3 : Rule.U2;
    return Judgement.of(
        claim,
        List.of(rule),
        byLanguage
            ? "the language of "
                + summary.circuit()
                + " has DLOGTIME-uniform circuits of the same class"
            : "the family " + summary.circuit() + " is " + claim.tier().keyword() + "-uniform",
        List.of(
            new Evidence.Note(
                "wiring "
                    + wiring.tier().keyword()
                    + ", because of `"
                    + wiring.cause().operation()
                    + "` at "
                    + wiring.cause().place())),
        hypotheses);
  }
}
