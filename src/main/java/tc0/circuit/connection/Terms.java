package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * Building index terms and predicates with the obvious simplifications, so that derived terms stay
 * readable.
 */
final class Terms {
  private Terms() {}

  static Index number(BigInteger value) {
    return new Index.Number(value);
  }

  static boolean isNumber(Index index, long value) {
    return index instanceof Index.Number(BigInteger v) && v.equals(BigInteger.valueOf(value));
  }

  /** A term as something plus a numeral. */
  private record Shifted(Index base, BigInteger by) {
    static Shifted of(Index index) {
      return switch (index) {
        case Index.Number(BigInteger value) -> new Shifted(Index.ZERO, value);
        case Index.Add(Index left, Index.Number(BigInteger value)) -> {
          Shifted inner = of(left);
          yield new Shifted(inner.base, inner.by.add(value));
        }
        case Index.Subtract(Index left, Index.Number(BigInteger value)) -> {
          Shifted inner = of(left);
          yield new Shifted(inner.base, inner.by.subtract(value));
        }
        case Index.Subtract(Index.Number(BigInteger value), Index right) when value.signum() != 0 ->
            new Shifted(new Index.Subtract(Index.ZERO, right), value);
        default -> new Shifted(index, BigInteger.ZERO);
      };
    }

    Index term() {
      if (isNumber(base, 0)) {
        return number(by);
      }
      if (base instanceof Index.Subtract(Index zero, Index right) && isNumber(zero, 0)) {
        return new Index.Subtract(number(by), right);
      }
      return switch (by.signum()) {
        case 0 -> base;
        case 1 -> new Index.Add(base, number(by));
        default -> new Index.Subtract(base, number(by.negate()));
      };
    }
  }

  static Index add(Index left, Index right) {
    Shifted a = Shifted.of(left);
    Shifted b = Shifted.of(right);
    Index base;
    if (isNumber(a.base, 0)) {
      base = b.base;
    } else if (isNumber(b.base, 0)) {
      base = a.base;
    } else {
      base = new Index.Add(a.base, b.base);
    }
    return new Shifted(base, a.by.add(b.by)).term();
  }

  static Index subtract(Index left, Index right) {
    Shifted a = Shifted.of(left);
    Shifted b = Shifted.of(right);
    Index base;
    if (a.base.equals(b.base)) {
      base = Index.ZERO;
    } else if (isNumber(b.base, 0)) {
      base = a.base;
    } else {
      base = new Index.Subtract(a.base, b.base);
    }
    return new Shifted(base, a.by.subtract(b.by)).term();
  }

  static Index multiply(Index left, Index right) {
    if (isNumber(left, 0) || isNumber(right, 0)) {
      return Index.ZERO;
    }
    if (isNumber(left, 1)) {
      return right;
    }
    if (isNumber(right, 1)) {
      return left;
    }
    return closed(new Index.Multiply(left, right), left, right);
  }

  /** {@code -of}. */
  static Index negate(Index of) {
    return switch (of) {
      case Index.Multiply(Index.Number(BigInteger value), Index right) ->
          multiply(number(value.negate()), right);
      case Index.Subtract(Index left, Index right) -> subtract(right, left);
      default -> subtract(Index.ZERO, of);
    };
  }

  /** The term, or its value if all its parts are numerals. */
  static Index closed(Index term, Index... parts) {
    for (Index part : parts) {
      if (!(part instanceof Index.Number)) {
        return term;
      }
    }
    try {
      return number(new IndexEvaluator().value(term, Environment.EMPTY));
    } catch (LimitExceededException tooLarge) {
      return term;
    }
  }

  static Predicate less(Index left, Index right) {
    Index difference = subtract(right, left);
    if (difference instanceof Index.Number(BigInteger value)) {
      return new Predicate.Truth(value.signum() > 0);
    }
    Shifted a = Shifted.of(left);
    Shifted b = Shifted.of(right);
    // A numeral alone on one side takes the numeral of the other side: 0 < i - 1 is 1 < i.
    if (isNumber(a.base, 0)) {
      return new Predicate.Less(number(a.by.subtract(b.by)), b.base);
    }
    if (isNumber(b.base, 0)) {
      return new Predicate.Less(a.base, number(b.by.subtract(a.by)));
    }
    return new Predicate.Less(left, right);
  }

  static Predicate atMost(Index left, Index right) {
    return not(less(right, left));
  }

  static Predicate equal(Index left, Index right) {
    Index difference = subtract(right, left);
    return difference instanceof Index.Number(BigInteger value)
        ? new Predicate.Truth(value.signum() == 0)
        : new Predicate.Equal(left, right);
  }

  static Predicate not(Predicate of) {
    return switch (of) {
      case Predicate.Truth(boolean value) -> new Predicate.Truth(!value);
      case Predicate.Not(Predicate inner) -> inner;
      default -> new Predicate.Not(of);
    };
  }

  static Predicate and(Predicate left, Predicate right) {
    if (left.equals(Predicate.FALSE) || right.equals(Predicate.FALSE)) {
      return Predicate.FALSE;
    }
    return left.and(right);
  }

  static Predicate and(List<Predicate> conjuncts) {
    Predicate result = Predicate.TRUE;
    for (Predicate conjunct : conjuncts) {
      result = and(result, conjunct);
    }
    return result;
  }

  static Predicate or(Predicate left, Predicate right) {
    return not(and(not(left), not(right))) instanceof Predicate.Truth truth
        ? truth
        : left.equals(Predicate.FALSE)
            ? right
            : right.equals(Predicate.FALSE) ? left : new Predicate.Or(left, right);
  }

  /** The conjuncts of a predicate, outermost conjunctions and negated disjunctions taken apart. */
  static List<Predicate> conjuncts(Predicate predicate) {
    List<Predicate> result = new ArrayList<>();
    collect(predicate, result);
    return result;
  }

  private static void collect(Predicate predicate, List<Predicate> into) {
    switch (predicate) {
      case Predicate.And(Predicate left, Predicate right) -> {
        collect(left, into);
        collect(right, into);
      }
      case Predicate.Not(Predicate.Or(Predicate left, Predicate right)) -> {
        collect(not(left), into);
        collect(not(right), into);
      }
      case Predicate.Not(Predicate.Not(Predicate inner)) -> collect(inner, into);
      case Predicate.Truth(boolean value) when value -> {}
      default -> into.add(predicate);
    }
  }

  /** What the tuple of the box's own binders satisfies. */
  static List<Predicate> conditions(Box box) {
    List<Predicate> result = new ArrayList<>();
    for (Box.Binder binder : box.binders()) {
      Index v = Index.variable(binder.name());
      if (!isNumber(binder.low(), 0)) {
        result.add(atMost(binder.low(), v));
      }
      result.add(less(v, binder.high()));
    }
    result.addAll(conjuncts(box.guard()));
    return result;
  }
}
