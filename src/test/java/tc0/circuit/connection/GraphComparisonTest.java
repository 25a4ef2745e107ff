package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Unroller;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;

class GraphComparisonTest {

  @Test
  void theUnrollerBuildsTheGraphOfTheConnectionLanguage() {
    for (Circuit.Family family :
        List.of(Families.adder(), Families.counter(), Families.rows(), Families.differences())) {
      for (int size = 0; size <= 4; size++) {
        assertEqual(family, family.parameters().getFirst(), size);
      }
    }
    for (int m = 0; m <= 3; m++) {
      assertEqual(Families.rounds(), "m", m, "n", 3);
    }
  }

  private static void assertEqual(Circuit.Family family, Object... sizes) {
    Connection connection = Connection.of(family, Families.sizes(sizes));
    FlatCircuit circuit = new Unroller().unroll(family, Families.sizes(sizes));
    assertThat(GraphComparison.compare(connection, circuit).map(Difference::message))
        .as("%s at %s", family.name(), connection.sizes())
        .isEmpty();
    assertThat(connection.gates()).hasSize(circuit.gateCount());
  }

  @Test
  void aGateOfAnotherTypeIsReported() {
    Circuit.Family and = Families.rounds();
    Circuit.Family or =
        replace(
            and,
            new Declaration.Junction(
                "last",
                ((Declaration.Junction) and.body().get(1)).box(),
                Declaration.Connective.OR,
                ((Declaration.Junction) and.body().get(1)).parts()));
    assertThat(difference(and, or, "m", 1, "n", 2))
        .isEqualTo("gate last is and in the family, not or");
  }

  @Test
  void aMissingAndAnExtraGateAreReported() {
    Circuit.Family whole = Families.counter();
    assertThat(difference(whole, whole, Families.sizes("n", 2), Families.sizes("n", 1)))
        .isEqualTo("gate u[1] reads x[1] once in the family, here never");
    assertThat(difference(whole, thresholdsFrom(2), "n", 3))
        .isEqualTo("gate u[1] (maj) is missing");
    assertThat(difference(thresholdsFrom(2), whole, "n", 3))
        .isEqualTo("u[1] is not a gate of the family");
  }

  @Test
  void anotherThresholdIsReportedAsPadding() {
    Declaration.Threshold u = (Declaration.Threshold) Families.counter().body().getFirst();
    Circuit.Family shifted =
        replace(
            Families.counter(),
            new Declaration.Threshold("u", u.box(), u.form(), u.threshold().plus(Index.number(1))));
    assertThat(difference(Families.counter(), shifted, "n", 3))
        .isEqualTo("gate u[1] reads 0 2 times in the family, here 4 times");
  }

  private static Circuit.Family thresholdsFrom(int first) {
    Declaration.Threshold u = (Declaration.Threshold) Families.counter().body().getFirst();
    return replace(
        Families.counter(),
        new Declaration.Threshold(
            "u",
            Families.box(
                Families.range("k", Families.n(first), u.box().binders().getFirst().high())),
            u.form(),
            u.threshold()));
  }

  static Circuit.Family replace(Circuit.Family family, Declaration changed) {
    return new Circuit.Family(
        family.name(),
        family.parameters(),
        family.where(),
        family.inputs(),
        family.body().stream().map(d -> d.name().equals(changed.name()) ? changed : d).toList(),
        family.outputs());
  }

  private static String difference(Circuit.Family expected, Circuit.Family built, Object... sizes) {
    return difference(expected, built, Families.sizes(sizes), Families.sizes(sizes));
  }

  private static String difference(
      Circuit.Family expected,
      Circuit.Family built,
      Map<String, java.math.BigInteger> sizes,
      Map<String, java.math.BigInteger> builtSizes) {
    return GraphComparison.compare(
            Connection.of(expected, sizes), new Unroller().unroll(built, builtSizes))
        .map(Difference::message)
        .orElse("none");
  }
}
