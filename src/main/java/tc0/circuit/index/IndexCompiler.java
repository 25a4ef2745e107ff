package tc0.circuit.index;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/**
 * Compiles index terms and predicates to closures. Terms over constants alone are evaluated at
 * once, so that a family compiled at fixed sizes keeps only what depends on binders.
 */
public final class IndexCompiler {

  private final Budget budget;
  private final FunctionCompiler functions;
  private final LoopCompiler loops;
  private final PredicateCompiler predicates;

  /** A compiler whose terms use up {@code budget} when they are evaluated. */
  public IndexCompiler(Budget budget) {
    this.budget = budget;
    this.functions = new FunctionCompiler(this, budget);
    this.loops = new LoopCompiler(this, budget);
    this.predicates = new PredicateCompiler(this, loops, functions);
  }

  /** The compiled form of a predicate whose free variables are bound in {@code scope}. */
  public Condition condition(Predicate predicate, Scope scope) {
    return predicates.compile(predicate, scope);
  }

  /** The compiled form of a term whose free variables are bound in {@code scope}. */
  public Term term(Index index, Scope scope) {
    return switch (index) {
      case Index.Number(var value) -> Term.constant(value);
      case Index.Variable(var name) -> scope.lookup(name);
      case Index.Add(var left, var right) ->
          binary(left, right, scope, Arithmetic::add, BigInteger::add);
      case Index.Subtract(var left, var right) ->
          binary(left, right, scope, Arithmetic::subtract, BigInteger::subtract);
      case Index.Multiply(var left, var right) ->
          binary(
              left,
              right,
              scope,
              Arithmetic::multiply,
              (a, b) -> Arithmetic.multiply(a, b, budget));
      case Index.Divide(var left, var right) ->
          binary(left, right, scope, Arithmetic::divide, Arithmetic::divide);
      case Index.Modulo(var left, var right) ->
          binary(left, right, scope, Arithmetic::modulo, Arithmetic::modulo);
      case Index.Minimum(var left, var right) ->
          binary(left, right, scope, Math::min, BigInteger::min);
      case Index.Maximum(var left, var right) ->
          binary(left, right, scope, Math::max, BigInteger::max);
      case Index.GreatestCommonDivisor(var left, var right) ->
          exactly(left, right, scope, BigInteger::gcd);
      case Index.InverseModulo(var value, var modulus) ->
          exactly(value, modulus, scope, Arithmetic::inverseModulo);
      case Index.Length(var of) -> length(term(of, scope));
      case Index.PowerOfTwo(var exponent) -> powerOfTwo(term(exponent, scope));
      case Index.Conditional conditional -> conditional(conditional, scope);
      case Index.PowerModuloPrime(var base, var exponent, var modulus) ->
          powerModuloPrime(term(base, scope), term(exponent, scope), term(modulus, scope));
      case Index.PowerModulo(var base, var exponent, var modulus) ->
          powerModulo(term(base, scope), term(exponent, scope), term(modulus, scope));
      case Index.Least least -> loops.least(least, scope);
      case Index.Summation(var variable, var bound, var body) ->
          loops.summation(variable, bound, body, scope);
      case Index.Product(var variable, var bound, var body) ->
          loops.product(variable, bound, body, scope);
      case Index.Apply apply -> functions.apply(apply, scope);
      case Index.Advise advise -> functions.advise(advise, scope);
    };
  }

  /** An operation on two {@code long} values that signals overflow. */
  private interface Operation {
    long on(long a, long b);
  }

  private Term binary(
      Index left, Index right, Scope scope, Operation fast, BinaryOperator<BigInteger> exact) {
    Term a = term(left, scope);
    Term b = term(right, scope);
    Term.Fast x = a.fast;
    Term.Fast y = b.fast;
    return fold(
        Term.of(
            slots -> fast.on(x.at(slots), y.at(slots)),
            slots -> exact.apply(a.exact.at(slots), b.exact.at(slots))),
        a,
        b);
  }

  private Term exactly(Index left, Index right, Scope scope, BinaryOperator<BigInteger> exact) {
    return binary(
        left,
        right,
        scope,
        (a, b) -> narrow(exact.apply(BigInteger.valueOf(a), BigInteger.valueOf(b))),
        exact);
  }

  private Term length(Term of) {
    return fold(
        Term.of(
            slots -> Arithmetic.length(of.fast.at(slots)),
            slots -> Arithmetic.length(of.exact.at(slots))),
        of);
  }

  private Term powerOfTwo(Term exponent) {
    return fold(
        Term.of(
            slots -> Arithmetic.powerOfTwo(exponent.fast.at(slots)),
            slots -> Arithmetic.powerOfTwo(exponent.exact.at(slots), budget)),
        exponent);
  }

  private Term powerModuloPrime(Term base, Term exponent, Term modulus) {
    return fold(
        Term.of(
            slots ->
                Arithmetic.powerModuloPrime(
                    base.fast.at(slots), exponent.fast.at(slots), modulus.fast.at(slots)),
            slots ->
                Arithmetic.powerModuloPrime(
                    base.exact.at(slots),
                    exponent.exact.at(slots),
                    modulus.exact.at(slots),
                    budget)),
        base,
        exponent,
        modulus);
  }

  private Term powerModulo(Term base, Term exponent, Term modulus) {
    return fold(
        Term.of(
            slots ->
                Arithmetic.powerModulo(
                    base.fast.at(slots), exponent.fast.at(slots), modulus.fast.at(slots)),
            slots ->
                Arithmetic.powerModulo(
                    base.exact.at(slots), exponent.exact.at(slots), modulus.exact.at(slots))),
        base,
        exponent,
        modulus);
  }

  private Term conditional(Index.Conditional conditional, Scope scope) {
    Condition condition = condition(conditional.condition(), scope);
    Optional<Boolean> known = condition.constant();
    if (known.isPresent()) {
      return term(known.get() ? conditional.then() : conditional.otherwise(), scope);
    }
    Term then = term(conditional.then(), scope);
    Term otherwise = term(conditional.otherwise(), scope);
    return Term.of(
        slots -> condition.fast.at(slots) ? then.fast.at(slots) : otherwise.fast.at(slots),
        slots -> condition.exact.at(slots) ? then.exact.at(slots) : otherwise.exact.at(slots));
  }

  static long narrow(BigInteger value) {
    if (!Term.fits(value)) {
      throw Overflow.SIGNAL;
    }
    return value.longValue();
  }

  /** Evaluates a term whose operands are all constant. */
  Term fold(Term term, Term... operands) {
    for (Term operand : operands) {
      if (operand.constant().isEmpty()) {
        return term;
      }
    }
    return Term.constant(term.value(new long[0]));
  }

  /**
   * The term, evaluated now if nothing in it varies; {@code frame} slots are needed for its own
   * binders.
   */
  Term foldClosed(Term term, Index source, Scope scope) {
    return scope.isConstant(Variables.of(source))
        ? Term.constant(term.value(new long[scope.frameSize()]))
        : term;
  }
}
