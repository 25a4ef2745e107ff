package tc0.circuit.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/** Compiled terms have the values that the definition of their meaning gives. */
class IndexProperties {

  /** Random terms over the size n, the binders x and y, and functions of their own. */
  private static final class Terms {
    private final Random random;

    Terms(long seed) {
      this.random = new Random(seed);
    }

    Index term(int depth, List<String> variables) {
      if (depth == 0) {
        return leaf(variables);
      }
      Index a = term(depth - 1, variables);
      Index b = term(random.nextInt(depth), variables);
      return switch (random.nextInt(19)) {
        case 0, 1 -> a.plus(b);
        case 2 -> a.minus(b);
        case 3 -> a.times(b);
        case 4 -> new Index.Divide(a, b);
        case 5 -> new Index.Modulo(a, b);
        case 6 -> new Index.Length(a);
        case 7 -> new Index.PowerOfTwo(new Index.Modulo(a, Index.number(90)));
        case 8 -> new Index.Minimum(a, b);
        case 9 -> new Index.Maximum(a, b);
        case 10 -> new Index.Conditional(predicate(depth - 1, variables), a, b);
        case 11 -> new Index.Least("v", small(b), predicate(depth - 1, plus(variables, "v")));
        case 12 -> new Index.PowerModuloPrime(a, small(b), small(leaf(variables)));
        case 13 -> new Index.PowerModulo(a, small(b), small(leaf(variables)));
        case 14 -> new Index.Summation("s", small(a), term(depth - 1, plus(variables, "s")));
        case 15 -> new Index.Product("p", small(a), term(depth - 1, plus(variables, "p")));
        case 16 -> new Index.GreatestCommonDivisor(a, b);
        case 17 -> new Index.InverseModulo(a, small(b));
        default ->
            random.nextBoolean()
                ? new Index.Apply(
                    new Index.Function("f", List.of("a", "b"), term(depth - 1, List.of("a", "b"))),
                    List.of(a, b))
                : new Index.Advise(
                    new Index.Advice(
                        "k",
                        List.of("a"),
                        small(leaf(List.of("a"))),
                        term(depth - 1, List.of("a"))),
                    List.of(b));
      };
    }

    private Index small(Index term) {
      return new Index.Modulo(term, Index.number(7));
    }

    private Index leaf(List<String> variables) {
      return switch (random.nextInt(4)) {
        case 0 -> Index.number(random.nextInt(12) - 3);
        case 1 -> random.nextInt(6) == 0 ? Index.number(random.nextLong()) : Index.ONE;
        default -> Index.variable(variables.get(random.nextInt(variables.size())));
      };
    }

    private static List<String> plus(List<String> variables, String more) {
      return java.util.stream.Stream.concat(variables.stream(), java.util.stream.Stream.of(more))
          .toList();
    }

    Predicate predicate(int depth, List<String> variables) {
      Index a = term(Math.max(depth, 0), variables);
      Index b = term(random.nextInt(Math.max(depth, 1)), variables);
      return switch (random.nextInt(9)) {
        case 0 -> new Predicate.Less(a, b);
        case 1 -> new Predicate.Equal(a, b);
        case 2 -> new Predicate.Not(new Predicate.Less(a, b));
        case 3 -> new Predicate.And(new Predicate.Less(a, b), new Predicate.Prime(small(a)));
        case 4 -> new Predicate.Or(new Predicate.Equal(a, b), new Predicate.Prime(small(b)));
        case 5 -> new Predicate.Bit(a, new Index.Modulo(b, Index.number(80)));
        case 6 ->
            new Predicate.Exists(
                "e", small(a), new Predicate.Equal(term(0, plus(variables, "e")), b));
        case 7 ->
            new Predicate.ForAll(
                "e", small(a), new Predicate.Less(term(0, plus(variables, "e")), b));
        default ->
            new Predicate.Apply(
                new Predicate.Named(
                    "P",
                    List.of("c"),
                    new Predicate.Less(
                        term(0, List.of("c")), new Index.Length(Index.variable("c")))),
                List.of(a));
      };
    }
  }

  @Property(tries = 1500)
  void compiledTermsHaveTheirDefinedValues(
      @ForAll long seed,
      @ForAll @IntRange(max = 4) int depth,
      @ForAll @IntRange(max = 9) int n,
      @ForAll @IntRange(max = 40) int x,
      @ForAll long y) {
    Terms terms = new Terms(seed);
    Index index = terms.term(depth, List.of("n", "x", "y"));
    Predicate predicate = terms.predicate(depth - 1, List.of("n", "x", "y"));
    Interpreter meaning =
        new Interpreter(
            Map.of(
                "n",
                BigInteger.valueOf(n),
                "x",
                BigInteger.valueOf(x),
                "y",
                BigInteger.valueOf(y)));
    IndexCompiler compiler = new IndexCompiler(new Budget(Limits.DEFAULT));
    Scope scope = Scope.of(Map.of("n", BigInteger.valueOf(n))).bind("x").bind("y");
    Term term = compiler.term(index, scope);
    Condition condition = compiler.condition(predicate, scope);
    for (int again = 0; again < 2; again++) { // the second time from memory
      long[] frame = new long[scope.frameSize()];
      frame[0] = x;
      frame[1] = y;
      assertThat(term.value(frame)).isEqualTo(meaning.value(index));
      assertThat(condition.holds(frame)).isEqualTo(meaning.holds(predicate));
    }
  }

  @Property(tries = 200)
  void discreteLogarithmsFromTablesAreTheSearchedOnes(
      @ForAll @IntRange(max = 60) int modulus,
      @ForAll @IntRange(min = -5, max = 60) int base,
      @ForAll @IntRange(min = -3, max = 70) int target,
      @ForAll @IntRange(min = -3, max = 70) int bound) {
    Index least =
        new Index.Least(
            "e",
            Index.variable("b"),
            new Predicate.Equal(
                new Index.PowerModuloPrime(
                    Index.variable("g"), Index.variable("e"), Index.variable("m")),
                Index.variable("t")));
    Scope scope = Scope.of(Map.of()).bind("m").bind("g").bind("t").bind("b");
    Term term = new IndexCompiler(new Budget(Limits.DEFAULT)).term(least, scope);
    long[] frame = new long[scope.frameSize()];
    frame[0] = modulus;
    frame[1] = base;
    frame[2] = target;
    frame[3] = bound;
    Interpreter meaning =
        new Interpreter(
            Map.of(
                "m", BigInteger.valueOf(modulus),
                "g", BigInteger.valueOf(base),
                "t", BigInteger.valueOf(target),
                "b", BigInteger.valueOf(bound)));
    assertThat(term.value(frame)).isEqualTo(meaning.value(least));
  }
}
