package tc0.circuit;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/**
 * Milliseconds to fold a float operation while it is unrolled, to count it as written and to
 * simulate 4096 patterns, as the precision grows; the set-up prints its gates and stored edges.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-Xss64m"})
public class FloatBenchmark {

  private static final Path PROOFS = Path.of("proofs");

  /** The operation, without the module. */
  @Param({"add", "mul", "div"})
  public String operation;

  /** Bits of the mantissa. */
  @Param({"2", "4", "8"})
  public int precision;

  private Circuit circuit;
  private FlatCircuit folded;
  private Simulator simulator;

  /** Loads the library and folds the circuit once. */
  @Setup
  public void prepare() {
    circuit =
        Elaborator.load(PROOFS.resolve("std/float.tc0"), new SearchPath(List.of(PROOFS)))
            .program()
            .orElseThrow()
            .main()
            .circuits()
            .stream()
            .filter(template -> template.name().equals("std.float." + operation))
            .findFirst()
            .orElseThrow()
            .circuit()
            .core();
    folded = fold();
    simulator = new Simulator(folded);
    System.out.println(folded.gateCount() + " gates, " + folded.edgeCount() + " stored edges");
  }

  private Map<String, BigInteger> sizes() {
    return Map.of("p", BigInteger.valueOf(precision));
  }

  /** Folds from the core records. */
  @Benchmark
  public FlatCircuit fold() {
    return new FoldedUnroller(Limits.DEFAULT, FormWidths.BINARY).unroll(circuit, sizes());
  }

  /** Counts the gates, edges and wires of the circuit as written. */
  @Benchmark
  public Counts count() {
    return Counts.of(circuit, sizes(), Limits.DEFAULT, FormWidths.BINARY);
  }

  /** Evaluates the folded circuit on 4096 random patterns. */
  @Benchmark
  public long simulate() {
    long[] seen = new long[1];
    simulator.run(
        Patterns.random(1, 4096),
        batch -> {
          seen[0] += batch.size();
          return true;
        });
    return seen[0];
  }
}
