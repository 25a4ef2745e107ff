package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Expression;
import tc0.syntax.source.Span;

/**
 * Operations on words in definitions: each sign or function is the circuit that the operator table
 * of the type names, and is applied through that circuit's own promise. A plain number beside a
 * word stands for the word of its value and must be representable.
 */
final class WordOperators {

  private final Evaluator evaluator;
  private final Instances instances;

  WordOperators(Evaluator evaluator, Instances instances) {
    this.evaluator = evaluator;
    this.instances = instances;
  }

  /** Whether a value is made of records, on which signs mean circuits. */
  static boolean isFormatted(Value value) {
    return value instanceof Value.Array array
        && array.words().type().element() instanceof WordType.Record;
  }

  /** {@code left symbol right}. */
  Value binary(String symbol, Value left, Value right, Scope scope, Span span) {
    WordType type = ((Value.Array) (isFormatted(left) ? left : right)).words().type();
    return applyTo(
        circuit(type, symbol, scope, span),
        List.of(coerced(left, type, span), coerced(right, type, span)),
        Map.of(),
        span);
  }

  /** {@code -operand}: the table's {@code negate} if there is one, else the exact opposite. */
  Value negate(Value operand, Scope scope, Span span) {
    Words words = ((Value.Array) operand).words();
    Optional<Meaning.Circuit> circuit = find(words.type(), "negate", scope);
    if (circuit.isPresent()) {
      return applyTo(circuit.get(), List.of(words), Map.of(), span);
    }
    NumberFormat format =
        words
            .type()
            .format()
            .orElseThrow(() -> new SpecificationException("no negation on " + words.type(), span));
    BigRational opposite = format.round(format.decode(words.natural()).negate());
    return new Value.Array(Words.number(words.type(), format.encode(opposite)));
  }

