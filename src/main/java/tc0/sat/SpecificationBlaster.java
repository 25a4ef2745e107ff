package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.FlatCircuit;
import tc0.reference.DefinedFunction;
import tc0.reference.Input;
import tc0.reference.Meaning;
import tc0.reference.Scope;
import tc0.reference.Specification;
import tc0.reference.WordType;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.SizeParameter;

/**
 * Makes obligations from a circuit and what it should compute: its own promises, or a definition.
 *
 * <p>Where the specification has no value although the requirements hold, the obligation is
 * violated, as in evaluation.
 */
public final class SpecificationBlaster {

  private final EncodedCircuit encoded;
  private final IntegerBlaster integers;
  private final ExpressionBlaster expressions;
  private final Map<String, Map<List<Integer>, BitVector>> cells = new HashMap<>();

  private SpecificationBlaster(FlatCircuit circuit) {
    integers = new IntegerBlaster(new BooleanGraph());
    encoded = EncodedCircuit.over(circuit, integers);
    expressions = new ExpressionBlaster(integers);
  }

  /** A further circuit in the graph of another one. */
  private SpecificationBlaster(EncodedCircuit encoded, SpecificationBlaster other) {
    this.encoded = encoded;
    integers = other.integers;
    expressions = other.expressions;
  }

  /**
   * The obligation that a circuit keeps its promises.
   *
   * @param circuit unrolled at {@code sizes}; the graph's inputs are its input bits, in order
   * @param meaning its promises
   * @param sizes by parameter name; missing ones take their defaults
   * @param statics the meanings of static parameters
   * @throws UnsupportedSpecificationException if a promise cannot be translated into bits
   */
  public static Obligation promises(
      FlatCircuit circuit,
      Meaning.Circuit meaning,
      Map<String, BigInteger> sizes,
      Map<String, Meaning> statics) {
    return new SpecificationBlaster(circuit).promises(meaning, sizes, statics);
  }

  /**
   * The obligation that a circuit computes a definition, bit by bit.
   *
   * @param circuit unrolled at {@code sizes}; the graph's inputs are its input bits, in order
   * @throws UnsupportedSpecificationException if the definition cannot be translated into bits
   */
  public static Obligation matches(
      FlatCircuit circuit, Meaning.Definition definition, Map<String, BigInteger> sizes) {
    return new SpecificationBlaster(circuit).matches(definition, sizes);
  }

  /**
   * The step of an induction on the number of operands: the circuit for i operands returns what the
   * circuit for i - 1 operands returns, combined with operand number i - 1. Together with the
   * promise at the least number of operands and the step at each further one, it proves the
   * promise, which must be a fold over the operands.
   *
   * @param larger the circuit for i operands, unrolled at {@code sizes}
   * @param smaller the circuit for i - 1 operands
   * @param parameter the size parameter that counts the operands
   * @throws UnsupportedSpecificationException if no promise is a fold over the operands
   */
  public static Obligation foldStep(
      FlatCircuit larger,
      FlatCircuit smaller,
      Meaning.Circuit meaning,
      Map<String, BigInteger> sizes,
      String parameter) {
    return new SpecificationBlaster(larger).foldStep(smaller, meaning, sizes, parameter);
  }

  private Obligation foldStep(
      FlatCircuit smaller,
      Meaning.Circuit meaning,
      Map<String, BigInteger> sizes,
      String parameter) {
    FoldPromise promise = FoldPromise.of(meaning, parameter);
    Map<String, BigInteger> fewer = new HashMap<>(sizes);
    fewer.merge(parameter, BigInteger.ONE, BigInteger::subtract);
    Specification signature = Specification.of(meaning, sizes, Map.of());
    Specification before = Specification.of(meaning, fewer, Map.of());
    SpecificationBlaster other =
        new SpecificationBlaster(
            EncodedCircuit.over(smaller, integers, InductionStep.shared(encoded, smaller)), this);
    SymbolicScope scope =
        new PromiseBlaster(expressions, meaning)
            .body(sized(meaning.header(), sizes, meaning.scope()), inputs(signature.inputs()));
    SymbolicValue previous =
        expressions.evaluate(
            promise.reading(),
            scope.with(
                "return", new SymbolicValue.Array(other.words("return", before.result(), false))));
    SymbolicValue current =
        expressions.evaluate(
            promise.reading(),
            scope.with(
                "return", new SymbolicValue.Array(words("return", signature.result(), false))));
    SymbolicValue expected =
        expressions.evaluate(
            promise.step(),
            scope
                .with(FoldPromise.PREVIOUS, previous)
                .with(promise.binder(), sizes.get(parameter).subtract(BigInteger.ONE)));
    return obligation(
        BooleanGraph.TRUE,
        new ArrayList<>(expressions.equalBits(current, expected, promise.span())));
  }

