package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.reference.FixedFormat;
import tc0.reference.Meaning;
import tc0.reference.Specification;
import tc0.reference.WordType;
import tc0.sat.SymbolicValue.Fraction;
import tc0.syntax.ast.CircuitHeader;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.SizeParameter;
import tc0.syntax.ast.Type;
import tc0.syntax.source.Span;

/**
 * Operations on words in definitions: a sign or function on words is the circuit that the operator
 * table of their type names, and means what that circuit promises.
 */
final class WordBlaster {

  private final ExpressionBlaster expressions;

  WordBlaster(ExpressionBlaster expressions) {
    this.expressions = expressions;
  }

  /** Whether a value is made of records, on which signs mean circuits. */
  static boolean isFormatted(SymbolicValue value) {
    return value instanceof SymbolicValue.Array array
        && array.words().type().element() instanceof WordType.Record;
  }

  /** {@code left symbol right}. */
  SymbolicValue binary(
      String symbol, SymbolicValue left, SymbolicValue right, SymbolicScope scope, Span span) {
    WordType type = cellType(List.of(left, right)).orElseThrow();
    return apply(
        operator(type, symbol, scope, span),
        Map.of(),
        List.of(coerced(left, type, span), coerced(right, type, span)),
        span);
  }

  /** {@code -operand}: the table's {@code negate} if there is one, else the exact opposite. */
  SymbolicValue negate(SymbolicValue operand, SymbolicScope scope, Span span) {
    WordType type = cellType(List.of(operand)).orElseThrow();
    SymbolicWords word = ((SymbolicValue.Array) operand).words();
    Optional<Meaning.Circuit> circuit = find(type, "negate", scope);
    if (circuit.isPresent()) {
      return apply(circuit.get(), Map.of(), List.of(word), span);
    }
    FixedFormat format =
        type.format()
            .filter(FixedFormat.class::isInstance)
            .map(FixedFormat.class::cast)
            .orElseThrow(() -> ExpressionBlaster.unsupported("the opposite of " + type, span));
    Fraction opposite = expressions.fractions().negate(expressions.decoded(word, span));
    return new SymbolicValue.Array(
        number(expressions.fractions().round(format, opposite), type, span));
  }

