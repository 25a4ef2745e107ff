package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.kernel.Circuit;
import tc0.kernel.Tier;

class DerivationTest {

  @Test
  void theDerivedPredicatesDescribeTheFamilyPortByPort() {
    for (Circuit.Family family :
        List.of(Families.adder(), Families.counter(), Families.rows(), Families.differences())) {
      ExplicitGenerator generator = Derivation.derive(family, Derivation.Rails.BOTH, Tier.DLOGTIME);
      for (int size = 0; size <= 4; size++) {
        Connection connection =
            Connection.of(family, Families.sizes(family.parameters().getFirst(), size));
        GeneratorCheck.Outcome outcome = GeneratorCheck.compare(generator, connection);
        assertThat(outcome.exact().map(Difference::message))
            .as("%s at %d", family.name(), size)
            .isEmpty();
        assertThat(outcome.gates()).isEqualTo(2L * connection.gates().size());
      }
    }
  }

  @Test
  void iterationsAreDescribedForAnyNumberOfRounds() {
    ExplicitGenerator generator =
        Derivation.derive(Families.rounds(), Derivation.Rails.BOTH, Tier.DLOGTIME);
    for (int m = 0; m <= 3; m++) {
      for (int n = 0; n <= 3; n++) {
        Connection connection = Connection.of(Families.rounds(), Families.sizes("m", m, "n", n));
        assertThat(GeneratorCheck.compare(generator, connection).exact().map(Difference::message))
            .as("m = %d, n = %d", m, n)
            .isEmpty();
      }
    }
  }

  @Test
  void onlyThePositiveRailIsDescribedOnRequest() {
    ExplicitGenerator generator =
        Derivation.derive(Families.adder(), Derivation.Rails.POSITIVE, Tier.DLOGTIME);
    assertThat(generator.gates())
        .extracting(ExplicitGenerator.Gates::complement)
        .containsOnly(false);
    assertThat(
            GeneratorCheck.compare(
                    generator, Connection.of(Families.adder(), Families.sizes("w", 3)))
                .exact())
        .isEmpty();
  }

  @Test
  void rangeConditionsThatFollowAreLeftOut() {
    ExplicitGenerator generator =
        Derivation.derive(Families.adder(), Derivation.Rails.POSITIVE, Tier.DLOGTIME);
    Map<String, Long> clauses =
        generator.wires().stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    ExplicitGenerator.Wires::array, java.util.stream.Collectors.counting()));
    // Every literal of c is in range, so it has one clause.
    assertThat(clauses).containsEntry("c", 5L);
  }
}
