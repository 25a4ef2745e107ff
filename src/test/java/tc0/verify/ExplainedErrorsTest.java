package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.diagnostic.Explanations;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/** Holds the pages of the errors behind parsing to what the program does. */
class ExplainedErrorsTest {

  private static final Pattern EXAMPLE = Pattern.compile("```tc0\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  static Stream<DiagnosticCode> codes() {
    return Arrays.stream(DiagnosticCode.values())
        .filter(code -> code.name().compareTo("TC02") > 0 && code.name().compareTo("TC09") < 0);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theWrongExampleHasTheErrorOfItsPageAndNoOther(DiagnosticCode code) throws IOException {
    assertThat(errors(examples(code).get(0))).extracting(Diagnostic::code).containsExactly(code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theRightExampleHasNoError(DiagnosticCode code) throws IOException {
    assertThat(errors(examples(code).get(1))).isEmpty();
  }

  private static List<String> examples(DiagnosticCode code) {
    List<String> examples =
        EXAMPLE
            .matcher(Explanations.page(code))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(examples).hasSize(2);
    return examples;
  }

  private List<Diagnostic> errors(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("example.tc0"), text);
    Elaborator.Result result = Elaborator.load(file, new SearchPath(List.of(Path.of("proofs"))));
    if (result.program().isEmpty()) {
      return result.diagnostics();
    }
    List<Diagnostic> all = new ArrayList<>(result.diagnostics());
    try {
      Verifier.verify(result.program().get(), Options.DEFAULT, step -> {});
    } catch (DiagnosticException e) {
      all.add(e.diagnostic());
    }
    return all;
  }
}
