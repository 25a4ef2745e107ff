package tc0.verify;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.Metrics;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;
import tc0.kernel.Claim;
import tc0.kernel.DepthExpression;
import tc0.kernel.Predicate;
import tc0.kernel.Regime;
import tc0.kernel.Variables;
import tc0.syntax.elaborate.CircuitInfo;

/**
 * Tells a claim that is false from one that the kernel merely cannot derive: a derived bound may be
 * too large, but a circuit at small sizes that exceeds the claim refutes it.
 */
final class MeasuredBounds {
  private static final int LARGEST_SIZE = 4;
  private static final int MOST_TUPLES = 64;
  private static final Limits SMALL = Limits.DEFAULT.withGates(200_000).withEdges(5_000_000);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private MeasuredBounds() {}

  /** The line of a refused claim, turned into a refutation if some small size breaks the claim. */
  static Line judge(CircuitInfo circuit, Claim claim, Line refused) {
    if (refused.standing() != Standing.OPEN || !Instance.isComplete(circuit.core())) {
      return refused;
    }
    return counterexample(circuit, claim)
        .map(
            example ->
                new Line(
                    Standing.REFUTED,
                    refused.claim(),
                    example + "; " + refused.detail(),
                    refused.bounds(),
                    refused.evidence(),
                    refused.rule(),
                    refused.span()))
        .orElse(refused);
  }

  private static Optional<String> counterexample(CircuitInfo circuit, Claim claim) {
    Deadline deadline = Deadline.in(PATIENCE);
    try {
      for (Map<String, BigInteger> sizes : tuples(circuit, claim)) {
        deadline.check();
        Optional<BigInteger> claimed = claimed(claim, new BoundValues(sizes));
        if (claimed.isEmpty()) {
          return Optional.empty();
        }
        Metrics metrics = Metrics.of(Instance.unroll(circuit, sizes, SMALL));
        long measured = measured(claim, metrics);
        if (BigInteger.valueOf(measured).compareTo(claimed.get()) > 0) {
          return Optional.of(
              "at %s the circuit has %s, more than %s"
                  .formatted(Wording.sizes(sizes), words(claim, measured), claimed.get()));
        }
      }
    } catch (LimitExceeded | Deadline.Passed e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<BigInteger> claimed(Claim claim, BoundValues at) {
    return switch (claim) {
      case Claim.DepthAtMost depth -> value(depth.claimed(), at);
      case Claim.SizeAtMost size when !readsForms(claim) -> Optional.of(at.of(size.bound()));
      default -> Optional.empty();
    };
  }

  /** How many wires a form brings depends on the caller, so such circuits are not measured. */
  private static boolean readsForms(Claim claim) {
    return claim.circuit().inputs().stream().anyMatch(Circuit.Port::form);
  }

  /** The value of a claimed depth that mentions no constant. */
  private static Optional<BigInteger> value(DepthExpression depth, BoundValues at) {
    return switch (depth) {
      case DepthExpression.Count count -> Optional.of(at.of(count.value()));
      case DepthExpression.Constant constant -> Optional.empty();
      case DepthExpression.DepthOf of -> Optional.empty();
      case DepthExpression.Sum sum ->
          value(sum.left(), at).flatMap(left -> value(sum.right(), at).map(left::add));
      case DepthExpression.Difference difference ->
          value(difference.left(), at)
              .flatMap(left -> value(difference.right(), at).map(left::subtract));
      case DepthExpression.Scale scale ->
          value(scale.of(), at).map(value -> value.multiply(at.of(scale.factor())));
      case DepthExpression.Maximum maximum ->
          value(maximum.left(), at).flatMap(left -> value(maximum.right(), at).map(left::max));
    };
  }

  /** At most what the claim speaks of; a size claim also counts complement twins. */
  private static long measured(Claim claim, Metrics metrics) {
    return switch (claim) {
      case Claim.DepthAtMost depth ->
          switch (depth.measure()) {
            case DEPTH -> metrics.depth();
            case STRICT_DEPTH -> metrics.strictDepth();
            case MAJORITY_DEPTH -> metrics.majorityDepth();
          };
      case Claim.SizeAtMost size ->
          switch (size.quantity()) {
            case GATES -> metrics.gates();
            case EDGES -> metrics.edges();
            case WIRES, SIZE -> metrics.wires();
          };
      default -> 0;
    };
  }

  private static String words(Claim claim, long measured) {
    return switch (claim) {
      case Claim.DepthAtMost depth -> depth.measure() + " " + measured;
      case Claim.SizeAtMost size -> measured + " " + size.quantity();
      default -> Long.toString(measured);
    };
  }

  /** Small sizes that the circuit and the regime of the claim admit, smallest first. */
  private static List<Map<String, BigInteger>> tuples(CircuitInfo circuit, Claim claim) {
    List<Map<String, BigInteger>> tuples = List.of(Map.of());
    for (String parameter : circuit.core().parameters()) {
      List<Map<String, BigInteger>> longer = new ArrayList<>();
      for (Map<String, BigInteger> tuple : tuples) {
        for (int value = 1; value <= LARGEST_SIZE; value++) {
          Map<String, BigInteger> next = new LinkedHashMap<>(tuple);
          next.put(parameter, BigInteger.valueOf(value));
          longer.add(next);
        }
      }
      longer.sort(Comparator.comparing(MeasuredBounds::sum));
      tuples = longer.size() > MOST_TUPLES ? longer.subList(0, MOST_TUPLES) : longer;
    }
    Predicate condition = circuit.core().where();
    if (claim instanceof Claim.DepthAtMost(var c, Regime regime, var m, var d, var k)) {
      for (Predicate need : regime.needs()) {
        if (circuit.core().parameters().containsAll(Variables.of(need))) {
          condition = condition.and(need);
        }
      }
    }
    Predicate admitted = condition;
    return tuples.stream().filter(sizes -> SizeTuples.holds(admitted, sizes)).toList();
  }

  private static BigInteger sum(Map<String, BigInteger> sizes) {
    return sizes.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}
