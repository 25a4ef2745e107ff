package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tc0.reference.BigRational;
import tc0.reference.FixedFormat;
import tc0.reference.Meaning;
import tc0.reference.Real;
import tc0.reference.Scope;
import tc0.reference.Value;
import tc0.sat.SymbolicValue.Fraction;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Binder;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.FoldOperator;
import tc0.syntax.ast.Quantifier;
import tc0.syntax.ast.Relation;
import tc0.syntax.ast.Subscript;
import tc0.syntax.source.Span;

/**
 * Translates expressions of specifications and definitions into a graph. Sizes, bounds of boxes and
 * most indices are numbers at this point; what depends on the inputs becomes gates.
 *
 * <p>An expression may have no value on some inputs (division by zero). Every condition under which
 * a value is used is kept as a path, and {@link #undefined} collects the inputs on which some used
 * expression has no value. This agrees with evaluation, which looks only at what it needs.
 */
final class ExpressionBlaster {

  private record Remembered(SymbolicValue value, int undefined) {}

  private final BooleanGraph graph;
  private final IntegerBlaster integers;
  private final FractionBlaster fractions;
  private final WordBlaster words = new WordBlaster(this);
  private final IdentityHashMap<Object, Map<List<BigRational>, Remembered>> known =
      new IdentityHashMap<>();
  private int path = BooleanGraph.TRUE;
  private int undefined = BooleanGraph.FALSE;

  ExpressionBlaster(IntegerBlaster integers) {
    this.integers = integers;
    graph = integers.graph();
    fractions = new FractionBlaster(integers);
  }

  IntegerBlaster integers() {
    return integers;
  }

  FractionBlaster fractions() {
    return fractions;
  }

  /** The literal that holds on inputs where an expression that was used has no value. */
  int undefined() {
    return undefined;
  }

  /** Records that there is no value here where {@code condition} holds. */
  void undefinedIf(int condition) {
    undefined = graph.or(undefined, graph.and(path, condition));
  }

  /** Evaluates under one more condition on the path. */
  <T> T under(int condition, Supplier<T> action) {
    int outer = path;
    path = graph.and(path, condition);
    T result = action.get();
    path = outer;
    return result;
  }

  SymbolicValue evaluate(Expression expression, SymbolicScope scope) {
    return switch (expression) {
      case Expression.Numeral numeral -> Fraction.of(numeral.value());
      case Expression.Name name -> named(name.text(), name.span(), scope);
      case Expression.Result result -> named("return", result.span(), scope);
      case Expression.Field field -> field(field, scope);
      case Expression.Read read -> read(read, scope);
      case Expression.Call call -> call(call, scope);
      case Expression.Fold fold -> fold(fold, scope);
      case Expression.Unary unary -> unary(unary, scope);
      case Expression.Binary binary -> binary(binary, scope);
      case Expression.Comparison comparison ->
          new SymbolicValue.Truth(comparison(comparison, scope));
      case Expression.Quantified quantified ->
          new SymbolicValue.Truth(quantified(quantified, scope));
      case Expression.Least least -> least(least, scope);
      case Expression.Conditional conditional -> conditional(conditional, scope);
      case Expression.LetIn let -> evaluate(let.body(), scope.with(let.bindings()));
      case Expression.Indicator indicator ->
          Fraction.of(integers.indicator(holds(indicator.condition(), scope)));
      case Expression.Comprehension cells -> throw unsupported("a comprehension", cells.span());
      case Expression.Function function -> throw unsupported("a function", function.span());
      case Expression.Member member -> throw unsupported("a domain", member.span());
      case Expression.Within within -> throw unsupported("an approximation", within.span());
    };
  }

  /** The literal of a condition. */
  int holds(Expression condition, SymbolicScope scope) {
    return truth(evaluate(condition, scope), condition.span());
  }

  /** An index term, which must not depend on the inputs. */
  BigInteger index(Expression term, SymbolicScope scope) {
    BitVector value = whole(evaluate(term, scope.in(Scope.Mode.INDEX)), term.span());
    if (!value.isConstant()) {
      throw unsupported("a bound that depends on the inputs", term.span());
    }
    return value.min();
  }

  /** The literal of a truth value; a single bit is true if it is 1. */
  int truth(SymbolicValue value, Span span) {
    if (value instanceof SymbolicValue.Truth truth) {
      return truth.literal();
    }
    BitVector number = whole(value, span);
    if (number.min().signum() < 0 || number.max().compareTo(BigInteger.ONE) > 0) {
      throw unsupported("a number as a truth value", span);
    }
    return number.bit(0);
  }

