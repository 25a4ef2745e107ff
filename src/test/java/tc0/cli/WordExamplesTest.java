package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The experiments with words over groups say what they said when they were reviewed. */
class WordExamplesTest {

  @ParameterizedTest
  @CsvSource({"word_products, 0", "attention_limits, 1"})
  void theVerdictsOfAnExperimentAreTheReviewedOnes(String name, int exitCode) throws IOException {
    CommandRun run = CommandRun.of("verify", "examples/" + name + ".tc0");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out().replaceAll(" · \\d+\\.\\d s\\n", " · 0.0 s\n"))
        .isEqualTo(Files.readString(Path.of("src/test/resources/examples/" + name + ".expected")));
  }
}
