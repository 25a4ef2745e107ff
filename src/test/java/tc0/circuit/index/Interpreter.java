package tc0.circuit.index;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * The meaning of index terms, read off its definition: no sharing, no shortcuts, no 64-bit numbers.
 */
final class Interpreter {

  private static final BigInteger ZERO = BigInteger.ZERO;
  private static final BigInteger ONE = BigInteger.ONE;

  private final Map<String, BigInteger> values;

  Interpreter(Map<String, BigInteger> values) {
    this.values = values;
  }

  private Interpreter with(String name, BigInteger value) {
    Map<String, BigInteger> extended = new HashMap<>(values);
    extended.put(name, value);
    return new Interpreter(extended);
  }

  private static Interpreter of(
      List<String> parameters, List<Index> arguments, Interpreter caller) {
    Map<String, BigInteger> values = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(parameters.get(i), caller.value(arguments.get(i)));
    }
    return new Interpreter(values);
  }

  BigInteger value(Index index) {
    return switch (index) {
      case Index.Number(var value) -> value;
      case Index.Variable(var name) -> values.get(name);
      case Index.Add(var a, var b) -> value(a).add(value(b));
      case Index.Subtract(var a, var b) -> value(a).subtract(value(b));
      case Index.Multiply(var a, var b) -> value(a).multiply(value(b));
      case Index.Divide(var a, var b) -> floor(value(a), value(b))[0];
      case Index.Modulo(var a, var b) -> floor(value(a), value(b))[1];
      case Index.Length(var a) ->
          BigInteger.valueOf(value(a).signum() <= 0 ? 0 : value(a).toString(2).length());
      case Index.PowerOfTwo(var e) ->
          value(e).signum() < 0 ? ZERO : BigInteger.TWO.pow(value(e).intValueExact());
      case Index.Minimum(var a, var b) -> value(a).min(value(b));
      case Index.Maximum(var a, var b) -> value(a).max(value(b));
      case Index.Conditional(var c, var a, var b) -> holds(c) ? value(a) : value(b);
      case Index.Least(var v, var bound, var condition) -> least(v, value(bound), condition);
      case Index.PowerModuloPrime(var a, var e, var m) ->
          prime(value(m)) ? power(value(a), value(e), value(m)) : ZERO;
      case Index.PowerModulo(var a, var e, var m) ->
          value(m).signum() > 0 ? power(value(a), value(e), value(m)) : ZERO;
      case Index.Summation(var v, var bound, var body) -> {
        BigInteger sum = ZERO;
        for (BigInteger i = ZERO; i.compareTo(value(bound)) < 0; i = i.add(ONE)) {
          sum = sum.add(with(v, i).value(body));
        }
        yield sum;
      }
      case Index.Product(var v, var bound, var body) -> {
        BigInteger product = ONE;
        for (BigInteger i = ZERO; i.compareTo(value(bound)) < 0; i = i.add(ONE)) {
          product = product.multiply(with(v, i).value(body));
        }
        yield product;
      }
      case Index.GreatestCommonDivisor(var a, var b) -> value(a).gcd(value(b));
      case Index.InverseModulo(var a, var m) -> {
        for (BigInteger i = ZERO; i.compareTo(value(m)) < 0; i = i.add(ONE)) {
          if (floor(i.multiply(value(a)), value(m))[1].equals(floor(ONE, value(m))[1])) {
            yield i;
          }
        }
        yield ZERO;
      }
      case Index.Apply(var function, var arguments) ->
          of(function.parameters(), arguments, this).value(function.body());
      case Index.Advise(var advice, var arguments) -> {
        Interpreter inner = of(advice.parameters(), arguments, this);
        BigInteger width = inner.value(advice.width()).max(ZERO);
        BigInteger most = BigInteger.TWO.pow(width.intValueExact()).subtract(ONE);
        yield inner.value(advice.body()).max(ZERO).min(most);
      }
    };
  }

  private BigInteger least(String variable, BigInteger bound, Predicate condition) {
    BigInteger i = ZERO;
    while (i.compareTo(bound) < 0 && !with(variable, i).holds(condition)) {
      i = i.add(ONE);
    }
    return i;
  }

  private static BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
    return exponent.signum() < 0 ? ZERO : base.modPow(exponent, modulus);
  }

  /** Quotient and remainder by subtraction from the definition: a = q b + r, 0 <= r < b. */
  private static BigInteger[] floor(BigInteger a, BigInteger b) {
    if (b.signum() <= 0) {
      return new BigInteger[] {ZERO, ZERO};
    }
    BigInteger[] parts = a.divideAndRemainder(b);
    return parts[1].signum() < 0
        ? new BigInteger[] {parts[0].subtract(ONE), parts[1].add(b)}
        : parts;
  }

  private static boolean prime(BigInteger value) {
    if (value.compareTo(BigInteger.TWO) < 0) {
      return false;
    }
    for (BigInteger d = BigInteger.TWO; d.multiply(d).compareTo(value) <= 0; d = d.add(ONE)) {
      if (value.mod(d).signum() == 0) {
        return false;
      }
    }
    return true;
  }

  boolean holds(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth(var value) -> value;
      case Predicate.Less(var a, var b) -> value(a).compareTo(value(b)) < 0;
      case Predicate.Equal(var a, var b) -> value(a).equals(value(b));
      case Predicate.Not(var a) -> !holds(a);
      case Predicate.And(var a, var b) -> holds(a) && holds(b);
      case Predicate.Or(var a, var b) -> holds(a) || holds(b);
      case Predicate.Bit(var a, var q) ->
          value(q).signum() >= 0
              && floor(value(a), BigInteger.TWO.pow(value(q).intValueExact()))[0].testBit(0);
      case Predicate.Prime(var a) -> prime(value(a));
      case Predicate.Exists(var v, var bound, var property) ->
          least(v, value(bound), property).compareTo(value(bound)) < 0;
      case Predicate.ForAll(var v, var bound, var property) ->
          least(v, value(bound), new Predicate.Not(property)).compareTo(value(bound)) >= 0;
      case Predicate.Apply(var named, var arguments) ->
          of(named.parameters(), arguments, this).holds(named.body());
    };
  }
}
