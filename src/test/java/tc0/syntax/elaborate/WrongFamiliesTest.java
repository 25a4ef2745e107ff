package tc0.syntax.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tc0.syntax.Modules;
import tc0.syntax.diagnostic.DiagnosticRenderer;
import tc0.syntax.source.SourceText;

/**
 * Each program {@code x.tc0} that parses but means nothing has its diagnostics in {@code
 * x.expected}. Run with {@code -Dgolden.update=true} to write them anew, then read the difference.
 */
class WrongFamiliesTest {

  private static final String ROOT = "src/test/resources/wrong/elaborate";

  static List<Path> programs() {
    return Modules.files(ROOT);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void wrongFamiliesGetTheirDiagnostics(Path program) throws IOException {
    String file = program.getFileName().toString();
    Path golden = program.resolveSibling(file.replace(".tc0", ".expected"));
    String diagnostics = diagnose(program);
    assertThat(diagnostics).isNotEmpty();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, diagnostics);
    }
    assertThat(diagnostics).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  private static String diagnose(Path program) {
    Elaborator.Result result = Elaborator.load(program, new SearchPath(List.of(Path.of("proofs"))));
    Map<String, SourceText> sources = new HashMap<>();
    result.sources().forEach(source -> sources.put(source.file(), source));
    DiagnosticRenderer renderer = new DiagnosticRenderer(sources);
    StringBuilder out = new StringBuilder();
    result.diagnostics().forEach(diagnostic -> out.append(renderer.render(diagnostic)));
    String directory = program.getParent() + "/";
    return out.toString()
        .replace(program.toAbsolutePath().getParent() + "/", "")
        .replace(directory, "");
  }
}
