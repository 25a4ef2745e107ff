package tc0.kernel.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tc0.kernel.Circuit;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Polynomial;
import tc0.kernel.Refusal;

/**
 * Decides whether a circuit and a definition, a circuit of the same signature written
 * independently, are the same op-by-op term for all sizes.
 *
 * <p>Both are evaluated at one symbolic tuple of every output. All calls are unfolded but those of
 * primitives, which are opaque symbols: two results are equal if circuit, sizes, output and indices
 * agree and the arguments are equal at fresh indices. Open conditions are distinguished by cases.
 * Sums are not flattened, factors not distributed, lists not reordered, unless a {@link Law} of the
 * primitive allows it. So a match holds for every meaning of the primitives that satisfies the laws
 * used.
 *
 * <p>Incomplete: conditions nested deeper than {@link #MAXIMAL_CASES} and more than {@link
 * #MAXIMAL_COMPARISONS} comparisons are given up. Index equations that need more than linear
 * arithmetic over products are not proved; forms are compared term by term as written, lists
 * permuted only by exchanging digits in mixed radix.
 */
public final class Matching {

  /** Case distinctions inside one another beyond this are given up (rule N6). */
  public static final int MAXIMAL_CASES = 8;

  /** Comparisons of subterms beyond this are given up. */
  public static final int MAXIMAL_COMPARISONS = 20_000;

  private Matching() {}

  /**
   * Compares {@code circuit} with {@code definition} for all sizes that satisfy {@link
   * Circuit#where()} of the circuit. Parameters, inputs and outputs correspond by position.
   *
   * @param primitives names of families to treat as opaque; axioms always are
   * @param laws what may be used of primitives; see {@link Law}
   */
  public static Verdict compare(
      Circuit.Family circuit, Circuit.Family definition, Set<String> primitives, Set<Law> laws) {
    Kernel kernel = new Kernel();
    for (Circuit side : List.of(circuit, definition)) {
      if (kernel.check(side) instanceof Outcome.Denied<Circuit>(Refusal refusal)) {
        return new Verdict.GaveUp(refusal.reason(), refusal.rule());
      }
    }
    if (circuit.parameters().size() != definition.parameters().size()
        || circuit.inputs().size() != definition.inputs().size()
        || circuit.outputs().size() != definition.outputs().size()) {
      return new Verdict.NotMatched(
          new Verdict.Difference(
              signature(circuit), signature(definition), List.of("signature"), List.of()));
    }
    try {
      return prove(circuit, definition, new Comparer(primitives, laws, circuit.inputs()));
    } catch (LimitReached limit) {
      return new Verdict.GaveUp(limit.getMessage(), limit.limit());
    } catch (Refusal refusal) {
      return new Verdict.GaveUp(refusal.reason(), refusal.rule());
    }
  }

  private static Verdict prove(
      Circuit.Family circuit, Circuit.Family definition, Comparer comparer) {
    Map<String, Polynomial> sizes = new HashMap<>();
    Map<String, Polynomial> others = new HashMap<>();
    for (int i = 0; i < circuit.parameters().size(); i++) {
      Polynomial symbol = Polynomial.variable(circuit.parameters().get(i));
      sizes.put(circuit.parameters().get(i), symbol);
      others.put(definition.parameters().get(i), symbol);
    }
    Assumptions facts = Assumptions.none().and(circuit.where(), sizes);
    if (facts.contradictory()) {
      return new Verdict.GaveUp(
          "the constraints of " + circuit.name() + " exclude all sizes", "none");
    }
    Frame left = Frame.root(circuit, sizes);
    Frame right = Frame.root(definition, others);
    Comparison result = Comparison.SAME;
    for (int i = 0; i < circuit.inputs().size() && result.isSame(); i++) {
      result =
          Comparison.both(
              result,
              ports(
                  circuit.inputs().get(i),
                  left,
                  definition.inputs().get(i),
                  right,
                  facts,
                  comparer));
    }
    for (int i = 0; i < circuit.outputs().size() && result.isSame(); i++) {
      result =
          Comparison.both(
              result,
              outputs(
                  circuit.outputs().get(i),
                  left,
                  definition.outputs().get(i),
                  right,
                  facts,
                  comparer));
    }
    return switch (result) {
      case Comparison.Same(Set<Law> laws) -> {
        TreeSet<Law> used = new TreeSet<>(laws);
        used.addAll(comparer.calls().absorbing());
        yield new Verdict.Matched(used, comparer.comparisons());
      }
      case Comparison.Different different -> new Verdict.NotMatched(different.difference().get());
    };
  }

  private static Comparison ports(
      Circuit.Port a,
      Frame left,
      Circuit.Port b,
      Frame right,
      Assumptions facts,
      Comparer comparer) {
    return comparer
        .differences()
        .inside(
            a.name(),
            () -> {
              if (a.form() != b.form()) {
                return comparer
                    .differences()
                    .between(
                        names -> a.form() ? "form" : "bit",
                        names -> b.form() ? "form" : "bit",
                        facts);
              }
              return comparer.byCases(
                  facts,
                  f ->
                      comparer.boxes(
                          a.box(),
                          left.values(),
                          b.box(),
                          right.values(),
                          f,
                          0,
                          (tuple, inside) -> Comparison.SAME));
            });
  }

  private static Comparison outputs(
      Circuit.Output a,
      Frame left,
      Circuit.Output b,
      Frame right,
      Assumptions facts,
      Comparer comparer) {
    Comparison ports = ports(a.port(), left, b.port(), right, facts, comparer);
    if (!ports.isSame()) {
      return ports;
    }
    return comparer
        .differences()
        .inside(
            a.port().name(),
            () ->
                comparer.byCases(
                    facts,
                    f ->
                        comparer.boxes(
                            a.port().box(),
                            left.values(),
                            b.port().box(),
                            right.values(),
                            f,
                            0,
                            (tuple, inside) ->
                                output(a, left, b, right, tuple, inside, comparer))));
  }

  private static Comparison output(
      Circuit.Output a,
      Frame left,
      Circuit.Output b,
      Frame right,
      List<Polynomial> tuple,
      Assumptions facts,
      Comparer comparer) {
    Map<String, Polynomial> values = Frame.bind(left.values(), a.port().box().names(), tuple);
    Map<String, Polynomial> others = Frame.bind(right.values(), b.port().box().names(), tuple);
    return a.port().form()
        ? comparer.forms(
            new Resolver.Sum(a.body(), left, values),
            new Resolver.Sum(b.body(), right, others),
            facts,
            tuple.size())
        : comparer.bits(
            new Resolver.Bits(a.literal(), left, values),
            new Resolver.Bits(b.literal(), right, others),
            facts);
  }

  private static String signature(Circuit.Family circuit) {
    return circuit.name()
        + circuit.parameters()
        + "("
        + String.join(", ", circuit.inputs().stream().map(Circuit.Port::name).toList())
        + ") -> "
        + circuit.ports().stream().map(Circuit.Port::name).toList();
  }
}
