package tc0.kernel.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tc0.kernel.Circuit;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.Program;
import tc0.syntax.elaborate.SearchPath;

/** Programs from files or inline text, for matching tests. */
final class Texts {

  private static final Path PROOFS = Path.of("proofs");

  private Texts() {}

  /** A shipped module. */
  static Program shipped(String module) {
    return load(PROOFS.resolve(module + ".tc0"));
  }

  /** A module that may use {@code float} numbers of precision p and elementary functions. */
  static Program inline(String text) {
    try {
      Path directory = Files.createTempDirectory("matching");
      Path file = directory.resolve("test.tc0");
      Files.writeString(
          file,
          "module test;\nimport std.float as float;\nimport std.elementary as elementary;\n"
              + text);
      Program program = load(file);
      Files.delete(file);
      Files.delete(directory);
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Program load(Path file) {
    Elaborator.Result result = Elaborator.load(file, new SearchPath(List.of(PROOFS)));
    return result
        .program()
        .orElseThrow(() -> new IllegalArgumentException(result.diagnostics().toString()));
  }

  /** The last family of that name. */
  static Circuit.Family family(Program program, String name) {
    return (Circuit.Family)
        program.modules().stream()
            .flatMap(module -> module.circuits().stream())
            .filter(circuit -> circuit.name().endsWith("." + name))
            .reduce((earlier, later) -> later)
            .orElseThrow()
            .circuit()
            .core();
  }

  /** The operations of all number types. */
  static Set<String> primitives(Program program) {
    return program.operators().circuits().stream()
        .map(CircuitTemplate::name)
        .collect(Collectors.toSet());
  }

  /** Compares two circuits of a program. */
  static Verdict compare(Program program, String circuit, String definition, Law... laws) {
    return Matching.compare(
        family(program, circuit), family(program, definition), primitives(program), Set.of(laws));
  }

  /** Compares circuits {@code f} and {@code g} of an inline module. */
  static Verdict compare(String text, Law... laws) {
    return compare(inline(text), "f", "g", laws);
  }
}
