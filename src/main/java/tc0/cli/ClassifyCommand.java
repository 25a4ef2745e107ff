package tc0.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.algebra.AlgebraFile;
import tc0.algebra.ClassWitness;
import tc0.algebra.Classifier;
import tc0.algebra.Morphism;
import tc0.algebra.RegularExpression;
import tc0.algebra.TooLargeException;
import tc0.algebra.WitnessChecker;
import tc0.report.ClassificationReport;

/** {@code tc0 classify}: where a regular language or the word problem of a monoid lies. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Says whether a regular language, or the word problem of a monoid, is in AC0, in ACC0 but not"
          + " in AC0, or complete for NC1, with a witness that was verified and the theorem."
    },
    footer = {
      "",
      "Examples:",
      "  tc0 classify '((a|b)^3(ab*a|b))*'",
      "  tc0 classify --alphabet ab '(aa)*'",
      "",
      "An automaton: lines `alphabet: a b`, `start: 0`, `accepting: 0` and for each state",
      "`state: 1 0` with its successors. A monoid: for each element `row: 0 1` with its products,",
      "and perhaps `letters: 1`; or for each generator `generator: 1 2 0` with images of points.",
      "With --module NAME a group is not classified: its problems are printed, for `tc0 verify`."
    })
final class ClassifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "REGEX",
      description = "a regular expression, unless a file is given")
  private Optional<String> expression = Optional.empty();

  @Option(names = "--dfa", paramLabel = "FILE", description = "an automaton")
  private Optional<Path> dfa = Optional.empty();

  @Option(names = "--monoid", paramLabel = "FILE", description = "a monoid")
  private Optional<Path> monoid = Optional.empty();

  @Option(
      names = "--alphabet",
      paramLabel = "LETTERS",
      description = "letters of the expression (default: those of the words of its language)")
  private Optional<String> alphabet = Optional.empty();

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description =
          "print a module with the word problem and the closure problem of a group, and the reduction"
              + " between them")
  private Optional<String> module = Optional.empty();

  @Mixin private FormatOption output;

  @Override
  public Integer call() {
    if (Stream.of(expression, dfa, monoid).filter(Optional::isPresent).count() != 1) {
      throw Failure.usage("give one of a regular expression, --dfa and --monoid");
    }
    if (alphabet.isPresent() && expression.isEmpty()) {
      throw Failure.usage("--alphabet belongs to a regular expression");
    }
    if (module.isPresent()) {
      return printModule(module.get());
    }
    Morphism morphism;
    try {
      morphism = morphism();
    } catch (TooLargeException e) {
      throw new Failure(ExitCodes.LIMIT, e.getMessage());
    }
    ClassWitness witness = Classifier.classify(morphism);
    WitnessChecker.refute(morphism, witness)
        .ifPresent(
            reason -> {
              throw new IllegalStateException("the witness is refused: " + reason);
            });
    spec.commandLine()
        .getOut()
        .print(
            switch (output.format()) {
              case text -> ClassificationReport.text(morphism, witness);
              case json -> ClassificationReport.json(morphism, witness);
            });
    spec.commandLine().getOut().flush();
    return ExitCodes.VERIFIED;
  }

  private int printModule(String name) {
    Path file =
        monoid.orElseThrow(() -> Failure.usage("--module belongs to a group given by --monoid"));
    if (!name.matches("[a-zA-Z_][a-zA-Z_0-9]*")) {
      throw Failure.usage("`" + name + "` is no name of a module");
    }
    try {
      spec.commandLine().getOut().print(AlgebraFile.groupModule(Files.readString(file), name));
      spec.commandLine().getOut().flush();
      return ExitCodes.VERIFIED;
    } catch (IOException e) {
      throw new Failure(ExitCodes.FILE_ERRORS, "cannot read " + file + ": " + e.getMessage());
    } catch (TooLargeException e) {
      throw new Failure(ExitCodes.LIMIT, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCodes.FILE_ERRORS, file + ": " + e.getMessage());
    }
  }

  private Morphism morphism() {
    if (expression.isPresent()) {
      try {
        return RegularExpression.toDfa(expression.get(), alphabet.map(ClassifyCommand::letters))
            .syntacticMorphism();
      } catch (IllegalArgumentException e) {
        throw Failure.usage("not a regular expression to classify: " + e.getMessage());
      }
    }
    Path file = dfa.or(() -> monoid).orElseThrow();
    try {
      String text = Files.readString(file);
      return dfa.isPresent()
          ? AlgebraFile.automaton(text).syntacticMorphism()
          : AlgebraFile.monoid(text);
    } catch (IOException e) {
      throw new Failure(ExitCodes.FILE_ERRORS, "cannot read " + file + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCodes.FILE_ERRORS, file + ": " + e.getMessage());
    }
  }

  private static List<Character> letters(String alphabet) {
    return alphabet.chars().distinct().mapToObj(c -> (char) c).toList();
  }
}
