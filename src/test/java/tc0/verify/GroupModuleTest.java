package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tc0.algebra.AlgebraFile;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/** The letter-to-word reduction of any group as a circuit family that is verified. */
class GroupModuleTest {

  @TempDir private Path directory;

  private Report verify(String group, boolean checks) throws IOException {
    Path file =
        Files.writeString(directory.resolve("group.tc0"), AlgebraFile.groupModule(group, "group"));
    Elaborator.Result loaded = Elaborator.load(file, new SearchPath(List.of(Path.of("proofs"))));
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
    return Verifier.verify(loaded.program().orElseThrow(), options, step -> {});
  }

  @Test
  void theReductionOfASolvableGroupIsRightButItsProblemsAreNotHard() throws IOException {
    Report report = verify("generator: 1 2 0\ngenerator: 1 0 2\n", true);
    assertThat(report.lines()).allMatch(line -> line.standing().isGreen());
    assertThat(report.problems())
        .extracting(Line::claim)
        .containsExactly("words_G is in ACC0, not hard", "closure_G is in ACC0, not hard");
    assertThat(report.reductions())
        .extracting(Line::detail)
        .contains("for n = 1 to n = 4 on all 4,680 words, 259 of them in the problem");
    assertThat(report.facts()).isEmpty();
  }

  @Test
  void aGroupMayBeATable() throws IOException {
    Report report = verify("row: 0 1 2\nrow: 1 2 0\nrow: 2 0 1\n", true);
    assertThat(report.lines()).allMatch(line -> line.standing().isGreen());
  }

  @Test
  void theClosureProblemOfTheGroupWithOneHundredAndSixtyEightElementsIsHard() throws IOException {
    Report report = verify("generator: 1 2 3 4 5 6 0\ngenerator: 1 0 4 3 2 5 6\n", false);
    assertThat(report.problems())
        .extracting(Line::claim)
        .contains("closure_G is over a monoid that is not solvable");
    assertThat(report.facts())
        .last()
        .satisfies(
            line -> {
              assertThat(line.standing().isGreen()).isTrue();
              assertThat(line.detail())
                  .startsWith(
                      "closure_G is hard for DLOGTIME-uniform NC1 under DLOGTIME-uniform AC0"
                          + " many-one reductions, from words_G by letters_to_walks");
            });
  }

  @Test
  void onlyGroupsHaveModules() {
    assertThatThrownBy(() -> AlgebraFile.groupModule("row: 0 1\nrow: 1 1\n", "or"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no inverse");
  }
}
