package tc0.syntax.elaborate;

import java.util.List;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

/**
 * A file with everything it imports.
 *
 * @param modules in dependency order; the last one is the file itself
 * @param operators what arithmetic means on number types
 * @param warnings remarks that do not stop the verification
 * @param sources the texts of the modules
 */
public record Program(
    List<LoadedModule> modules,
    Operators operators,
    List<Diagnostic> warnings,
    List<SourceText> sources) {

  /** Copies the lists. */
  public Program {
    modules = List.copyOf(modules);
    warnings = List.copyOf(warnings);
    sources = List.copyOf(sources);
  }

  /** The file that was asked for. */
  public LoadedModule main() {
    return modules.get(modules.size() - 1);
  }

  /** What was written at a place, on one line. */
  public String text(Span span) {
    return sources.stream()
        .filter(source -> source.file().equals(span.file()))
        .findFirst()
        .map(source -> source.text().substring(span.start(), span.end()))
        .orElse("")
        .replaceAll("\\s+", " ")
        .replaceFirst(";$", "");
  }
}
