package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Derives depths of whole circuits and compares them with claims. */
final class DepthJudge {
  private final DepthRules gates = new DepthRules(DepthRules.Measure.GATES);
  private final DepthRules majority = new DepthRules(DepthRules.Measure.MAJORITY);
  private final Map<List<Object>, DepthRules> relative = new HashMap<>();
  private final Negations negations = new Negations();

  /** Whether a NOT gate may be needed at the inputs. */
  boolean usesNegation(Circuit circuit) {
    return negations.occurIn(circuit);
  }

  /** The profile over all outputs, every circuit unfolded. */
  Profile profile(Circuit circuit, Claim.Measure measure) {
    return profile(circuit, measure, Set.of());
  }

  /** The profile over all outputs, relative to a cut. */
  private Profile profile(Circuit circuit, Claim.Measure measure, Set<String> cut) {
    DepthRules rules = rules(measure == Claim.Measure.MAJORITY_DEPTH, cut);
    Profile profile =
        rules.of(circuit).outputs().values().stream().reduce(Profile.EMPTY, Profile::max);
    if (measure != Claim.Measure.STRICT_DEPTH || !usesNegation(circuit)) {
      return profile;
    }
    Profile strict = Profile.EMPTY;
    for (Map.Entry<Profile.Source, DepthValue> entry : profile.entries().entrySet()) {
      boolean input = entry.getKey().kind() == Profile.Source.Kind.INPUT;
      strict =
          strict.max(
              Profile.of(
                  entry.getKey(),
                  input ? entry.getValue().map(LinearDepth.ONE::plus) : entry.getValue()));
    }
    return strict;
  }

  /** The depth over all inputs and outputs, with the named circuits replaced by their constants. */
  DepthValue relative(Circuit circuit, List<DepthConstant> constants) {
    Set<String> cut = new TreeSet<>();
    constants.forEach(constant -> cut.addAll(constant.circuits()));
    return profile(circuit, Claim.Measure.DEPTH, cut)
        .map(new DepthClaims(constants, circuit)::rename)
        .overall()
        .orElse(DepthValue.ZERO);
  }

  private DepthRules rules(boolean majorityOnly, Set<String> cut) {
    DepthRules unfolded = majorityOnly ? majority : gates;
    if (cut.isEmpty()) {
      return unfolded;
    }
    DepthRules.Measure measure =
        majorityOnly ? DepthRules.Measure.MAJORITY : DepthRules.Measure.GATES;
    return relative.computeIfAbsent(
        List.of(measure, Set.copyOf(cut)), key -> new DepthRules(cut, measure, gates));
  }

  /** The claimed depth as a maximum of linear forms. */
  DepthValue claimed(Claim.DepthAtMost claim) {
    return new DepthClaims(constants(claim), claim.circuit()).claimed(claim.claimed());
  }

  /** A claim without constants counts gates, so nothing is cut. */
  private static List<DepthConstant> constants(Claim.DepthAtMost claim) {
    return DepthClaims.mentionsConstant(claim.claimed()) ? claim.constants() : List.of();
  }

  /** Rule LE-depth: one line of evidence per derived form, and the value of each constant. */
  List<Evidence> prove(Claim.DepthAtMost claim) {
    Circuit circuit = claim.circuit();
    List<DepthConstant> constants = constants(claim);
    DepthClaims claims = new DepthClaims(constants, circuit);
    Set<String> cut = new TreeSet<>();
    constants.forEach(constant -> cut.addAll(constant.circuits()));
    Profile derived = profile(circuit, claim.measure(), cut).byParameter();
    requireConstantAtoms(circuit, derived, claim.regime());
    Scope scope = Scope.of(circuit.parameters());
    Prover prover = new Prover(ClassRules.facts(circuit, claim.regime()));
    List<Evidence> lines =
        new ArrayList<>(
            claims.cover(
                derived.map(claims::rename),
                claims.claimed(claim.claimed()),
                slack -> prover.isNonNegative(slack, scope)));
    Map<String, Circuit> reachable = CallGraph.reachable(circuit);
    for (DepthConstant constant : constants) {
      for (String name : constant.circuits()) {
        if (reachable.containsKey(name)) {
          DepthValue value = gates.of(reachable.get(name)).overall();
          lines.add(new Evidence.Constant(constant.name(), name, value));
        }
      }
    }
    return lines;
  }

  /** An atom stands for a constant, so the sizes on which it depends must be O(1). */
  private static void requireConstantAtoms(Circuit circuit, Profile derived, Regime regime) {
    for (DepthValue value : derived.entries().values()) {
      for (LinearDepth form : value.forms()) {
        for (DepthAtom atom : form.coefficients().keySet()) {
          if (atom instanceof DepthAtom.Body(String name, List<Polynomial> sizes)) {
            for (Polynomial size : sizes) {
              if (!regime.growth(size).isAtMost(Growth.CONSTANT)) {
                throw new Refusal(
                    Rule.LE_DEPTH,
                    "`"
                        + circuit.name()
                        + "` uses "
                        + name
                        + ", whose depth depends on the size "
                        + size
                        + "; it is not O(1), so no constant can name that depth");
              }
            }
          }
        }
      }
    }
  }
}
