package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tc0.syntax.Modules;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/**
 * Each program {@code x.tc0} whose hardness does not follow has what is refused, with the rule, in
 * {@code x.expected}; checks run where the name begins with {@code checked}. Run with {@code
 * -Dgolden.update=true} to write them anew, then read the difference.
 */
class WrongHardnessTest {

  private static final String ROOT = "src/test/resources/wrong/hardness";

  static List<Path> programs() {
    return Modules.files(ROOT);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whatDoesNotFollowIsRefusedWithTheRuleNamed(Path program) throws IOException {
    String file = program.getFileName().toString();
    Path golden = program.resolveSibling(file.replace(".tc0", ".expected"));
    String refused = refused(program, file.startsWith("checked"));
    assertThat(refused).isNotEmpty();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, refused);
    }
    assertThat(refused).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  private static String refused(Path program, boolean checks) {
    Elaborator.Result loaded = Elaborator.load(program, new SearchPath(List.of(Path.of("proofs"))));
    assertThat(loaded.diagnostics()).isEmpty();
    Options options =
        new Options(
            List.of(),
            1,
            Duration.ofSeconds(60),
            checks,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            List.of());
    return Verifier.verify(loaded.program().orElseThrow(), options, step -> {})
        .lines()
        .filter(line -> !line.standing().isGreen() || line.rule().equals("witness"))
        .map(
            line ->
                "%s %s [%s]%n  %s%n"
                    .formatted(line.standing().words(), line.claim(), line.rule(), line.detail()))
        .collect(Collectors.joining());
  }
}
