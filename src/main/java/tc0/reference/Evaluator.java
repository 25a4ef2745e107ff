package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.syntax.ast.Box;
import tc0.syntax.ast.Cells;
import tc0.syntax.ast.ErrorMeasure;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.LetBinding;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.Quantifier;
import tc0.syntax.ast.Subscript;
import tc0.syntax.source.Span;

/**
 * Evaluates expressions exactly, straight from the syntax. One evaluator serves one evaluation: it
 * counts steps against a limit.
 *
 * <p>Meaning at the edges: {@code div} and {@code mod} by a divisor that is not positive are 0, as
 * in index terms; {@code /} by zero has no value ({@link UndefinedException}), unless an {@code if}
 * avoids it; {@code and}, {@code or}, {@code if} evaluate only what they need, from left to right.
 */
final class Evaluator {

  /** Steps after which an evaluation is given up. */
  static final long STEP_LIMIT = 200_000_000L;

  private final Boxes boxes = new Boxes(this);
  private final Calls calls;
  private final WordTypes types;
  private final WordOperators operators;
  private long steps;

  Evaluator(Instances instances) {
    this.types = new WordTypes(this, instances);
    this.operators = new WordOperators(this, instances);
    this.calls = new Calls(this, operators);
  }

  /** The value of an expression. */
  Value evaluate(Expression expression, Scope scope) {
    if (++steps > STEP_LIMIT) {
      throw new LimitException("the specification needs more than " + STEP_LIMIT + " steps");
    }
    if ((steps & 0xFFF) == 0 && Thread.currentThread().isInterrupted()) {
      throw new LimitException("the evaluation was interrupted");
    }
    return switch (expression) {
      case Expression.Numeral numeral -> Value.Number.of(numeral.value());
      case Expression.Name name -> named(name.text(), name.span(), scope);
      case Expression.Result result -> named("return", result.span(), scope);
      case Expression.Field field -> field(field, scope);
      case Expression.Read read -> read(read, scope);
      case Expression.Call call -> calls.call(call, scope);
      case Expression.Comprehension cells -> throw misplaced("a comprehension", cells.span());
      case Expression.Function function -> throw misplaced("a function", function.span());
      case Expression.Fold fold -> fold(fold, scope);
      case Expression.Unary unary -> unary(unary, scope);
      case Expression.Binary binary -> binary(binary, scope);
      case Expression.Comparison comparison -> truth(comparison(comparison, scope));
      case Expression.Member member -> truth(member(member, scope));
      case Expression.Within within -> truth(within(within, scope));
      case Expression.Quantified quantified -> truth(quantified(quantified, scope));
      case Expression.Least least -> least(least, scope);
      case Expression.Conditional conditional ->
          evaluate(
              holds(conditional.condition(), scope) ? conditional.yes() : conditional.no(), scope);
      case Expression.LetIn let -> evaluate(let.body(), bind(let.bindings(), scope));
      case Expression.Indicator indicator ->
          Value.Number.of(holds(indicator.condition(), scope) ? BigInteger.ONE : BigInteger.ZERO);
    };
  }

  /** The truth value of a condition. */
  boolean holds(Expression condition, Scope scope) {
    return Conversions.asTruth(evaluate(condition, scope), condition.span());
  }

  /** The integer value of an index term. */
  BigInteger index(Expression term, Scope scope) {
    return Conversions.asInteger(evaluate(term, scope.in(Scope.Mode.INDEX)), term.span());
  }

  /** The scope with the bindings of a {@code let}. */
  static Scope bind(List<LetBinding> bindings, Scope scope) {
    Scope inner = scope;
    for (LetBinding binding : bindings) {
      List<String> parameters = binding.parameters().stream().map(p -> p.text()).toList();
      inner =
          inner.with(
              binding.name().text(), new Meaning.Defined(parameters, binding.value(), inner));
    }
    return inner;
  }

  /** Makes types concrete. */
  WordTypes types() {
    return types;
  }

  /** Iterates over boxes. */
  Boxes boxes() {
    return boxes;
  }

  /** The value of a name. */
  Value named(String name, Span span, Scope scope) {
    return calls.named(name, span, scope);
  }

  private Value field(Expression.Field field, Scope scope) {
    Optional<String> dotted = dotted(field).filter(name -> scope.find(name).isPresent());
    if (dotted.isPresent()) {
      return named(dotted.get(), field.span(), scope);
    }
    Words base = words(field.base(), scope);
    String name = field.field().text();
    return new Value.Array(
        base.field(name)
            .or(() -> name.equals("bits") ? Optional.of(base.bits()) : Optional.empty())
            .orElseThrow(
                () ->
                    new SpecificationException(
                        "no field " + name + " in " + base.type(), field.field().span())));
  }

