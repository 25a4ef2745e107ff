package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The commands about one circuit: {@code stats}, {@code eval}, {@code dcl}; and {@code explain}.
 */
class CircuitCommandsTest {

  private static final String FIXED = "proofs/rope_fixed.tc0";

  @TempDir Path directory;

  @Test
  void evalPutsCircuitAndReferenceSideBySide() {
    CommandRun run = CommandRun.of("eval", CommandRun.INTEGERS, "add", "w=4", "x=11", "y=6");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .isEqualTo(
            """
            std.integer.add at w = 4
              x           11
              y           6
              circuit     17
              reference   17   (its `ensures`)
              verdict     equal
            """);
  }

  @Test
  void evalEndsWithOneWhereTheCircuitIsWrong() throws IOException {
    Path file = directory.resolve("wrong.tc0");
    Files.writeString(
        file,
        """
        module wrong;
        circuit one[n](x: bit[n]) -> bit[n] {
          return[i < n] = x[i] and x[0];
          ensures nat(return) = nat(x);
        }
        """);
    CommandRun run = CommandRun.of("eval", file.toString(), "one", "n=2", "x=2");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUTED);
    assertThat(run.out()).contains("circuit     0").contains("reference   2").contains("DIFFERENT");
  }

  @Test
  void evalReadsArraysAndRecordsAndSaysWhatItRounds() {
    CommandRun run =
        CommandRun.of(
            "eval",
            FIXED,
            "matmul",
            "n1=1",
            "d=2",
            "n2=1",
            "w=3",
            "f=1",
            "A=[[1, 0.5]]",
            "B=[[3/2],[-0.7]]");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .contains("B[1,0]: -7/10 is rounded to -0.5 in fixed(3, 1)")
        .contains("circuit     [[1.5]]")
        .contains("matmul_math");
    CommandRun records =
        CommandRun.of(
            "eval",
            FIXED,
            "rope_attention",
            "n=1",
            "d=2",
            "w=2",
            "f=1",
            "X=[[1,0b010]]",
            "W={q: [[1,0],[0,1]], k: [[1,0],[0,1]], v: [[1,0],[0,1]]}",
            "theta=random");
    assertThat(records.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(records.out()).contains("W           {q = [[1, 0], [0, 1]]").contains("equal");
  }

  @Test
  void theSameSeedDrawsTheSameInputs() {
    String[] command = {"eval", CommandRun.INTEGERS, "multiply", "v=5", "w=5", "--random", "7"};
    assertThat(CommandRun.of(command)).isEqualTo(CommandRun.of(command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ad w=4             | there is no circuit `ad` in proofs/std/integer.tc0; did you mean add?",
        "add x=1 y=1        | needs its size, for example w=2",
        "add w=4 x=1        | also needs the input y=1 (for example), or --random SEED",
        "add w=4 x=1 z=2    | std.integer.add has no `z`",
        "add w=4 x=16 y=0   | x needs a word of 4 bits",
        "add w=4 x=[1,0] y=0| x needs a list of 4, not of 2",
        "add w=4 x=[1,0 y=0 | expected `]` or `,` at column 5",
        "add w=4 w=4        | `w` is given twice",
        "add w=-4           | the size w is a natural number",
        "add four           | `four` is not of the form name=value",
        "table w=4          | has static parameters",
      })
  void wrongArgumentsAreUsageErrorsInWords(String arguments, String message) {
    String[] words = ("eval " + CommandRun.INTEGERS + " " + arguments).split(" ");
    CommandRun run = CommandRun.of(words);
    assertThat(run.err()).contains(message);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void statsMeasuresNoMoreThanTheBoundsAllow() throws IOException {
    CommandRun run =
        CommandRun.of("stats", CommandRun.INTEGERS, "multiply", "v=3", "w=4", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    JsonNode rows = new ObjectMapper().readTree(run.out()).get("rows");
    int compared = 0;
    for (JsonNode row : rows) {
      if (row.has("boundHere") && row.has("asWritten")) {
        assertThat(row.get("asWritten").asLong())
            .as(row.get("name").asText())
            .isLessThanOrEqualTo(row.get("boundHere").asLong());
        compared++;
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(8);
  }

  @Test
  void statsOfWhatIsFoldedDoesNotCountTheCircuitAsWritten() throws IOException {
    String[] command = {"stats", CommandRun.INTEGERS, "multiply", "v=3", "w=4", "--format", "json"};
    JsonNode both = new ObjectMapper().readTree(CommandRun.of(command).out()).get("rows");
    String[] shorter = Arrays.copyOf(command, command.length + 1);
    shorter[command.length] = "--folded";
    JsonNode folded = new ObjectMapper().readTree(CommandRun.of(shorter).out()).get("rows");
    assertThat(folded).hasSameSizeAs(both);
    for (int i = 0; i < both.size(); i++) {
      assertThat(folded.get(i).has("asWritten")).isFalse();
      assertThat(folded.get(i).get("folded")).isEqualTo(both.get(i).get("folded"));
    }
  }

  @Test
  void statsGivesOnlyBoundsForACircuitThatRestsOnAxioms() {
    CommandRun run =
        CommandRun.of("stats", CommandRun.file(directory, CommandRun.ORACLE), "asks", "n=2");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .contains("only bounds for all sizes: cannot unroll an axiom")
        .doesNotContain("as written");
  }

  @Test
  void statsDrawsSmallCircuits() throws IOException {
    Path dot = directory.resolve("add.dot");
    CommandRun run =
        CommandRun.of("stats", CommandRun.INTEGERS, "equal", "w=2", "--dot", dot.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(Files.readString(dot)).contains("digraph");
  }

  @Test
  void dclPrintsThePredicatesWithTheirTiers() {
    CommandRun run = CommandRun.of("dcl", CommandRun.file(directory, ""), "either");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .startsWith("generator either_generator for either uniform dlogtime {")
        .contains("gate and both[i < n];")
        .contains("// dlogtime");
  }

  @Test
  void dclAnswersAQuestionFromThePredicates() {
    String file = CommandRun.file(directory, "");
    CommandRun run = CommandRun.of("dcl", file, "either", "n=4", "gate=both[2]", "port=(1)");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .contains("gate both[2] at n = 4: and")
        .contains("port (1) -> y[2]")
        .contains("elementary steps for a question of");
    CommandRun unknown = CommandRun.of("dcl", file, "either", "n=4", "gate=bot[2]");
    assertThat(unknown.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(unknown.err()).contains("both (1)");
  }

  @Test
  void explainKnowsCodesAndRulesAndNearNames() {
    assertThat(CommandRun.of("explain", "tc0102").out()).startsWith("# TC0102: missing semicolon");
    assertThat(CommandRun.of("explain", "le-depth").out()).startsWith("# LE-depth: ");
    assertThat(CommandRun.of("explain").out()).contains("TC0901").contains("T-span");
    CommandRun unknown = CommandRun.of("explain", "TC0012");
    assertThat(unknown.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(unknown.err()).contains("did you mean TC0112 or ");
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    Main.commandLine()
        .getSubcommands()
        .keySet()
        .forEach(
            name -> {
              CommandRun run = CommandRun.of(name, "--help");
              assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
              assertThat(run.out()).contains("Example").contains("  tc0 " + name + " ");
            });
  }
}