  /** The value as a rational; single bits and truth values count as 0 or 1. */
  Fraction fraction(SymbolicValue value, Span span) {
    return switch (value) {
      case Fraction fraction -> fraction;
      case SymbolicValue.Truth truth -> Fraction.of(integers.indicator(truth.literal()));
      case SymbolicValue.Array array when array.words().type().isSingleNumber() ->
          Fraction.of(array.words().natural(integers));
      case SymbolicValue.Array array -> throw unsupported("a word as a number", span);
      case SymbolicValue.Image image -> throw unsupported("a real function not rounded", span);
    };
  }

  /** The value as an integer; undefined where it is none. */
  BitVector whole(SymbolicValue value, Span span) {
    Fraction fraction = fraction(value, span);
    if (fraction.denominator().isConstant()
        && fraction.denominator().min().equals(BigInteger.ONE)) {
      return fraction.numerator();
    }
    undefinedIf(fractions.isWhole(fraction) ^ 1);
    return fractions.floor(fraction);
  }

  SymbolicValue named(String name, Span span, SymbolicScope scope) {
    Optional<SymbolicScope.Binding> local = scope.local(name);
    if (local.isPresent()) {
      return switch (local.get()) {
        case SymbolicScope.Bound bound -> bound.value();
        case SymbolicScope.Local function -> apply(function, List.of(), span);
      };
    }
    Meaning meaning = scope.outer(name).orElseThrow(() -> unsupported("the name " + name, span));
    return switch (meaning) {
      case Meaning.Known number -> constant(number.value(), span);
      case Meaning.Defined defined -> apply(defined, List.of(), span);
      case Meaning.Circuit circuit -> words.apply(circuit, Map.of(), List.of(), scope, span);
      default -> throw unsupported("the name " + name, span);
    };
  }

  private SymbolicValue constant(Value value, Span span) {
    if (value instanceof Value.Number number && number.real() instanceof Real.Exact exact) {
      BigRational rational = exact.value();
      return new Fraction(
          BitVector.constant(rational.numerator()), BitVector.constant(rational.denominator()));
    }
    if (value instanceof Value.Truth truth) {
      return new SymbolicValue.Truth(truth.holds() ? BooleanGraph.TRUE : BooleanGraph.FALSE);
    }
    throw unsupported("the constant " + value, span);
  }

  private SymbolicValue field(Expression.Field field, SymbolicScope scope) {
    Optional<String> dotted = dotted(field);
    if (dotted.isPresent() && scope.outer(dotted.get()).isPresent()) {
      return named(dotted.get(), field.span(), scope);
    }
    SymbolicWords base = array(field.base(), scope);
    String name = field.field().text();
    return new SymbolicValue.Array(
        base.field(name)
            .or(() -> name.equals("bits") ? Optional.of(base.bits()) : Optional.empty())
            .orElseThrow(() -> unsupported("the field " + name, field.span())));
  }

