package tc0.cli;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.circuit.index.LimitExceeded;
import tc0.reference.Input;
import tc0.reference.InputGenerator;
import tc0.reference.InputWords;
import tc0.reference.LimitException;
import tc0.reference.SpecificationException;
import tc0.reference.Words;
import tc0.report.EvaluationReport;
import tc0.report.JsonReport;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;
import tc0.verify.SideBySide;

/** {@code tc0 eval FILE CIRCUIT}: runs a circuit and its reference on numbers. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs a circuit gate by gate on numbers, and the exact reference beside it.",
      "",
      "A value is a number (3, -1.5, 3/4), the bits of a word (0b1011), a list [1, [2, 3]], a record"
          + " {q: …, k: …}, or `random`. Numbers are rounded to the format of the input."
    },
    footer = {
      "",
      "Examples:",
      "  tc0 eval proofs/std/integer.tc0 add w=4 x=11 y=6",
      "  tc0 eval proofs/rope_fixed.tc0 matmul n1=1 d=2 n2=1 w=3 f=1 A=[[1,0.5]] B=[[1.5],[-1]]"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:circuit and reference agree, or there is nothing to compare",
      "1:they differ",
      "2:the command line is wrong",
      "3:a file has errors",
      "5:a limit of time, memory or size was hit"
    })
final class EvalCommand implements Callable<Integer> {
  private static final String RANDOM = "random";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "the file")
  private Path file;

  @Parameters(index = "1", paramLabel = "CIRCUIT", description = "the circuit")
  private String name;

  @Parameters(index = "2..*", paramLabel = "NAME=VALUE", description = "every size and input")
  private List<String> arguments = List.of();

  @Option(
      names = "--random",
      paramLabel = "SEED",
      description = "draw inputs that are not given; the same seed gives the same inputs")
  private Optional<Long> seed = Optional.empty();

  @Mixin private FormatOption output;

  @Override
  public Integer call() {
    Program program = Loader.require(file);
    CircuitInfo circuit = Circuits.find(program, name);
    List<String> names = circuit.inputs().stream().map(CircuitInfo.Input::name).toList();
    Assignments given = Assignments.read(circuit, arguments, names);
    Map<String, BigInteger> sizes = given.sizesOf(circuit);
    try {
      SideBySide both = SideBySide.of(program, circuit, sizes);
      List<String> remarks = new ArrayList<>();
      List<Words> words = words(circuit, both, given.others(), remarks);
      Map<String, Words> inputs = new LinkedHashMap<>();
      for (int i = 0; i < words.size(); i++) {
        inputs.put(both.inputs().get(i).name(), words.get(i));
      }
      EvaluationReport report =
          new EvaluationReport(
              circuit.name(), sizes, inputs, remarks, both.source(), both.run(words));
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          switch (output.format()) {
            case text -> report.text();
            case json -> JsonReport.of(report);
          });
      out.flush();
      return report.result().agreement() == SideBySide.Agreement.DIFFERENT
          ? ExitCodes.REFUTED
          : ExitCodes.VERIFIED;
    } catch (LimitExceeded | LimitException e) {
      throw new Failure(ExitCodes.LIMIT, e.getMessage());
    } catch (SpecificationException e) {
      throw new Failure(ExitCodes.FILE_ERRORS, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private List<Words> words(
      CircuitInfo circuit, SideBySide both, Map<String, String> given, List<String> remarks) {
    List<Words> drawn = new InputGenerator(both.inputs(), seed.orElse(1L), true).next();
    List<Words> words = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < both.inputs().size(); i++) {
      Input input = both.inputs().get(i);
      String text = given.get(input.name());
      if (text != null && !text.equals(RANDOM)) {
        words.add(InputWords.of(input, InputText.parse(text), remarks));
      } else if (text != null || seed.isPresent()) {
        words.add(drawn.get(i));
      } else if (circuit.inputs().get(i).defaultValue().isPresent()) {
        words.add(InputWords.zero(input));
      } else {
        missing.add(input.name() + "=" + quoted(InputWords.example(input.type())));
      }
    }
    if (!missing.isEmpty()) {
      throw Failure.usage(
          circuit.name()
              + " also needs the input"
              + (missing.size() == 1 ? "" : "s")
              + " "
              + String.join(" ", missing)
              + " (for example), or --random SEED");
    }
    return words;
  }

  private static String quoted(String value) {
    return value.matches("[\\w.\\-]+") ? value : "'" + value + "'";
  }
}
