package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.reference.ParsedModules.returned;
import static tc0.reference.ParsedModules.specification;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.syntax.ast.FactBody;

class FloatSpecificationTest {

  static final String FLOAT =
      """
      module std.float;
      type float(p) = { mantissa: bit[p], exponent: bit[p+1], sign: bit } where p >= 2
          represents float(p);
      operators float { + = add; - = sub; * = mul; / = divide; sum = sum; exp = exp; }

      axiom circuit add[p](x, y: float(p)) -> float(p) {
        ensures value(return) = rounded(float(p), value(x) + value(y));
      }
      axiom circuit sub[p](x, y: float(p)) -> float(p) {
        ensures value(return) = rounded(float(p), value(x) - value(y));
      }
      axiom circuit mul[p](x, y: float(p)) -> float(p) {
        ensures value(return) = rounded(float(p), value(x) * value(y));
      }
      axiom circuit divide[p](x, y: float(p)) -> float(p) {
        ensures value(return)
          = (if value(y) = 0 then 0 else rounded(float(p), value(x) / value(y)));
      }
      axiom circuit le[p](x, y: float(p)) -> bit {
        ensures return = [value(x) <= value(y)];
      }
      axiom circuit sum[n, p](x: float(p)[n]) -> float(p) {
        ensures value(return) = rounded(float(p), sum { value(x[i]) : i < n });
      }
      axiom circuit exp[p](x: float(p)) -> float(p) {
        ensures value(return) = rounded(float(p), exp(value(x)));
      }
      axiom circuit coarse_exp[p](x: float(p)) -> float(p) {
        ensures value(return) within relative 2^-p of exp(value(x))
            when abs(value(x)) <= 2^(p-1);
      }
      axiom circuit near_sine[p](x: float(p)) -> float(p) {
        ensures value(return) within absolute 1/4 of sin(value(x)) + cos(0) - 1;
      }
      """;

  private static final Modules MODULES = ParsedModules.of(FLOAT);
  private final FloatFormat format = new FloatFormat(2);

