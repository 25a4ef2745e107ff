package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code regimes} prints. */
class RegimesCommandTest {

  private static final String NETWORK = "src/test/resources/regimes/network.tc0";

  @Test
  void theTableOfASmallFileIsTheReviewedOne() throws IOException {
    CommandRun run = CommandRun.of("regimes", NETWORK);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out()).isEqualTo(Files.readString(Path.of(NETWORK.replace("tc0", "expected"))));
  }

  @Test
  void stepsOfAChainOfThoughtDecideItsClass() {
    CommandRun run =
        CommandRun.of(
            "regimes",
            "--of=chain_of_thought",
            "--vary=T=O(log n),poly(n)",
            "proofs/encodings.tc0");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(run.out())
        .containsPattern("as declared +DLOGTIME-uniform TC0 +O\\(1\\) +-")
        .containsPattern("T in O\\(log n\\) +DLOGTIME-uniform TC\\^1 +O\\(log n\\) +\\(a\\)")
        .containsPattern("T in poly\\(n\\) +P \\(polynomial size\\) +poly\\(n\\) +\\(b\\)")
        .containsPattern("encodings.tc0:\\d+:3: theorem thoughts_in_tc0: `in TC0` \\[K-TC\\]");
  }

  @Test
  void layersDecideTheLevelOfATransformerAndPrecisionDoesNot() throws IOException {
    CommandRun run =
        CommandRun.of(
            "regimes",
            "--format=json",
            "--of=transformer",
            "--vary=m=O(log n),poly(n)",
            "--vary=p=O(1),O(log n)",
            "proofs/rope.tc0");
    JsonNode rows = new ObjectMapper().readTree(run.out()).at("/files/0/families/0/rows");
    assertThat(rows.findValuesAsText("regime"))
        .containsExactly(
            "as declared",
            "m in O(log n), p in O(1)",
            "m in O(log n), p in O(log n)",
            "m in poly(n), p in O(1)",
            "m in poly(n), p in O(log n)");
    assertThat(rows.findValuesAsText("class")).containsExactly("TC0", "TC^1", "TC^1", "P", "P");
    assertThat(rows.at("/1/droppedNeeds/0").asText()).isEqualTo("n <= 2^p");
    assertThat(rows.at("/1/breaks").findValuesAsText("statement"))
        .contains("lemma whole_transformer", "theorem transformer_in_tc0");
    assertThat(rows.at("/1/breaks/0/rule").asText()).isEqualTo("K-TC");
    assertThat(rows.at("/1/breaks/0/span/line").asInt()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --vary=m | takes a size and its rates
          --vary=m=O(2^n) | is no rate
          --vary=q=O(1) | no family has the size `q`
          --vary=n=O(1) | no family has the size `n` or it is the one that grows
          --of=nothing | is about a circuit `nothing`
          """)
  void whatCannotBeVariedIsAUsageError(String option, String message) {
    CommandRun run = CommandRun.of("regimes", option, NETWORK);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
