package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.kernel.Circuit;

class ConnectionTest {

  private final Connection adder = Connection.of(Families.adder(), Families.sizes("w", 5));

  @Test
  void anAndGateHasOnePortForEachLiteralAndTuple() {
    assertThat(adder.wires(Gate.of("c", 2, 0, 3)))
        .extracting(Wire::toString)
        .containsExactly(
            "(0) -> g[0,4]",
            "(1) -> g[2,2]",
            "(2) -> not g[2,3]",
            "(3,1) -> g[1,3]",
            "(4,1) -> not g[1,4]");
  }

  @Test
  void theTwinOfAnAndGateIsAnOrGateOfComplements() {
    Gate twin = Gate.of("c", 2, 0, 3).twin();
    assertThat(adder.type(twin).value()).contains(GateType.OR);
    assertThat(adder.wires(twin))
        .extracting(Wire::toString)
        .containsExactly(
            "(0) -> not g[0,4]",
            "(1) -> not g[2,2]",
            "(2) -> g[2,3]",
            "(3,1) -> not g[1,3]",
            "(4,1) -> g[1,4]");
  }

  @Test
  void aThresholdGateBalancesEveryWeightAndPadsItsThreshold() {
    assertThat(adder.wires(Gate.of("g", 2, 2)))
        .extracting(Wire::toString)
        .containsExactly(
            "(0,0,0,0) -> x[4]",
            "(0,0,0,1) -> 1",
            "(1,0,0,0) -> y[4]",
            "(1,0,0,1) -> 1",
            // Column 5 is outside the inputs, so its literals are 0, but its balance stays.
            "(0,1,0,0) -> 0",
            "(0,1,0,1) -> 1",
            "(0,1,1,0) -> 0",
            "(0,1,1,1) -> 1",
            "(1,1,0,0) -> 0",
            "(1,1,0,1) -> 1",
            "(1,1,1,0) -> 0",
            "(1,1,1,1) -> 1",
            "(2,0) -> 0",
            "(2,1) -> 0",
            "(2,2) -> 0",
            "(2,3) -> 0");
  }

  @Test
  void theTwinOfAThresholdGateReadsComplementsAndPadsOneMinusTheThreshold() {
    assertThat(adder.children(Gate.of("g", 2, 2).twin()))
        .isEqualTo(
            Map.of(
                new Child.Input("x", Families.at(4), true),
                BigInteger.ONE,
                new Child.Input("y", Families.at(4), true),
                BigInteger.ONE,
                new Child.Constant(true),
                BigInteger.valueOf(4 + 2),
                new Child.Constant(false),
                BigInteger.valueOf(6)));
  }

  @Test
  void namesOutsideTheirBoxesAreNotGates() {
    assertThat(adder.valid(Gate.of("c", 2, 0, 3)).value()).isTrue();
    assertThat(adder.valid(Gate.of("c", 2, 2, 3)).value()).isFalse();
    assertThat(adder.valid(Gate.of("c", 2, 0, 0)).value()).isFalse();
    assertThat(adder.valid(Gate.of("c", 2, 0)).value()).isFalse();
    assertThat(adder.valid(Gate.of("field", 2)).value()).isFalse();
    assertThat(adder.valid(Gate.of("g", -1, 0)).value()).isFalse();
    assertThat(adder.type(Gate.of("c", 3, 0, 1)).value()).isEmpty();
    assertThat(adder.child(Gate.of("c", 3, 0, 1), Families.at(0)).value()).isEmpty();
  }

  @Test
  void portsOutsideTheirRangesDoNotExist() {
    Gate c = Gate.of("c", 2, 0, 3);
    for (List<BigInteger> port :
        List.of(
            Families.at(),
            Families.at(5),
            Families.at(-1),
            Families.at(0, 0),
            Families.at(3, 0),
            Families.at(3, 2))) {
      assertThat(adder.child(c, port).value()).as("port %s", port).isEmpty();
    }
    Gate g = Gate.of("g", 2, 2);
    for (List<BigInteger> port :
        List.of(
            Families.at(0, 2, 0, 0),
            Families.at(0, 0, 1, 0),
            Families.at(0, 0, 0, 2),
            Families.at(0, 0, 0),
            Families.at(2, 4),
            Families.at(3, 0))) {
      assertThat(adder.child(g, port).value()).as("port %s", port).isEmpty();
    }
  }

