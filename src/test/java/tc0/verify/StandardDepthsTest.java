package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.circuit.Metrics;
import tc0.kernel.Rational;
import tc0.kernel.Summary;
import tc0.syntax.elaborate.Program;

/**
 * The published strict depths of integer arithmetic are reached, and the symbolic bounds are
 * attained by unrolled circuits: nothing in them is slack.
 */
class StandardDepthsTest {

  private static final Program INTEGER = Configuration.shipped("std/integer.tc0");
  private static final Program FIXED = Configuration.shipped("std/fixed.tc0");
  private static final Program FLOAT = Configuration.shipped("std/float.tc0");

  private static void exact(
      Program program, String name, int depth, int strict, Map<String, Integer> sizes) {
    Map<String, BigInteger> values = new HashMap<>();
    sizes.forEach((parameter, value) -> values.put(parameter, BigInteger.valueOf(value)));
    Configuration configuration =
        new Configuration(program, Configuration.circuit(program, name), values);
    Summary summary = SymbolicBounds.summary(configuration);
    Metrics metrics = Metrics.of(configuration.unrolled());
    assertThat(metrics.depth()).as("depth of %s", name).isEqualTo(depth);
    assertThat(metrics.strictDepth()).as("strict depth of %s", name).isEqualTo(strict);
    assertThat(SymbolicBounds.value(summary.depth(), values))
        .as("depth bound of %s", name)
        .isEqualTo(Rational.of(depth));
    assertThat(SymbolicBounds.value(summary.strictDepth(), values))
        .as("strict depth bound of %s", name)
        .isEqualTo(Rational.of(strict));
  }

  @Test
  void additionComparisonAndIteratedAdditionHaveStrictDepthFour() {
    exact(INTEGER, "add", 3, 4, Map.of("w", 6));
    exact(INTEGER, "subtract", 3, 4, Map.of("w", 6));
    exact(INTEGER, "greater", 3, 4, Map.of("w", 6));
    exact(INTEGER, "iterated_add", 3, 4, Map.of("n", 4, "w", 6, "W", 8, "scale", 0, "most", 4));
    exact(INTEGER, "total", 3, 4, Map.of("n", 4, "w", 6, "most", 4));
  }

  @Test
  void multiplicationHasStrictDepthFive() {
    exact(INTEGER, "multiply", 4, 5, Map.of("v", 5, "w", 5, "most", 5));
    exact(INTEGER, "multiply_signed", 4, 5, Map.of("v", 5, "w", 5));
  }

  @Test
  void fixedPointOperationsHaveDepthTwo() {
    Map<String, Integer> format = Map.of("i", 2, "f", 1);
    exact(FIXED, "add", 2, 3, format);
    exact(FIXED, "sub", 2, 3, format);
    exact(FIXED, "mul", 2, 3, format);
    exact(FIXED, "div", 2, 3, format);
    exact(FIXED, "exp", 2, 3, format);
    exact(FIXED, "le", 1, 2, format);
  }

  @Test
  void floatsHaveTheDepthsOfTheirLemmas() {
    exact(FLOAT, "mul", 9, 10, Map.of("p", 4));
    exact(FLOAT, "add", 12, 13, Map.of("p", 4));
    exact(FLOAT, "le", 5, 6, Map.of("p", 4));
    exact(FLOAT, "floor", 9, 10, Map.of("p", 4));
    exact(FLOAT, "sum", 22, 23, Map.of("n", 3, "p", 3));
  }
}
