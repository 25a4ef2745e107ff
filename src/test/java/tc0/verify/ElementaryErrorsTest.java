package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.circuit.Patterns;
import tc0.circuit.Simulator;
import tc0.circuit.index.Limits;
import tc0.reference.BigRational;
import tc0.reference.FloatFormat;
import tc0.reference.Interval;
import tc0.reference.RealFunctions;
import tc0.reference.Specification;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;

/**
 * The largest relative errors of circuits of {@code std.elementary}, over all inputs with a normal
 * result. The figures come from an integer program for the same functions, written independently of
 * the circuits, and are in units of {@code 2^-p}.
 */
class ElementaryErrorsTest {

  private static final Program PROGRAM = Configuration.shipped("std/elementary.tc0");

  /** Enclosures tighter than any figure below. */
  private static final int BITS = 80;

  /** A real function with rigorous enclosures. */
  private interface Function {
    Interval enclose(BigRational x);
  }

  @Test
  void theSquareRootIsNearest() {
    assertThat(worst("sqrt", 2, x -> RealFunctions.sqrt(x.max(BigRational.ZERO), BITS)))
        .isCloseTo(0.734, within(0.0005));
    assertThat(worst("sqrt", 3, x -> RealFunctions.sqrt(x.max(BigRational.ZERO), BITS)))
        .isCloseTo(0.845, within(0.0005));
  }

  @Test
  void theExponentialFunctionIsWithinOneUnit() {
    assertThat(worst("exp", 2, x -> RealFunctions.exp(x, BITS))).isCloseTo(0.780, within(0.0005));
  }

  /** The largest {@code |result / value - 1| * 2^p}. */
  private static double worst(String name, int p, Function function) {
    CircuitInfo circuit =
        Configuration.circuits(PROGRAM).stream()
            .filter(candidate -> candidate.name().equals("std.elementary." + name))
            .findFirst()
            .orElseThrow();
    Map<String, BigInteger> sizes = Map.of("p", BigInteger.valueOf(p));
    Instance instance = Instance.of(circuit, sizes, Limits.DEFAULT);
    Specification meaning = new References(PROGRAM).specification(circuit, sizes);
    FloatFormat format = new FloatFormat(p);
    double[] worst = {0};
    new Simulator(instance.folded())
        .run(
            Patterns.exhaustive(instance.folded().inputCount()),
            batch -> {
              for (int pattern = 0; pattern < batch.size(); pattern++) {
                var inputs = instance.inputWords(meaning.inputs(), batch, pattern);
                BigRational x = format.decode(inputs.get(0).natural());
                BigRational result =
                    format.decode(instance.outputWords(meaning.result(), batch, pattern).natural());
                Interval value = function.enclose(x);
                if (isNormal(value, format)) {
                  worst[0] = Math.max(worst[0], relativeError(result, value) * (1 << p));
                }
              }
              return true;
            });
    return worst[0];
  }

  private static boolean isNormal(Interval value, FloatFormat format) {
    Interval size = value.abs();
    return size.isBounded()
        && size.low().orElseThrow().compareTo(format.smallestPositive()) >= 0
        && size.high().orElseThrow().compareTo(format.maximum()) <= 0;
  }

  private static double relativeError(BigRational result, Interval value) {
    BigRational exact = value.low().orElseThrow();
    return result.minus(exact).dividedBy(exact).abs().doubleValue();
  }
}
