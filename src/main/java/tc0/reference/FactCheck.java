package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FactBody;

/**
 * Checks algebraic facts about a primitive on its reference, for all canonical operands. Operands
 * are the circuit's two inputs, or else the cells of its one input array, whose extent is a size
 * parameter.
 */
public final class FactCheck {

  /** Operand tuples after which an exhaustive check is refused. */
  public static final long TUPLE_LIMIT = 2_000_000;

  /** Operands for which the fact fails, and the two results that ought to be equal. */
  public record Counterexample(List<String> operands, String result, String expected) {}

  private final Meaning.Circuit circuit;
  private final Map<String, BigInteger> sizes;
  private final Instances instances = new Instances();
  private final Specification specification;
  private final WordType cell;
  private final NumberFormat format;
  private final List<BigInteger> words;

  private FactCheck(Meaning.Circuit circuit, Map<String, BigInteger> sizes) {
    this.circuit = circuit;
    this.sizes = sizes;
    this.specification = instances.circuit(circuit, sizes);
    List<Input> inputs = specification.inputs();
    this.cell = inputs.isEmpty() ? WordType.bits() : inputs.get(0).type().withExtents(List.of());
    boolean binary = inputs.size() > 1;
    boolean alike = inputs.stream().allMatch(input -> input.type().equals(binary ? cell : list()));
    if (inputs.isEmpty() || inputs.size() > 2 || !alike || cell.format().isEmpty()) {
      throw new SpecificationException(
          circuit.qualifiedName()
              + " does not take two numbers, or a list of numbers, of one format",
          circuit.header().span());
    }
    this.format = cell.format().get();
    this.words = format.values().map(format::encode).toList();
  }

  /**
   * Checks a fact at concrete sizes.
   *
   * @return a counterexample, or empty if the fact holds for all operands
   * @throws LimitException if there are more than {@link #TUPLE_LIMIT} operand tuples
   * @throws SpecificationException if the circuit's promise does not determine its result
   */
  public static Optional<Counterexample> check(
      FactBody.Kind kind, Meaning.Circuit circuit, Map<String, BigInteger> sizes) {
    return new FactCheck(circuit, sizes).check(kind);
  }

  private Optional<Counterexample> check(FactBody.Kind kind) {
    int arity = arity();
    double tuples = Math.pow(words.size(), arity);
    if (tuples > TUPLE_LIMIT) {
      throw new LimitException(
          circuit.qualifiedName() + " has more than " + TUPLE_LIMIT + " operand tuples");
    }
    int[] digits = new int[arity];
    for (long i = 0; i < (long) tuples; i++) {
      List<BigInteger> operands = new ArrayList<>();
      for (int digit : digits) {
        operands.add(words.get(digit));
      }
      Optional<BigInteger> expected = expected(kind, operands);
      if (expected.isPresent()) {
        BigInteger result = apply(specification, operands);
        if (!result.equals(expected.get())) {
          return Optional.of(
              new Counterexample(
                  operands.stream().map(format::describe).toList(),
                  format.describe(result),
                  format.describe(expected.get())));
        }
      }
      for (int d = 0; d < arity && ++digits[d] == words.size(); d++) {
        digits[d] = 0;
      }
    }
    return Optional.empty();
  }

  /** What the result has to equal by the fact, if the fact says anything on these operands. */
  private Optional<BigInteger> expected(FactBody.Kind kind, List<BigInteger> operands) {
    BigInteger zero = format.encode(BigRational.ZERO);
    boolean hasZero = operands.contains(zero);
    return switch (kind) {
      case SYMMETRIC, COMMUTATIVE -> {
        List<BigInteger> sorted = operands.stream().sorted(Comparator.naturalOrder()).toList();
        yield sorted.equals(operands)
            ? Optional.empty()
            : Optional.of(apply(specification, sorted));
      }
      case IGNORES_ZERO -> hasZero ? Optional.of(without(zero, operands)) : Optional.empty();
      case ABSORBS_ZERO -> hasZero ? Optional.of(zero) : Optional.empty();
    };
  }

  private BigInteger without(BigInteger zero, List<BigInteger> operands) {
    List<BigInteger> rest = operands.stream().filter(word -> !word.equals(zero)).toList();
    if (specification.inputs().size() > 1) {
      return rest.isEmpty() ? zero : rest.get(0);
    }
    Map<String, BigInteger> fewer = new HashMap<>(sizes);
    fewer.put(lengthParameter(), BigInteger.valueOf(rest.size()));
    return apply(instances.circuit(circuit, fewer), rest);
  }

  private BigInteger apply(Specification specification, List<BigInteger> operands) {
    List<Words> cells = operands.stream().map(word -> Words.number(cell, word)).toList();
    List<Words> arguments =
        specification.inputs().size() > 1
            ? cells
            : List.of(
                Words.ofCells(
                    cell.withExtents(List.of(cells.size())), index -> cells.get(index.get(0))));
    return specification
        .evaluate(arguments)
        .orElseThrow(
            () ->
                new SpecificationException(
                    circuit.qualifiedName() + " promises no equation for its result",
                    circuit.header().span()))
        .natural();
  }

  private int arity() {
    return specification.inputs().size() > 1
        ? specification.inputs().size()
        : list().extents().get(0);
  }

  /** The type of the one input array. */
  private WordType list() {
    WordType type = specification.inputs().get(0).type();
    if (type.extents().size() != 1) {
      throw new SpecificationException(
          circuit.qualifiedName() + " does not take a list of numbers", circuit.header().span());
    }
    return type;
  }

  private String lengthParameter() {
    if (circuit.header().parameters().get(0).type().extents().get(0)
        instanceof Expression.Name name) {
      return name.text();
    }
    throw new SpecificationException(
        "the number of operands of " + circuit.qualifiedName() + " is not a size parameter",
        circuit.header().span());
  }
}
