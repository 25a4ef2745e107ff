package tc0.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.kernel.Regime;
import tc0.report.RegimeReport;
import tc0.report.Style;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.Program;
import tc0.verify.RateReader;
import tc0.verify.RegimeStudy;
import tc0.verify.RegimeTable;
import tc0.verify.UnknownNameException;

/** {@code tc0 regimes FILE…}: the families of files when their sizes grow at other rates. */
@Command(
    name = "regimes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Puts the main families of files under other regimes and prints for each the smallest class,"
          + " the growth of the depth, and the lemmas that break, with the rule that refuses them.",
      "",
      "Without --vary every size is tried at O(1), O(log n) and poly(n), one at a time, and every"
          + " other regime that a file declares."
    },
    footer = {
      "",
      "Examples:",
      "  tc0 regimes proofs/rope_tensor.tc0 proofs/tensor_encodings.tc0",
      "  tc0 regimes --of transformer --vary 'm=O(log n),poly(n)' --vary 'p=O(1),poly(n)' \\",
      "      proofs/rope.tc0"
    })
final class RegimesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files with families")
  private List<Path> files;

  @Option(
      names = "--of",
      split = ",",
      paramLabel = "CIRCUIT",
      description = "study these circuits (default: those that are placed in a class)")
  private List<String> circuits = List.of();

  @Option(
      names = "--vary",
      paramLabel = "SIZE=RATE,…",
      description = "rates to try for a size; all combinations if several sizes are varied")
  private List<String> varied = List.of();

  @Mixin private FormatOption output;

  @Override
  public Integer call() {
    List<RegimeTable> tables = new ArrayList<>();
    files.forEach(file -> tables.add(table(Loader.require(file))));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (output.format()) {
          case text -> RegimeReport.text(tables, new Style(Terminal.hasColours()));
          case json -> RegimeReport.json("tc0 " + Version.current(), tables);
        });
    out.flush();
    return ExitCodes.VERIFIED;
  }

  private RegimeTable table(Program program) {
    try {
      return RegimeStudy.of(program, circuits, axes(program));
    } catch (UnknownNameException e) {
      throw Failure.usage(e.getMessage());
    } catch (DiagnosticException e) {
      throw new Failure(
          ExitCodes.FILE_ERRORS, Loader.render(List.of(e.diagnostic()), program.sources()));
    }
  }

  private SortedMap<String, List<Regime.Rate>> axes(Program program) {
    SortedMap<String, List<Regime.Rate>> axes = new TreeMap<>();
    for (String option : varied) {
      int sign = option.indexOf('=');
      String parameter = sign < 0 ? "" : option.substring(0, sign).strip();
      if (!parameter.matches("[a-zA-Z_][a-zA-Z_0-9]*")) {
        throw Failure.usage("--vary takes a size and its rates, as in `m=O(1),O(log n),poly(n)`");
      }
      List<Regime.Rate> rates = axes.computeIfAbsent(parameter, p -> new ArrayList<>());
      for (String growth : option.substring(sign + 1).split(",")) {
        rates.add(
            RateReader.read(program, parameter, growth.strip())
                .orElseThrow(
                    () ->
                        Failure.usage(
                            "`"
                                + growth.strip()
                                + "` is no rate; there are O(1), O(log^k n), O(n^a log^b n) and"
                                + " poly(n)")));
      }
    }
    return axes;
  }
}
