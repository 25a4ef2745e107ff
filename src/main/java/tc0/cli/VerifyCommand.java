package tc0.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.report.JsonReport;
import tc0.report.Style;
import tc0.report.TextOptions;
import tc0.report.TextReport;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.Program;
import tc0.verify.Options;
import tc0.verify.Progress;
import tc0.verify.Report;
import tc0.verify.SizePoint;
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
      names = "--long",
      description = "run the checks that the files mark as long, too (minutes)")
  private boolean longChecks;

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

  @Option(
      names = "--at",
      paramLabel = "SIZES",
      description =
          "evaluate size bounds there, for example n=2,d=2,p=3; sizes not named are 2; may be repeated")
  private List<String> at = List.of();

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
    proofs.ifPresent(this::requireWritable);
    int worst = ExitCodes.VERIFIED;
    List<ObjectNode> documents = new ArrayList<>();
    for (Path file : files) {
      worst = ExitCodes.worse(worst, verify(file, documents));
    }
    if (format == Format.json) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(JsonReport.document("tc0 " + Version.current(), worst, documents));
      out.flush();
    }
    return worst;
  }

  private void requireWritable(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot make the directory " + directory + " for --proofs");
    }
    if (!Files.isWritable(directory)) {
      throw new ParameterException(spec.commandLine(), "cannot write to " + directory);
    }
  }

  private int verify(Path file, List<ObjectNode> documents) {
    final long start = System.nanoTime();
    Elaborator.Result loaded = Loader.load(file);
    List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
    Optional<Report> report = Optional.empty();
    if (loaded.program().isPresent()) {
      try {
        report = Optional.of(verify(loaded.program().get()));
      } catch (DiagnosticException e) {
        diagnostics.add(e.diagnostic());
      }
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    if (!diagnostics.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(Loader.render(diagnostics, loaded.sources()));
      err.flush();
    }
    if (format == Format.json) {
      documents.add(JsonReport.file(file.toString(), diagnostics, report, elapsed));
    } else if (report.isPresent()) {
      PrintWriter out = spec.commandLine().getOut();
      Style style = new Style(Terminal.hasColours());
      out.print(TextReport.of(report.get(), elapsed, new TextOptions(assumptions, verbose, style)));
      out.flush();
    }
    return report.map(ExitCodes::of).orElse(ExitCodes.FILE_ERRORS);
  }

  private Report verify(Program program) {
    try (ProgressLine line = new ProgressLine(spec.commandLine().getErr())) {
      return Verifier.verify(program, options(), Terminal.showsProgress() ? line : Progress.NONE);
    } catch (UnknownNameException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private Options options() {
    return new Options(
        only,
        jobs,
        Duration.ofSeconds(timeout),
        !withoutChecks,
        !withoutSat,
        longChecks,
        proofs,
        allowedAxioms.map(VerifyCommand::names),
        at.isEmpty() ? SizePoint.DEFAULT : at.stream().map(this::point).toList());
  }

  private SizePoint point(String text) {
    Map<String, BigInteger> sizes = new TreeMap<>();
    for (String part : text.split(",")) {
      String[] sides = part.strip().split("\\s*=\\s*");
      if (sides.length != 2 || !sides[0].matches("\\w+") || !sides[1].matches("[0-9]{1,9}")) {
        throw new ParameterException(
            spec.commandLine(), "--at takes sizes such as n=2,d=2,p=3, not `" + text + "`");
      }
      sizes.put(sides[0], new BigInteger(sides[1]));
    }
    return SizePoint.of(sizes);
  }

  private static List<String> names(String text) {
    return text.equals("none")
        ? List.of()
        : Stream.of(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
  }
}
