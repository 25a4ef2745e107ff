package tc0.syntax.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tc0.kernel.Circuit;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.Severity;

/** Loads texts in tests; the shipped library can be imported. */
final class Families {

  private static final SearchPath LIBRARY = new SearchPath(List.of(Path.of("proofs")));

  private Families() {}

  /** What loading a text gives. */
  static Elaborator.Result load(String text) {
    try {
      Path directory = Files.createTempDirectory("family");
      Path file = directory.resolve("test.tc0");
      try {
        return Elaborator.load(Files.writeString(file, text), LIBRARY);
      } finally {
        Files.delete(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The circuits of a text without errors, in order. */
  static List<Circuit> circuits(String text) {
    Elaborator.Result result = load(text);
    assertThat(result.diagnostics())
        .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .extracting(Diagnostic::message)
        .as(text)
        .isEmpty();
    return result.program().orElseThrow().main().circuits().stream()
        .filter(template -> !template.isParametric())
        .map(template -> template.circuit().core())
        .toList();
  }

  /** The core of the last circuit of a text. */
  static Circuit.Family last(String text) {
    List<Circuit> circuits = circuits(text);
    return (Circuit.Family) circuits.get(circuits.size() - 1);
  }
}
