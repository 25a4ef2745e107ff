package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the examples of published errors to the verdicts beside them. An {@code .expected} file has
 * the exit code, the name of each lemma and theorem, and its verdicts; of what was proved only the
 * claim.
 */
class PublishedGapsTest {
  private static final Path EXAMPLES = Path.of("examples/published_gaps");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".tc0")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileEndsAsTheFileBesideItSays(Path file) throws IOException {
    CommandRun run = CommandRun.of("verify", "--format", "json", file.toString());
    Path expected = Path.of(file.toString().replace(".tc0", ".expected"));
    assertThat(run.err()).isEmpty();
    assertThat(verdicts(run)).isEqualTo(Files.readString(expected));
  }

  @Test
  void whatIsRefusedHasARepairThatIsVerified() throws IOException {
    List<String> names = files().map(file -> file.getFileName().toString()).toList();
    List<String> refused = new ArrayList<>();
    for (String name : names) {
      Path expected = EXAMPLES.resolve(name.replace(".tc0", ".expected"));
      String exit = Files.readAllLines(expected).get(0);
      if (names.contains(name.replace(".", "_repaired."))) {
        assertThat(exit).as(name).isIn("exit 1", "exit 4");
        refused.add(name);
      } else {
        assertThat(exit).as(name).isEqualTo("exit 0");
      }
    }
    assertThat(refused).hasSizeGreaterThanOrEqualTo(10);
  }

  private static String verdicts(CommandRun run) throws IOException {
    StringBuilder text = new StringBuilder("exit " + run.exitCode() + "\n");
    for (JsonNode file : new ObjectMapper().readTree(run.out()).get("files")) {
      for (String kind : List.of("lemmas", "theorems")) {
        for (JsonNode statement : file.get(kind)) {
          text.append(statement.get("name").asText()).append('\n');
          statement.get("lines").forEach(line -> text.append(verdict(line)));
        }
      }
    }
    return text.toString();
  }

  private static String verdict(JsonNode line) {
    String standing = line.get("standing").asText();
    boolean proved = standing.equals("proved");
    String detail = proved ? "" : ": " + line.get("detail").asText();
    return "  "
        + (standing.equals("refuted") ? standing.toUpperCase(Locale.ROOT) : standing)
        + " "
        + line.get("claim").asText()
        + detail
        + "\n";
  }
}
