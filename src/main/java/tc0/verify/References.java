package tc0.verify;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tc0.reference.DefinedFunction;
import tc0.reference.Modules;
import tc0.reference.Reference;
import tc0.reference.Scope;
import tc0.reference.Specification;
import tc0.reference.SpecificationException;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/** The meanings of circuits and definitions of a program, straight from their syntax. */
public final class References {
  private final Modules modules;

  /** The references of a program. */
  public References(Program program) {
    Map<String, SourceModule> sources = new HashMap<>();
    for (LoadedModule module : program.modules()) {
      sources.put(module.name(), module.source());
    }
    this.modules = new Modules(sources);
  }

  /** The modules as the reference sees them. */
  public Modules modules() {
    return modules;
  }

  /** The promises of a circuit at concrete sizes. */
  public Specification specification(CircuitInfo circuit, Map<String, BigInteger> sizes) {
    return modules
        .circuit(circuit.name())
        .map(meaning -> Specification.of(meaning, sizes, Map.of()))
        .orElseThrow(() -> new IllegalStateException("no circuit " + circuit.name()));
  }

  /** A definition at concrete sizes. */
  public DefinedFunction definition(CircuitInfo definition, Map<String, BigInteger> sizes) {
    return modules
        .definition(definition.name())
        .map(meaning -> DefinedFunction.of(meaning, sizes))
        .orElseThrow(() -> new IllegalStateException("no definition " + definition.name()));
  }

  /** What a definition promises of its own result at concrete sizes. */
  Specification promises(CircuitInfo definition, Map<String, BigInteger> sizes) {
    return modules
        .promises(definition.name())
        .map(meaning -> Specification.of(meaning, sizes, Map.of()))
        .filter(Specification::isPresent)
        .orElseThrow(() -> promisesNothing(definition, "add `ensures …`"));
  }

  /** The names of the module whose checks are read. */
  Scope names(String module) {
    return modules
        .scope(module)
        .orElseThrow(() -> new IllegalStateException("no module " + module));
  }

  private static SpecificationException promisesNothing(CircuitInfo circuit, String help) {
    return new SpecificationException(
        circuit.name() + " promises nothing: " + help, circuit.header().span());
  }

  /**
   * What to compare a circuit with: the definition that the lemma names, or else its own promises.
   */
  Reference meaning(
      CircuitInfo circuit, Optional<CircuitInfo> definition, Map<String, BigInteger> sizes) {
    if (definition.isPresent()) {
      return definition(definition.get(), sizes);
    }
    Specification specification = specification(circuit, sizes);
    if (!specification.isPresent()) {
      throw promisesNothing(circuit, "add `ensures …` or let the lemma say `matches …`");
    }
    return specification;
  }
}