  /** {@code name(arguments)} if an argument is a word whose operator table has the name. */
  Optional<Value> named(String name, Expression.Call call, Scope scope) {
    List<Value> arguments = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      if (argument instanceof Expression.Comprehension || argument instanceof Expression.Function) {
        return Optional.empty();
      }
      arguments.add(evaluator.evaluate(argument, scope));
    }
    Optional<WordType> type = formattedType(arguments);
    return type.flatMap(found -> find(found, name, scope))
        .map(
            circuit ->
                applyTo(
                    circuit,
                    arguments.stream().map(a -> coerced(a, type.get(), call.span())).toList(),
                    Map.of(),
                    call.span()));
  }

  /** {@code sum {…}} or {@code product {…}} if some operand is a word. */
  Optional<Value> fold(Expression.Fold fold, Scope scope) {
    List<Value> operands = new ArrayList<>();
    evaluator
        .boxes()
        .each(fold.operands(), scope, (e, s) -> operands.add(evaluator.evaluate(e, s)));
    return formattedType(operands)
        .map(
            type -> {
              List<Words> cells =
                  operands.stream().map(o -> coerced(o, type, fold.span())).toList();
              Words array =
                  Words.ofCells(
                      type.withExtents(List.of(cells.size())), index -> cells.get(index.get(0)));
              Meaning.Circuit circuit = circuit(type, fold.operator().text(), scope, fold.span());
              return applyTo(circuit, List.of(array), Map.of(), fold.span());
            });
  }

  /** A circuit applied to argument expressions. */
  Value apply(
      Meaning.Circuit circuit,
      Map<String, BigInteger> sizes,
      List<Expression> arguments,
      Scope scope,
      Span span) {
    return applyTo(circuit, words(circuit.header(), arguments, scope, span), sizes, span);
  }

  /** A definition applied to argument expressions. */
  Value apply(
      Meaning.Definition definition,
      Map<String, BigInteger> sizes,
      List<Expression> arguments,
      Scope scope,
      Span span) {
    CircuitHeader header = definition.declaration().header();
    List<Words> words = words(header, arguments, scope, span);
    DefinedFunction function =
        instances.definition(definition, inferred(header, sizes, words, definition.scope(), span));
    return new Value.Array(function.evaluate(words, evaluator));
  }

  private Value applyTo(
      Meaning.Circuit circuit, List<Words> arguments, Map<String, BigInteger> sizes, Span span) {
    Specification specification =
        instances.circuit(
            circuit, inferred(circuit.header(), sizes, arguments, circuit.scope(), span));
    if (specification.admits(arguments, evaluator) instanceof Outcome.Excluded) {
      throw UndefinedException.outsideDomain(circuit.qualifiedName(), span);
    }
    return new Value.Array(
        specification
            .evaluate(arguments, evaluator)
            .orElseThrow(
                () ->
                    new SpecificationException(
                        circuit.qualifiedName()
                            + " promises no equation for its result, so it cannot be evaluated",
                        span)));
  }

  private Map<String, BigInteger> inferred(
      CircuitHeader header,
      Map<String, BigInteger> given,
      List<Words> arguments,
      Scope scope,
      Span span) {
    Map<String, BigInteger> sizes = new HashMap<>();
    given.forEach(
        (name, value) ->
            sizes.put(
                Character.isDigit(name.charAt(0))
                    ? header.sizes().get(Integer.parseInt(name)).name().text()
                    : name,
                value));
    if (arguments.size() != header.parameters().size()) {
      throw new SpecificationException(
          header.name() + " takes " + header.parameters().size() + " arguments", span);
    }
    for (int i = 0; i < arguments.size(); i++) {
      evaluator
          .types()
          .infer(header.parameters().get(i).type(), arguments.get(i).type(), scope, sizes);
    }
    sizes.keySet().retainAll(header.sizes().stream().map(size -> size.name().text()).toList());
    return sizes;
  }

  private List<Words> words(
      CircuitHeader header, List<Expression> arguments, Scope scope, Span span) {
    if (arguments.size() != header.parameters().size()) {
      throw new SpecificationException(
          header.name() + " takes " + header.parameters().size() + " arguments", span);
    }
    List<Value> values = new ArrayList<>();
    for (Expression argument : arguments) {
      values.add(
          argument instanceof Expression.Comprehension comprehension
              ? array(comprehension, scope)
              : evaluator.evaluate(argument, scope));
    }
    Optional<WordType> type = formattedType(values);
    return values.stream()
        .map(value -> coerced(value, type.orElseGet(WordType::bits), span))
        .toList();
  }

  /** {@code {e : box}} as an array: one axis per binder, zero outside the box. */
  private Value array(Expression.Comprehension comprehension, Scope scope) {
    Map<List<Integer>, Value> cells = new HashMap<>();
    List<Integer> extents = new ArrayList<>();
    Span span = comprehension.span();
    List<Expression> elements = comprehension.cells().elements();
    if (comprehension.cells().box().isEmpty()) {
      extents.add(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        cells.put(List.of(i), evaluator.evaluate(elements.get(i), scope));
      }
    } else {
      var box = comprehension.cells().box().get();
      Scope zero = scope;
      for (var binder : box.binders()) {
        extents.add(WordTypes.extent(evaluator.boxes().range(binder, zero).high(), span));
        zero = zero.with(binder.name().text(), Meaning.number(0));
      }
      evaluator
          .boxes()
          .someTuple(
              box,
              scope,
              inner -> {
                List<Integer> index =
                    box.binders().stream()
                        .map(b -> evaluator.named(b.name().text(), span, inner))
                        .map(v -> Conversions.asInteger(v, span).intValueExact())
                        .toList();
                cells.put(index, evaluator.evaluate(elements.get(0), inner));
                return false;
              });
    }
    WordType type =
        formattedType(List.copyOf(cells.values())).orElseGet(WordType::bits).withExtents(List.of());
    Words nothing = Words.of(type, (path, index) -> 0);
    return new Value.Array(
        Words.ofCells(
            type.withExtents(extents),
            index -> cells.containsKey(index) ? coerced(cells.get(index), type, span) : nothing));
  }

  private static Optional<WordType> formattedType(List<Value> values) {
    return values.stream()
        .filter(WordOperators::isFormatted)
        .map(value -> ((Value.Array) value).words().type().withExtents(List.of()))
        .findFirst();
  }

  /** Words stay as they are; a number becomes the word of its value. */
  private static Words coerced(Value value, WordType type, Span span) {
    return value instanceof Value.Array array
        ? array.words()
        : Encoding.encode(value, Encoding.Reading.WORD, type.withExtents(List.of()), span);
  }

  private static Meaning.Circuit circuit(WordType type, String symbol, Scope scope, Span span) {
    return find(type, symbol, scope)
        .orElseThrow(
            () -> new SpecificationException("no operator " + symbol + " on " + type, span));
  }

  private static Optional<Meaning.Circuit> find(WordType type, String symbol, Scope scope) {
    return type.element() instanceof WordType.Record record
        ? scope.operators().find(record.name(), symbol)
        : Optional.empty();
  }
}
