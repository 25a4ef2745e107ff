package tc0.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.syntax.ast.Expression;
import tc0.syntax.source.Span;

/**
 * Names and calls: lets and index functions, built-in functions, circuits and definitions. Values
 * of functions of plain numbers are remembered for the time of one evaluation.
 *
 * <p>A mathematical function such as {@code exp} is the real one in specifications, also inside the
 * module that declares a circuit of that name; in definitions it is the circuit.
 */
final class Calls {

  private final Evaluator evaluator;
  private final WordOperators operators;
  private final BuiltIns builtIns;
  private final Map<Meaning.Defined, Map<List<Value>, Value>> known = new IdentityHashMap<>();

  Calls(Evaluator evaluator, WordOperators operators) {
    this.evaluator = evaluator;
    this.operators = operators;
    this.builtIns = new BuiltIns(evaluator);
  }

  /** The value of a name. */
  Value named(String name, Span span, Scope scope) {
    Meaning meaning =
        scope
            .find(name)
            .or(() -> BuiltIns.constant(name).map(Meaning.Known::new))
            .orElseThrow(() -> new SpecificationException("unknown name " + name, span));
    return switch (meaning) {
      case Meaning.Known value -> value.value();
      case Meaning.Defined defined -> apply(name, defined, List.of(), span);
      case Meaning.Circuit circuit -> operators.apply(circuit, Map.of(), List.of(), scope, span);
      default -> throw new SpecificationException(name + " is not a value", span);
    };
  }

  /** The value of a call. */
  Value call(Expression.Call call, Scope scope) {
    String name = call.callee().toString();
    Optional<Meaning> meaning = scope.find(name);
    boolean circuit = meaning.filter(Meaning.Circuit.class::isInstance).isPresent();
    boolean mathematics = scope.mode() != Scope.Mode.DEFINITION && BuiltIns.has(name);
    if (meaning.isEmpty() || (circuit && mathematics)) {
      if (scope.mode() == Scope.Mode.DEFINITION) {
        Optional<Value> operator = operators.named(name, call, scope);
        if (operator.isPresent()) {
          return operator.get();
        }
      }
      return builtIns.apply(name, call, scope);
    }
    return switch (meaning.get()) {
      case Meaning.Defined defined ->
          apply(name, defined, arguments(call.arguments(), scope), call.span());
      case Meaning.Computed computed ->
          computed.function().apply(arguments(call.arguments(), scope));
      case Meaning.Circuit callee ->
          operators.apply(callee, sizes(call, scope), call.arguments(), scope, call.span());
      case Meaning.Definition definition ->
          operators.apply(definition, sizes(call, scope), call.arguments(), scope, call.span());
      default -> throw new SpecificationException(name + " cannot be called", call.span());
    };
  }

  private Map<String, BigInteger> sizes(Expression.Call call, Scope scope) {
    Map<String, BigInteger> sizes = new HashMap<>();
    for (int i = 0; i < call.sizes().size(); i++) {
      var size = call.sizes().get(i);
      String position = Integer.toString(i); // replaced by the parameter's name at the callee
      sizes.put(
          size.name().map(name -> name.text()).orElse(position),
          evaluator.index(size.value(), scope));
    }
    return sizes;
  }

  private List<Value> arguments(List<Expression> arguments, Scope scope) {
    return arguments.stream().map(argument -> evaluator.evaluate(argument, scope)).toList();
  }

  /** The value of a defined name at arguments, remembered if these are plain numbers. */
  private Value apply(String name, Meaning.Defined defined, List<Value> arguments, Span span) {
    if (arguments.size() != defined.parameters().size()) {
      throw new SpecificationException(
          name + " takes " + defined.parameters().size() + " arguments", span);
    }
    boolean plain = arguments.stream().allMatch(Calls::isPlain);
    Map<List<Value>, Value> values = known.computeIfAbsent(defined, key -> new HashMap<>());
    if (plain && values.containsKey(arguments)) {
      return values.get(arguments);
    }
    Value value =
        evaluator.evaluate(defined.body(), defined.scope().with(defined.parameters(), arguments));
    if (plain) {
      values.put(arguments, value);
    }
    return value;
  }

  private static boolean isPlain(Value value) {
    return value instanceof Value.Number number
        && number.word().isEmpty()
        && number.real() instanceof Real.Exact;
  }
}
