package tc0.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticRenderer;
import tc0.syntax.diagnostic.Severity;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.Program;
import tc0.syntax.source.SourceText;

/** Reads files and puts what is wrong with them into words. */
final class Loader {
  private Loader() {}

  static Elaborator.Result load(Path file) {
    return Elaborator.load(file, Library.searchPath());
  }

  /**
   * The elaborated file, for commands that need a single good one.
   *
   * @throws Failure with the rendered diagnostics if the file has errors
   */
  static Program require(Path file) {
    Elaborator.Result result = load(file);
    return result
        .program()
        .orElseThrow(
            () ->
                new Failure(ExitCodes.FILE_ERRORS, render(result.diagnostics(), result.sources())));
  }

  /** Diagnostics with the lines they are about, and a last line that counts the errors. */
  static String render(List<Diagnostic> diagnostics, List<SourceText> sources) {
    Map<String, SourceText> byFile = new HashMap<>();
    sources.forEach(source -> byFile.put(source.file(), source));
    DiagnosticRenderer renderer = new DiagnosticRenderer(byFile);
    StringBuilder out = new StringBuilder();
    diagnostics.forEach(diagnostic -> out.append(renderer.render(diagnostic)).append('\n'));
    List<Diagnostic> errors =
        diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      out.append(errors.size())
          .append(errors.size() == 1 ? " error" : " errors")
          .append("; `tc0 explain ")
          .append(errors.get(0).code().name())
          .append("` says more about the first");
    }
    return out.toString().stripTrailing();
  }
}
