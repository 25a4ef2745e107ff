package tc0.syntax.elaborate;

import java.util.List;
import tc0.syntax.diagnostic.Diagnostic;

/**
 * A file with everything it imports.
 *
 * @param modules in dependency order; the last one is the file itself
 * @param operators what arithmetic means on number types
 * @param warnings remarks that do not stop the verification
 */
public record Program(List<LoadedModule> modules, Operators operators, List<Diagnostic> warnings) {

  /** Copies the lists. */
  public Program {
    modules = List.copyOf(modules);
    warnings = List.copyOf(warnings);
  }

  /** The file that was asked for. */
  public LoadedModule main() {
    return modules.get(modules.size() - 1);
  }
}
