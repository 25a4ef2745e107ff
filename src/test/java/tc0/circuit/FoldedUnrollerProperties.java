package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tc0.circuit.connection.RandomFamilies;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;

/** Folding on the way computes what the circuit as written computes, on random families. */
class FoldedUnrollerProperties {

  private static final Limits SMALL = Limits.DEFAULT.withGates(20_000).withEdges(200_000);

  @Property(tries = 400)
  void foldingOnTheWayKeepsEveryOutput(
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
      @ForAll @IntRange(min = 0, max = 4) int n,
      @ForAll @IntRange(min = 0, max = 3) int m) {
    Circuit.Family family = RandomFamilies.of(seed);
    Map<String, BigInteger> sizes = Map.of("n", BigInteger.valueOf(n), "m", BigInteger.valueOf(m));
    FormWidths widths = FormWidths.BINARY;
    FlatCircuit written = written(family, sizes, widths);
    FlatCircuit folded = new FoldedUnroller(Limits.DEFAULT, widths).unroll(family, sizes);
    SameOutputs.check(written, folded, 64, seed);
    SameOutputs.checkNormalForm(folded);
    assertThat(folded.gateCount()).isLessThanOrEqualTo(written.gateCount());
  }

  @Property(tries = 400)
  void countingFindsTheSizesOfTheCircuitAsWritten(
      @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
      @ForAll @IntRange(min = 0, max = 4) int n,
      @ForAll @IntRange(min = 0, max = 3) int m) {
    Circuit.Family family = RandomFamilies.of(seed);
    Map<String, BigInteger> sizes = Map.of("n", BigInteger.valueOf(n), "m", BigInteger.valueOf(m));
    FormWidths widths = FormWidths.BINARY;
    Metrics metrics = Metrics.of(written(family, sizes, widths));
    assertThat(Counts.of(family, sizes, Limits.DEFAULT, widths)).isEqualTo(SameSizes.of(metrics));
  }

  private static FlatCircuit written(
      Circuit.Family family, Map<String, BigInteger> sizes, FormWidths widths) {
    try {
      return new Unroller(SMALL, widths).unroll(family, sizes);
    } catch (LimitExceeded tooLarge) {
      Assume.that(false);
      throw tooLarge;
    }
  }
}
