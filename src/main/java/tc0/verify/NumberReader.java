package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tc0.kernel.Claim;
import tc0.kernel.DepthConstant;
import tc0.kernel.DepthExpression;
import tc0.kernel.Evidence;
import tc0.kernel.Index;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.LinearDepth;
import tc0.kernel.Outcome;
import tc0.kernel.Polynomial;
import tc0.kernel.Refusal;
import tc0.kernel.Summary;
import tc0.syntax.elaborate.Program;

/**
 * Puts numbers in place of the named constants of a claim, and asks the kernel again. What it then
 * derives unfolds every circuit, so that the result does not depend on the symbolic proof.
 */
final class NumberReader {
  private final Program program;
  private final Kernel kernel;
  private final List<SizePoint> points;

  NumberReader(Program program, Kernel kernel, List<SizePoint> points) {
    this.program = program;
    this.kernel = kernel;
    this.points = List.copyOf(points);
  }

  /** The numbers of a claim; empty if the kernel refuses the circuit. */
  Optional<LemmaNumbers> read(Claim.DepthAtMost claim) {
    if (!(kernel.summarise(claim.circuit()) instanceof Outcome.Granted<Summary>(Summary family))) {
      return Optional.empty();
    }
    List<ConstantValue> constants = new ArrayList<>();
    SortedMap<String, BigInteger> values = new TreeMap<>();
    for (DepthConstant constant : claim.constants()) {
      List<ConstantValue.Member> members = constant.circuits().stream().map(this::member).toList();
      ConstantValue value = new ConstantValue(constant.name(), members);
      constants.add(value);
      value.depth().ifPresent(depth -> values.put(constant.name(), depth));
    }
    List<Bound> bounds =
        numeric(claim.claimed(), values).map(term -> bounds(claim, term)).orElse(List.of());
    return Optional.of(
        new LemmaNumbers(
            constants,
            bounds.stream().filter(Bound::worst).findFirst().flatMap(Bound::claimed),
            family.depth().toString(),
            family.strictDepth().toString(),
            family.majorityDepth().toString(),
            bounds,
            family.cost().gates().toString(),
            family.cost().wires().toString(),
            JointGrowth.of(family.cost().gates(), claim.circuit().parameters()),
            JointGrowth.of(family.cost().wires(), claim.circuit().parameters()),
            points.stream().map(point -> at(point, claim, family)).toList()));
  }

  private ConstantValue.Member member(String name) {
    Optional<Summary> summary =
        program.modules().stream()
            .flatMap(module -> module.circuits().stream())
            .filter(template -> template.name().equals(name))
            .findFirst()
            .flatMap(
                template ->
                    kernel.summarise(template.circuit().core())
                            instanceof Outcome.Granted<Summary>(Summary granted)
                        ? Optional.of(granted)
                        : Optional.empty());
    return new ConstantValue.Member(
        name,
        summary.flatMap(s -> number(s.depth())),
        summary.flatMap(s -> number(s.majorityDepth())));
  }

  /** The depth, if it depends neither on sizes nor on axioms. */
  private static Optional<BigInteger> number(tc0.kernel.DepthValue depth) {
    Optional<BigInteger> largest = Optional.of(BigInteger.ZERO);
    for (LinearDepth form : depth.forms()) {
      Polynomial constant = form.constant();
      boolean known = form.coefficients().isEmpty() && constant.isConstant();
      largest =
          known ? largest.map(constant.constantTerm().floor()::max) : Optional.<BigInteger>empty();
      if (largest.isEmpty()) {
        return largest;
      }
    }
    return largest;
  }

  /** The claim with numbers for its constants; empty if one is unknown. */
  private static Optional<DepthExpression> numeric(
      DepthExpression claim, Map<String, BigInteger> values) {
    return switch (claim) {
      case DepthExpression.Count count -> Optional.of(count);
      case DepthExpression.DepthOf depth -> Optional.empty();
      case DepthExpression.Constant(String name) ->
          Optional.ofNullable(values.get(name))
              .map(value -> new DepthExpression.Count(new Index.Number(value)));
      case DepthExpression.Sum(DepthExpression left, DepthExpression right) ->
          numeric(left, values)
              .flatMap(
                  first ->
                      numeric(right, values).map(second -> new DepthExpression.Sum(first, second)));
      case DepthExpression.Difference(DepthExpression left, DepthExpression right) ->
          numeric(left, values)
              .flatMap(
                  first ->
                      numeric(right, values)
                          .map(second -> new DepthExpression.Difference(first, second)));
      case DepthExpression.Scale(Index factor, DepthExpression of) ->
          numeric(of, values).map(value -> new DepthExpression.Scale(factor, value));
      case DepthExpression.Maximum(DepthExpression left, DepthExpression right) ->
          numeric(left, values)
              .flatMap(
                  first ->
                      numeric(right, values)
                          .map(second -> new DepthExpression.Maximum(first, second)));
    };
  }

  private List<Bound> bounds(Claim.DepthAtMost claim, DepthExpression numeric) {
    List<Evidence> evidence =
        switch (kernel.prove(
            new Claim.DepthAtMost(
                claim.circuit(), claim.regime(), claim.measure(), numeric, List.of()))) {
          case Outcome.Granted<Judgement>(Judgement judgement) -> judgement.evidence();
          case Outcome.Denied<Judgement>(Refusal refusal) -> refusal.evidence();
        };
    return DerivedBounds.of(evidence);
  }

  private LemmaNumbers.At at(SizePoint point, Claim.DepthAtMost claim, Summary family) {
    Map<String, BigInteger> sizes = point.sizes(claim.circuit(), claim.regime());
    if (kernel.violation(claim.circuit(), claim.regime(), sizes).isPresent()) {
      return new LemmaNumbers.At(point, sizes, Optional.empty(), Optional.empty());
    }
    BoundValues values = new BoundValues(sizes);
    return new LemmaNumbers.At(
        point, sizes, values.of(family.cost().gates()), values.of(family.cost().wires()));
  }
}
