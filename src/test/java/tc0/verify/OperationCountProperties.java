package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Program;

/**
 * The layers of the papers contain as many primitives of each kind as their formulas say: a
 * forgotten, doubled or shared operation shows, which no bound from above would notice.
 */
class OperationCountProperties {

  private static final Program ROPE = Configuration.shipped("rope.tc0");
  private static final Program TENSOR = Configuration.shipped("rope_tensor.tc0");

  private static final Set<String> PRIMITIVES =
      Stream.concat(
              Stream.of("rope.between"),
              TENSOR.operators().circuits().stream().map(CircuitTemplate::name))
          .collect(Collectors.toSet());

  /** Polynomials in n, d and m, evaluated; a kind that does not occur is left out. */
  private static final class Expected {
    private final Map<String, Long> counts = new TreeMap<>();

    Expected plus(String kind, long count) {
      if (count > 0) {
        counts.merge(kind, count, Long::sum);
      }
      return this;
    }

    Expected plus(long times, Expected other) {
      other.counts.forEach((kind, count) -> plus(kind, times * count));
      return this;
    }
  }

  private static void count(
      Program program, String name, Map<String, Long> sizes, Expected expected) {
    CircuitInfo circuit = Configuration.circuit(program, name);
    Map<String, BigInteger> values = new HashMap<>();
    for (String parameter : circuit.core().parameters()) {
      values.put(parameter, BigInteger.valueOf(sizes.getOrDefault(parameter, -1L)));
    }
    assertThat(OperationCount.of(circuit.core(), PRIMITIVES, values))
        .as("%s at %s", name, values)
        .isEqualTo(expected.counts);
  }

  /** The rotation of d/2 planes by each of so many differences of positions. */
  private static Expected rotation(long differences, long d) {
    return new Expected()
        .plus("mul", differences * d / 2)
        .plus("cos", differences * d / 2)
        .plus("sin", differences * d / 2);
  }

  /** Turning so many vectors: each coordinate is two products and their sum or difference. */
  private static Expected turned(long vectors, long d) {
    return new Expected()
        .plus("mul", 2 * vectors * d)
        .plus("add", vectors * d / 2)
        .plus("sub", vectors * d / 2);
  }

  /** Four sums of length n or d for each entry of the result: Q, K, V and the weighted mean. */
  private static Expected ropeLayer(long n, long d) {
    return new Expected()
        .plus("mul", 3 * n * d * d + 2 * n * n * d)
        .plus("sum", 4 * n * d + n * n + n)
        .plus("exp", n * n)
        .plus("div", n * d)
        .plus(1, rotation(2 * n - 1, d))
        .plus(1, turned(n * n, d));
  }

  private static Expected tensorLayer(long n, long d) {
    return new Expected()
        .plus("mul", 5 * n * d * d + 2 * n * n * d + 2 * n * n * n * d)
        .plus("sum", 6 * n * d + n * n * n + n)
        .plus("exp", n * n * n)
        .plus("div", n * n * n + n * d);
  }

  private static Expected ropeTensorLayer(long n, long d) {
    return tensorLayer(n, d).plus(1, rotation(n * n + n - 1, d)).plus(1, turned(n * n * n, d));
  }

  private static Expected mlp(long n, long d) {
    return new Expected().plus("mul", n * d * d).plus("sum", n * d);
  }

  private static Expected layerNorm(long n, long d) {
    return new Expected()
        .plus("sum", 2 * n)
        .plus("div", 2 * n + n * d)
        .plus("sub", n * d)
        .plus("mul", n * d)
        .plus("sqrt", n);
  }

  @Property(tries = 25)
  void theRopeLayer(
      @ForAll @IntRange(min = 1, max = 7) int n,
      @ForAll @IntRange(min = 1, max = 4) int planes,
      @ForAll @IntRange(min = 2, max = 9) int p) {
    Map<String, Long> sizes = Map.of("n", (long) n, "d", 2L * planes, "p", (long) p);
    count(ROPE, "rope_attention", sizes, ropeLayer(n, 2 * planes));
  }

  @Property(tries = 25)
  void theTensorLayersWithAndWithoutRotation(
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll @IntRange(min = 1, max = 3) int planes,
      @ForAll @IntRange(min = 2, max = 9) int p) {
    long d = 2L * planes;
    Map<String, Long> sizes = Map.of("n", (long) n, "d", d, "p", (long) p);
    count(TENSOR, "tensor_attention", sizes, tensorLayer(n, d));
    count(TENSOR, "rope_tensor_attention", sizes, ropeTensorLayer(n, d));
    // The keys are turned one by one, n^2 each, and multiplied for each query: n^3 d products of
    // keys in place of the n^2 d of their Khatri-Rao product.
    count(
        TENSOR,
        "both_keys_rotated_attention",
        sizes,
        new Expected()
            .plus("mul", 5L * n * d * d + n * n * d + 3L * n * n * n * d)
            .plus("sum", 6 * n * d + (long) n * n * n + n)
            .plus("exp", (long) n * n * n)
            .plus("div", (long) n * n * n + n * d)
            .plus(1, rotation(2L * n - 1, d))
            .plus(2, turned((long) n * n, d)));
  }

  @Property(tries = 15)
  void theTransformersRepeatTheirLayers(
      @ForAll @IntRange(min = 1, max = 4) int m,
      @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll @IntRange(min = 1, max = 2) int planes) {
    long d = 2L * planes;
    Map<String, Long> sizes = Map.of("m", (long) m, "n", (long) n, "d", d, "p", 3L);
    Expected around = new Expected().plus(m + 1, mlp(n, d)).plus(m, layerNorm(n, d));
    count(ROPE, "transformer", sizes, new Expected().plus(1, around).plus(m, ropeLayer(n, d)));
    count(
        TENSOR,
        "tensor_transformer",
        sizes,
        new Expected().plus(1, around).plus(m, tensorLayer(n, d)));
    count(
        TENSOR,
        "transformer",
        sizes,
        new Expected().plus(1, around).plus(m, ropeTensorLayer(n, d)));
    count(
        TENSOR,
        "layers",
        sizes,
        new Expected().plus("between", m + 1).plus(m, ropeTensorLayer(n, d)));
  }
}
