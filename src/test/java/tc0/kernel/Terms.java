package tc0.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random index terms, boxes and predicates over the parameters n, w and enclosing binders; for
 * tests.
 */
public final class Terms {

  private final Random random;

  public Terms(long seed) {
    this.random = new Random(seed);
  }

  public Index term(List<String> names, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return random.nextInt(3) == 0
          ? Index.number(random.nextInt(6) - 1)
          : Index.variable(names.get(random.nextInt(names.size())));
    }
    Index a = term(names, depth - 1);
    Index b = term(names, depth - 1);
    return switch (random.nextInt(18)) {
      case 0, 1 -> a.plus(b);
      case 2, 3 -> a.minus(b);
      case 4 -> a.times(b);
      case 5 -> new Index.Divide(a, random.nextBoolean() ? b : Index.number(random.nextInt(4)));
      case 6 -> new Index.Modulo(a, random.nextBoolean() ? b : Index.number(random.nextInt(4)));
      case 7 -> new Index.Length(a);
      case 8 -> new Index.PowerOfTwo(linear(names));
      case 9 -> new Index.Minimum(a, b);
      case 10, 11 -> new Index.Maximum(a, b);
      case 12 -> new Index.Conditional(predicate(names, depth - 1), a, b);
      case 13 -> new Index.Least("v", linear(names), predicate(plus(names, "v"), depth - 1));
      case 14 -> new Index.PowerModuloPrime(a, linear(names), b);
      case 15 ->
          random.nextBoolean()
              ? new Index.Summation("u", linear(names), term(plus(names, "u"), depth - 1))
              : new Index.GreatestCommonDivisor(a, b);
      case 16 -> new Index.Apply(function(depth - 1), List.of(a, b));
      default ->
          random.nextBoolean()
              ? new Index.Product("u", linear(names), term(plus(names, "u"), 1))
              : new Index.InverseModulo(a, b);
    };
  }

  private Index.Function function(int depth) {
    return new Index.Function("f", List.of("x", "v"), term(List.of("x", "v"), depth));
  }

  /** A term of small values, for bounds and exponents. */
  Index linear(List<String> names) {
    Index a = Index.variable(names.get(random.nextInt(names.size())));
    Index b = Index.variable(names.get(random.nextInt(names.size())));
    Index c = Index.number(random.nextInt(5) - 2);
    return switch (random.nextInt(7)) {
      case 0 -> a;
      case 1 -> a.plus(c);
      case 2 -> a.minus(b).plus(c);
      case 3 -> a.plus(b);
      case 4 -> new Index.Maximum(Index.number(2).times(a).minus(b), Index.ZERO);
      case 5 -> new Index.Length(a).plus(c);
      default -> new Index.Minimum(a, b.plus(c));
    };
  }

  public Predicate predicate(List<String> names, int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> new Predicate.Bit(term(names, depth), term(names, depth));
      case 1 -> new Predicate.Not(new Predicate.Less(term(names, depth), term(names, depth)));
      case 2 -> new Predicate.Equal(term(names, depth), term(names, depth));
      case 3 ->
          new Predicate.Exists(
              "e",
              linear(names),
              new Predicate.Less(Index.variable("e"), term(plus(names, "e"), depth)));
      default -> new Predicate.Less(term(names, depth), term(names, depth));
    };
  }

  /** Binders i, j, with ragged and possibly empty ranges. */
  Box box(List<String> names) {
    List<Box.Binder> binders = new ArrayList<>();
    List<String> inner = new ArrayList<>(names);
    for (String name : List.of("i", "j").subList(0, 1 + random.nextInt(2))) {
      Index low = random.nextBoolean() ? Index.ZERO : linear(inner);
      binders.add(new Box.Binder(name, low, linear(inner)));
      inner.add(name);
    }
    return new Box(binders, Predicate.TRUE);
  }

  static List<String> plus(List<String> names, String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return longer;
  }
}
