package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tc0.circuit.Evaluation;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Folding;
import tc0.circuit.Metrics;
import tc0.circuit.connection.Connection;
import tc0.circuit.connection.Difference;
import tc0.circuit.connection.Gate;
import tc0.circuit.connection.GraphComparison;
import tc0.circuit.index.Limits;
import tc0.kernel.Cost;
import tc0.kernel.Meaning;
import tc0.reference.InputGenerator;
import tc0.reference.Outcome;
import tc0.reference.Reference;
import tc0.reference.Specification;
import tc0.reference.Words;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;
import tc0.verify.Configuration.Range;

/**
 * The shipped files at random sizes: what the kernel derives for all sizes, what the unroller
 * writes out, what the connection language says and what the reference computes agree.
 */
class ConfigurationProperties {

  private static final long MOST_EDGES_TO_COMPARE = 6_000;
  private static final long MOST_EDGES_TO_VISIT = 60_000;

  private static final Program INTEGER = Configuration.shipped("std/integer.tc0");
  private static final Program FIXED = Configuration.shipped("std/fixed.tc0");
  private static final Program FLOAT = Configuration.shipped("std/float.tc0");
  private static final Program LAYERS = Configuration.shipped("rope_fixed.tc0");

  private static final Map<String, Range> INTEGER_SIZES =
      Map.of(
          "n", new Range(0, 6),
          "v", new Range(0, 4),
          "w", new Range(0, 6),
          "W", new Range(0, 8),
          "scale", new Range(0, 2),
          "most", new Range(0, 9));

  private static final Map<String, Range> FIXED_SIZES =
      Map.of(
          "n", new Range(0, 4),
          "i", new Range(1, 3),
          "f", new Range(0, 2),
          "w", new Range(0, 3),
          "up", new Range(0, 9),
          "down", new Range(0, 9));

  private static final Map<String, Range> FLOAT_SIZES =
      Map.of(
          "n", new Range(1, 3),
          "p", new Range(2, 4),
          "W", new Range(1, 6),
          "K", new Range(1, 3),
          "V", new Range(5, 9),
          "offset", new Range(0, 3),
          "gap", new Range(1, 12),
          "up", new Range(0, 20),
          "down", new Range(0, 9));

  private static final Map<String, Range> LAYER_SIZES =
      Map.of(
          "n", new Range(1, 3),
          "d", new Range(1, 2),
          "n1", new Range(0, 3),
          "n2", new Range(0, 2),
          "a", new Range(0, 3),
          "b", new Range(0, 2),
          "w", new Range(1, 2),
          "f", new Range(0, 1));