  private static Optional<String> dotted(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> Optional.of(name.text());
      case Expression.Field field ->
          dotted(field.base()).map(base -> base + "." + field.field().text());
      default -> Optional.empty();
    };
  }

  private Value read(Expression.Read read, Scope scope) {
    Words base = words(read.base(), scope);
    List<Integer> extents = base.type().extents();
    if (read.subscripts().size() > extents.size()) {
      throw new SpecificationException(
          read.subscripts().size() + " subscripts on " + base.type(), read.span());
    }
    List<Words.Axis> axes = new ArrayList<>();
    for (Subscript subscript : read.subscripts()) {
      int extent = extents.get(axes.size());
      axes.add(
          switch (subscript) {
            case Subscript.At at -> Words.Axis.at(index(at.index(), scope));
            case Subscript.All all -> Words.Axis.keep(extent);
            case Subscript.Head head ->
                Words.Axis.keep(WordTypes.extent(index(head.extent(), scope), head.span()));
          });
    }
    return new Value.Array(base.select(axes));
  }

  private Words words(Expression expression, Scope scope) {
    if (evaluate(expression, scope) instanceof Value.Array array) {
      return array.words();
    }
    throw new SpecificationException("an array or a word is needed here", expression.span());
  }

  private Value fold(Expression.Fold fold, Scope scope) {
    return switch (fold.operator()) {
      case AND -> truth(!boxes.some(fold.operands(), scope, (e, s) -> !holds(e, s)));
      case OR -> truth(boxes.some(fold.operands(), scope, this::holds));
      case MAJ -> {
        long[] votes = new long[2];
        boxes.each(fold.operands(), scope, (e, s) -> votes[holds(e, s) ? 1 : 0]++);
        yield truth(votes[1] >= votes[0]);
      }
      case SUM -> reduce(fold, Real.of(BigRational.ZERO), scope);
      case PRODUCT -> reduce(fold, Real.of(BigRational.ONE), scope);
    };
  }

  private Value reduce(Expression.Fold fold, Real neutral, Scope scope) {
    boolean sum = fold.operator() == tc0.syntax.ast.FoldOperator.SUM;
    if (scope.mode() == Scope.Mode.DEFINITION) {
      Optional<Value> words = operators.fold(fold, scope);
      if (words.isPresent()) {
        return words.get();
      }
    }
    Real[] total = {neutral};
    boxes.each(
        fold.operands(),
        scope,
        (e, s) -> {
          Real operand = Conversions.asReal(evaluate(e, s), e.span());
          total[0] = sum ? total[0].plus(operand) : total[0].times(operand);
        });
    return Value.Number.of(total[0]);
  }

  private Value unary(Expression.Unary unary, Scope scope) {
    Value operand = evaluate(unary.operand(), scope);
    return switch (unary.operator()) {
      case NOT -> truth(!Conversions.asTruth(operand, unary.operand().span()));
      case MATERIALISE ->
          truth(Conversions.asInteger(operand, unary.operand().span()).signum() > 0);
      case NEGATE ->
          scope.mode() == Scope.Mode.DEFINITION && WordOperators.isFormatted(operand)
              ? operators.negate(operand, scope, unary.span())
              : Value.Number.of(Conversions.asReal(operand, unary.operand().span()).negate());
    };
  }

  private Value binary(Expression.Binary binary, Scope scope) {
    switch (binary.operator()) {
      case AND -> {
        return truth(holds(binary.left(), scope) && holds(binary.right(), scope));
      }
      case OR -> {
        return truth(holds(binary.left(), scope) || holds(binary.right(), scope));
      }
      default -> {
        Value left = evaluate(binary.left(), scope);
        Value right = evaluate(binary.right(), scope);
        if (scope.mode() == Scope.Mode.DEFINITION
            && (WordOperators.isFormatted(left) || WordOperators.isFormatted(right))) {
          return operators.binary(binary.operator().text(), left, right, scope, binary.span());
        }
        return Value.Number.of(
            Arithmetic.apply(
                binary.operator(),
                Conversions.asReal(left, binary.left().span()),
                Conversions.asReal(right, binary.right().span()),
                scope.mode() == Scope.Mode.SPECIFICATION,
                binary.span()));
      }
    }
  }

  private boolean comparison(Expression.Comparison comparison, Scope scope) {
    Value left = evaluate(comparison.first(), scope);
    for (var link : comparison.links()) {
      Value right = evaluate(link.operand(), scope);
      if (!Arithmetic.related(left, link.relation(), right, comparison.span())) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private boolean member(Expression.Member member, Scope scope) {
    BigInteger element = index(member.element(), scope);
    return boxes.contains(domain(member.domain(), scope), element);
  }

  /** The domain of that name. */
  Meaning.Domain domain(QualifiedName name, Scope scope) {
    return scope
        .find(name.toString())
        .filter(Meaning.Domain.class::isInstance)
        .map(Meaning.Domain.class::cast)
        .orElseThrow(() -> new SpecificationException("unknown domain " + name, name.span()));
  }

  private boolean within(Expression.Within within, Scope scope) {
    Value actual = evaluate(within.actual(), scope);
    Real expected =
        Conversions.asReal(evaluate(within.expected(), scope), within.expected().span());
    return Arithmetic.isWithin(
        actual,
        Conversions.asReal(evaluate(within.tolerance(), scope), within.tolerance().span()),
        within.measure() == ErrorMeasure.RELATIVE,
        expected,
        within.span());
  }

  private boolean quantified(Expression.Quantified quantified, Scope scope) {
    Cells cells =
        new Cells(
            quantified.span(),
            List.of(quantified.body()),
            Optional.of(new Box(quantified.span(), quantified.binders(), Optional.empty())));
    return quantified.quantifier() == Quantifier.EXISTS
        ? boxes.some(cells, scope, this::holds)
        : !boxes.some(cells, scope, (e, s) -> !holds(e, s));
  }

  private Value least(Expression.Least least, Scope scope) {
    BigInteger bound = index(least.bound(), scope).max(BigInteger.ZERO);
    for (BigInteger v = BigInteger.ZERO; v.compareTo(bound) < 0; v = v.add(BigInteger.ONE)) {
      Value candidate = Value.Number.of(v);
      Scope inner = scope.with(least.variable().text(), new Meaning.Known(candidate));
      if (holds(least.condition(), inner)) {
        return candidate;
      }
    }
    return Value.Number.of(bound);
  }

  private static Value.Truth truth(boolean holds) {
    return new Value.Truth(holds);
  }

  private static SpecificationException misplaced(String what, Span span) {
    return new SpecificationException(what + " can only be an argument", span);
  }
}