  private Obligation promises(
      Meaning.Circuit meaning, Map<String, BigInteger> sizes, Map<String, Meaning> statics) {
    Specification signature = Specification.of(meaning, sizes, statics);
    Scope base = meaning.scope();
    for (var entry : statics.entrySet()) {
      base = base.with(entry.getKey(), entry.getValue());
    }
    SymbolicScope scope = sized(meaning.header(), sizes, base);
    List<SymbolicWords> inputs = inputs(signature.inputs());
    SymbolicWords returned = words("return", signature.result(), false);
    PromiseBlaster promises = new PromiseBlaster(expressions, meaning);
    int required = promises.required(scope, inputs);
    List<Integer> goals =
        new ArrayList<>(expressions.under(required, () -> promises.goals(scope, inputs, returned)));
    return obligation(required, goals);
  }

  private Obligation matches(Meaning.Definition definition, Map<String, BigInteger> sizes) {
    DefinedFunction signature = DefinedFunction.of(definition, sizes);
    CircuitHeader header = definition.declaration().header();
    SymbolicScope scope = sized(header, sizes, definition.scope());
    List<SymbolicWords> inputs = inputs(signature.inputs());
    for (int i = 0; i < inputs.size(); i++) {
      scope = scope.with(signature.inputs().get(i).name(), new SymbolicValue.Array(inputs.get(i)));
    }
    SymbolicScope body = scope.in(Scope.Mode.DEFINITION).with(definition.declaration().functions());
    List<Integer> goals = new ArrayList<>();
    for (Item.Return item : definition.declaration().results()) {
      goals.addAll(part(item, body, signature.result()));
    }
    return obligation(BooleanGraph.TRUE, goals);
  }

  /** The goals that one {@code return} of a definition makes. */
  private List<Integer> part(Item.Return item, SymbolicScope scope, WordType result) {
    SymbolicWords returned = words("return", result, false);
    for (Identifier field : item.fields()) {
      returned =
          returned
              .field(field.text())
              .orElseThrow(
                  () -> ExpressionBlaster.unsupported("the field " + field.text(), field.span()));
    }
    List<String> binders =
        item.box().stream()
            .flatMap(box -> box.binders().stream())
            .map(binder -> binder.name().text())
            .toList();
    WordBlaster words = new WordBlaster(expressions);
    List<Integer> extents = returned.type().extents();
    int count = extents.subList(0, binders.size()).stream().reduce(1, Math::multiplyExact);
    List<Integer> goals = new ArrayList<>();
    for (int position = 0; position < count; position++) {
      List<Integer> index = SymbolicWords.unflat(extents.subList(0, binders.size()), position);
      SymbolicScope inner = scope;
      List<SymbolicWords.Axis> axes = new ArrayList<>();
      for (int axis = 0; axis < index.size(); axis++) {
        inner = inner.with(binders.get(axis), BigInteger.valueOf(index.get(axis)));
        axes.add(new SymbolicWords.Axis.At(index.get(axis)));
      }
      SymbolicWords cell = returned.select(axes, integers);
      SymbolicValue value = expressions.evaluate(item.value(), inner);
      goals.addAll(words.equalBits(cell, words.coerced(value, cell.type(), item.value().span())));
    }
    return goals;
  }

  private Obligation obligation(int required, List<Integer> goals) {
    goals.add(expressions.undefined() ^ 1);
    return new Obligation(integers.graph(), required, goals);
  }

  private SymbolicScope sized(CircuitHeader header, Map<String, BigInteger> sizes, Scope base) {
    SymbolicScope scope = SymbolicScope.over(base);
    for (SizeParameter size : header.sizes()) {
      SymbolicScope outer = scope;
      BigInteger value =
          Optional.ofNullable(sizes.get(size.name().text()))
              .orElseGet(() -> expressions.index(size.defaultValue().orElseThrow(), outer));
      scope = scope.with(size.name().text(), value);
    }
    return scope;
  }

  private List<SymbolicWords> inputs(List<Input> inputs) {
    return inputs.stream().map(input -> words(input.name(), input.type(), true)).toList();
  }

  /** The arrays of the flattened circuit as words; what the circuit does not have is 0. */
  private SymbolicWords words(String name, WordType type, boolean input) {
    for (WordType.Leaf leaf : type.leaves()) {
      String array = name + leaf.path();
      Optional<FlatCircuit.Port> port =
          input ? encoded.inputPort(array) : encoded.outputPort(array);
      if (port.isEmpty() && leaf.size() > 0) {
        throw new IllegalArgumentException("the circuit has no array " + array);
      }
      port.ifPresent(p -> cells.computeIfAbsent(array, key -> cells(p)));
    }
    return new SymbolicWords(
        type,
        (path, index) ->
            cells.getOrDefault(name + path, Map.of()).getOrDefault(index, BitVector.constant(0)));
  }

  private Map<List<Integer>, BitVector> cells(FlatCircuit.Port port) {
    Map<List<Integer>, BitVector> result = new HashMap<>();
    for (int i = 0; i < port.tuples().size(); i++) {
      List<Integer> index = new ArrayList<>();
      for (int coordinate : port.tuples().get(i)) {
        index.add(coordinate);
      }
      result.put(index, encoded.value(port.values().get(i)));
    }
    return result;
  }
}
