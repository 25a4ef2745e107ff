package tc0.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Patterns;
import tc0.circuit.Simulator;
import tc0.circuit.Unroller;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.Program;
import tc0.syntax.elaborate.SearchPath;

/** The circuits of the library, simulated on every input, against their own promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {

  private final Map<String, CircuitInfo> circuits = new HashMap<>();
  private final Map<String, Modules> modules = new HashMap<>();

  @BeforeAll
  void loadTheLibrary() {
    for (String name : List.of("std/integer", "std/fixed", "std/float", "rope_fixed")) {
      Path root = Path.of("proofs");
      Program program =
          Elaborator.load(root.resolve(name + ".tc0"), new SearchPath(List.of(root)))
              .program()
              .orElseThrow();
      for (CircuitTemplate template : program.main().circuits()) {
        if (!template.isParametric()) {
          circuits.put(template.name(), template.circuit());
          modules.put(template.name(), Modules.of(program));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "std.integer.add, w=4",
    "std.integer.subtract, w=4",
    "std.integer.negate, w=6",
    "std.integer.greater, w=4",
    "std.integer.equal, w=4",
    "std.integer.leading_one, w=6",
    "std.integer.one_hot, w=3",
    "std.integer.unary, w=3",
    "std.integer.multiply, v=3;w=3",
    "std.integer.multiply_signed, v=3;w=3",
    "std.integer.select, w=3",
    "std.integer.iterated_add, n=3;w=2;W=4",
    "std.fixed.sum, n=2;i=2;f=2",
    "std.fixed.add, i=2;f=2",
    "std.fixed.sub, i=2;f=2",
    "std.fixed.mul, i=2;f=2",
    "std.fixed.div, i=2;f=2",
    "std.fixed.le, i=2;f=2",
    "std.fixed.sqrt, i=3;f=3",
    "std.fixed.exp, i=3;f=3",
    "std.fixed.sin, i=3;f=3",
    "std.fixed.cos, i=3;f=3",
    "std.fixed.integer, i=3;f=1;up=7;down=2",
    "std.float.integer, p=2;up=5;down=12"
  })
  void everyInputGivesWhatIsPromised(String name, String sizes) {
    CircuitInfo info = circuits.get(name);
    Map<String, BigInteger> values = sizes(sizes);
    for (var size : info.header().sizes()) {
      values.putIfAbsent(size.name().text(), BigInteger.ZERO);
    }
    Specification specification =
        Specification.of(modules.get(name).circuit(name).orElseThrow(), values, Map.of());
    assertThat(specification.isPresent()).isTrue();
    assertThat(acceptable(info, values, specification)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"rope_fixed.matmul, rope_fixed.matmul_math, n1=1;d=2;n2=1;w=2;f=1"})
  void everyInputGivesWhatIsDefined(String name, String definition, String sizes) {
    DefinedFunction function =
        DefinedFunction.of(modules.get(name).definition(definition).orElseThrow(), sizes(sizes));
    assertThat(acceptable(circuits.get(name), sizes(sizes), function)).isPositive();
  }

  /** Checks every input; returns the number of those in the domain of the reference. */
  private static int acceptable(
      CircuitInfo info, Map<String, BigInteger> sizes, Reference reference) {
    FlatCircuit circuit = new Unroller().unroll(info.core(), sizes);
    Map<String, Map<List<Integer>, FlatCircuit.Value>> inputs = byName(circuit.inputs());
    Map<String, Map<List<Integer>, FlatCircuit.Value>> outputs = byName(circuit.outputs());
    int[] held = {0};
    new Simulator(circuit)
        .run(
            Patterns.exhaustive(circuit.inputCount()),
            batch -> {
              for (int p = 0; p < batch.size(); p++) {
                int pattern = p;
                LeafValues in =
                    (array, index) -> batch.value(inputs.get(array).get(boxed(index)), pattern);
                LeafValues out =
                    (array, index) -> batch.value(outputs.get(array).get(boxed(index)), pattern);
                Outcome outcome = reference.check(in, out);
                assertThat(outcome.isAcceptable())
                    .as("%s on input %s: %s", info.name(), batch.first() + p, outcome)
                    .isTrue();
                held[0] += outcome instanceof Outcome.Holds ? 1 : 0;
              }
              return true;
            });
    return held[0];
  }

  private static Map<String, Map<List<Integer>, FlatCircuit.Value>> byName(
      List<FlatCircuit.Port> ports) {
    Map<String, Map<List<Integer>, FlatCircuit.Value>> map = new HashMap<>();
    for (FlatCircuit.Port port : ports) {
      Map<List<Integer>, FlatCircuit.Value> cells = new HashMap<>();
      for (int i = 0; i < port.tuples().size(); i++) {
        cells.put(boxed(port.tuples().get(i)), port.values().get(i));
      }
      map.put(port.name(), cells);
    }
    return map;
  }

  private static List<Integer> boxed(int[] index) {
    List<Integer> boxed = new ArrayList<>();
    for (int i : index) {
      boxed.add(i);
    }
    return boxed;
  }

  private static Map<String, BigInteger> sizes(String text) {
    return new HashMap<>(ParsedModules.sizes(text.split(";")));
  }
}
