package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command: version, help, and the exit codes that it documents. */
class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionComesFromTheBuildAndIsNotAPlaceholder() {
    assertThat(run("--version")).isEqualTo(ExitCodes.VERIFIED);
    assertThat(out.toString().strip()).matches("tc0 \\d+\\.\\d+\\.\\d+(-\\w+)?");
  }

  @Test
  void helpDocumentsEveryExitCode() throws IllegalAccessException {
    assertThat(run("--help")).isEqualTo(ExitCodes.VERIFIED);
    String exitCodes = out.toString().substring(out.toString().indexOf("Exit codes:"));
    for (var field : ExitCodes.class.getFields()) {
      assertThat(exitCodes).containsPattern("(?m)^ +" + field.getInt(null) + " ");
    }
  }

  @Test
  void aMissingCommandIsAUsageError() {
    assertThat(run()).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("Missing command").contains("Usage: tc0");
  }

  @Test
  void anUnknownOptionIsAUsageErrorThatNamesIt() {
    assertThat(run("--no-such-option")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void nothingThatIsThrownLooksLikeARefutation() {
    assertThat(runFailing(new IllegalStateException("broken"))).isEqualTo(ExitCodes.INTERNAL_ERROR);
    assertThat(runFailing(new AssertionError("broken"))).isEqualTo(ExitCodes.INTERNAL_ERROR);
    assertThat(err.toString()).contains("internal error").contains("broken");
    assertThat(runFailing(new StackOverflowError())).isEqualTo(ExitCodes.LIMIT);
    assertThat(runFailing(new OutOfMemoryError())).isEqualTo(ExitCodes.LIMIT);
  }

  private int runFailing(Throwable failure) {
    CommandLine command = Main.commandLine();
    command.addSubcommand("fail", new Failing(failure));
    command.setErr(new PrintWriter(err, true));
    return Main.run(command, "fail");
  }

  /** A command that throws what it was given. */
  @Command
  private record Failing(Throwable failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }

  private int run(String... args) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return Main.run(command, args);
  }
}
