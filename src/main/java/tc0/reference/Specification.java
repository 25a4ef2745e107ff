package tc0.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;

/**
 * What a circuit promises, at concrete sizes: its {@code requires} and {@code ensures}. It judges
 * results, and where the promises are equations about the result, it computes them.
 *
 * <p>Instances are immutable and may be shared between threads.
 */
public final class Specification implements Reference {

  private final Meaning.Circuit circuit;
  private final Signature signature;
  private final Scope scope;
  private final List<Equation> equations;
  private final Instances instances;

  Specification(
      Meaning.Circuit circuit,
      Map<String, BigInteger> sizes,
      Map<String, Meaning> statics,
      Instances instances) {
    this.circuit = circuit;
    this.instances = instances;
    this.signature =
        Signature.of(circuit.header(), sizes, statics, circuit.scope(), new Evaluator(instances));
    this.scope = withLocals(signature.scope());
    this.equations = Equation.among(circuit.promises());
  }

  /**
   * The promises of a circuit at concrete sizes.
   *
   * @param sizes by parameter name; missing ones take their defaults
   * @param statics the meanings of static parameters
   * @throws SpecificationException if a size is missing or a type is unknown
   */
  public static Specification of(
      Meaning.Circuit circuit, Map<String, BigInteger> sizes, Map<String, Meaning> statics) {
    return new Specification(circuit, sizes, statics, new Instances());
  }

  @Override
  public String name() {
    return circuit.qualifiedName();
  }

  @Override
  public List<Input> inputs() {
    return signature.inputs();
  }

  @Override
  public WordType result() {
    return signature.result();
  }

  /** Whether the circuit promises anything at all. */
  public boolean isPresent() {
    return !circuit.promises().isEmpty();
  }

  @Override
  public Outcome check(List<Words> inputs, Words returned) {
    Evaluator evaluator = new Evaluator(instances);
    Scope asked = bind(inputs);
    Scope answered = asked.with("return", Meaning.words(returned));
    try {
      Optional<Outcome> excluded = excluded(asked, evaluator);
      if (excluded.isPresent()) {
        return excluded.get();
      }
      for (Item.Ensures promise : circuit.promises()) {
        boolean applies = promise.condition().map(c -> evaluator.holds(c, asked)).orElse(true);
        if (applies && !evaluator.holds(promise.relation(), answered)) {
          return new Explanation(evaluator).explain(promise.relation(), answered);
        }
      }
      return new Outcome.Holds();
    } catch (UndefinedException e) {
      return e.outcome();
    }
  }

  /** Whether the inputs satisfy the requirements: Holds, Excluded or Undefined. */
  public Outcome admits(List<Words> inputs) {
    return admits(inputs, new Evaluator(instances));
  }

  Outcome admits(List<Words> inputs, Evaluator evaluator) {
    try {
      return excluded(bind(inputs), evaluator).orElseGet(Outcome.Holds::new);
    } catch (UndefinedException e) {
      return e.outcome();
    }
  }

  /**
   * The result that the promises prescribe, computed cell by cell when it is read; or empty if they
   * do not determine it.
   *
   * @throws UndefinedException when a cell without a value is read
   */
  public Optional<Words> evaluate(List<Words> inputs) {
    return evaluate(inputs, new Evaluator(instances));
  }

  Optional<Words> evaluate(List<Words> inputs, Evaluator evaluator) {
    Scope asked = bind(inputs);
    Map<String, Words> parts = new HashMap<>();
    for (Equation equation : equations) {
      boolean applies = equation.condition().map(c -> evaluator.holds(c, asked)).orElse(true);
      if (applies) {
        part(equation, asked, evaluator)
            .ifPresent(words -> parts.putIfAbsent(Words.path(equation.fields()), words));
      }
    }
    return Words.covers(result(), parts.keySet())
        ? Optional.of(Words.assembled(result(), parts))
        : Optional.empty();
  }

  /** The part of the result that an equation prescribes, unless it leaves out cells. */
  private Optional<Words> part(Equation equation, Scope asked, Evaluator evaluator) {
    Optional<Words> shape = Optional.of(Words.of(result(), (path, index) -> 0));
    for (String field : equation.fields()) {
      shape = shape.flatMap(words -> words.field(field));
    }
    List<Binder.Range> binders = equation.binders();
    if (shape.isEmpty() || shape.get().type().extents().size() < binders.size()) {
      return Optional.empty();
    }
    WordType type = shape.get().type();
    for (int axis = 0; axis < binders.size(); axis++) {
      Boxes.Range range = evaluator.boxes().range(binders.get(axis), asked);
      if (range.high().compareTo(BigInteger.valueOf(type.extents().get(axis))) < 0) {
        return Optional.empty();
      }
    }
    List<String> names = binders.stream().map(binder -> binder.name().text()).toList();
    WordType cell = type.withExtents(type.extents().subList(names.size(), type.extents().size()));
    return Optional.of(
        Words.ofCells(
            type,
            names.size(),
            index -> {
              List<Value> values =
                  index.stream().<Value>map(i -> Value.Number.of(BigInteger.valueOf(i))).toList();
              Value value = evaluator.evaluate(equation.expected(), asked.with(names, values));
              return Encoding.encode(value, equation.reading(), cell, equation.expected().span());
            }));
  }

  private Optional<Outcome> excluded(Scope asked, Evaluator evaluator) {
    for (Item.Requires requirement : circuit.requirements()) {
      if (!evaluator.holds(requirement.condition(), asked)) {
        return Optional.of(new Outcome.Excluded(requirement.condition().span()));
      }
    }
    return Optional.empty();
  }

  private Scope bind(List<Words> inputs) {
    Scope inner = scope.in(Scope.Mode.SPECIFICATION);
    for (int i = 0; i < inputs.size(); i++) {
      inner = inner.with(inputs().get(i).name(), Meaning.words(inputs.get(i)));
    }
    return inner;
  }

  /** The lets and index definitions of the body, in order. */
  private Scope withLocals(Scope outer) {
    Scope inner = outer;
    for (Item item : circuit.items()) {
      if (item instanceof Item.Let let) {
        inner = Evaluator.bind(let.bindings(), inner);
      } else if (item instanceof IndexDefinition definition) {
        inner = inner.with(definition.name().text(), Meanings.of(definition, inner));
      }
    }
    return inner;
  }
}
