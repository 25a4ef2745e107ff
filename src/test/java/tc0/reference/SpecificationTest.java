package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.reference.ParsedModules.returned;
import static tc0.reference.ParsedModules.specification;
import static tc0.reference.ParsedModules.words;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecificationTest {

  private static final Modules INTEGERS =
      ParsedModules.of(
          """
          module std.integer;
          index double(m) = 2 * m;
          predicate even(m) = m mod 2 = 0;
          domain Odd(m) = 0 < m < 20 when not even(m);

          circuit add[w](x: bit[w], y: bit[w]) -> bit[w+1] {
            return[i <= w] = [i = 0];
            ensures nat(return) = nat(x) + nat(y);
          }
          circuit greater[w](x: bit[w], y: bit[w]) -> bit {
            return = x[0];
            ensures return = [nat(x) > nat(y)];
          }
          circuit sum[n, w, s = 1](x: form bit[n, w], A: form = 0) -> bit[w + len(n)] where n >= 1 {
            let total = w + len(n), shift(k) = 2^k;
            return[i < total] = x[0, i];
            requires 0 <= A <= n * shift(s);
            ensures nat(return) = (sum { nat(x[i]) : i < n } + A div 2^s) mod 2^total;
          }
          circuit flags[w](x: bit[w]) -> bit[w] {
            return[i < w] = x[i];
            ensures forall i < w : return[i] = [exists j < i : x[j] = 1];
          }
          circuit divide[w](x: bit[w], y: bit[w]) -> bit[w] {
            return[i < w] = x[i];
            ensures nat(return) = nat(x) div nat(y);
            ensures nat(x) / nat(y) >= nat(return);
          }
          circuit guarded[w](x: bit[w], y: bit[w]) -> bit[w] {
            return[i < w] = x[i];
            ensures nat(return) <= nat(x) / nat(y) when nat(y) != 0;
          }
          circuit odds() -> bit[8] {
            return[i < 8] = [i = 0];
            ensures nat(return) = sum { double(m) : m in Odd } - 20 + [7 in Odd] - [8 in Odd];
          }
          circuit signed[w](x: bit[w]) -> bit[w+1] {
            return[i <= w] = x[0];
            ensures int(return) = - int(x);
          }
          circuit product[n, w](x: bit[n, w]) -> bit[n*w] {
            return[i < n*w] = x[0, 0];
            ensures nat(return) = product { nat(x[i]) : i < n };
          }
          circuit column[n](x: bit[n, n]) -> bit[n] {
            return[i < n] = x[i, 0];
            ensures nat(return) = nat(x[.., n-1]);
            ensures nat(x[..1, 0]) = nat(x[0, 0]);
          }
          """);

  @Test
  void acceptsExactlyTheRightSum() {
    Specification add = specification(INTEGERS, "std.integer.add", "w=2");
    for (int x = 0; x < 4; x++) {
      for (int y = 0; y < 4; y++) {
        for (int z = 0; z < 8; z++) {
          Outcome outcome = add.check(words(add, x, y), returned(add, z));
          assertThat(outcome.isAcceptable()).isEqualTo(z == x + y);
        }
      }
    }
  }

  @Test
  void aViolationShowsBothSidesAsNumbers() {
    Specification add = specification(INTEGERS, "std.integer.add", "w=2");
    assertThat(add.check(words(add, 3, 2), returned(add, 4)))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated -> {
              assertThat(violated.left()).isEqualTo("4");
              assertThat(violated.relation()).isEqualTo("=");
              assertThat(violated.right()).isEqualTo("5");
              assertThat(violated.message()).isEqualTo("(4) = (5) does not hold");
              assertThat(violated.span().line()).isEqualTo(8);
            });
  }

  @Test
  void aViolationUnderAQuantifierSaysWhere() {
    Specification flags = specification(INTEGERS, "std.integer.flags", "w=3");
    assertThat(flags.check(words(flags, 0b001), returned(flags, 0b110)).isAcceptable()).isTrue();
    assertThat(flags.check(words(flags, 0b001), returned(flags, 0b010)))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated ->
                assertThat(violated.message()).isEqualTo("at i = 2: (0) = (1) does not hold"));
  }

  @Test
  void comparesBitsWithIndicators() {
    Specification greater = specification(INTEGERS, "std.integer.greater", "w=3");
    assertThat(greater.check(words(greater, 5, 3), returned(greater, 1)).isAcceptable()).isTrue();
    assertThat(greater.check(words(greater, 5, 3), returned(greater, 0)).isAcceptable()).isFalse();
    assertThat(greater.evaluate(words(greater, 3, 5)).orElseThrow().natural())
        .isEqualTo(BigInteger.ZERO);
  }

  @Test
  void requirementsExcludeInputsAndFormsMayHaveAnyInteger() {
    Specification sum = specification(INTEGERS, "std.integer.sum", "n=2", "w=3");
    List<Words> inputs = words(sum, 0b110_011, 0);
    Words rows = inputs.get(0);
    assertThat(rows.at(0).natural()).isEqualTo(BigInteger.valueOf(3));
    WordType form = sum.inputs().get(1).type();
    List<Words> four = List.of(rows, Words.of(form, (path, index) -> 4));
    List<Words> five = List.of(rows, Words.of(form, (path, index) -> 5));
    assertThat(sum.check(four, returned(sum, 3 + 6 + 2)).isAcceptable()).isTrue();
    assertThat(sum.check(four, returned(sum, 3 + 6 + 3))).isInstanceOf(Outcome.Violated.class);
    assertThat(sum.check(five, returned(sum, 0))).isInstanceOf(Outcome.Excluded.class);
  }

  @Test
  void integerDivisionIsTotalButABareFractionWithDenominatorZeroHasNoValue() {
    Specification divide = specification(INTEGERS, "std.integer.divide", "w=3");
    assertThat(divide.check(words(divide, 7, 2), returned(divide, 3)).isAcceptable()).isTrue();
    assertThat(divide.evaluate(words(divide, 7, 0)).orElseThrow().natural())
        .isEqualTo(BigInteger.ZERO);
    assertThat(divide.check(words(divide, 7, 0), returned(divide, 0)))
        .isInstanceOfSatisfying(
            Outcome.Undefined.class,
            undefined -> assertThat(undefined.reason()).isEqualTo("division by zero"));
    Specification guarded = specification(INTEGERS, "std.integer.guarded", "w=3");
    assertThat(guarded.check(words(guarded, 7, 0), returned(guarded, 0)).isAcceptable()).isTrue();
    assertThat(guarded.check(words(guarded, 7, 3), returned(guarded, 3)))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, violated -> assertThat(violated.right()).isEqualTo("7/3"));
  }

  @Test
  void domainsIndexFunctionsAndPredicatesAreVisible() {
    Specification odds = specification(INTEGERS, "std.integer.odds");
    // 2 (1 + 3 + ... + 19) - 20 + 1
    assertThat(odds.evaluate(List.of()).orElseThrow().natural()).isEqualTo(BigInteger.valueOf(181));
  }

  @Test
  void promisesThatAreEquationsComputeTheResult() {
    Specification signed = specification(INTEGERS, "std.integer.signed", "w=3");
    for (int x = 0; x < 8; x++) {
      Words result = signed.evaluate(words(signed, x)).orElseThrow();
      assertThat(result.integer()).isEqualTo(BigInteger.valueOf(x < 4 ? -x : 8 - x));
    }
    Specification flags = specification(INTEGERS, "std.integer.flags", "w=4");
    assertThat(flags.evaluate(words(flags, 0b0010)).orElseThrow().natural())
        .isEqualTo(BigInteger.valueOf(0b1100));
    Specification guarded = specification(INTEGERS, "std.integer.guarded", "w=3");
    assertThat(guarded.evaluate(words(guarded, 1, 1))).isEmpty();
  }

  @Test
  void columnsAndHeadsAreReadInAnyDirection() {
    Specification column = specification(INTEGERS, "std.integer.column", "n=2");
    // rows are words, so 0b10_11 has row 0 = 3 and row 1 = 2; column 1 is (1, 1)
    assertThat(column.check(words(column, 0b10_11), returned(column, 3)).isAcceptable()).isTrue();
    assertThat(column.check(words(column, 0b01_11), returned(column, 3)).isAcceptable()).isFalse();
  }

  @Test
  void emptyProductsAreOne() {
    Specification product = specification(INTEGERS, "std.integer.product", "n=0", "w=3");
    assertThat(product.check(words(product, 0), returned(product, 0)))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated -> assertThat(violated.message()).isEqualTo("(0) = (1) does not hold"));
    Specification three = specification(INTEGERS, "std.integer.product", "n=3", "w=2");
    assertThat(three.evaluate(words(three, 0b11_10_11)).orElseThrow().natural())
        .isEqualTo(BigInteger.valueOf(18));
  }

  @Test
  void aLongEvaluationEndsWhenItsThreadIsInterrupted() {
    Modules modules =
        ParsedModules.of(
            """
            module m;
            circuit f[w](x: bit[w]) -> bit {
              return = x[0];
              ensures nat(return) = sum { a mod 2 : a < 2^w };
            }
            """);
    Specification f = specification(modules, "m.f", "w=20");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> f.check(words(f, 0), returned(f, 0)))
          .isInstanceOf(LimitException.class)
          .hasMessage("the evaluation was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void unknownNamesAndMissingSizesAreErrorsOfTheSpecification() {
    Modules modules =
        ParsedModules.of(
            """
            module m;
            circuit f[w](x: bit[w]) -> bit { return = x[0]; ensures nat(return) = z; }
            circuit g[w](x: bit[w]) -> bit { return = x[0]; ensures nat(return) = x + 1; }
            """);
    Specification f = specification(modules, "m.f", "w=1");
    assertThatThrownBy(() -> f.check(words(f, 0), returned(f, 0)))
        .isInstanceOf(SpecificationException.class)
        .hasMessage("unknown name z");
    Specification g = specification(modules, "m.g", "w=1");
    assertThatThrownBy(() -> g.check(words(g, 0), returned(g, 0)))
        .isInstanceOf(SpecificationException.class)
        .hasMessage("a bit[1] is no number: use nat, int or value");
    assertThatThrownBy(() -> specification(modules, "m.f"))
        .isInstanceOf(SpecificationException.class)
        .hasMessage("no value for the size w of f");
  }
}
