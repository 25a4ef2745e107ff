package tc0.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.reference.Meaning;
import tc0.reference.Scope;
import tc0.reference.WordType;
import tc0.syntax.ast.BinaryOperator;
import tc0.syntax.ast.Expression;
import tc0.syntax.ast.IndexDefinition;
import tc0.syntax.ast.Item;
import tc0.syntax.ast.Quantifier;
import tc0.syntax.ast.Relation;
import tc0.syntax.source.Span;

/**
 * The {@code requires} and {@code ensures} of a circuit: as goals about a given result, and as the
 * result that they prescribe.
 */
final class PromiseBlaster {

  private final ExpressionBlaster expressions;
  private final Meaning.Circuit circuit;

  PromiseBlaster(ExpressionBlaster expressions, Meaning.Circuit circuit) {
    this.expressions = expressions;
    this.circuit = circuit;
  }

  /** The literal that holds iff all requirements hold. */
  int required(SymbolicScope sized, List<SymbolicWords> inputs) {
    SymbolicScope scope = body(sized, inputs);
    int result = BooleanGraph.TRUE;
    for (Item.Requires requirement : circuit.requirements()) {
      int before = result;
      int holds =
          expressions.under(before, () -> expressions.holds(requirement.condition(), scope));
      result = expressions.integers().graph().and(result, holds);
    }
    return result;
  }

  /** Literals that all hold iff the result keeps every promise. */
  List<Integer> goals(SymbolicScope sized, List<SymbolicWords> inputs, SymbolicWords returned) {
    SymbolicScope asked = body(sized, inputs);
    SymbolicScope answered = asked.with("return", new SymbolicValue.Array(returned));
    List<Integer> goals = new ArrayList<>();
    for (Item.Ensures promise : circuit.promises()) {
      int applies =
          promise
              .condition()
              .map(condition -> expressions.holds(condition, asked))
              .orElse(BooleanGraph.TRUE);
      List<Integer> parts =
          expressions.under(applies, () -> conjuncts(promise.relation(), answered));
      for (int part : parts) {
        goals.add(expressions.integers().graph().or(applies ^ 1, part));
      }
    }
    return goals;
  }

  /** A relation as literals that must all hold: the digits of equations one by one. */
  private List<Integer> conjuncts(Expression relation, SymbolicScope scope) {
    List<Integer> result = new ArrayList<>();
    switch (relation) {
      case Expression.Binary and when and.operator() == BinaryOperator.AND -> {
        result.addAll(conjuncts(and.left(), scope));
        result.addAll(conjuncts(and.right(), scope));
      }
      case Expression.Quantified all when all.quantifier() == Quantifier.FORALL -> {
        var box = new tc0.syntax.ast.Box(all.span(), all.binders(), Optional.empty());
        for (var place : expressions.places(Optional.of(box), scope)) {
          result.addAll(conjuncts(all.body(), place.scope()));
        }
      }
      case Expression.Comparison equation
          when equation.links().size() == 1
              && equation.links().get(0).relation() == Relation.EQUAL ->
          result.addAll(
              expressions.equalBits(
                  expressions.evaluate(equation.first(), scope),
                  expressions.evaluate(equation.links().get(0).operand(), scope),
                  equation.span()));
      default -> result.add(expressions.holds(relation, scope));
    }
    return result;
  }

  /** The one word that the promises prescribe. */
  SymbolicWords prescribed(
      SymbolicScope sized, List<SymbolicWords> inputs, WordType type, Span span) {
    SymbolicScope scope = body(sized, inputs);
    for (Item.Ensures promise : circuit.promises()) {
      if (promise.condition().isEmpty()
          && promise.relation() instanceof Expression.Comparison equation
          && equation.links().size() == 1
          && equation.links().get(0).relation() == Relation.EQUAL) {
        Optional<String> reading = reading(equation.first());
        if (reading.isPresent()) {
          Expression expected = equation.links().get(0).operand();
          return encoded(
              reading.get(), expressions.evaluate(expected, scope), type, expected.span());
        }
      }
    }
    throw ExpressionBlaster.unsupported("the promise of " + circuit.qualifiedName(), span);
  }

  /** How the left side of an equation reads the whole result: by a function, or as it is. */
  private static Optional<String> reading(Expression left) {
    return switch (left) {
      case Expression.Result result -> Optional.of("word");
      case Expression.Call call
          when call.arguments().size() == 1
              && call.arguments().get(0) instanceof Expression.Result ->
          Optional.of(call.callee().toString());
      default -> Optional.empty();
    };
  }

  private SymbolicWords encoded(String reading, SymbolicValue value, WordType type, Span span) {
    WordBlaster words = new WordBlaster(expressions);
    return switch (reading) {
      case "value" -> words.number(expressions.fraction(value, span), type, span);
      case "nat" -> {
        BigInteger most = BigInteger.ONE.shiftLeft(type.size()).subtract(BigInteger.ONE);
        yield fitting(expressions.whole(value, span), BigInteger.ZERO, most, type);
      }
      case "int" -> {
        BigInteger half = BigInteger.ONE.shiftLeft(Math.max(0, type.size() - 1));
        yield fitting(
            expressions.whole(value, span), half.negate(), half.subtract(BigInteger.ONE), type);
      }
      case "word" -> {
        SymbolicWords word = words.coerced(value, type, span);
        if (!word.type().extents().equals(type.extents())) {
          throw ExpressionBlaster.unsupported("a result of other extents", span);
        }
        yield word;
      }
      default -> throw ExpressionBlaster.unsupported("the reading " + reading, span);
    };
  }

  private SymbolicWords fitting(BitVector value, BigInteger low, BigInteger high, WordType type) {
    BitVector inside = expressions.integers().clamp(value, low, high);
    expressions.undefinedIf(expressions.integers().equal(value, inside) ^ 1);
    return SymbolicWords.word(type, inside);
  }

  /** The scope of the promises: lets and index definitions of the body, and the inputs. */
  SymbolicScope body(SymbolicScope sized, List<SymbolicWords> inputs) {
    SymbolicScope scope = sized.in(Scope.Mode.INDEX);
    for (Item item : circuit.items()) {
      switch (item) {
        case Item.Let let -> scope = scope.with(let.bindings());
        case IndexDefinition.Function function ->
            scope =
                scope.with(
                    function.name().text(),
                    new SymbolicScope.Local(
                        function.parameters().stream().map(p -> p.text()).toList(),
                        function.value(),
                        scope));
        case IndexDefinition.Predicate predicate ->
            scope =
                scope.with(
                    predicate.name().text(),
                    new SymbolicScope.Local(
                        predicate.parameters().stream().map(p -> p.text()).toList(),
                        predicate.condition(),
                        scope));
        default -> {
          // Gates and the like mean nothing to the promises.
        }
      }
    }
    scope = scope.in(Scope.Mode.SPECIFICATION);
    for (int i = 0; i < inputs.size(); i++) {
      scope =
          scope.with(
              circuit.header().parameters().get(i).name().text(),
              new SymbolicValue.Array(inputs.get(i)));
    }
    return scope;
  }
}
