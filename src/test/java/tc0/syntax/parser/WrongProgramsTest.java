package tc0.syntax.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tc0.syntax.Modules;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.diagnostic.DiagnosticRenderer;
import tc0.syntax.source.SourceText;

/**
 * Each wrong program {@code x.tc0} has its diagnostics in {@code x.expected}. Run with {@code
 * -Dgolden.update=true} to write them anew, then read the difference.
 */
class WrongProgramsTest {

  private static final String ROOT = "src/test/resources/wrong/syntax";

  static List<Path> programs() {
    return Modules.files(ROOT);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void wrongProgramsGetTheirDiagnostics(Path program) throws IOException {
    String file = program.getFileName().toString();
    Path golden = program.resolveSibling(file.replace(".tc0", ".expected"));
    String diagnostics = diagnose(program).replace(program.toString(), file);
    assertThat(diagnostics).isNotEmpty();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, diagnostics);
    }
    assertThat(diagnostics).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  private static String diagnose(Path program) {
    try {
      SourceText source = SourceReader.read(program);
      DiagnosticRenderer renderer = DiagnosticRenderer.of(source);
      StringBuilder out = new StringBuilder();
      for (Diagnostic diagnostic : ModuleParser.parse(source).diagnostics()) {
        out.append(renderer.render(diagnostic));
      }
      return out.toString();
    } catch (DiagnosticException e) {
      return new DiagnosticRenderer(java.util.Map.of()).render(e.diagnostic());
    }
  }
}
