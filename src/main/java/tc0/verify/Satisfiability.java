package tc0.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.FlatCircuit;
import tc0.circuit.index.Limits;
import tc0.sat.Dimacs;
import tc0.sat.Miter;
import tc0.sat.Obligation;
import tc0.sat.SearchOptions;
import tc0.sat.SpecificationBlaster;
import tc0.sat.UnsupportedSpecificationException;
import tc0.sat.Verdict;
import tc0.syntax.elaborate.CircuitInfo;

/**
 * Compares a circuit with its meaning by satisfiability; every proof is replayed before it counts.
 */
final class Satisfiability {
  private final CircuitInfo circuit;
  private final Optional<CircuitInfo> definition;
  private final References references;
  private final Options options;

  /** What the search gave. */
  sealed interface Answer {
    /** No input on which they differ; {@code text} says how large the proof is. */
    record Proved(String text) implements Answer {}

    /** An input on which they differ, in words. */
    record Refuted(String text) implements Answer {}

    /** No answer; {@code limit} tells whether more time or memory could help. */
    record Unknown(boolean limit, String text) implements Answer {}
  }

  Satisfiability(
      CircuitInfo circuit,
      Optional<CircuitInfo> definition,
      References references,
      Options options) {
    this.circuit = circuit;
    this.definition = definition;
    this.references = references;
    this.options = options;
  }

  /** Whether the circuit equals its meaning on all inputs of these sizes. */
  Answer equivalence(Map<String, BigInteger> sizes, Deadline deadline) {
    Instance instance = Instance.of(circuit, sizes, Limits.DEFAULT);
    try {
      Obligation obligation =
          definition.isPresent()
              ? SpecificationBlaster.matches(
                  instance.folded(),
                  references.modules().definition(definition.get().name()).orElseThrow(),
                  sizes)
              : SpecificationBlaster.promises(
                  instance.folded(),
                  references.modules().circuit(circuit.name()).orElseThrow(),
                  sizes,
                  Map.of());
      return decide(obligation, sizes, "sat", instance, deadline);
    } catch (UnsupportedSpecificationException e) {
      return new Answer.Unknown(false, e.getMessage());
    }
  }

  /** Whether the circuit with one operand more is the smaller circuit and one more operation. */
  Answer inductionStep(String parameter, Map<String, BigInteger> sizes, Deadline deadline) {
    Instance larger = Instance.of(circuit, sizes, Limits.DEFAULT);
    Map<String, BigInteger> fewer = new LinkedHashMap<>(sizes);
    fewer.merge(parameter, BigInteger.ONE, BigInteger::subtract);
    Instance smaller = Instance.of(circuit, fewer, Limits.DEFAULT);
    try {
      Obligation obligation =
          SpecificationBlaster.foldStep(
              larger.folded(),
              smaller.folded(),
              references.modules().circuit(circuit.name()).orElseThrow(),
              sizes,
              parameter);
      return decide(obligation, sizes, "step", larger, deadline);
    } catch (UnsupportedSpecificationException e) {
      return new Answer.Unknown(false, e.getMessage());
    }
  }

  private Answer decide(
      Obligation obligation,
      Map<String, BigInteger> sizes,
      String method,
      Instance instance,
      Deadline deadline) {
    SearchOptions search =
        SearchOptions.DEFAULT.within(tc0.sat.Limits.DEFAULT.within(deadline.left()));
    return switch (Miter.prove(obligation, search)) {
      case Verdict.Proved proved -> {
        Verdict.Stats stats = proved.stats();
        options.proofs().ifPresent(directory -> write(directory, sizes, method, proved));
        yield new Answer.Proved(
            String.format(
                Locale.ROOT,
                "%s: unsatisfiable; %,d variables, %,d clauses, %,d lemmas replayed, %,d needed",
                Wording.sizes(sizes),
                stats.variables(),
                stats.clauses(),
                stats.lemmas(),
                stats.needed()));
      }
      case Verdict.Refuted refuted ->
          new Answer.Refuted(counterexample(refuted.inputs(), instance, sizes, deadline));
      case Verdict.Unknown unknown ->
          switch (unknown.reason()) {
            case CONFLICTS, TIME, MEMORY, INTERRUPTED ->
                new Answer.Unknown(
                    true,
                    "the search ended at its limit on "
                        + unknown.reason().name().toLowerCase(Locale.ROOT)
                        + "; raise --timeout, or check smaller sizes");
            case PROOF_REFUSED ->
                new Answer.Unknown(false, "the solver's proof was refused by the checker");
            case MODEL_REFUSED ->
                new Answer.Unknown(
                    false, "the solver's counterexample was refused by the evaluator");
          };
    };
  }

  /** Replays an assignment on the circuit and the reference; the miter has already shrunk it. */
  private String counterexample(
      List<Boolean> inputs, Instance instance, Map<String, BigInteger> sizes, Deadline deadline) {
    FlatCircuit folded = instance.folded();
    boolean[] bits = new boolean[folded.inputCount()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = inputs.get(i);
    }
    Simulations simulations =
        new Simulations(instance, references.meaning(circuit, definition, sizes), deadline);
    return simulations.describe(simulations.shrink(bits));
  }

  private void write(
      Path directory, Map<String, BigInteger> sizes, String method, Verdict.Proved proved) {
    StringBuilder name = new StringBuilder(circuit.name().replace('.', '_'));
    name.append('-').append(method);
    sizes.forEach((size, value) -> name.append('-').append(size).append(value));
    try {
      Files.createDirectories(directory);
      try (Writer out = Files.newBufferedWriter(directory.resolve(name + ".cnf"))) {
        Dimacs.write(proved.proof().formula(), out);
      }
      try (Writer out = Files.newBufferedWriter(directory.resolve(name + ".drup"))) {
        Dimacs.write(proved.proof().trace(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
