package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotationTest {

  private static final Index A = Index.variable("a");
  private static final Index B = Index.variable("b");
  private static final Index C = Index.variable("c");

  @Test
  void parenthesesKeepTheTree() {
    assertThat(Notation.text(A.minus(B.minus(C)))).isEqualTo("a - (b - c)");
    assertThat(Notation.text(A.plus(B).times(C))).isEqualTo("(a + b)*c");
    assertThat(Notation.text(new Index.Divide(A.times(B), C))).isEqualTo("a*b div c");
    assertThat(Notation.text(A.times(new Index.Divide(B, C)))).isEqualTo("a*(b div c)");
    assertThat(Notation.text(new Index.PowerOfTwo(A.plus(B)))).isEqualTo("2^(a + b)");
  }

  @Test
  void aDefinitionOverItsOwnSizesPrintsByName() {
    Index.Function hi = new Index.Function("hi", List.of("a"), A.plus(Index.ONE));
    assertThat(Notation.text(new Index.Apply(hi, List.of(A)))).isEqualTo("hi");
    assertThat(Notation.text(new Index.Apply(hi, List.of(B)))).isEqualTo("hi(b)");
  }
}