  private static Optional<String> dotted(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> Optional.of(name.text());
      case Expression.Field field ->
          dotted(field.base()).map(base -> base + "." + field.field().text());
      default -> Optional.empty();
    };
  }

  private SymbolicValue read(Expression.Read read, SymbolicScope scope) {
    SymbolicWords base = array(read.base(), scope);
    List<SymbolicWords.Axis> axes = new ArrayList<>();
    for (Subscript subscript : read.subscripts()) {
      if (axes.size() == base.type().extents().size()) {
        throw unsupported("more subscripts than axes", read.span());
      }
      int extent = base.type().extents().get(axes.size());
      axes.add(
          switch (subscript) {
            case Subscript.All all -> new SymbolicWords.Axis.Kept(extent);
            case Subscript.Head head ->
                new SymbolicWords.Axis.Kept(
                    index(head.extent(), scope).max(BigInteger.ZERO).intValueExact());
            case Subscript.At at -> axis(at, scope);
          });
    }
    return new SymbolicValue.Array(base.select(axes, integers));
  }

  private SymbolicWords.Axis axis(Subscript.At at, SymbolicScope scope) {
    BitVector index = whole(evaluate(at.index(), scope.in(Scope.Mode.INDEX)), at.span());
    if (!index.isConstant()) {
      return new SymbolicWords.Axis.Chosen(index);
    }
    boolean small = index.min().signum() >= 0 && index.min().bitLength() < 31;
    return new SymbolicWords.Axis.At(small ? index.min().intValue() : -1);
  }

  private SymbolicWords array(Expression expression, SymbolicScope scope) {
    if (evaluate(expression, scope) instanceof SymbolicValue.Array array) {
      return array.words();
    }
    throw unsupported("a number as an array", expression.span());
  }

  private SymbolicValue call(Expression.Call call, SymbolicScope scope) {
    String name = call.callee().toString();
    Optional<SymbolicScope.Binding> local = scope.local(name);
    if (local.isPresent() && local.get() instanceof SymbolicScope.Local function) {
      return apply(function, arguments(call, scope), call.span());
    }
    Optional<Meaning> meaning = scope.outer(name);
    boolean circuit = meaning.filter(Meaning.Circuit.class::isInstance).isPresent();
    boolean definition = scope.mode() == Scope.Mode.DEFINITION;
    if (meaning.isEmpty() || (circuit && !definition && BuiltInBlaster.has(name))) {
      Optional<SymbolicValue> operator =
          definition ? words.named(name, call, scope) : Optional.empty();
      return operator.orElseGet(() -> new BuiltInBlaster(this).apply(name, call, scope));
    }
    return switch (meaning.get()) {
      case Meaning.Defined defined -> apply(defined, arguments(call, scope), call.span());
      case Meaning.Computed computed -> computed(computed, call, scope);
      case Meaning.Circuit callee ->
          words.apply(callee, words.sizes(call, scope), call.arguments(), scope, call.span());
      default -> throw unsupported("the call of " + name, call.span());
    };
  }

  /** A function of the host, tabulated over its one argument. */
  private SymbolicValue computed(
      Meaning.Computed computed, Expression.Call call, SymbolicScope scope) {
    if (call.arguments().size() != 1) {
      throw unsupported("a computed function of several arguments", call.span());
    }
    BitVector argument = whole(evaluate(call.arguments().get(0), scope), call.span());
    return Fraction.of(
        integers.table(
            argument,
            x -> {
              Value number = new Value.Number(Real.of(BigRational.of(x)), Optional.empty());
              SymbolicValue y = constant(computed.function().apply(List.of(number)), call.span());
              return whole(y, call.span()).min();
            }));
  }

  private List<SymbolicValue> arguments(Expression.Call call, SymbolicScope scope) {
    return call.arguments().stream().map(argument -> evaluate(argument, scope)).toList();
  }

  private SymbolicValue apply(
      SymbolicScope.Local function, List<SymbolicValue> arguments, Span span) {
    return apply(
        function, function.parameters(), function.body(), function.scope(), arguments, span);
  }

  private SymbolicValue apply(Meaning.Defined defined, List<SymbolicValue> arguments, Span span) {
    return apply(
        defined,
        defined.parameters(),
        defined.body(),
        SymbolicScope.over(defined.scope()),
        arguments,
        span);
  }

  /** Applies a function, once for each list of constant arguments. */
  private SymbolicValue apply(
      Object identity,
      List<String> parameters,
      Expression body,
      SymbolicScope scope,
      List<SymbolicValue> arguments,
      Span span) {
    if (arguments.size() != parameters.size()) {
      throw unsupported("a wrong number of arguments", span);
    }
    SymbolicScope inner = scope;
    for (int i = 0; i < parameters.size(); i++) {
      inner = inner.with(parameters.get(i), arguments.get(i));
    }
    boolean plain = arguments.stream().allMatch(a -> a instanceof Fraction f && f.isConstant());
    if (!plain) {
      return evaluate(body, inner);
    }
    Map<List<BigRational>, Remembered> results =
        known.computeIfAbsent(identity, key -> new HashMap<>());
    List<BigRational> key = arguments.stream().map(ExpressionBlaster::rational).toList();
    Remembered result = results.get(key);
    if (result == null) {
      int outerPath = path;
      int outerUndefined = undefined;
      path = BooleanGraph.TRUE;
      undefined = BooleanGraph.FALSE;
      SymbolicValue value = evaluate(body, inner);
      result = new Remembered(value, undefined);
      path = outerPath;
      undefined = outerUndefined;
      results.put(key, result);
    }
    undefinedIf(result.undefined());
    return result.value();
  }

  private static BigRational rational(SymbolicValue value) {
    Fraction fraction = (Fraction) value;
    return new BigRational(fraction.numerator().min(), fraction.denominator().min());
  }

  private SymbolicValue fold(Expression.Fold fold, SymbolicScope scope) {
    boolean formatted =
        scope.mode() == Scope.Mode.DEFINITION
            && (fold.operator() == FoldOperator.SUM || fold.operator() == FoldOperator.PRODUCT);
    if (formatted) {
      Optional<SymbolicValue> result = words.fold(fold, scope);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return switch (fold.operator()) {
      case AND -> new SymbolicValue.Truth(all(fold.operands(), scope, 0));
      case OR -> new SymbolicValue.Truth(all(fold.operands(), scope, 1) ^ 1);
      case MAJ -> {
        List<BitVector> votes = new ArrayList<>();
        each(
            fold.operands(),
            scope,
            (guard, operand) -> {
              BitVector vote = integers.indicator(truth(operand, fold.span()));
              BitVector both =
                  integers.subtract(integers.shiftLeft(vote, 1), BitVector.constant(1));
              votes.add(integers.choose(guard, both, BitVector.constant(0)));
            });
        yield new SymbolicValue.Truth(integers.sum(votes).sign() ^ 1);
      }
      case SUM -> {
        Fraction[] total = {Fraction.of(BigInteger.ZERO)};
        each(
            fold.operands(),
            scope,
            (guard, operand) ->
                total[0] =
                    fractions.add(
                        total[0],
                        fractions.choose(
                            guard, fraction(operand, fold.span()), Fraction.of(BigInteger.ZERO))));
        yield total[0];
      }
      case PRODUCT -> {
        Fraction[] total = {Fraction.of(BigInteger.ONE)};
        each(
            fold.operands(),
            scope,
            (guard, operand) ->
                total[0] =
                    fractions.multiply(
                        total[0],
                        fractions.choose(
                            guard, fraction(operand, fold.span()), Fraction.of(BigInteger.ONE))));
        yield total[0];
      }
    };
  }

  /** All operands, each flipped, hold; later ones are only looked at if earlier ones do. */
  private int all(Cells cells, SymbolicScope scope, int flip) {
    int[] result = {BooleanGraph.TRUE};
    eachPlace(
        cells,
        scope,
        (expression, place) -> {
          int literal =
              under(
                  graph.and(result[0], place.guard()),
                  () -> holds(expression, place.scope()) ^ flip);
          result[0] = graph.and(result[0], graph.or(literal, place.guard() ^ 1));
        });
    return result[0];
  }

  /** A tuple of a box: the scope in which it is bound, and the literal of the guard there. */
  record Place(SymbolicScope scope, int guard) {}

  /** Evaluates every element at every tuple of its box where the guard is not plainly false. */
  void each(Cells cells, SymbolicScope scope, BiConsumer<Integer, SymbolicValue> action) {
    eachPlace(
        cells,
        scope,
        (expression, place) ->
            action.accept(
                place.guard(), under(place.guard(), () -> evaluate(expression, place.scope()))));
  }

  private void eachPlace(Cells cells, SymbolicScope scope, BiConsumer<Expression, Place> action) {
    for (Place place : places(cells.box(), scope)) {
      cells.elements().forEach(element -> action.accept(element, place));
    }
  }

  /** The tuples of a box in lexicographic order; one for no box. */
  List<Place> places(Optional<Box> box, SymbolicScope scope) {
    List<SymbolicScope> scopes = List.of(scope);
    for (Binder binder : box.map(Box::binders).orElse(List.of())) {
      List<SymbolicScope> inner = new ArrayList<>();
      for (SymbolicScope outer : scopes) {
        Range range = range(binder, outer);
        for (BigInteger v = range.low(); v.compareTo(range.high()) < 0; v = v.add(BigInteger.ONE)) {
          inner.add(outer.with(binder.name().text(), v));
        }
      }
      scopes = inner;
    }
    List<Place> places = new ArrayList<>();
    for (SymbolicScope inner : scopes) {
      int guard = box.flatMap(Box::guard).map(g -> holds(g, inner)).orElse(BooleanGraph.TRUE);
      if (guard != BooleanGraph.FALSE) {
        places.add(new Place(inner, guard));
      }
    }
    return places;
  }

  /** Half-open bounds. */
  record Range(BigInteger low, BigInteger high) {}

  /** The bounds of a binder, a negative lower one cut off. */
  Range range(Binder binder, SymbolicScope scope) {
    if (!(binder instanceof Binder.Range range)) {
      throw unsupported("a domain", binder.span());
    }
    BigInteger low = BigInteger.ZERO;
    if (range.lower().isPresent()) {
      BigInteger first = index(range.lower().get().bound(), scope);
      low = low.max(range.lower().get().strict() ? first.add(BigInteger.ONE) : first);
    }
    BigInteger high = index(range.upper(), scope);
    return new Range(low, range.upperInclusive() ? high.add(BigInteger.ONE) : high);
  }

  private int quantified(Expression.Quantified quantified, SymbolicScope scope) {
    Cells cells =
        new Cells(
            quantified.span(),
            List.of(quantified.body()),
            Optional.of(new Box(quantified.span(), quantified.binders(), Optional.empty())));
    return quantified.quantifier() == Quantifier.FORALL
        ? all(cells, scope, 0)
        : all(cells, scope, 1) ^ 1;
  }

  /** The least number that satisfies a condition, from a chain of choices. */
  private SymbolicValue least(Expression.Least least, SymbolicScope scope) {
    BigInteger bound = index(least.bound(), scope).max(BigInteger.ZERO);
    List<Integer> hits = new ArrayList<>();
    int none = BooleanGraph.TRUE;
    for (BigInteger v = BigInteger.ZERO;
        v.compareTo(bound) < 0 && none != BooleanGraph.FALSE;
        v = v.add(BigInteger.ONE)) {
      SymbolicScope inner = scope.with(least.variable().text(), v);
      int hit = under(none, () -> holds(least.condition(), inner));
      hits.add(hit);
      none = graph.and(none, hit ^ 1);
    }
    BitVector result = BitVector.constant(bound);
    for (int v = hits.size() - 1; v >= 0; v--) {
      result = integers.choose(hits.get(v), BitVector.constant(v), result);
    }
    return Fraction.of(result);
  }

  private SymbolicValue conditional(Expression.Conditional conditional, SymbolicScope scope) {
    int condition = holds(conditional.condition(), scope);
    if (condition == BooleanGraph.TRUE) {
      return evaluate(conditional.yes(), scope);
    }
    if (condition == BooleanGraph.FALSE) {
      return evaluate(conditional.no(), scope);
    }
    SymbolicValue yes = under(condition, () -> evaluate(conditional.yes(), scope));
    SymbolicValue no = under(condition ^ 1, () -> evaluate(conditional.no(), scope));
    if (yes instanceof SymbolicValue.Array a && !a.words().type().isSingleNumber()) {
      return words.choose(condition, yes, no, conditional.span());
    }
    return fractions.choose(
        condition, fraction(yes, conditional.span()), fraction(no, conditional.span()));
  }

  private SymbolicValue unary(Expression.Unary unary, SymbolicScope scope) {
    SymbolicValue operand = evaluate(unary.operand(), scope);
    return switch (unary.operator()) {
      case NOT -> new SymbolicValue.Truth(truth(operand, unary.span()) ^ 1);
      case MATERIALISE ->
          new SymbolicValue.Truth(integers.atLeast(whole(operand, unary.span()), BigInteger.ONE));
      case NEGATE ->
          scope.mode() == Scope.Mode.DEFINITION && WordBlaster.isFormatted(operand)
              ? words.negate(operand, scope, unary.span())
              : fractions.negate(fraction(operand, unary.span()));
    };
  }

  private SymbolicValue binary(Expression.Binary binary, SymbolicScope scope) {
    Span span = binary.span();
    if (binary.operator() == BinaryOperator.AND) {
      int left = holds(binary.left(), scope);
      return new SymbolicValue.Truth(
          graph.and(left, under(left, () -> holds(binary.right(), scope))));
    }
    if (binary.operator() == BinaryOperator.OR) {
      int left = holds(binary.left(), scope);
      return new SymbolicValue.Truth(
          graph.or(left, under(left ^ 1, () -> holds(binary.right(), scope))));
    }
    SymbolicValue left = evaluate(binary.left(), scope);
    SymbolicValue right = evaluate(binary.right(), scope);
    if (scope.mode() == Scope.Mode.DEFINITION
        && (WordBlaster.isFormatted(left) || WordBlaster.isFormatted(right))) {
      return words.binary(binary.operator().text(), left, right, scope, span);
    }
    return switch (binary.operator()) {
      case ADD -> fractions.add(fraction(left, span), fraction(right, span));
      case SUBTRACT -> fractions.add(fraction(left, span), fractions.negate(fraction(right, span)));
      case MULTIPLY -> fractions.multiply(fraction(left, span), fraction(right, span));
      case DIVIDE -> {
        Fraction divisor = fraction(right, span);
        undefinedIf(integers.isZero(divisor.numerator()));
        yield fractions.divide(fraction(left, span), divisor);
      }
      case DIV -> Fraction.of(integers.divide(whole(left, span), whole(right, span)));
      case MOD -> Fraction.of(integers.modulo(whole(left, span), whole(right, span)));
      case POWER -> power(fraction(left, span), whole(right, span), scope, span);
      case AND, OR -> throw new IllegalStateException("decided above");
    };
  }

  private SymbolicValue power(Fraction base, BitVector exponent, SymbolicScope scope, Span span) {
    if (base.isConstant() && exponent.isConstant()) {
      int e = exponent.min().intValueExact();
      BigRational number = rational(base);
      if (e < 0 && number.signum() == 0) {
        undefinedIf(BooleanGraph.TRUE);
        return Fraction.of(BigInteger.ZERO);
      }
      BigRational power = number.power(e);
      BigRational result = scope.mode() == Scope.Mode.INDEX ? BigRational.of(power.floor()) : power;
      return new Fraction(
          BitVector.constant(result.numerator()), BitVector.constant(result.denominator()));
    }
    if (exponent.isConstant() && exponent.min().signum() >= 0) {
      Fraction result = Fraction.of(BigInteger.ONE);
      for (int i = 0; i < exponent.min().intValueExact(); i++) {
        result = fractions.multiply(base, result);
      }
      return result;
    }
    boolean whole = base.isConstant() && base.denominator().min().equals(BigInteger.ONE);
    if (!whole || exponent.min().signum() < 0 || exponent.max().bitLength() > 12) {
      throw unsupported("a power with such an exponent", span);
    }
    return Fraction.of(
        integers.table(exponent, e -> base.numerator().min().pow(e.intValueExact())));
  }

  private int comparison(Expression.Comparison comparison, SymbolicScope scope) {
    int result = BooleanGraph.TRUE;
    SymbolicValue left = evaluate(comparison.first(), scope);
    for (var link : comparison.links()) {
      int before = result;
      SymbolicValue right = under(before, () -> evaluate(link.operand(), scope));
      result = graph.and(result, related(left, link.relation(), right, comparison.span()));
      left = right;
    }
    return result;
  }

  private int related(SymbolicValue left, Relation relation, SymbolicValue right, Span span) {
    return switch (relation) {
      case EQUAL -> conjunction(equalBits(left, right, span));
      case NOT_EQUAL -> conjunction(equalBits(left, right, span)) ^ 1;
      case LESS -> fractions.less(fraction(left, span), fraction(right, span));
      case LESS_EQUAL -> fractions.less(fraction(right, span), fraction(left, span)) ^ 1;
      case GREATER -> fractions.less(fraction(right, span), fraction(left, span));
      case GREATER_EQUAL -> fractions.less(fraction(left, span), fraction(right, span)) ^ 1;
    };
  }

  private int conjunction(List<Integer> literals) {
    return graph.and(literals.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Literals, low digit first, that all hold iff two values are equal. */
  List<Integer> equalBits(SymbolicValue left, SymbolicValue right, Span span) {
    if (isWord(left) && isWord(right)) {
      return words.equalBits(
          ((SymbolicValue.Array) left).words(), ((SymbolicValue.Array) right).words());
    }
    return fractions.equalBits(fraction(left, span), fraction(right, span));
  }

  private static boolean isWord(SymbolicValue value) {
    return value instanceof SymbolicValue.Array array && !array.words().type().isSingleNumber();
  }

  /** The number that a word of a format stands for. */
  Fraction decoded(SymbolicWords word, Span span) {
    if (word.type().extents().isEmpty()
        && word.type().format().orElse(null) instanceof FixedFormat fixed) {
      return new Fraction(
          word.integer(integers),
          BitVector.constant(BigInteger.ONE.shiftLeft(fixed.fractionBits())));
    }
    throw unsupported("the value of a " + word.type(), span);
  }

  static UnsupportedSpecificationException unsupported(String what, Span span) {
    return new UnsupportedSpecificationException(what + " cannot be translated into bits", span);
  }
}
