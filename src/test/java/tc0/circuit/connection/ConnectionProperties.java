package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Unroller;
import tc0.kernel.Circuit;
import tc0.kernel.Tier;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.source.SourceText;

class ConnectionProperties {

  private static final int MAXIMUM_GATES = 400;
  private static final int MAXIMUM_WIRES = 20_000;

  @Property(tries = 300)
  void theUnrolledCircuitIsTheGraphOfTheConnectionLanguage(
      @ForAll long seed, @ForAll @IntRange(max = 3) int n, @ForAll @IntRange(max = 2) int m) {
    Circuit.Family family = RandomFamilies.of(seed);
    FlatCircuit circuit = new Unroller().unroll(family, Families.sizes("n", n, "m", m));
    Assume.that(circuit.gateCount() <= MAXIMUM_GATES && circuit.edgeCount() <= MAXIMUM_WIRES);
    Connection connection = Connection.of(family, Families.sizes("n", n, "m", m));
    assertThat(GraphComparison.compare(connection, circuit).map(Difference::message)).isEmpty();
  }

  @Property(tries = 150)
  void theDerivedPredicatesAreTheConnectionLanguage(
      @ForAll long seed, @ForAll @IntRange(max = 2) int n, @ForAll @IntRange(max = 2) int m) {
    Circuit.Family family = RandomFamilies.of(seed);
    Connection connection = small(family, n, m);
    ExplicitGenerator generator = Derivation.derive(family, Derivation.Rails.BOTH, Tier.FO);
    assertThat(GeneratorCheck.compare(generator, connection).exact().map(Difference::message))
        .isEmpty();
    String text = GeneratorPrinter.print(generator, "printed", family.name());
    assertThat(ModuleParser.parse(new SourceText("printed.tc0", text)).diagnostics())
        .as(text)
        .isEmpty();
  }

  @Property(tries = 150)
  void everyWireIsFoundAtItsPortAndNowhereElse(
      @ForAll long seed, @ForAll @IntRange(max = 2) int n, @ForAll @IntRange(max = 2) int m) {
    Connection connection = small(RandomFamilies.of(seed), n, m);
    Random random = new Random(seed);
    for (Gate positive : connection.gates()) {
      Gate gate = random.nextBoolean() ? positive : positive.twin();
      Map<List<BigInteger>, Child> wires = new HashMap<>();
      for (Wire wire : connection.wires(gate)) {
        assertThat(wires.put(wire.port(), wire.child())).isNull();
        assertThat(connection.child(gate, wire.port()).value()).contains(wire.child());
      }
      for (List<BigInteger> port : List.copyOf(wires.keySet())) {
        List<BigInteger> other = new java.util.ArrayList<>(port);
        int changed = random.nextInt(port.size());
        other.set(changed, port.get(changed).add(BigInteger.valueOf(random.nextInt(5) - 2)));
        assertThat(connection.child(gate, other).value())
            .isEqualTo(java.util.Optional.ofNullable(wires.get(other)));
      }
    }
  }

  @Property(tries = 150)
  void gatesComputeTheMeaningAndTwinsItsComplement(
      @ForAll long seed, @ForAll @IntRange(max = 2) int n, @ForAll @IntRange(max = 2) int m) {
    Circuit.Family family = RandomFamilies.of(seed);
    Connection connection = small(family, n, m);
    Predicate<Child.Input> bits =
        input -> new Random(input.hashCode() * 7919L + seed).nextBoolean();
    Simulation simulation = new Simulation(connection, bits);
    for (Gate gate : connection.gates()) {
      assertThat(simulation.value(gate.twin())).isEqualTo(!simulation.value(gate));
    }
    Meaning.Values expected = Meaning.outputs(family, connection.sizes(), bits).get("y");
    for (int i = 0; i <= 4; i++) {
      List<BigInteger> at = Families.at(i);
      boolean value = connection.output("y", at).map(simulation::value).orElse(false);
      assertThat(value).isEqualTo(expected.at(at).signum() != 0);
    }
  }

  private static Connection small(Circuit.Family family, int n, int m) {
    Connection connection = Connection.of(family, Families.sizes("n", n, "m", m));
    FlatCircuit circuit = new Unroller().unroll(family, connection.sizes());
    Assume.that(circuit.gateCount() <= MAXIMUM_GATES && circuit.edgeCount() <= 3_000);
    return connection;
  }
}
