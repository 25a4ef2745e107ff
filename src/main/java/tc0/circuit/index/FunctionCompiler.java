package tc0.circuit.index;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * Compiles applications of named functions, predicates and advice. A body is compiled once for
 * every set of constant arguments; its values for the remaining arguments are remembered when they
 * are worth it.
 */
final class FunctionCompiler {

  /** Bodies cheaper than this are evaluated again rather than remembered. */
  private static final int WORTH_REMEMBERING = 8;

  private final IndexCompiler compiler;
  private final Budget budget;
  private final IdentityHashMap<Object, Map<List<Optional<BigInteger>>, Body>> bodies =
      new IdentityHashMap<>();

  FunctionCompiler(IndexCompiler compiler, Budget budget) {
    this.compiler = compiler;
    this.budget = budget;
  }

  Term apply(Index.Apply apply, Scope scope) {
    Index.Function function = apply.function();
    return call(
        function,
        function.parameters(),
        apply.arguments(),
        scope,
        (compile, inner) -> compile.term(function.body(), inner),
        IndexCost.of(function.body()) >= WORTH_REMEMBERING);
  }

  Term advise(Index.Advise advise, Scope scope) {
    Index.Advice advice = advise.advice();
    return call(
        advice,
        advice.parameters(),
        advise.arguments(),
        scope,
        (compile, inner) -> {
          Term body = compile.term(advice.body(), inner);
          Term width = compile.term(advice.width(), inner);
          Term.Exact clamped =
              slots -> Arithmetic.clampToWidth(body.exact.at(slots), width.exact.at(slots));
          return compile.fold(
              Term.of(slots -> IndexCompiler.narrow(clamped.at(Term.widen(slots))), clamped),
              body,
              width);
        },
        true);
  }

  Condition apply(Predicate.Apply apply, Scope scope) {
    Predicate.Named named = apply.predicate();
    Term indicator =
        call(
            named,
            named.parameters(),
            apply.arguments(),
            scope,
            (compile, inner) -> {
              Condition body = compile.condition(named.body(), inner);
              Optional<Boolean> known = body.constant();
              return known.isPresent()
                  ? Term.constant(truth(known.get()))
                  : Term.of(
                      slots -> body.fast.at(slots) ? 1 : 0, slots -> truth(body.exact.at(slots)));
            },
            IndexCost.of(named.body()) >= WORTH_REMEMBERING);
    Optional<BigInteger> known = indicator.constant();
    return known.isPresent()
        ? Condition.constant(known.get().signum() != 0)
        : Condition.of(
            slots -> indicator.fast.at(slots) != 0,
            slots -> indicator.exact.at(slots).signum() != 0);
  }

  Condition prime(Term value) {
    Condition prime =
        Condition.of(
            slots -> Primality.isPrime(value.fast.at(slots)),
            slots -> Primality.isPrime(value.exact.at(slots), budget));
    return value.constant().isPresent() ? Condition.constant(prime.holds(new long[0])) : prime;
  }

  private static BigInteger truth(boolean value) {
    return value ? BigInteger.ONE : BigInteger.ZERO;
  }

  /** A compiled body with a frame of its own; its varying arguments are the first slots. */
  private record Body(Term term, int frame, Optional<Memo> memo) {}

  private Term call(
      Object function,
      List<String> parameters,
      List<Index> arguments,
      Scope scope,
      BiFunction<IndexCompiler, Scope, Term> compile,
      boolean remember) {
    List<Term> actual = new ArrayList<>();
    List<Optional<BigInteger>> constants = new ArrayList<>();
    for (Index argument : arguments) {
      Term term = compiler.term(argument, scope);
      actual.add(term);
      constants.add(term.constant());
    }
    Map<List<Optional<BigInteger>>, Body> compiled =
        bodies.computeIfAbsent(function, f -> new HashMap<>());
    Body body = compiled.get(constants);
    if (body == null) {
      body = compileBody(parameters, constants, compile, remember);
      compiled.put(constants, body);
    }
    if (body.term.constant().isPresent()) {
      return body.term;
    }
    Term[] varying = actual.stream().filter(term -> term.constant().isEmpty()).toArray(Term[]::new);
    return invocation(body, varying);
  }

  private Body compileBody(
      List<String> parameters,
      List<Optional<BigInteger>> constants,
      BiFunction<IndexCompiler, Scope, Term> compile,
      boolean remember) {
    Scope inner = Scope.of(Map.of());
    int varying = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Optional<BigInteger> constant = constants.get(i);
      if (constant.isPresent()) {
        inner = inner.with(parameters.get(i), Term.constant(constant.get()));
      } else {
        inner = inner.bind(parameters.get(i));
        varying++;
      }
    }
    Term term = compile.apply(compiler, inner);
    return new Body(
        varying == 0 ? Term.constant(term.value(new long[inner.frameSize()])) : term,
        inner.frameSize(),
        remember ? Optional.of(new Memo(varying)) : Optional.empty());
  }

  private static Term invocation(Body body, Term[] arguments) {
    return Term.of(
        slots -> {
          long[] frame = new long[body.frame];
          for (int i = 0; i < arguments.length; i++) {
            frame[i] = arguments[i].fast.at(slots);
          }
          return body.memo.isPresent()
              ? remembered(body, body.memo.get(), frame, arguments.length)
              : evaluate(body, frame, arguments.length);
        },
        slots -> {
          BigInteger[] frame = new BigInteger[body.frame];
          for (int i = 0; i < arguments.length; i++) {
            frame[i] = arguments[i].exact.at(slots);
          }
          if (body.memo.isEmpty()) {
            return body.term.exact.at(frame);
          }
          List<BigInteger> key = List.copyOf(Arrays.asList(frame).subList(0, arguments.length));
          Optional<BigInteger> known = body.memo.get().exact(key);
          if (known.isPresent()) {
            return known.get();
          }
          BigInteger value = body.term.exact.at(frame);
          body.memo.get().putExact(key, value);
          return value;
        });
  }

  private static long remembered(Body body, Memo memo, long[] frame, int arity) {
    int place = memo.find(frame);
    if (place >= 0) {
      return memo.value(place);
    }
    long[] key = Arrays.copyOf(frame, arity);
    long value = evaluate(body, frame, arity);
    memo.put(key, value);
    return value;
  }

  /**
   * A result may fit although an intermediate value does not: then it is computed exactly, here and
   * not in the caller.
   */
  private static long evaluate(Body body, long[] frame, int arity) {
    try {
      return body.term.fast.at(frame);
    } catch (Overflow overflow) {
      BigInteger[] wide = Term.widen(frame);
      Arrays.fill(wide, arity, wide.length, BigInteger.ZERO);
      return IndexCompiler.narrow(body.term.exact.at(wide));
    }
  }
}
