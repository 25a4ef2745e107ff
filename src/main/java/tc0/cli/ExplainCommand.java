package tc0.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.kernel.Rule;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.Explanations;

/** {@code tc0 explain CODE}: the page of a diagnostic, or a rule of the kernel. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Explains the code of a diagnostic (TC0102) or a rule of the kernel (LE-depth).",
      "Without a code, lists all of them."
    },
    footer = {"", "Example:", "  tc0 explain TC0102"})
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "a code or the name of a rule")
  private Optional<String> code = Optional.empty();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (code.isEmpty()) {
      list(out);
      return ExitCodes.VERIFIED;
    }
    String wanted = code.get();
    Optional<DiagnosticCode> diagnostic = DiagnosticCode.find(wanted);
    Optional<Rule> rule =
        Stream.of(Rule.values()).filter(r -> r.id().equalsIgnoreCase(wanted)).findFirst();
    if (diagnostic.isPresent()) {
      out.println(Explanations.page(diagnostic.get()).stripTrailing());
    } else if (rule.isPresent()) {
      out.println("# " + rule.get().id() + ": " + rule.get().title());
      out.println();
      out.println("A rule of the kernel, about " + rule.get().source() + ".");
      out.println(
          "A refusal by this rule means that it does not apply, not that the claim is false.");
    } else {
      List<String> known =
          Stream.concat(
                  Stream.of(DiagnosticCode.values()).map(Enum::name),
                  Stream.of(Rule.values()).map(Rule::id))
              .toList();
      throw Failure.usage(
          "there is no code or rule `"
              + wanted
              + "`"
              + Suggestions.of(wanted, known)
              + (Suggestions.of(wanted, known).endsWith("?") ? "" : "; `tc0 explain` lists all"));
    }
    out.flush();
    return ExitCodes.VERIFIED;
  }

  private static void list(PrintWriter out) {
    out.println("Diagnostics");
    for (DiagnosticCode code : DiagnosticCode.values()) {
      out.printf("  %-10s %s%n", code.name(), code.title());
    }
    out.println();
    out.println("Rules of the kernel");
    for (Rule rule : Rule.values()) {
      out.printf("  %-12s %s%n", rule.id(), rule.title());
    }
    out.flush();
  }
}