  /** The definitions that the layers match. */
  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "matmul", "matmul_math",
          "rope_attention", "rope_attention_math",
          "rope_tensor_attention", "rope_tensor_math");

  /** Every circuit of the shipped files, most often the small ones. */
  @Provide
  Arbitrary<Configuration> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Configuration.any(INTEGER, INTEGER_SIZES)),
        Tuple.of(4, Configuration.any(FIXED, FIXED_SIZES)),
        Tuple.of(3, Configuration.any(FLOAT, FLOAT_SIZES)),
        Tuple.of(2, Configuration.any(LAYERS, LAYER_SIZES)));
  }

  @Property(tries = 250)
  void nothingMeasuredExceedsItsSymbolicBound(@ForAll("any") Configuration configuration) {
    SymbolicBounds.hold(configuration, configuration.unrolled());
  }

  @Property(tries = 150)
  void noIndexTermExceedsItsBoundOnItsBox(@ForAll("any") Configuration configuration) {
    Assume.that(configuration.unrolled().edgeCount() <= MOST_EDGES_TO_VISIT);
    try {
      IndexBounds.hold(configuration);
    } catch (Meaning.TooLarge tooLarge) {
      Assume.that(false); // too many tuples to visit one by one
    }
  }

  @Property(tries = 200)
  void foldingKeepsTheFunctionAndTheReportedSizes(
      @ForAll("any") Configuration configuration, @ForAll long seed) {
    FlatCircuit raw = configuration.unrolled();
    Metrics before = Metrics.of(raw);
    FlatCircuit folded = Folding.of(raw).circuit();
    assertThat(Metrics.of(raw)).isEqualTo(before);
    assertThat(Metrics.of(folded).gates()).isLessThanOrEqualTo(before.gates());
    assertThat(Metrics.of(folded).depth()).isLessThanOrEqualTo(before.depth());
    Random random = new Random(seed);
    for (int sample = 0; sample < 8; sample++) {
      boolean[] bits = new boolean[raw.inputCount()];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = random.nextInt(8) <= sample;
      }
      assertThat(outputs(folded, bits)).isEqualTo(outputs(raw, bits));
    }
  }

  private static List<List<Long>> outputs(FlatCircuit circuit, boolean[] bits) {
    Evaluation evaluation = Evaluation.of(circuit, bits);
    return circuit.outputs().stream()
        .map(port -> port.values().stream().map(evaluation::value).toList())
        .toList();
  }

  @Property(tries = 150)
  void theConnectionLanguageDescribesTheUnrolledCircuit(
      @ForAll("any") Configuration configuration) {
    FlatCircuit raw = configuration.unrolled();
    Assume.that(raw.edgeCount() <= MOST_EDGES_TO_COMPARE);
    Connection connection = Connection.of(configuration.family(), configuration.sizes());
    assertThat(GraphComparison.compare(connection, raw).map(Difference::message))
        .as("%s", configuration)
        .isEmpty();
  }

  @Property(tries = 200)
  void theWiresOfBothRailsStayWithinTheirBounds(@ForAll("any") Configuration configuration) {
    Assume.that(configuration.unrolled().edgeCount() <= MOST_EDGES_TO_COMPARE);
    Connection connection = Connection.of(configuration.family(), configuration.sizes());
    BigInteger wires = BigInteger.ZERO;
    BigInteger largest = BigInteger.ZERO;
    for (Gate gate : connection.gates()) {
      for (boolean complement : new boolean[] {false, true}) {
        BigInteger own =
            connection.children(new Gate(gate.array(), gate.at(), complement)).values().stream()
                .reduce(BigInteger.ZERO, BigInteger::add);
        wires = wires.add(own);
        largest = largest.max(own);
      }
    }
    Cost cost = SymbolicBounds.summary(configuration).cost();
    SymbolicBounds.atMost("wires of both rails", wires, cost.wires(), configuration);
    SymbolicBounds.atMost("wires of a gate", largest, cost.fanIn().wires(), configuration);
  }

  @Property(tries = 250)
  void theCircuitKeepsItsPromises(@ForAll("any") Configuration configuration, @ForAll long seed) {
    Specification promises =
        new References(configuration.program())
            .specification(configuration.circuit(), configuration.sizes());
    Assume.that(promises.isPresent());
    agrees(configuration, promises, seed, 12);
  }

  @Provide
  Arbitrary<Configuration> defined() {
    return Arbitraries.of(DEFINITIONS.keySet())
        .flatMap(
            name -> Configuration.of(LAYERS, Configuration.circuit(LAYERS, name), LAYER_SIZES));
  }

  @Property(tries = 25)
  void theCircuitComputesItsDefinition(
      @ForAll("defined") Configuration configuration, @ForAll long seed) {
    String name = configuration.circuit().header().name().text();
    CircuitInfo definition =
        Configuration.circuit(LAYERS, Optional.ofNullable(DEFINITIONS.get(name)).orElseThrow());
    agrees(
        configuration,
        new References(LAYERS).definition(definition, configuration.sizes()),
        seed,
        4);
  }

  /** The simulated outputs are what the reference asks for, on random inputs. */
  private static void agrees(
      Configuration configuration, Reference reference, long seed, int samples) {
    Assume.that(configuration.unrolled().edgeCount() <= MOST_EDGES_TO_VISIT);
    Map<String, BigInteger> sizes = configuration.sizes();
    Instance instance = Instance.of(configuration.circuit(), sizes, Limits.DEFAULT);
    InputGenerator generator = new InputGenerator(reference.inputs(), seed, true);
    for (int sample = 0; sample < samples; sample++) {
      List<Words> words = generator.next();
      Evaluation evaluation =
          Evaluation.of(instance.folded(), instance.bits(reference.inputs(), words));
      Outcome outcome =
          reference.check(words, instance.outputWords(reference.result(), evaluation));
      assertThat(outcome.isAcceptable())
          .as("%s on %s: %s", configuration, words.stream().map(Words::describe).toList(), outcome)
          .isTrue();
    }
  }
}
