package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * Evaluates index terms and predicates on integers of any length and counts elementary steps (see
 * {@link Answer}).
 *
 * <p>The meaning is total: division by a divisor that is not positive gives 0, {@code 2^e} is
 * rounded down, {@code least} without a witness gives its bound. Numbers of more than {@value
 * StepCounter#MAXIMUM_BITS} bits are refused.
 */
final class IndexEvaluator {

  private final StepCounter counter = new StepCounter();
  private final Map<Object, Map<List<BigInteger>, Result>> memory = new IdentityHashMap<>();

  private record Result(BigInteger value, long steps) {}

  /** Steps since the last reset. */
  long steps() {
    return counter.steps();
  }

  /** Starts counting at 0. */
  void reset() {
    counter.reset();
  }

  /** Counts steps spent outside index terms. */
  void charge(long cost) {
    counter.charge(cost);
  }

  BigInteger value(Index index, Environment environment) {
    return switch (index) {
      case Index.Number(BigInteger value) -> counter.read(value);
      case Index.Variable(String name) -> counter.read(environment.value(name));
      case Index.Add(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.linear(a, b);
        yield a.add(b);
      }
      case Index.Subtract(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.linear(a, b);
        yield a.subtract(b);
      }
      case Index.Multiply(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        if (isPowerOfTwo(left) || isPowerOfTwo(right)) {
          counter.charge(StepCounter.length(a) + StepCounter.length(b));
        } else {
          counter.product(a, b);
        }
        yield StepCounter.checked(a.multiply(b));
      }
      case Index.Divide(Index dividend, Index divisor) -> {
        BigInteger a = value(dividend, environment);
        BigInteger b = value(divisor, environment);
        division(a, b, divisor);
        yield b.signum() <= 0 ? BigInteger.ZERO : floorDivide(a, b);
      }
      case Index.Modulo(Index dividend, Index divisor) -> {
        BigInteger a = value(dividend, environment);
        BigInteger b = value(divisor, environment);
        division(a, b, divisor);
        yield b.signum() <= 0 ? BigInteger.ZERO : a.mod(b);
      }
      case Index.Length(Index of) -> {
        BigInteger a = value(of, environment);
        counter.charge(StepCounter.length(a));
        yield a.signum() <= 0 ? BigInteger.ZERO : BigInteger.valueOf(a.bitLength());
      }
      case Index.PowerOfTwo(Index exponent) -> counter.powerOfTwo(value(exponent, environment));
      case Index.Minimum(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.linear(a, b);
        yield a.min(b);
      }
      case Index.Maximum(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.linear(a, b);
        yield a.max(b);
      }
      case Index.Conditional(Predicate condition, Index then, Index otherwise) ->
          value(holds(condition, environment) ? then : otherwise, environment);
      case Index.Least(String variable, Index bound, Predicate condition) ->
          least(variable, value(bound, environment), condition, environment);
      case Index.PowerModuloPrime(Index base, Index exponent, Index modulus) -> {
        BigInteger b = value(base, environment);
        BigInteger e = value(exponent, environment);
        BigInteger m = value(modulus, environment);
        yield e.signum() >= 0 && counter.prime(m) ? counter.power(b, e, m) : BigInteger.ZERO;
      }
      case Index.PowerModulo(Index base, Index exponent, Index modulus) -> {
        BigInteger b = value(base, environment);
        BigInteger e = value(exponent, environment);
        BigInteger m = value(modulus, environment);
        yield e.signum() >= 0 && m.signum() > 0 ? counter.power(b, e, m) : BigInteger.ZERO;
      }
      case Index.Summation(String variable, Index bound, Index body) -> {
        BigInteger result = BigInteger.ZERO;
        BigInteger end = value(bound, environment);
        for (BigInteger v = BigInteger.ZERO; v.compareTo(end) < 0; v = v.add(BigInteger.ONE)) {
          BigInteger term = value(body, environment.with(variable, v));
          counter.linear(result, term);
          result = StepCounter.checked(result.add(term));
        }
        yield result;
      }
      case Index.Product(String variable, Index bound, Index body) -> {
        BigInteger result = BigInteger.ONE;
        BigInteger end = value(bound, environment);
        for (BigInteger v = BigInteger.ZERO; v.compareTo(end) < 0; v = v.add(BigInteger.ONE)) {
          BigInteger factor = value(body, environment.with(variable, v));
          counter.product(result, factor);
          result = StepCounter.checked(result.multiply(factor));
        }
        yield result;
      }
      case Index.GreatestCommonDivisor(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.product(a, b);
        yield a.gcd(b);
      }
      case Index.InverseModulo(Index of, Index modulus) -> {
        BigInteger a = value(of, environment);
        BigInteger m = value(modulus, environment);
        counter.product(a, m);
        yield m.signum() > 0 && a.gcd(m).equals(BigInteger.ONE) ? a.modInverse(m) : BigInteger.ZERO;
      }
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          apply(function, function.parameters(), function.body(), values(arguments, environment));
      case Index.Advise(Index.Advice advice, List<Index> arguments) -> {
        List<BigInteger> actual = values(arguments, environment);
        BigInteger value = apply(advice, advice.parameters(), advice.body(), actual);
        BigInteger width =
            value(advice.width(), Environment.EMPTY.with(advice.parameters(), actual));
        BigInteger largest =
            counter.powerOfTwo(width).subtract(BigInteger.ONE).max(BigInteger.ZERO);
        yield value.max(BigInteger.ZERO).min(largest);
      }
    };
  }

  boolean holds(Predicate predicate, Environment environment) {
    return switch (predicate) {
      case Predicate.Truth(boolean value) -> value;
      case Predicate.Less(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.linear(a, b);
        yield a.compareTo(b) < 0;
      }
      case Predicate.Equal(Index left, Index right) -> {
        BigInteger a = value(left, environment);
        BigInteger b = value(right, environment);
        counter.linear(a, b);
        yield a.equals(b);
      }
      case Predicate.Not(Predicate of) -> !holds(of, environment);
      case Predicate.And(Predicate left, Predicate right) ->
          holds(left, environment) && holds(right, environment);
      case Predicate.Or(Predicate left, Predicate right) ->
          holds(left, environment) || holds(right, environment);
      case Predicate.Bit(Index value, Index position) -> {
        BigInteger a = value(value, environment);
        BigInteger q = value(position, environment);
        counter.linear(a, q);
        if (q.signum() < 0) {
          yield false;
        }
        yield q.bitLength() > 30 ? a.signum() < 0 : a.testBit(q.intValueExact());
      }
      case Predicate.Prime(Index value) -> counter.prime(value(value, environment));
      case Predicate.Exists(String variable, Index bound, Predicate property) ->
          some(variable, value(bound, environment), property, environment, true);
      case Predicate.ForAll(String variable, Index bound, Predicate property) ->
          !some(variable, value(bound, environment), property, environment, false);
      case Predicate.Apply(Predicate.Named named, List<Index> arguments) ->
          holds(
              named.body(),
              Environment.EMPTY.with(named.parameters(), values(arguments, environment)));
    };
  }

  List<BigInteger> values(List<Index> indices, Environment environment) {
    List<BigInteger> result = new ArrayList<>(indices.size());
    for (Index index : indices) {
      result.add(value(index, environment));
    }
    return result;
  }

  /** The environment with the tuple bound, if the tuple lies in the box. */
  Optional<Environment> within(Box box, Environment environment, List<BigInteger> tuple) {
    if (tuple.size() != box.rank()) {
      throw new IllegalArgumentException(tuple.size() + " indices for " + box.names());
    }
    Environment current = environment;
    for (int i = 0; i < tuple.size(); i++) {
      Box.Binder binder = box.binders().get(i);
      BigInteger v = tuple.get(i);
      BigInteger low = value(binder.low(), current);
      counter.linear(v, low);
      if (v.signum() < 0 || v.compareTo(low) < 0) {
        return Optional.empty();
      }
      BigInteger high = value(binder.high(), current);
      counter.linear(v, high);
      if (v.compareTo(high) >= 0) {
        return Optional.empty();
      }
      current = current.with(binder.name(), v);
    }
    return holds(box.guard(), current) ? Optional.of(current) : Optional.empty();
  }

  /** A consumer of the tuples of a box, each with the environment that binds it. */
  interface TupleConsumer {
    void accept(List<BigInteger> tuple, Environment environment);
  }

  /** Visits the tuples of a box in lexicographic order. */
  void forEach(Box box, Environment environment, TupleConsumer consumer) {
    forEach(box, environment, new ArrayList<>(), consumer);
  }

  private void forEach(
      Box box, Environment environment, List<BigInteger> tuple, TupleConsumer consumer) {
    if (tuple.size() == box.rank()) {
      if (holds(box.guard(), environment)) {
        consumer.accept(List.copyOf(tuple), environment);
      }
      return;
    }
    Box.Binder binder = box.binders().get(tuple.size());
    BigInteger high = value(binder.high(), environment);
    BigInteger v = value(binder.low(), environment).max(BigInteger.ZERO);
    for (; v.compareTo(high) < 0; v = v.add(BigInteger.ONE)) {
      charge(1);
      tuple.add(v);
      forEach(box, environment.with(binder.name(), v), tuple, consumer);
      tuple.removeLast();
    }
  }

  private boolean some(
      String variable,
      BigInteger bound,
      Predicate property,
      Environment environment,
      boolean truth) {
    for (BigInteger v = BigInteger.ZERO; v.compareTo(bound) < 0; v = v.add(BigInteger.ONE)) {
      counter.charge(StepCounter.length(v));
      if (holds(property, environment.with(variable, v)) == truth) {
        return true;
      }
    }
    return false;
  }

  private BigInteger least(
      String variable, BigInteger bound, Predicate condition, Environment environment) {
    for (BigInteger v = BigInteger.ZERO; v.compareTo(bound) < 0; v = v.add(BigInteger.ONE)) {
      counter.charge(StepCounter.length(v));
      if (holds(condition, environment.with(variable, v))) {
        return v;
      }
    }
    return bound.max(BigInteger.ZERO);
  }

  /**
   * A named function's value depends on its arguments alone, so it is computed once; its steps are
   * charged every time.
   */
  private BigInteger apply(
      Object function, List<String> parameters, Index body, List<BigInteger> arguments) {
    Map<List<BigInteger>, Result> results =
        memory.computeIfAbsent(function, key -> new HashMap<>());
    Result known = results.get(arguments);
    if (known != null) {
      charge(known.steps());
      return known.value();
    }
    long before = counter.steps();
    BigInteger value = value(body, Environment.EMPTY.with(parameters, arguments));
    results.put(arguments, new Result(value, counter.steps() - before));
    return value;
  }

  private static BigInteger floorDivide(BigInteger a, BigInteger b) {
    return a.subtract(a.mod(b)).divide(b);
  }

  /**
   * Whether the term is written as a power of two, perhaps times a numeral, so that multiplying by
   * it is shifting.
   */
  private static boolean isPowerOfTwo(Index index) {
    return switch (index) {
      case Index.PowerOfTwo power -> true;
      case Index.Multiply(Index.Number number, Index right) -> isPowerOfTwo(right);
      case Index.Apply(Index.Function function, List<Index> arguments) ->
          isPowerOfTwo(function.body());
      default -> false;
    };
  }

  private void division(BigInteger a, BigInteger b, Index divisor) {
    if (isPowerOfTwo(divisor)) {
      counter.linear(a, b);
    } else {
      counter.product(a, b);
    }
  }
}
