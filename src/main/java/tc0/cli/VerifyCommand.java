package tc0.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.report.Style;
import tc0.report.TextOptions;
import tc0.report.TextReport;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Elaborator;
import tc0.verify.Options;
import tc0.verify.Progress;
import tc0.verify.Report;
import tc0.verify.UnknownNameException;
import tc0.verify.Verifier;

/** {@code tc0 verify FILE…}: verifies the lemmas and theorems of files. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Verifies the lemmas and theorems of files.",
      "",
      "Every line says which of three it is: proved (for all sizes), checked (for the sizes that it"
          + " names) or assumed (cited)."
    },
    footer = {
      "",
      "Example:",
      "  tc0 verify proofs/rope_tensor.tc0",
      "",
      "If several exit codes apply, file errors (3) come before a refutation (1), that before a",
      "limit (5), that before an incomplete proof (4)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every lemma and theorem is verified",
      "1:a claim is refuted",
      "2:the command line is wrong",
      "3:a file has errors",
      "4:incomplete (a lemma without proof, or an axiom that was not allowed)",
      "5:a limit of time, memory or size was hit",
      "70:internal error"
    })
final class VerifyCommand implements Callable<Integer> {

  /** Forms of the report. */
  enum Format {
    /** For people. */
    text,
    /** For programs. */
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files to verify")
  private List<Path> files;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "verify only these lemmas and theorems (comma-separated)")
  private List<String> only = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "checks that run at the same time (default: the number of processors)")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "time for one check, unless the file says `within` (default: ${DEFAULT-VALUE})")
  private long timeout = 60;

  @Option(
      names = "--no-sat",
      description = "skip checks by satisfiability; exhaustive and random ones still run")
  private boolean withoutSat;

  @Option(
      names = "--no-checks",
      description = "skip all comparisons with the reference: only what is proved for all sizes")
  private boolean withoutChecks;

  @Option(
      names = "--proofs",
      paramLabel = "DIR",
      description = "write formulas (DIMACS) and proofs of unsatisfiability (DRUP) there")
  private Optional<Path> proofs = Optional.empty();

  @Option(
      names = "--allow-axioms",
      paramLabel = "NAMES",
      description =
          "axioms that may be used, comma-separated, or `none` (default: those of the files)")
  private Optional<String> allowedAxioms = Optional.empty();

  @Option(
      names = "--assumptions",
      description = "list everything that a lemma or theorem rests on, not only how much it is")
  private boolean assumptions;

  @Option(names = "--verbose", description = "print critical paths, full bounds and other evidence")
  private boolean verbose;

  @Override
  public Integer call() {
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "--jobs needs a number of at least 1");
    }
    if (timeout < 0) {
      throw new ParameterException(spec.commandLine(), "--timeout cannot be negative");
    }
    int worst = ExitCodes.VERIFIED;
    for (Path file : files) {
      worst = ExitCodes.worse(worst, verify(file));
    }
    return worst;
  }

  private int verify(Path file) {
    final long start = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Elaborator.Result loaded = Loader.load(file);
    if (!loaded.diagnostics().isEmpty()) {
      err.println(Loader.render(loaded.diagnostics(), loaded.sources()));
      err.flush();
    }
    if (loaded.program().isEmpty()) {
      return ExitCodes.FILE_ERRORS;
    }
    Report report;
    try (ProgressLine line = new ProgressLine(err)) {
      Progress progress = Terminal.showsProgress() ? line : Progress.NONE;
      report = Verifier.verify(loaded.program().get(), options(), progress);
    } catch (DiagnosticException e) {
      List<Diagnostic> diagnostics = new ArrayList<>();
      diagnostics.add(e.diagnostic());
      err.println(Loader.render(diagnostics, loaded.sources()));
      err.flush();
      return ExitCodes.FILE_ERRORS;
    } catch (UnknownNameException e) {
      throw Failure.usage(e.getMessage());
    }
    TextOptions text = new TextOptions(assumptions, verbose, new Style(Terminal.hasColours()));
    out.print(TextReport.of(report, Duration.ofNanos(System.nanoTime() - start), text));
    out.flush();
    return ExitCodes.of(report);
  }

  private Options options() {
    return new Options(
        only,
        jobs,
        Duration.ofSeconds(timeout),
        !withoutChecks,
        !withoutSat,
        proofs,
        allowedAxioms.map(VerifyCommand::names));
  }

  private static List<String> names(String text) {
    return text.equals("none")
        ? List.of()
        : Stream.of(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
