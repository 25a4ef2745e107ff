package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} prints and how it ends. */
class VerifyCommandTest {

  private static final String GOOD =
      """
      lemma good "the first" {
        of either;
        depth <= 3;
        gates <= 4*n;
        uniform dlogtime;
        check exhaustive for n = 1..3;
      }
      """;

  @TempDir Path directory;

  @Test
  void theReportOfAGoodFileIsTheReviewedOne() {
    String file = CommandRun.file(directory, GOOD);
    CommandRun run = CommandRun.of("verify", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out().replace(file, "small.tc0").replaceAll("\\d+\\.\\d s", "0.1 s"))
        .isEqualTo(
            """
            small.tc0
            proved: for all sizes; checked: for the sizes named; assumed: cited, not proved

            verified     lemma good: the first
                         of small.either
              proved     depth <= 3                  derived 2 from x, y; slack 1
              proved     gates <= 4*n                derived 4*n; slack 0
              proved     uniform dlogtime            wiring dlogtime
              checked    exhaustive                  for n = 1..3 (3 sizes): equal on all 84 inputs

            verified 1/1 lemmas · 0 theorems · 0 open · 0 axioms · 0 assumptions · 0.1 s
            """);
  }

  @Test
  void aClaimOneTighterIsRefutedByASmallSize() {
    CommandRun run =
        CommandRun.of(
            "verify", CommandRun.file(directory, "lemma tight { of either; depth <= 1; }"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUTED);
    assertThat(run.out())
        .contains("REFUTED    depth <= 1")
        .contains("at n = 1 the circuit has depth 2, more than 1")
        .contains("[LE-depth]")
        .contains("return (or) <- both (and) <- x");
    assertThat(run.lastLine()).startsWith("verified 0/1 lemmas · 0 theorems · 1 open (1 refuted)");
  }

  @Test
  void aTrueClaimThatTheRulesCannotDeriveIsOnlyNotProved() {
    String source =
        """
        lemma wasteful { of either; gates <= 3*n; }
        """;
    CommandRun run = CommandRun.of("verify", CommandRun.file(directory, source));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(run.out()).contains("not proved gates <= 3*n").contains("[LE-poly]");
  }

  @Test
  void aCheckThatFailsRefutes() throws IOException {
    Path file = directory.resolve("wrong.tc0");
    Files.writeString(
        file,
        """
        module wrong;
        circuit one[n](x: bit[n]) -> bit[n] {
          return[i < n] = x[i] and x[0];
          ensures nat(return) = nat(x);
        }
        lemma wrong { of one; check exhaustive for n = 1..2; }
        """);
    CommandRun run = CommandRun.of("verify", file.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.REFUTED);
    assertThat(run.out()).contains("REFUTED    exhaustive").contains("at n = 2");
  }

  @Test
  void aSyntaxErrorIsAFileErrorWithItsPlaceAndCode() {
    CommandRun run =
        CommandRun.of("verify", CommandRun.file(directory, "lemma good { of either }"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("small.tc0:9:")
        .contains("error[TC0")
        .contains("tc0 explain TC0");
  }

  @Test
  void aMissingFileIsAFileErrorAndTheOthersAreStillVerified() {
    String good = CommandRun.file(directory, GOOD);
    CommandRun run = CommandRun.of("verify", directory.resolve("none.tc0").toString(), good);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(run.err()).contains("TC0901");
    assertThat(run.lastLine()).startsWith("verified 1/1 lemmas");
  }

  @Test
  void anUnknownOptionIsAUsageErrorThatSuggestsANearOne() {
    CommandRun run = CommandRun.of("verify", "--no-sad", "x.tc0");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("Unknown option: '--no-sad'").contains("--no-sat");
  }

  @Test
  void aNameThatOnlyCannotFindIsAUsageError() {
    CommandRun run = CommandRun.of("verify", CommandRun.file(directory, GOOD), "--only", "gud");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("no lemma or theorem `gud`");
  }

  @Test
  void aLimitOfTimeIsNeitherVerifiedNorRefuted() {
    CommandRun run = CommandRun.of("verify", CommandRun.file(directory, GOOD), "--timeout", "0");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.LIMIT);
    assertThat(run.out()).contains("stopped    exhaustive").contains("--timeout");
    assertThat(run.lastLine()).contains("0/1 lemmas").contains("1 open (1 stopped)");
  }

  @Test
  void anAxiomThatIsNotAllowedLeavesTheFileIncomplete() {
    String file = CommandRun.file(directory, CommandRun.ORACLE);
    CommandRun allowed = CommandRun.of("verify", file);
    assertThat(allowed.err()).isEmpty();
    assertThat(allowed.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(allowed.lastLine()).contains("· 1 axiom ·");
    assertThat(CommandRun.of("verify", file, "--allow-axioms", "oracle").exitCode())
        .isEqualTo(ExitCodes.VERIFIED);
    CommandRun forbidden = CommandRun.of("verify", file, "--allow-axioms", "none");
    assertThat(forbidden.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(forbidden.out()).contains("not allowed").contains("small.oracle");
    assertThat(CommandRun.of("verify", file, "--allow-axioms", "oracel").exitCode())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void whatIsSkippedIsSaidAndALemmaOfSkippedChecksAloneIsOpen() {
    String only = "lemma sampled { of either; check exhaustive for n = 1; }";
    CommandRun run =
        CommandRun.of("verify", CommandRun.file(directory, GOOD + only), "--no-checks");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(run.out()).contains("skipped    exhaustive");
    assertThat(run.lastLine()).contains("verified 1/2 lemmas").contains("2 checks skipped");
  }

  @Test
  void jsonHasOneDocumentForAllFiles() throws IOException {
    String good = CommandRun.file(directory, GOOD);
    CommandRun run =
        CommandRun.of("verify", "--format", "json", good, directory.resolve("no.tc0").toString());
    JsonNode root = new ObjectMapper().readTree(run.out());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(root.get("exitCode").asInt()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(root.get("files")).hasSize(2);
    JsonNode depth = root.at("/files/0/lemmas/0/lines/0");
    assertThat(depth.get("standing").asText()).isEqualTo("proved");
    assertThat(depth.get("claim").asText()).isEqualTo("depth <= 3");
    assertThat(depth.at("/bounds/0/derived").asText()).isEqualTo("2");
    assertThat(depth.at("/bounds/0/slack").asText()).isEqualTo("1");
    assertThat(depth.at("/span/line").asInt()).isEqualTo(11);
    assertThat(root.at("/files/1/diagnostics/0/code").asText()).isEqualTo("TC0901");
  }

  @Test
  void theLongReportListsWhatAStatementRestsOnAndThePaths() {
    CommandRun run =
        CommandRun.of("verify", CommandRun.file(directory, GOOD), "--verbose", "--assumptions");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out()).contains("2 from x: return <- return (or) <- both (and) <- x (input)");
  }

  @Test
  void aPlaceForProofsThatCannotBeMadeIsAUsageError() {
    String file = CommandRun.file(directory, GOOD);
    CommandRun run = CommandRun.of("verify", file, "--proofs", file);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("cannot make the directory");
  }

  @Test
  void formulasAndProofsOfUnsatisfiabilityAreWritten() throws IOException {
    Path proofs = directory.resolve("proofs");
    String lemma = "lemma proved { of either; check sat for n = 3; }";
    CommandRun run =
        CommandRun.of("verify", CommandRun.file(directory, lemma), "--proofs", proofs.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    try (var files = Files.walk(proofs)) {
      assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith(".cnf"));
    }
  }

  @Test
  void anEmptyFileSaysThatItStatesNothing() throws IOException {
    Path file = Files.writeString(directory.resolve("empty.tc0"), "");
    CommandRun run = CommandRun.of("verify", file.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out()).contains("states no lemma and no theorem");
  }

  @Test
  void aLemmaWithoutClaimsIsNotVerified() {
    CommandRun run =
        CommandRun.of("verify", CommandRun.file(directory, "lemma vacuous { of either; }"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(run.out()).contains("claims nothing");
  }
}
