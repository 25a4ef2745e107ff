package tc0.reference;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tc0.syntax.ast.Expression;
import tc0.syntax.source.Span;

/** The functions that every specification may use. */
final class BuiltIns {

  private static final Set<String> NAMES =
      Set.of(
          "nat",
          "int",
          "value",
          "canonical",
          "rounded",
          "resize",
          "len",
          "clog2",
          "ceil",
          "floor",
          "abs",
          "min",
          "max",
          "bit",
          "prime",
          "pow",
          "powmod",
          "modinv",
          "gcd",
          "exp",
          "sqrt",
          "sin",
          "cos");

  /** Numbers up to this are tested for primality by trial division. */
  private static final BigInteger PRIME_LIMIT = BigInteger.ONE.shiftLeft(44);

  private final Evaluator evaluator;

  BuiltIns(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Whether a name is built in. */
  static boolean has(String name) {
    return NAMES.contains(name);
  }

  /** A constant that is built in. */
  static Optional<Value> constant(String name) {
    return name.equals("pi") ? Optional.of(Value.Number.of(new Real.Pi())) : Optional.empty();
  }

  /** The value of a call of a built-in function. */
  Value apply(String name, Expression.Call call, Scope scope) {
    if (!has(name)) {
      throw new SpecificationException("unknown function " + name, call.callee().span());
    }
    return switch (name) {
      case "rounded" -> rounded(call, scope);
      case "nat" -> Value.Number.of(natural(argument(call, 1, 0, scope), call.span()));
      case "int" -> Value.Number.of(integer(argument(call, 1, 0, scope), call.span()));
      case "value" -> value(argument(call, 1, 0, scope), call.span());
      case "canonical" -> new Value.Truth(canonical(argument(call, 1, 0, scope), call.span()));
      case "resize" -> resize(call, scope);
      case "bit" -> new Value.Truth(bit(whole(call, 2, 0, scope), whole(call, 2, 1, scope)));
      case "prime" -> new Value.Truth(isPrime(whole(call, 1, 0, scope)));
      case "len" -> Value.Number.of(length(whole(call, 1, 0, scope)));
      case "clog2" -> Value.Number.of(length(whole(call, 1, 0, scope).subtract(BigInteger.ONE)));
      case "ceil" -> ceiling(call, scope);
      case "floor" -> Value.Number.of(Arithmetic.floor(real(call, 1, 0, scope)));
      case "pow" -> Value.Number.of(power(call, scope, true));
      case "powmod" -> Value.Number.of(power(call, scope, false));
      case "gcd" -> Value.Number.of(whole(call, 2, 0, scope).gcd(whole(call, 2, 1, scope)));
      case "modinv" -> Value.Number.of(inverse(whole(call, 2, 0, scope), whole(call, 2, 1, scope)));
      case "min", "max" -> extremum(name.equals("max"), call, scope);
      case "abs" -> Value.Number.of(real(call, 1, 0, scope).abs());
      case "exp" -> Value.Number.of(real(call, 1, 0, scope).exp());
      case "sin" -> Value.Number.of(real(call, 1, 0, scope).sin());
      case "cos" -> Value.Number.of(real(call, 1, 0, scope).cos());
      case "sqrt" -> Value.Number.of(root(real(call, 1, 0, scope), call.span()));
      default -> throw new IllegalStateException("built-in " + name);
    };
  }

  /** The format named by {@code float(p)}, {@code fixed(i, f)}, or a type that represents one. */
  NumberFormat format(Expression expression, Scope scope) {
    String name = "";
    List<Expression> arguments = List.of();
    if (expression instanceof Expression.Call call) {
      name = call.callee().toString();
      arguments = call.arguments();
    } else if (expression instanceof Expression.Name constant) {
      name = constant.text();
    }
    List<Integer> sizes =
        arguments.stream()
            .map(size -> WordTypes.extent(evaluator.index(size, scope), size.span()))
            .toList();
    if (scope.find(name).orElse(null) instanceof Meaning.Type type) {
      return evaluator
          .types()
          .record(type, sizes, expression.span())
          .format()
          .orElseThrow(
              () ->
                  new SpecificationException(
                      type.qualifiedName() + " represents no number format", expression.span()));
    }
    return WordTypes.format(name, sizes, expression.span());
  }

  private Value rounded(Expression.Call call, Scope scope) {
    Real exact = real(call, 2, 1, scope);
    return Value.Number.of(format(call.arguments().get(0), scope).round(exact));
  }

  private static BigInteger natural(Value value, Span span) {
    return value instanceof Value.Array array
        ? oneWord(array.words(), span).natural()
        : Conversions.asInteger(value, span);
  }

  private static BigInteger integer(Value value, Span span) {
    return value instanceof Value.Array array
        ? oneWord(array.words(), span).integer()
        : Conversions.asInteger(value, span);
  }

  private static Value value(Value value, Span span) {
    if (!(value instanceof Value.Array array) || array.words().type().isSingleNumber()) {
      return Value.Number.of(Conversions.asReal(value, span));
    }
    Words words = array.words();
    NumberFormat format = formatted(words, span);
    return new Value.Number(Real.of(format.decode(words.natural())), Optional.of(words));
  }

  private static boolean canonical(Value value, Span span) {
    if (value instanceof Value.Array array) {
      return formatted(array.words(), span).isCanonical(array.words().natural());
    }
    throw new SpecificationException("canonical takes a word", span);
  }

  private static NumberFormat formatted(Words words, Span span) {
    if (!words.type().extents().isEmpty()) {
      throw new SpecificationException(words.type() + " is not a single number", span);
    }
    return words
        .type()
        .format()
        .orElseThrow(
            () -> new SpecificationException(words.type() + " represents no number", span));
  }

  private static Words oneWord(Words words, Span span) {
    boolean record = words.type().element() instanceof WordType.Record;
    if (words.type().extents().size() > (record ? 0 : 1)) {
      throw new SpecificationException(words.type() + " is not one word", span);
    }
    return words;
  }

  private Value resize(Expression.Call call, Scope scope) {
    if (argument(call, 2, 0, scope) instanceof Value.Array array
        && !array.words().type().extents().isEmpty()) {
      List<Integer> extents = array.words().type().extents();
      List<Words.Axis> axes = new java.util.ArrayList<>();
      for (int extent : extents.subList(0, extents.size() - 1)) {
        axes.add(Words.Axis.keep(extent));
      }
      axes.add(Words.Axis.keep(WordTypes.extent(whole(call, 2, 1, scope), call.span())));
      return new Value.Array(array.words().select(axes));
    }
    throw new SpecificationException("resize takes an array", call.span());
  }

  private static boolean bit(BigInteger value, BigInteger position) {
    if (position.signum() < 0) {
      return false;
    }
    return position.bitLength() < 31 ? value.testBit(position.intValue()) : value.signum() < 0;
  }

  private static BigInteger length(BigInteger value) {
    return BigInteger.valueOf(value.signum() <= 0 ? 0 : value.bitLength());
  }

  private static boolean isPrime(BigInteger value) {
    if (value.compareTo(BigInteger.TWO) < 0) {
      return false;
    }
    if (value.compareTo(PRIME_LIMIT) > 0) {
      throw new LimitException("primality of " + value + " is not decided here");
    }
    long n = value.longValueExact();
    for (long d = 2; d * d <= n; d++) {
      if (n % d == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code ceil(a, b)} of integers, 0 for a divisor that is not positive; {@code ceil(x)} of reals.
   */
  private Value ceiling(Expression.Call call, Scope scope) {
    if (call.arguments().size() == 1) {
      Real opposite = real(call, 1, 0, scope).negate();
      return Value.Number.of(Arithmetic.floor(opposite).negate());
    }
    BigInteger divisor = whole(call, 2, 1, scope);
    return Value.Number.of(
        divisor.signum() <= 0
            ? BigInteger.ZERO
            : new BigRational(whole(call, 2, 0, scope), divisor).ceiling());
  }

  private BigInteger power(Expression.Call call, Scope scope, boolean primeOnly) {
    BigInteger exponent = whole(call, 3, 1, scope);
    BigInteger modulus = whole(call, 3, 2, scope);
    boolean defined =
        exponent.signum() >= 0 && (primeOnly ? isPrime(modulus) : modulus.signum() > 0);
    return defined ? whole(call, 3, 0, scope).modPow(exponent, modulus) : BigInteger.ZERO;
  }

  private static BigInteger inverse(BigInteger value, BigInteger modulus) {
    return modulus.signum() > 0 && value.gcd(modulus).equals(BigInteger.ONE)
        ? value.modInverse(modulus)
        : BigInteger.ZERO;
  }

  private Value extremum(boolean greatest, Expression.Call call, Scope scope) {
    if (call.arguments().isEmpty()) {
      throw new SpecificationException("min and max need an argument", call.span());
    }
    Real best = Conversions.asReal(evaluator.evaluate(call.arguments().get(0), scope), call.span());
    for (Expression other : call.arguments().subList(1, call.arguments().size())) {
      Real candidate = Conversions.asReal(evaluator.evaluate(other, scope), other.span());
      if (candidate.compare(best) > 0 == greatest) {
        best = candidate;
      }
    }
    return Value.Number.of(best);
  }

  private static Real root(Real of, Span span) {
    if (of.compare(Real.of(BigRational.ZERO)) < 0) {
      throw new UndefinedException("square root of a negative number", span);
    }
    return of.sqrt();
  }

  private Real real(Expression.Call call, int arity, int position, Scope scope) {
    return Conversions.asReal(argument(call, arity, position, scope), call.span());
  }

  private BigInteger whole(Expression.Call call, int arity, int position, Scope scope) {
    return Conversions.asInteger(argument(call, arity, position, scope), call.span());
  }

  private Value argument(Expression.Call call, int arity, int position, Scope scope) {
    if (call.arguments().size() != arity) {
      throw new SpecificationException(
          call.callee() + " takes " + arity + " argument" + (arity == 1 ? "" : "s"), call.span());
    }
    return evaluator.evaluate(call.arguments().get(position), scope);
  }
}