  @Test
  void callInstancesNameTheGatesOfTheCalleeByPathAndTuple() {
    Connection rows = Connection.of(Families.rows(), Families.sizes("m", 3));
    assertThat(rows.arrays())
        .containsExactly(
            Map.entry("s.g", 3),
            Map.entry("s.c", 4),
            Map.entry("s.return", 2),
            Map.entry("any", 1));
    // Row 1 has two bits, so its sum has three and its digits are t = 0, 1.
    assertThat(rows.valid(Gate.of("s.return", 1, 2)).value()).isTrue();
    assertThat(rows.valid(Gate.of("s.return", 1, 3)).value()).isFalse();
    assertThat(rows.valid(Gate.of("s.return", 3, 0)).value()).isFalse();
    assertThat(rows.child(Gate.of("s.g", 2, 0, 5), Families.at(1, 1, 0, 0)).value())
        .contains(new Child.Input("x", Families.at(1, 1), true));
    // The second argument of row 1 has not x[0,1] in column 1, which row 0 does not have: the
    // constant 1.
    assertThat(rows.child(Gate.of("s.g", 1, 0, 5), Families.at(1, 1, 0, 0)).value())
        .contains(new Child.Constant(true));
  }

  @Test
  void readsThroughACallClipAtTheBoxOfTheCallAndOfTheOutput() {
    Connection rows = Connection.of(Families.rows(), Families.sizes("m", 2));
    assertThat(rows.wires(Gate.of("any", 1)))
        .extracting(Wire::toString)
        .containsExactly(
            "(0,0) -> s.return[1,0]",
            "(0,1) -> s.return[1,1]",
            "(0,2) -> s.return[1,2]",
            "(0,3) -> 0",
            "(1) -> 1");
  }

  @Test
  void statesReadThePreviousRoundAndTheFirstRoundReadsTheInitialValue() {
    Connection rounds = Connection.of(Families.rounds(), Families.sizes("m", 2, "n", 3));
    assertThat(rounds.child(Gate.of("layer.next", 0, 1), Families.at(0, 2, 0)).value())
        .contains(new Child.Input("x", Families.at(2), false));
    assertThat(rounds.child(Gate.of("layer.next", 1, 1), Families.at(0, 2, 0)).value())
        .contains(new Child.Inner(Gate.of("layer.next", 0, 2)));
    assertThat(rounds.child(Gate.of("layer.next", 1, 0), Families.at(0, 0, 0)).value())
        .contains(new Child.Constant(false));
    assertThat(rounds.output("return", Families.at(2)))
        .contains(new Child.Inner(Gate.of("layer.next", 1, 2)));
    assertThat(rounds.child(Gate.of("last"), Families.at(1)).value())
        .contains(new Child.Inner(Gate.of("layer.next", 1, 2)));
    assertThat(rounds.valid(Gate.of("layer.next", 2, 0)).value()).isFalse();
  }

  @Test
  void anIterationOfNoRoundsReturnsItsInitialState() {
    Connection rounds = Connection.of(Families.rounds(), Families.sizes("m", 0, "n", 2));
    assertThat(rounds.gates()).containsExactly(Gate.of("last"));
    assertThat(rounds.wires(Gate.of("last")))
        .extracting(Wire::toString)
        .containsExactly("(0,0) -> x[0]", "(0,1) -> x[1]", "(1) -> 1");
  }

  @Test
  void weightsAlongNamedFormsAndCallsAreCopyTuples() {
    Connection differences = Connection.of(Families.differences(), Families.sizes("n", 3));
    // all[k] = sum over r, i of (1 - 2r) * c[r].f[i], and f[i] = mixed[i+1]; with r = 1, i = 0 the
    // entry
    // mixed[1] = a[1] + (1 - 2) = 0 * x[1] + not x[1] - 1 is read with weight -1.
    assertThat(differences.wires(Gate.of("all", 1)).stream().map(Wire::toString))
        .filteredOn(wire -> wire.matches("\\(\\d+,1,0,.*"))
        .containsExactly(
            "(1,1,0,0,0) -> x[1]", "(1,1,0,0,1) -> 0", "(2,1,0,0,0,0) -> 1", "(2,1,0,0,0,1) -> 1");
  }