  @Test
  void theRoundedSumIsComputedAndChecked() {
    Specification add = specification(MODULES, "std.float.add", "p=2");
    List<Words> inputs = numbers(add, BigRational.of(3, 16), BigRational.of(3, 2));
    Words result = add.evaluate(inputs).orElseThrow();
    assertThat(result.describe()).isEqualTo("1.5 = <3,-1>");
    assertThat(add.check(inputs, returned(add, result.natural().longValueExact())).isAcceptable())
        .isTrue();
    Words wrong = returned(add, format.encode(BigRational.of(2)).longValueExact());
    assertThat(add.check(inputs, wrong))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated ->
                assertThat(violated.message()).isEqualTo("(2 = <2,0>) = (1.5) does not hold"));
  }

  @Test
  void everyPromiseAgreesWithTheRoundedArithmeticOnAllPairs() {
    RoundedArithmetic arithmetic = new RoundedArithmetic(format);
    Map<String, java.util.function.BinaryOperator<BigRational>> operations =
        Map.of(
            "add", arithmetic::add,
            "sub", arithmetic::subtract,
            "mul", arithmetic::multiply,
            "divide", arithmetic::divide);
    List<BigRational> values = format.values().toList();
    operations.forEach(
        (name, operation) -> {
          Specification circuit = specification(MODULES, "std.float." + name, "p=2");
          for (BigRational x : values) {
            for (BigRational y : values) {
              Words result = circuit.evaluate(numbers(circuit, x, y)).orElseThrow();
              assertThat(result.natural())
                  .as("%s %s %s", x, name, y)
                  .isEqualTo(format.encode(operation.apply(x, y)));
            }
          }
        });
  }

  @Test
  void anEquationAboutTheValueDemandsTheCanonicalWord() {
    Specification add = specification(MODULES, "std.float.add", "p=2");
    List<Words> inputs = numbers(add, BigRational.ONE, BigRational.of(-1));
    assertThat(add.check(inputs, returned(add, 0)).isAcceptable()).isTrue();
    assertThat(add.check(inputs, returned(add, 0b0_010_00)))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated -> {
              assertThat(violated.left()).isEqualTo("0 = <0,-2> (not canonical)");
              assertThat(violated.note()).contains("not the canonical");
            });
  }

  @Test
  void inputsNeedNotBeCanonical() {
    Specification add = specification(MODULES, "std.float.add", "p=2");
    Words oddZero = Words.number(add.inputs().get(0).type(), BigInteger.valueOf(0b0_111_01));
    Words three = Words.number(add.inputs().get(1).type(), format.encode(BigRational.of(3)));
    assertThat(add.evaluate(List.of(oddZero, three)).orElseThrow().describe())
        .isEqualTo("3 = <3,0>");
  }

  @Test
  void relativeErrorIsJudgedExactlyAndOnlyWherePromised() {
    Specification exp = specification(MODULES, "std.float.coarse_exp", "p=2");
    List<Words> one = numbers(exp, BigRational.ONE);
    assertThat(exp.check(one, word(exp, BigRational.of(3))).isAcceptable()).isTrue();
    assertThat(exp.check(one, word(exp, BigRational.of(2))))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated -> {
              assertThat(violated.relation()).isEqualTo("within relative 0.25 of");
              assertThat(violated.right()).startsWith("exp(1) = 2.71828");
            });
    List<Words> eight = numbers(exp, BigRational.of(8));
    assertThat(exp.check(eight, word(exp, BigRational.ZERO)).isAcceptable()).isTrue();
    Specification sine = specification(MODULES, "std.float.near_sine", "p=2");
    List<Words> three = numbers(sine, BigRational.of(3));
    assertThat(sine.check(three, word(sine, BigRational.of(3, 8))).isAcceptable()).isTrue();
    assertThat(sine.check(three, word(sine, BigRational.HALF)).isAcceptable()).isFalse();
  }

  @Test
  void knownFactsHoldAndFalseOnesHaveCounterexamples() {
    assertThat(fact(FactBody.Kind.COMMUTATIVE, "add", "p=2")).isEmpty();
    assertThat(fact(FactBody.Kind.IGNORES_ZERO, "add", "p=2")).isEmpty();
    assertThat(fact(FactBody.Kind.ABSORBS_ZERO, "mul", "p=2")).isEmpty();
    assertThat(fact(FactBody.Kind.SYMMETRIC, "sum", "n=2", "p=2")).isEmpty();
    assertThat(fact(FactBody.Kind.IGNORES_ZERO, "sum", "n=2", "p=2")).isEmpty();
    assertThat(fact(FactBody.Kind.COMMUTATIVE, "sub", "p=2")).isPresent();
    assertThat(fact(FactBody.Kind.IGNORES_ZERO, "mul", "p=2")).isPresent();
    assertThat(fact(FactBody.Kind.ABSORBS_ZERO, "add", "p=2"))
        .hasValueSatisfying(
            counterexample -> assertThat(counterexample.expected()).isEqualTo("0 = <0,-4>"));
    assertThatThrownBy(() -> fact(FactBody.Kind.SYMMETRIC, "sum", "n=9", "p=2"))
        .isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> fact(FactBody.Kind.COMMUTATIVE, "coarse_exp", "p=2"))
        .isInstanceOf(SpecificationException.class);
  }

  private static java.util.Optional<FactCheck.Counterexample> fact(
      FactBody.Kind kind, String circuit, String... sizes) {
    return FactCheck.check(
        kind, MODULES.circuit("std.float." + circuit).orElseThrow(), ParsedModules.sizes(sizes));
  }

  private List<Words> numbers(Specification circuit, BigRational... values) {
    return java.util.stream.IntStream.range(0, values.length)
        .mapToObj(i -> Words.number(circuit.inputs().get(i).type(), format.encode(values[i])))
        .toList();
  }

  private Words word(Specification circuit, BigRational value) {
    return returned(circuit, format.encode(value).longValueExact());
  }
}