  /** {@code name(arguments)} if an argument is a word whose operator table has the name. */
  Optional<SymbolicValue> named(String name, Expression.Call call, SymbolicScope scope) {
    List<SymbolicValue> arguments = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      if (argument instanceof Expression.Comprehension || argument instanceof Expression.Function) {
        return Optional.empty();
      }
      arguments.add(expressions.evaluate(argument, scope));
    }
    Optional<WordType> type = cellType(arguments);
    return type.flatMap(t -> find(t, name, scope))
        .map(
            circuit ->
                apply(
                    circuit,
                    Map.of(),
                    arguments.stream().map(a -> coerced(a, type.get(), call.span())).toList(),
                    call.span()));
  }

  /** {@code sum {…}} or {@code product {…}} if some operand is a word. */
  Optional<SymbolicValue> fold(Expression.Fold fold, SymbolicScope scope) {
    List<SymbolicValue> operands = new ArrayList<>();
    expressions.each(
        fold.operands(),
        scope,
        (guard, operand) -> {
          requireCertain(guard, fold.span());
          operands.add(operand);
        });
    return cellType(operands)
        .map(
            type -> {
              List<SymbolicWords> cells =
                  operands.stream().map(o -> coerced(o, type, fold.span())).toList();
              SymbolicWords array =
                  new SymbolicWords(
                      type.withExtents(List.of(cells.size())),
                      (path, index) ->
                          cells.get(index.get(0)).leaf(path, index.subList(1, index.size())));
              Meaning.Circuit circuit = operator(type, fold.operator().text(), scope, fold.span());
              return apply(circuit, Map.of(), List.of(array), fold.span());
            });
  }

  /** A circuit applied to argument expressions. */
  SymbolicValue apply(
      Meaning.Circuit circuit,
      Map<String, BigInteger> sizes,
      List<Expression> arguments,
      SymbolicScope scope,
      Span span) {
    List<SymbolicValue> values = new ArrayList<>();
    for (Expression argument : arguments) {
      values.add(
          argument instanceof Expression.Comprehension cells
              ? comprehension(cells, scope)
              : expressions.evaluate(argument, scope));
    }
    WordType cell = cellType(values).orElseGet(WordType::bits);
    return apply(circuit, sizes, values.stream().map(v -> coerced(v, cell, span)).toList(), span);
  }

  /** The explicit sizes of a call, by name, or by position as a numeral. */
  Map<String, BigInteger> sizes(Expression.Call call, SymbolicScope scope) {
    Map<String, BigInteger> sizes = new HashMap<>();
    for (int i = 0; i < call.sizes().size(); i++) {
      var size = call.sizes().get(i);
      sizes.put(
          size.name().map(name -> name.text()).orElse(Integer.toString(i)),
          expressions.index(size.value(), scope));
    }
    return sizes;
  }

  private SymbolicValue apply(
      Meaning.Circuit circuit,
      Map<String, BigInteger> given,
      List<SymbolicWords> arguments,
      Span span) {
    CircuitHeader header = circuit.header();
    Map<String, BigInteger> sizes = inferred(header, given, arguments, span);
    Specification signature = Specification.of(circuit, sizes, Map.of());
    SymbolicScope scope = SymbolicScope.over(circuit.scope());
    for (SizeParameter size : header.sizes()) {
      SymbolicScope outer = scope;
      BigInteger value =
          Optional.ofNullable(sizes.get(size.name().text()))
              .orElseGet(() -> expressions.index(size.defaultValue().orElseThrow(), outer));
      scope = scope.with(size.name().text(), value);
    }
    return new SymbolicValue.Array(
        new PromiseBlaster(expressions, circuit)
            .prescribed(scope, arguments, signature.result(), span));
  }

  private static Map<String, BigInteger> inferred(
      CircuitHeader header,
      Map<String, BigInteger> given,
      List<SymbolicWords> arguments,
      Span span) {
    if (arguments.size() != header.parameters().size()) {
      throw ExpressionBlaster.unsupported("a wrong number of arguments", span);
    }
    Map<String, BigInteger> sizes = new HashMap<>();
    given.forEach(
        (name, value) ->
            sizes.put(
                Character.isDigit(name.charAt(0))
                    ? header.sizes().get(Integer.parseInt(name)).name().text()
                    : name,
                value));
    for (int i = 0; i < arguments.size(); i++) {
      Type written = header.parameters().get(i).type();
      WordType actual = arguments.get(i).type();
      match(written.extents(), actual.extents(), sizes);
      if (written instanceof Type.Named named
          && actual.element() instanceof WordType.Record record) {
        match(named.arguments(), record.arguments(), sizes);
      }
    }
    sizes.keySet().retainAll(header.sizes().stream().map(size -> size.name().text()).toList());
    return sizes;
  }

  private static void match(
      List<Expression> written, List<Integer> actual, Map<String, BigInteger> sizes) {
    for (int i = 0; i < Math.min(written.size(), actual.size()); i++) {
      if (written.get(i) instanceof Expression.Name name) {
        sizes.putIfAbsent(name.text(), BigInteger.valueOf(actual.get(i)));
      }
    }
  }

  /** {@code {e : box}} as an array: one axis per binder, zero outside the box. */
  private SymbolicValue comprehension(Expression.Comprehension comprehension, SymbolicScope scope) {
    Span span = comprehension.span();
    Map<List<Integer>, SymbolicValue> values = new HashMap<>();
    List<Integer> extents = new ArrayList<>();
    List<Expression> elements = comprehension.cells().elements();
    if (comprehension.cells().box().isEmpty()) {
      extents.add(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        values.put(List.of(i), expressions.evaluate(elements.get(i), scope));
      }
    } else {
      var binders = comprehension.cells().box().get().binders();
      SymbolicScope first = scope;
      for (var binder : binders) {
        extents.add(expressions.range(binder, first).high().max(BigInteger.ZERO).intValueExact());
        first = first.with(binder.name().text(), BigInteger.ZERO);
      }
      for (var place : expressions.places(comprehension.cells().box(), scope)) {
        requireCertain(place.guard(), span);
        List<Integer> index = new ArrayList<>();
        for (var binder : binders) {
          SymbolicValue at = expressions.named(binder.name().text(), span, place.scope());
          index.add(expressions.whole(at, span).min().intValueExact());
        }
        values.put(index, expressions.evaluate(elements.get(0), place.scope()));
      }
    }
    WordType cell = cellType(List.copyOf(values.values())).orElseGet(WordType::bits);
    Map<List<Integer>, SymbolicWords> cells = new HashMap<>();
    values.forEach((index, value) -> cells.put(index, coerced(value, cell, span)));
    SymbolicWords nothing = new SymbolicWords(cell, (path, index) -> BitVector.constant(0));
    int rank = extents.size();
    return new SymbolicValue.Array(
        new SymbolicWords(
            cell.withExtents(extents),
            (path, index) ->
                cells
                    .getOrDefault(index.subList(0, rank), nothing)
                    .leaf(path, index.subList(rank, index.size()))));
  }

  /** {@code yes} or {@code no}, cell by cell. */
  SymbolicValue choose(int condition, SymbolicValue yes, SymbolicValue no, Span span) {
    SymbolicWords a = ((SymbolicValue.Array) yes).words();
    SymbolicWords b = coerced(no, a.type().withExtents(List.of()), span);
    if (!a.type().equals(b.type())) {
      throw ExpressionBlaster.unsupported("a choice between different types", span);
    }
    return new SymbolicValue.Array(
        new SymbolicWords(
            a.type(),
            (path, index) ->
                expressions
                    .integers()
                    .choose(condition, a.leaf(path, index), b.leaf(path, index))));
  }

  /** Literals that all hold iff two arrays have the same cells. */
  List<Integer> equalBits(SymbolicWords a, SymbolicWords b) {
    List<BitVector> left = a.cells();
    List<BitVector> right = b.cells();
    if (left.size() != right.size()) {
      return List.of(BooleanGraph.FALSE);
    }
    List<Integer> result = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      result.addAll(expressions.integers().equalBits(left.get(i), right.get(i)));
    }
    return result;
  }

  /** Words stay as they are; a number becomes the word of its value, which must exist. */
  SymbolicWords coerced(SymbolicValue value, WordType type, Span span) {
    if (value instanceof SymbolicValue.Array array
        && !(array.words().type().isSingleNumber() && type.format().isPresent())) {
      return array.words();
    }
    if (type.format().isPresent()) {
      return number(expressions.fraction(value, span), type, span);
    }
    BitVector integer = expressions.whole(value, span);
    return new SymbolicWords(type, (path, index) -> integer);
  }

  /** The word of a number of a fixed-point format; undefined where the number is not in it. */
  SymbolicWords number(Fraction value, WordType type, Span span) {
    if (!(type.format().orElse(null) instanceof FixedFormat format) || !type.extents().isEmpty()) {
      throw ExpressionBlaster.unsupported("a word of type " + type, span);
    }
    Fraction scaled =
        value.denominator().isConstant()
                && value.denominator().min().equals(BigInteger.ONE.shiftLeft(format.fractionBits()))
            ? Fraction.of(value.numerator())
            : expressions
                .fractions()
                .multiply(Fraction.of(BigInteger.ONE.shiftLeft(format.fractionBits())), value);
    BitVector units = expressions.whole(scaled, span);
    BigInteger half = BigInteger.ONE.shiftLeft(format.width() - 1);
    BitVector inside =
        expressions.integers().clamp(units, half.negate(), half.subtract(BigInteger.ONE));
    expressions.undefinedIf(expressions.integers().equal(units, inside) ^ 1);
    return SymbolicWords.word(type, inside);
  }

  private static void requireCertain(int guard, Span span) {
    if (guard != BooleanGraph.TRUE) {
      throw ExpressionBlaster.unsupported("a guard that depends on the inputs", span);
    }
  }

  private static Optional<WordType> cellType(List<SymbolicValue> values) {
    return values.stream()
        .filter(WordBlaster::isFormatted)
        .map(value -> ((SymbolicValue.Array) value).words().type().withExtents(List.of()))
        .findFirst();
  }

  private static Meaning.Circuit operator(
      WordType type, String symbol, SymbolicScope scope, Span span) {
    return find(type, symbol, scope)
        .orElseThrow(
            () -> ExpressionBlaster.unsupported("the operator " + symbol + " on " + type, span));
  }

  private static Optional<Meaning.Circuit> find(WordType type, String symbol, SymbolicScope scope) {
    return type.element() instanceof WordType.Record record
        ? scope.operators().find(record.name(), symbol)
        : Optional.empty();
  }
}