  @Test
  void everyEnumeratedWireIsFoundAgainAtItsPort() {
    for (Connection connection : examples()) {
      for (Gate positive : connection.gates()) {
        for (Gate gate : List.of(positive, positive.twin())) {
          assertThat(connection.valid(gate).value()).isTrue();
          Map<Child, BigInteger> counted = new HashMap<>();
          List<Wire> wires = connection.wires(gate);
          assertThat(wires).extracting(Wire::port).doesNotHaveDuplicates();
          for (Wire wire : wires) {
            assertThat(connection.child(gate, wire.port()).value())
                .as("%s at %s", gate, wire.port())
                .contains(wire.child());
            counted.merge(wire.child(), BigInteger.ONE, BigInteger::add);
          }
          assertThat(connection.children(gate)).isEqualTo(counted);
        }
      }
    }
  }

  @Test
  void simulatingTheConnectionLanguageGivesTheMeaningAndTwinsAreComplements() {
    for (Connection connection : examples()) {
      for (int seed = 0; seed < 6; seed++) {
        int salt = seed;
        java.util.function.Predicate<Child.Input> bits =
            input -> new java.util.Random(input.hashCode() * 31L + salt).nextBoolean();
        Simulation simulation = new Simulation(connection, bits);
        connection
            .gates()
            .forEach(
                gate ->
                    assertThat(simulation.value(gate.twin()))
                        .as("%s", gate)
                        .isEqualTo(!simulation.value(gate)));
        Map<String, Meaning.Values> meaning =
            Meaning.outputs(connection.family(), connection.sizes(), bits);
        for (Circuit.Output output : connection.family().outputs()) {
          for (List<BigInteger> at : tuples(output.port(), connection)) {
            Child child = connection.output(output.port().name(), at).orElseThrow();
            assertThat(simulation.value(child))
                .as("%s%s %s", output.port().name(), at, connection.sizes())
                .isEqualTo(meaning.get(output.port().name()).at(at).signum() != 0);
          }
        }
      }
    }
  }

  @Test
  void theAdderAdds() {
    Connection three = Connection.of(Families.adder(), Families.sizes("w", 3));
    for (int x = 0; x < 8; x++) {
      for (int y = 0; y < 8; y++) {
        int a = x;
        int b = y;
        Simulation simulation =
            new Simulation(
                three,
                input ->
                    ((input.array().equals("x") ? a : b) >> input.at().getFirst().intValue() & 1)
                        == 1);
        int sum = 0;
        for (int i = 0; i <= 3; i++) {
          sum |=
              simulation.value(three.output("return", Families.at(i)).orElseThrow()) ? 1 << i : 0;
        }
        assertThat(sum).isEqualTo(x + y);
      }
    }
  }

  @Test
  void sizesMustBeTheNaturalParametersOfTheFamily() {
    assertThatThrownBy(() -> Connection.of(Families.adder(), Map.of()))
        .hasMessage("add needs a natural number for size w");
    assertThatThrownBy(() -> Connection.of(Families.adder(), Families.sizes("w", -1)))
        .hasMessage("add needs a natural number for size w");
    assertThatThrownBy(() -> Connection.of(Families.adder(), Families.sizes("w", 1, "v", 2)))
        .hasMessage("add has no size v");
  }

  private static List<List<BigInteger>> tuples(Circuit.Port port, Connection connection) {
    List<List<BigInteger>> result = new ArrayList<>();
    new IndexEvaluator()
        .forEach(
            port.box(), Environment.of(connection.sizes()), (tuple, inside) -> result.add(tuple));
    return result;
  }

  private static List<Connection> examples() {
    List<Connection> result = new ArrayList<>();
    for (int size = 0; size <= 3; size++) {
      result.add(Connection.of(Families.adder(), Families.sizes("w", size)));
      result.add(Connection.of(Families.counter(), Families.sizes("n", size)));
      result.add(Connection.of(Families.rows(), Families.sizes("m", size)));
      result.add(Connection.of(Families.rounds(), Families.sizes("m", size, "n", 2)));
      result.add(Connection.of(Families.differences(), Families.sizes("n", size)));
    }
    return result;
  }
}
