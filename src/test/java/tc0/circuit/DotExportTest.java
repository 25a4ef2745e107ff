package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.circuit.Core.sizes;

import org.junit.jupiter.api.Test;

class DotExportTest {

  @Test
  void aSmallCircuitIsDrawnWithNamesThresholdsAndWeights() {
    FlatCircuit parity = new Unroller().unroll(Library.parity(), sizes("n", 2));
    assertThat(DotExport.write(parity).lines().map(String::strip))
        .contains(
            "rankdir=TB;",
            "n1 [ label=\"x[0]\" shape=\"plaintext\" ];",
            "n4 [ label=\"count[2]: sum >= 2\" shape=\"box\" ];",
            "n4 -> n5 [ label=\"-1\" style=\"solid\" ];",
            "n5 -> out_5 [ label=\"\" style=\"solid\" ];");
  }

  @Test
  void complementsAreDashed() {
    FlatCircuit comparison = new Unroller().unroll(Library.add(), sizes("w", 2));
    assertThat(DotExport.write(comparison)).contains("style=\"dashed\"");
  }

  @Test
  void largeCircuitsAreRefusedWithTheirSize() {
    FlatCircuit large = new Unroller().unroll(Library.multiply(), sizes("v", 10, "w", 10));
    assertThatThrownBy(() -> DotExport.write(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 5000 gates and edges, but the circuit has ");
  }
}
