package tc0.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.Evaluation;
import tc0.circuit.index.Limits;
import tc0.reference.DefinedFunction;
import tc0.reference.Input;
import tc0.reference.Outcome;
import tc0.reference.Reference;
import tc0.reference.Specification;
import tc0.reference.UndefinedException;
import tc0.reference.Words;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/** Runs a circuit and its reference on the same input. */
public final class SideBySide {
  private final CircuitInfo circuit;
  private final Map<String, BigInteger> sizes;
  private final Optional<Reference> reference;
  private final String source;
  private final Specification signature;

  private SideBySide(
      CircuitInfo circuit,
      Map<String, BigInteger> sizes,
      Optional<Reference> reference,
      String source,
      Specification signature) {
    this.circuit = circuit;
    this.sizes = sizes;
    this.reference = reference;
    this.source = source;
    this.signature = signature;
  }

  /**
   * What came out.
   *
   * @param circuit the result of the gates; empty if the circuit rests on an axiom
   * @param reference the result of the reference; empty if it does not determine one
   * @param agreement whether the circuit's result is one that the reference admits
   * @param remark what differs, or why there is nothing to compare
   */
  public record Result(
      Optional<Words> circuit,
      Optional<Words> reference,
      Agreement agreement,
      Optional<String> remark) {}

  /** How circuit and reference compare. */
  public enum Agreement {
    /** The reference admits what the circuit returns. */
    EQUAL("equal"),
    /** It does not. */
    DIFFERENT("DIFFERENT"),
    /** The input is outside the domain on which anything is promised. */
    EXCLUDED("outside the domain"),
    /** There are no gates, or there is no reference. */
    NOT_COMPARED("not compared");

    private final String words;

    Agreement(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /**
   * The circuit with its meaning: its own promises, or else the definition that a lemma of the
   * program says it matches.
   */
  public static SideBySide of(Program program, CircuitInfo circuit, Map<String, BigInteger> sizes) {
    References references = new References(program);
    if (circuit.declaration() instanceof Declaration.Definition) {
      throw new IllegalArgumentException(
          circuit.name() + " is a definition; evaluate a circuit that a lemma says matches it");
    }
    Specification specification = references.specification(circuit, sizes);
    if (specification.isPresent()) {
      return new SideBySide(
          circuit, sizes, Optional.of(specification), "its `ensures`", specification);
    }
    Optional<CircuitInfo> definition = definition(program, circuit);
    return new SideBySide(
        circuit,
        sizes,
        definition.map(found -> references.definition(found, sizes)),
        definition.map(found -> "the definition " + found.name()).orElse("none"),
        specification);
  }

  private static Optional<CircuitInfo> definition(Program program, CircuitInfo circuit) {
    for (LoadedModule module : program.modules()) {
      Names names = new Names(module.scope());
      for (Declaration declaration : module.source().declarations()) {
        if (declaration instanceof Declaration.Lemma lemma) {
          boolean about =
              lemma.clauses().stream()
                  .anyMatch(
                      clause ->
                          clause instanceof LemmaClause.Of of
                              && names.circuit(of.circuit()).name().equals(circuit.name()));
          Optional<CircuitInfo> matched =
              lemma.clauses().stream()
                  .filter(LemmaClause.Matches.class::isInstance)
                  .map(clause -> names.circuit(((LemmaClause.Matches) clause).definition()))
                  .findFirst();
          if (about && matched.isPresent()) {
            return matched;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The inputs at these sizes. */
  public List<Input> inputs() {
    return signature.inputs();
  }

  /** Where the reference comes from, in words. */
  public String source() {
    return source;
  }

  /** Runs both. */
  public Result run(List<Words> inputs) {
    Optional<Words> expected = Optional.empty();
    Optional<String> undefined = Optional.empty();
    try {
      expected = reference.flatMap(r -> expected(r, inputs)).map(SideBySide::readAll);
    } catch (UndefinedException e) {
      undefined = Optional.of("the reference has no value: " + e.getMessage());
    }
    if (!Instance.isComplete(circuit.core())) {
      return new Result(
          Optional.empty(),
          expected,
          Agreement.NOT_COMPARED,
          Optional.of("the circuit rests on axioms, so it has no gates to run"));
    }
    Instance instance = Instance.of(circuit, sizes, Limits.DEFAULT);
    Evaluation evaluation =
        Evaluation.of(instance.folded(), instance.bits(signature.inputs(), inputs));
    Words returned = instance.outputWords(signature.result(), evaluation);
    if (reference.isEmpty()) {
      return new Result(
          Optional.of(returned),
          expected,
          Agreement.NOT_COMPARED,
          Optional.of(circuit.name() + " promises nothing, and no lemma names a definition of it"));
    }
    if (undefined.isPresent()) {
      return new Result(Optional.of(returned), expected, Agreement.EXCLUDED, undefined);
    }
    Outcome outcome = reference.get().check(inputs, returned);
    return switch (outcome) {
      case Outcome.Holds holds ->
          new Result(Optional.of(returned), expected, Agreement.EQUAL, Optional.empty());
      case Outcome.Excluded excluded ->
          new Result(
              Optional.of(returned),
              expected,
              Agreement.EXCLUDED,
              Optional.of("the requirement at " + excluded.span().position() + " is false"));
      case Outcome.Violated violated ->
          new Result(
              Optional.of(returned),
              expected,
              Agreement.DIFFERENT,
              Optional.of(violated.message()));
      case Outcome.Undefined none ->
          new Result(
              Optional.of(returned),
              expected,
              Agreement.EXCLUDED,
              Optional.of("the promise has no value: " + none.reason()));
    };
  }

  private static Optional<Words> expected(Reference reference, List<Words> inputs) {
    return switch (reference) {
      case Specification specification -> specification.evaluate(inputs);
      case DefinedFunction function -> Optional.of(function.evaluate(inputs));
    };
  }

  /** Reads every cell, so that a cell without value is noticed here. */
  private static Words readAll(Words words) {
    words.describe();
    return words;
  }
}
