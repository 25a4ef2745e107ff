package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

  @TempDir private Path directory;

  private String file(String text) throws IOException {
    return Files.writeString(directory.resolve("problem.txt"), text).toString();
  }

  @Test
  void anExpressionForS5IsReportedCompleteWithItsPerfectSubgroup() {
    CommandRun run = CommandRun.of("classify", "((a|b)^3(ab*a|b))*");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out().lines().toList())
        .startsWith("NC1-complete", "  monoid    120 elements", "  alphabet  a b")
        .contains("  witness   a subgroup of 60 elements that its own commutators generate")
        .last()
        .asString()
        .contains("Barrington 1989");
  }

  @Test
  void anAutomatonForParityIsInAccButNotInAc() throws IOException {
    String parity =
        file(
            """
            # an even number of a
            alphabet: a b
            start: 0
            accepting: 0
            state: 1 0
            state: 0 1
            """);
    CommandRun run = CommandRun.of("classify", "--dfa", parity);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out()).startsWith("in ACC0, not in AC0").contains("2 > 1");
  }

  @Test
  void aMonoidMayBeATableOrGeneratorsAndLettersMatter() throws IOException {
    assertThat(CommandRun.of("classify", "--monoid", file("row: 0 1\nrow: 1 0\n")).out())
        .startsWith("in ACC0, not in AC0");
    assertThat(CommandRun.of("classify", "--monoid", file("row: 0 1\nrow: 1 0\nletters: 1")).out())
        .startsWith("in AC0")
        .contains("words of length 2 and of length 4 have the same 1 images");
    assertThat(
            CommandRun.of(
                    "classify", "--monoid", file("generator: 1 2 0 3 4\ngenerator: 0 1 3 4 2\n"))
                .out())
        .startsWith("NC1-complete")
        .contains("60 elements", "60 letters");
  }

  @Test
  void theJsonHasTheTableTheImagesAndTheWholeWitness() throws IOException {
    CommandRun run = CommandRun.of("classify", "--format", "json", "(aa)*");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("level").asText()).isEqualTo("AC0");
    assertThat(json.get("elements").asInt()).isEqualTo(2);
    assertThat(json.get("table")).hasSize(2);
    assertThat(json.get("images")).hasSize(1);
    assertThat(json.get("witness").get("stability_index").asInt()).isEqualTo(2);
  }

  @Test
  void aWrongExpressionOrFileIsRefusedWithItsReason() throws IOException {
    CommandRun expression = CommandRun.of("classify", "(a");
    assertThat(expression.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(expression.err()).contains("not a regular expression");
    CommandRun key = CommandRun.of("classify", "--dfa", file("alphabet: a\nstop: 0\n"));
    assertThat(key.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(key.err()).contains("line 2: expected one of", "`stop`");
    CommandRun table = CommandRun.of("classify", "--monoid", file("row: 1 0\nrow: 0 0\n"));
    assertThat(table.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(table.err()).contains("not associative");
    CommandRun letters =
        CommandRun.of("classify", "--monoid", file("row: 0 1\nrow: 1 0\nletters: 0\n"));
    assertThat(letters.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(letters.err()).contains("the element 1 is no product of letters");
    CommandRun number = CommandRun.of("classify", "--monoid", file("row: x\n"));
    assertThat(number.err()).contains("`x` is no number of an element");
    assertThat(CommandRun.of("classify", "--dfa", directory.resolve("none").toString()).exitCode())
        .isEqualTo(ExitCodes.FILE_ERRORS);
  }

  @Test
  void exactlyOneProblemIsClassified() {
    assertThat(CommandRun.of("classify").exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(CommandRun.of("classify", "a", "--dfa", "x").exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(CommandRun.of("classify", "--alphabet", "a", "--dfa", "x").exitCode())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aMonoidThatIsTooLargeHitsTheLimit() throws IOException {
    String s7 = file("generator: 1 2 3 4 5 6 0\ngenerator: 1 0 2 3 4 5 6\n");
    assertThat(CommandRun.of("classify", "--monoid", s7).exitCode()).isEqualTo(ExitCodes.LIMIT);
  }

  @Test
  void aGroupIsPrintedAsAModuleWithItsProblems() throws IOException {
    String s3 = file("generator: 1 2 0\ngenerator: 1 0 2\n");
    CommandRun run = CommandRun.of("classify", "--monoid", s3, "--module", "s3");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .startsWith("module s3;\n")
        .contains("  = words over G in pieces of 12 with value 0;\n")
        .doesNotContain("fact");
    assertThat(CommandRun.of("classify", "--module", "s3", "(aa)*").exitCode())
        .isEqualTo(ExitCodes.USAGE);
    String or = file("row: 0 1\nrow: 1 1\n");
    assertThat(CommandRun.of("classify", "--monoid", or, "--module", "m").exitCode())
        .isEqualTo(ExitCodes.FILE_ERRORS);
  }
}
