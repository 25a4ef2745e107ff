package tc0.syntax.parser;

import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.diagnostic.Diagnostic;

/**
 * What came of parsing one file.
 *
 * @param module the module, unless there was an error
 * @param diagnostics in the order of their places
 */
public record ParseResult(Optional<SourceModule> module, List<Diagnostic> diagnostics) {

  /** Copies the diagnostics. */
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
