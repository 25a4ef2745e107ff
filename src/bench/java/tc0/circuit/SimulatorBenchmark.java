package tc0.circuit;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Patterns per microsecond through a folded circuit, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SimulatorBenchmark {

  private static final int PATTERNS = 1 << 14;

  /** The circuit and its bits. */
  @Param({"add 8", "add 16", "multiply 8", "multiply 16"})
  public String circuit;

  /** Words of 64 patterns per row. */
  @Param({"16", "64"})
  public int words;

  private Simulator simulator;
  private int output;

  /** Unrolls and folds the circuit. */
  @Setup
  public void prepare() {
    int bits = Integer.parseInt(circuit.substring(circuit.indexOf(' ') + 1));
    FlatCircuit unrolled =
        circuit.startsWith("add")
            ? new Unroller().unroll(Library.add(), Core.sizes("w", bits))
            : new Unroller().unroll(Library.multiply(), Core.sizes("v", bits, "w", bits));
    FlatCircuit folded = Folding.of(unrolled).circuit();
    System.out.println(unrolled.gateCount() + " gates, folded " + folded.gateCount());
    output = folded.outputs().get(0).values().get(bits).literal();
    simulator = new Simulator(folded, words);
  }

  /** Runs the patterns and looks at one output. */
  @Benchmark
  @OperationsPerInvocation(PATTERNS)
  public long simulate() {
    long[] sum = new long[1];
    simulator.run(
        Patterns.random(1, PATTERNS),
        batch -> {
          for (int word = 0; word < batch.words(); word++) {
            sum[0] += batch.word(output, word);
          }
          return true;
        });
    return sum[0];
  }
}
