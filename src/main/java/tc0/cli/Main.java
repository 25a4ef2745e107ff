package tc0.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point: the root command, under which every other command hangs. */
@Command(
    name = "tc0",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      VerifyCommand.class,
      StatsCommand.class,
      EvalCommand.class,
      DclCommand.class,
      ClassifyCommand.class,
      RegimesCommand.class,
      ExplainCommand.class
    },
    description = "Checks claims about uniform threshold circuit families.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:verified",
      "1:a claim is refuted",
      "2:the command line is wrong",
      "3:a file has errors",
      "4:incomplete (a lemma without proof, or an axiom that was not allowed)",
      "5:a limit of time, memory or size was hit",
      "70:internal error"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /**
   * Runs the command line and ends the process with one of {@link ExitCodes}.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int code;
    try {
      code = run(commandLine(), args);
    } catch (Throwable e) {
      code = reportInternalError(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
    System.exit(code);
  }

  /**
   * Runs a command line, whatever it throws. The JVM would end with 1 on an uncaught error, which
   * for us says that a claim is refuted; so nothing may escape.
   *
   * @param command the parsed and configured command line
   * @param args its arguments
   * @return one of {@link ExitCodes}
   */
  static int run(CommandLine command, String... args) {
    try {
      return command.execute(args);
    } catch (OutOfMemoryError e) {
      command.getErr().println("tc0: out of memory; raise it with TC0_JAVA_OPTS=-Xmx…");
      return ExitCodes.LIMIT;
    } catch (StackOverflowError e) {
      command.getErr().println("tc0: nested too deeply; raise the stack with TC0_JAVA_OPTS=-Xss…");
      return ExitCodes.LIMIT;
    } catch (Throwable e) {
      return reportInternalError(e, command.getErr());
    }
  }

  /**
   * The whole command line, ready to execute; also what tests drive.
   *
   * @return a fresh parser and executor whose {@code execute} returns one of {@link ExitCodes}
   */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (failure, arguments) -> {
              CommandLine command = failure.getCommandLine();
              PrintWriter err = command.getErr();
              err.println(failure.getMessage());
              CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
              err.print(command.getHelp().fullSynopsis());
              err.println("`" + command.getCommandSpec().qualifiedName() + " --help` says more.");
              err.flush();
              return ExitCodes.USAGE;
            })
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof Failure expected) {
                command.getErr().println(expected.getMessage());
                command.getErr().flush();
                return expected.exitCode();
              }
              return reportInternalError(failure, command.getErr());
            });
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
  }

  private static int reportInternalError(Throwable failure, PrintWriter err) {
    err.println("tc0: internal error: " + failure);
    failure.printStackTrace(err);
    err.println(
        "This is a fault of tc0, not of your file. Please report it with the command, the file");
    err.println("and these lines; nothing that was printed before it counts as verified.");
    err.flush();
    return ExitCodes.INTERNAL_ERROR;
  }
}
