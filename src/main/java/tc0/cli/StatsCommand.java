package tc0.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.circuit.DotExport;
import tc0.circuit.index.LimitExceeded;
import tc0.report.JsonReport;
import tc0.report.StatisticsReport;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;
import tc0.verify.Statistics;

/** {@code tc0 stats FILE CIRCUIT}: a circuit measured at concrete sizes, beside its bounds. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Counts the gates, edges and wires of a circuit at concrete sizes, as the family has them, and"
          + " measures what is left of it when gates without inputs below them are folded, beside"
          + " the bounds that the kernel derives for all sizes. Circuits of up to 10 million gates"
          + " are also written out, for their depths as written."
    },
    footer = {"", "Example:", "  tc0 stats proofs/std/integer.tc0 multiply v=4 w=4"})
final class StatsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "the file")
  private Path file;

  @Parameters(index = "1", paramLabel = "CIRCUIT", description = "the circuit")
  private String name;

  @Parameters(index = "2..*", paramLabel = "SIZE=NUMBER", description = "every size")
  private List<String> arguments = List.of();

  @Option(
      names = "--dot",
      paramLabel = "FILE",
      description = "draw the circuit, if it is small, in the language of Graphviz")
  private Optional<Path> dot = Optional.empty();

  @Option(
      names = "--folded",
      description = {
        "only what depends on the inputs: counting what was folded away can take far longer where"
            + " constants such as pi are computed in the circuit"
      })
  private boolean folded;

  @Mixin private FormatOption output;

  @Override
  public Integer call() {
    Program program = Loader.require(file);
    CircuitInfo circuit = Circuits.find(program, name);
    Assignments given = Assignments.read(circuit, arguments, List.of());
    Statistics statistics;
    try {
      statistics =
          folded
              ? Statistics.folded(circuit, given.sizesOf(circuit))
              : Statistics.of(circuit, given.sizesOf(circuit));
    } catch (LimitExceeded e) {
      throw new Failure(ExitCodes.LIMIT, e.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (output.format()) {
          case text -> StatisticsReport.text(statistics);
          case json -> JsonReport.of(statistics);
        });
    out.flush();
    dot.ifPresent(path -> draw(statistics, path));
    return ExitCodes.VERIFIED;
  }

  private static void draw(Statistics statistics, Path path) {
    Statistics.Concrete concrete =
        statistics
            .concrete()
            .orElseThrow(
                () -> Failure.usage("a circuit that rests on axioms has no gates to draw"));
    try {
      Statistics.Unrolled unrolled =
          concrete
              .unrolled()
              .orElseThrow(() -> new Failure(ExitCodes.LIMIT, "the circuit is too large to draw"));
      Files.writeString(path, DotExport.write(unrolled.circuit()));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCodes.LIMIT, "cannot draw it: " + e.getMessage());
    } catch (IOException e) {
      throw new Failure(ExitCodes.FILE_ERRORS, "cannot write " + path + ": " + e.getMessage());
    }
  }
}
