package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DefinedFunctionTest {

  private static final Modules MODULES =
      ParsedModules.of(
          FloatSpecificationTest.FLOAT,
          """
          module attention;
          import std.float as float;
          import std.float (le);
          type weights(d, p) = { query: float(p)[d, d], value: float(p)[d, d] };

          define attend[n, d, p](X: float(p)[n, d], W: weights(d, p)) -> float(p)[n, d] {
            q(i, a) = sum { X[i, k] * W.query[k, a] : k < d };
            score(i, j) = exp(sum { q(i, a) * X[j, a] : a < d });
            v(j, a) = sum { X[j, k] * W.value[k, a] : k < d };
            return[i < n, a < d] =
                sum { score(i, j) * v(j, a) : j < n } / sum { score(i, j) : j < n };
          }
          define scaled[n, p](x: float(p)[n]) -> float(p)[n] {
            return[i < n] = if i mod 2 = 0 then -(2 * x[i]) else x[i] - 1/4;
          }
          define order[n, p](x: float(p)[n]) -> bit[n] {
            return[i < n] = le(x[i], x[i + 1]);
          }
          define nothing[p](x: float(p)) -> float(p) = 1/3;
          define twice[n, p](x: float(p)[n]) -> float(p)[n] = scaled(scaled(x));
          define guarded[n, p](x: float(p)[n]) -> float(p) =
              float.sum { x[j] : 1 <= j < n when j mod 2 = 1 };
          axiom circuit halve[p](x: float(p)) -> float(p) {
            requires 0 <= value(x);
            ensures value(return) = rounded(float(p), value(x) / 2);
          }
          define halves[n, p](x: float(p)[n]) -> float(p)[n] {
            return[i < n] = halve(x[i]);
          }
          """);

  private final FloatFormat format = new FloatFormat(3);
  private final RoundedArithmetic r = new RoundedArithmetic(format);

  @Test
  void attentionIsEvaluatedOperationByOperation() {
    int n = 2;
    int d = 2;
    DefinedFunction attend = function("attend", "n=2", "d=2", "p=3");
    InputGenerator generator = new InputGenerator(attend.inputs(), 11, true);
    for (int round = 0; round < 60; round++) {
      List<Words> inputs = generator.next();
      BigRational[][] x = matrix(inputs.get(0), n, d);
      BigRational[][] query = matrix(inputs.get(1).field("query").orElseThrow(), d, d);
      BigRational[][] value = matrix(inputs.get(1).field("value").orElseThrow(), d, d);
      BigRational[][] q = product(x, query);
      BigRational[][] v = product(x, value);
      Words result = attend.evaluate(inputs);
      for (int i = 0; i < n; i++) {
        int row = i;
        IntFunction<BigRational> score = j -> r.exp(sum(d, a -> r.multiply(q[row][a], x[j][a])));
        for (int a = 0; a < d; a++) {
          int column = a;
          BigRational expected =
              r.divide(sum(n, j -> r.multiply(score.apply(j), v[j][column])), sum(n, score));
          assertThat(format.decode(result.at(i, a).natural())).isEqualTo(expected);
          assertThat(format.isCanonical(result.at(i, a).natural())).isTrue();
        }
      }
    }
  }

  @Test
  void inputsThatLeadAPrimitiveOutOfItsDomainAreExcluded() {
    DefinedFunction halves = function("halves", "n=2", "p=3");
    Words result = halves.evaluate(List.of(list(halves, 6, 2)));
    assertThat(halves.check(List.of(list(halves, 6, 2)), result)).isEqualTo(new Outcome.Holds());
    assertThat(halves.check(List.of(list(halves, 6, -2)), result))
        .isInstanceOf(Outcome.Excluded.class);
    assertThatThrownBy(() -> halves.evaluate(List.of(list(halves, 6, -2))).describe())
        .isInstanceOf(UndefinedException.class)
        .hasMessageContaining("halve promises nothing at this input");
  }

  @Test
  void plainNumbersBesideWordsStandForTheirWords() {
    DefinedFunction scaled = function("scaled", "n=2", "p=3");
    Words result = scaled.evaluate(List.of(list(scaled, 3, 3)));
    assertThat(result.describe()).isEqualTo("[-6 = <-6,0>, 3 = <6,-1>]"); // 2.75 is a tie
    DefinedFunction twice = function("twice", "n=1", "p=3");
    assertThat(twice.evaluate(List.of(list(twice, 3)))).hasToString("[12 = <6,1>]");
  }

  @Test
  void readsOutsideAnArrayAreTheCanonicalZero() {
    DefinedFunction order = function("order", "n=2", "p=3");
    Words result = order.evaluate(List.of(list(order, -1, -1)));
    assertThat(result.natural()).isEqualTo(BigInteger.valueOf(0b11));
    assertThat(order.evaluate(List.of(list(order, 2, 1))).natural()).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void cellsOutsideTheBoxOfAnArgumentAreZero() {
    DefinedFunction guarded = function("guarded", "n=4", "p=3");
    Words result = guarded.evaluate(List.of(list(guarded, 1, 2, 3, 4)));
    assertThat(result.describe()).isEqualTo("6 = <6,0>");
  }

  @Test
  void aWrongResultIsShownAtItsIndex() {
    DefinedFunction scaled = function("scaled", "n=2", "p=3");
    List<Words> inputs = List.of(list(scaled, 3, 3));
    assertThat(scaled.check(inputs, scaled.evaluate(inputs))).isInstanceOf(Outcome.Holds.class);
    assertThat(scaled.check(inputs, list(scaled, -6, 2)))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated ->
                assertThat(violated.message())
                    .isEqualTo("at index = [1]: (2 = <4,-1>) = (3 = <6,-1>) does not hold"));
  }

  @Test
  void numbersThatTheFormatLacksHaveNoWord() {
    DefinedFunction nothing = function("nothing", "p=3");
    Words one = Words.number(nothing.result(), format.encode(BigRational.ONE));
    assertThat(nothing.check(List.of(one), one))
        .isInstanceOfSatisfying(
            Outcome.Undefined.class,
            undefined -> assertThat(undefined.reason()).isEqualTo("1/3 is not a float(3)"));
  }

  @Test
  void circuitsWithoutAnEquationCannotBeApplied() {
    Modules modules =
        ParsedModules.of(
            FloatSpecificationTest.FLOAT,
            """
            module m;
            import std.float as float;
            define f[p](x: float(p)) -> float(p) = float.coarse_exp(x);
            """);
    DefinedFunction f =
        DefinedFunction.of(modules.definition("m.f").orElseThrow(), ParsedModules.sizes("p=2"));
    Words zero = Words.number(f.result(), BigInteger.ZERO);
    assertThatThrownBy(() -> f.check(List.of(zero), zero))
        .isInstanceOf(SpecificationException.class)
        .hasMessageContaining("std.float.coarse_exp promises no equation");
  }

  private static DefinedFunction function(String name, String... sizes) {
    return DefinedFunction.of(
        MODULES.definition("attention." + name).orElseThrow(), ParsedModules.sizes(sizes));
  }

  private Words list(DefinedFunction function, long... values) {
    WordType type = function.inputs().get(0).type();
    WordType cell = type.withExtents(List.of());
    return Words.ofCells(
        type, index -> Words.number(cell, format.encode(BigRational.of(values[index.get(0)]))));
  }

  private BigRational[][] matrix(Words words, int rows, int columns) {
    BigRational[][] matrix = new BigRational[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix[i][j] = format.decode(words.at(i, j).natural());
      }
    }
    return matrix;
  }

  private BigRational[][] product(BigRational[][] a, BigRational[][] b) {
    BigRational[][] c = new BigRational[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        int row = i;
        int column = j;
        c[i][j] = sum(b.length, k -> r.multiply(a[row][k], b[k][column]));
      }
    }
    return c;
  }

  private BigRational sum(int n, IntFunction<BigRational> term) {
    return r.sum(new ArrayList<>(IntStream.range(0, n).mapToObj(term).toList()));
  }
}
