package tc0.syntax.elaborate;

import java.nio.file.Path;
import java.util.List;
import tc0.syntax.ast.SourceModule;

/**
 * An elaborated file.
 *
 * @param name the module's name
 * @param file where it was read
 * @param source its abstract syntax
 * @param scope what its names mean, imported ones included
 * @param circuits its circuits, axioms and definitions, in order
 */
public record LoadedModule(
    String name, Path file, SourceModule source, Scope scope, List<CircuitTemplate> circuits) {

  /** Copies the list. */
  public LoadedModule {
    circuits = List.copyOf(circuits);
  }
}
