package tc0.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.opentest4j.TestAbortedException;
import tc0.circuit.FlatCircuit;
import tc0.circuit.FormWidths;
import tc0.circuit.Unroller;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;
import tc0.kernel.Meaning;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.Program;
import tc0.syntax.elaborate.SearchPath;

/**
 * One circuit of a file at sizes that its {@code where} clause admits.
 *
 * @param program the file
 */
record Configuration(Program program, CircuitInfo circuit, Map<String, BigInteger> sizes) {

  private static final Path PROOFS = Path.of("proofs");

  /** What a property can compare many times over. */
  private static final Limits SMALL = new Limits(5_000_000, 1 << 16, 50_000, 250_000, 1_000_000);

  /** The sizes from which a parameter is drawn. */
  record Range(int from, int to) {}

  /** A shipped file, for example {@code std/integer.tc0}. */
  static Program shipped(String file) {
    return load(PROOFS.resolve(file));
  }

  /** A text that imports shipped files. */
  static Program text(String name, String text) {
    try {
      Path directory = Files.createTempDirectory("configuration");
      Path file = directory.resolve(name + ".tc0");
      try {
        return load(Files.writeString(file, text));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Program load(Path file) {
    Elaborator.Result result = Elaborator.load(file, new SearchPath(List.of(PROOFS)));
    return result
        .program()
        .orElseThrow(() -> new IllegalStateException(file + ": " + result.diagnostics()));
  }

  /** The circuits of a file that have gates: neither axioms nor definitions nor parametric. */
  static List<CircuitInfo> circuits(Program program) {
    return program.main().circuits().stream()
        .filter(template -> !template.isParametric())
        .map(CircuitTemplate::circuit)
        .filter(circuit -> circuit.declaration() instanceof tc0.syntax.ast.Declaration.Circuit)
        .filter(circuit -> Instance.isComplete(circuit.core()))
        .toList();
  }

  /** The circuit {@code name} of a file, without the name of its module. */
  static CircuitInfo circuit(Program program, String name) {
    return program.main().circuits().stream()
        .filter(template -> template.name().equals(program.main().name() + "." + name))
        .map(CircuitTemplate::circuit)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Every circuit of a file with the same chance, each size parameter within the range of its name.
   */
  static Arbitrary<Configuration> any(Program program, Map<String, Range> ranges) {
    return Arbitraries.of(circuits(program)).flatMap(circuit -> of(program, circuit, ranges));
  }

  /** One circuit at random sizes that satisfy its {@code where} clause. */
  static Arbitrary<Configuration> of(
      Program program, CircuitInfo circuit, Map<String, Range> ranges) {
    List<String> parameters = circuit.core().parameters();
    List<Arbitrary<Integer>> values =
        parameters.stream()
            .<Arbitrary<Integer>>map(
                name -> {
                  Range range = ranges.get(name);
                  if (range == null) {
                    throw new IllegalArgumentException(circuit.name() + ": no range for " + name);
                  }
                  return Arbitraries.integers().between(range.from(), range.to());
                })
            .toList();
    return Combinators.combine(values)
        .as(chosen -> new Configuration(program, circuit, sizes(parameters, chosen)))
        .filter(configuration -> Meaning.holds(circuit.core().where(), configuration.sizes()));
  }

  private static Map<String, BigInteger> sizes(List<String> parameters, List<Integer> values) {
    Map<String, BigInteger> sizes = new TreeMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      sizes.put(parameters.get(i), BigInteger.valueOf(values.get(i)));
    }
    return sizes;
  }

  /** The gates and wires. */
  Circuit.Family family() {
    return (Circuit.Family) circuit.core();
  }

  /**
   * The circuit as the family has it, one bit for every entry of a form input; a try with a circuit
   * beyond {@link #SMALL} is given up.
   */
  FlatCircuit unrolled() {
    try {
      return new Unroller(SMALL, FormWidths.BINARY).unroll(circuit.core(), sizes);
    } catch (LimitExceeded tooLarge) {
      throw new TestAbortedException(this + " is too large", tooLarge);
    }
  }

  @Override
  public String toString() {
    return circuit.name() + " at " + Wording.sizes(sizes);
  }
}
