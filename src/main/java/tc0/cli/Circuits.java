package tc0.cli;

import java.util.List;
import tc0.syntax.ast.Declaration;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Program;

/** Finds the circuit that a command line names. */
final class Circuits {
  private Circuits() {}

  /**
   * The circuit called {@code name} in the file, or else in an imported module; qualified names
   * such as {@code std.integer.add} or {@code integer.add} work too.
   *
   * @throws Failure with near names, if there is none or more than one
   */
  static CircuitInfo find(Program program, String name) {
    String own = program.main().name() + "." + name;
    List<CircuitTemplate> all =
        program.modules().stream().flatMap(module -> module.circuits().stream()).toList();
    List<CircuitTemplate> found =
        all.stream().filter(t -> t.name().equals(own) || t.name().equals(name)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(t -> t.name().endsWith("." + name)).toList();
    }
    if (found.isEmpty()) {
      List<String> known =
          program.main().circuits().stream()
              .filter(t -> !(t.declaration() instanceof Declaration.Definition))
              .map(t -> t.name().substring(program.main().name().length() + 1))
              .toList();
      throw Failure.usage(
          "there is no circuit `"
              + name
              + "` in "
              + program.main().file()
              + Suggestions.of(name, known));
    }
    if (found.size() > 1) {
      throw Failure.usage(
          "`"
              + name
              + "` may be "
              + String.join(" or ", found.stream().map(CircuitTemplate::name).toList())
              + "; write the whole name");
    }
    CircuitTemplate template = found.get(0);
    if (template.isParametric()) {
      throw Failure.usage(
          "`"
              + name
              + "` has static parameters, so it is a circuit only where it is called with them;"
              + " name a circuit that calls it");
    }
    return template.circuit();
  }
}
