package tc0.circuit;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds to unroll, fold and measure a w by w bit multiplication; the set-up prints its gates
 * and edges.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class UnrollerBenchmark {

  /** Bits of each factor. */
  @Param({"16", "32", "64"})
  public int width;

  private FlatCircuit circuit;

  /** Unrolls the circuit once. */
  @Setup
  public void prepare() {
    circuit = unroll();
    System.out.println(circuit.gateCount() + " gates, " + circuit.edgeCount() + " stored edges");
  }

  /** Unrolls from the core records. */
  @Benchmark
  public FlatCircuit unroll() {
    return new Unroller().unroll(Library.multiply(), Core.sizes("v", width, "w", width));
  }

  /** Folds the unrolled circuit. */
  @Benchmark
  public Folding fold() {
    return Folding.of(circuit);
  }

  /** Measures the unrolled circuit. */
  @Benchmark
  public Metrics measure() {
    return Metrics.of(circuit);
  }
}
