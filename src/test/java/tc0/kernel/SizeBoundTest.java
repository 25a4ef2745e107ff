package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SizeBoundTest {

  private static final Polynomial N = Polynomial.variable("n");
  private static final Polynomial W = Polynomial.variable("w");

  /** {@code x0 + x1 + ...}, each to the given power. */
  private static Polynomial sum(int terms, int exponent) {
    Polynomial sum = Polynomial.ZERO;
    for (int i = 0; i < terms; i++) {
      sum = sum.plus(Polynomial.variable("x" + i).power(exponent));
    }
    return sum;
  }

  private static TreeMap<String, SizeBound> arguments(String name, Polynomial value) {
    TreeMap<String, SizeBound> arguments = new TreeMap<>();
    arguments.put(name, SizeBound.of(value));
    return arguments;
  }

  @Test
  void shortBoundsAreWrittenOut() {
    SizeBound bound = SizeBound.of(N.plus(W)).times(SizeBound.of(N)).plus(SizeBound.ONE);
    assertThat(bound).hasToString("n^2 + n*w + 1");
    assertThat(bound.join(SizeBound.of(W))).hasToString("n^2 + n*w + w + 1");
    assertThat(bound.at("gates[c]", arguments("w", N.times(2)))).hasToString("3*n^2 + 1");
  }

  @Test
  void longBoundsStayAsTheyAre() {
    SizeBound squares = SizeBound.of(sum(40, 2));
    SizeBound bound = SizeBound.of(sum(40, 1)).times(squares).plus(SizeBound.ONE);
    assertThat(bound.toString()).startsWith("(x0 + x1 + ").endsWith(" + x9^2) + 1");
    assertThat(bound.polynomial().terms()).hasSize(1_601);
    SizeBound called = SizeBound.of(N.power(4).plus(W)).at("gates[c]", arguments("n", sum(40, 1)));
    assertThat(called.toString()).startsWith("gates[c](n = x0 + x1 + ").endsWith(", w = w)");
    assertThat(called.variables()).hasSize(41).contains("x0", "w").doesNotContain("n");
  }

  @Test
  void onlyWhatOccursIsPassed() {
    TreeMap<String, SizeBound> arguments = arguments("n", sum(40, 1));
    arguments.put("q", SizeBound.of(W));
    SizeBound called = SizeBound.of(N.power(4)).at("gates[c]", arguments);
    assertThat(called.variables()).doesNotContain("q", "w");
  }

  @Test
  void writingOutIsRefusedBeyondTheLimit() {
    SizeBound bound = SizeBound.of(sum(60, 1));
    SizeBound product = bound.times(SizeBound.of(sum(60, 2))).times(SizeBound.of(sum(60, 3)));
    assertThatThrownBy(product::polynomial)
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("limit: ");
  }

  @Test
  void aBoundIsANumeralOnlyIfNoParameterReachesIt() {
    SizeBound size = SizeBound.of(Polynomial.of(new Atom.Length(N)));
    assertThat(size.isConstant()).isFalse();
    SizeBound.Called numeral =
        new SizeBound.Called("wires[c]", size, arguments("n", Polynomial.of(5)));
    assertThat(numeral.isConstant()).isTrue();
    assertThat(new SizeBound.Called("wires[c]", size, arguments("n", W)).isConstant()).isFalse();
    assertThat(numeral.plus(SizeBound.of(W)).isConstant()).isFalse();
    Atom unnamed = new Atom.Unnamed("size[exp]", java.util.List.of(Polynomial.of(3)));
    assertThat(SizeBound.of(Polynomial.of(unnamed)).isConstant()).isFalse();
  }
}
