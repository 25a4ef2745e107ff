package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tc0.circuit.FlatCircuit;

class MiterTest {

  private static final Limits SHORT = Limits.DEFAULT.within(Duration.ofSeconds(100));

  private static SearchOptions options(SearchOptions.Strategy strategy) {
    return SearchOptions.DEFAULT.by(strategy).within(SHORT);
  }

  @ParameterizedTest
  @EnumSource
  void provesTheLookAheadAdder(SearchOptions.Strategy strategy) {
    for (int w = 1; w <= 8; w++) {
      Obligation obligation = Constructions.sumOfTwo(Constructions.add(w), w);
      assertThat(Miter.prove(obligation, options(strategy))).isInstanceOf(Verdict.Proved.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void provesTheIteratedAdder(SearchOptions.Strategy strategy) {
    for (int[] size : new int[][] {{1, 3}, {2, 4}, {3, 4}, {4, 4}, {5, 2}}) {
      Obligation obligation =
          Constructions.iteratedSum(Constructions.iteratedAdd(size[0], size[1]), size[0], size[1]);
      assertThat(Miter.prove(obligation, options(strategy))).isInstanceOf(Verdict.Proved.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void provesTheMultiplier(SearchOptions.Strategy strategy) {
    for (int[] size : new int[][] {{1, 1}, {2, 3}, {3, 2}, {4, 4}}) {
      Obligation obligation =
          Constructions.product(Constructions.multiply(size[0], size[1]), size[0], size[1]);
      assertThat(Miter.prove(obligation, options(strategy))).isInstanceOf(Verdict.Proved.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyConfigurationFindsEveryPlantedBug(SolverConfiguration configuration) {
    FlatCircuit circuit = Constructions.multiply(3, 3);
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 40; i++) {
      FlatCircuit broken = CircuitBuilder.mutate(circuit, random.nextInt(circuit.gateCount()));
      boolean differs = differsFromProduct(broken, 3, 3);
      for (SearchOptions.Strategy strategy : SearchOptions.Strategy.values()) {
        Obligation obligation = Constructions.product(broken, 3, 3);
        Verdict verdict = Miter.prove(obligation, options(strategy).with(configuration));
        if (differs) {
          assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
          assertThat(obligation.violatedBy(bits((Verdict.Refuted) verdict))).isTrue();
        } else {
          assertThat(verdict).isInstanceOf(Verdict.Proved.class);
        }
      }
      found += differs ? 1 : 0;
    }
    assertThat(found).isGreaterThan(8);
  }

  /** The solvers themselves, without the simulation that finds most bugs before them. */
  @ParameterizedTest
  @EnumSource
  void everyConfigurationCallsEveryPlantedBugSatisfiable(SolverConfiguration configuration) {
    FlatCircuit circuit = Constructions.multiply(3, 4);
    for (int gate = 0; gate < circuit.gateCount(); gate += 7) {
      FlatCircuit broken = CircuitBuilder.mutate(circuit, gate);
      Cnf cnf = new MiterFormula(Constructions.product(broken, 3, 4)).cnf();
      RupTrace trace = new RupTrace();
      assertThat(RandomFormulas.solve(cnf, configuration, trace))
          .isEqualTo(
              differsFromProduct(broken, 3, 4)
                  ? ClauseSolver.Answer.SATISFIABLE
                  : ClauseSolver.Answer.UNSATISFIABLE);
    }
  }

  @Test
  void aCounterexampleIsReplayedOnTheCircuitAndCannotBeMadeSmaller() {
    FlatCircuit broken = CircuitBuilder.mutate(Constructions.add(5), 3);
    Obligation obligation = Constructions.sumOfTwo(broken, 5);
    Verdict.Refuted refuted =
        (Verdict.Refuted) Miter.prove(obligation, options(SearchOptions.Strategy.SWEEP));
    boolean[] inputs = bits(refuted);
    CircuitEvaluation evaluation = new CircuitEvaluation(broken, inputs);
    assertThat(value(evaluation, broken)).isNotEqualTo(number(inputs, 0, 5) + number(inputs, 5, 5));
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i]) {
        inputs[i] = false;
        assertThat(obligation.violatedBy(inputs)).isFalse();
        inputs[i] = true;
      }
    }
  }

  @Test
  void aPremiseIsUsed() {
    IntegerBlaster blaster = new IntegerBlaster(new BooleanGraph());
    BitVector x = BitVector.natural(blaster.graph().inputs(6));
    BitVector y = BitVector.natural(blaster.graph().inputs(6));
    int requires = blaster.less(x, y);
    List<Integer> goals = List.of(blaster.equal(blaster.maximum(x, y), y));
    for (SearchOptions.Strategy strategy : SearchOptions.Strategy.values()) {
      assertThat(Miter.prove(new Obligation(blaster.graph(), requires, goals), options(strategy)))
          .isInstanceOf(Verdict.Proved.class);
      assertThat(Miter.prove(Obligation.of(blaster.graph(), goals), options(strategy)))
          .isInstanceOf(Verdict.Refuted.class);
    }
  }

  @Test
  void constantGoalsAndPremisesAreDecided() {
    BooleanGraph graph = new BooleanGraph();
    graph.input();
    SearchOptions options = options(SearchOptions.Strategy.SWEEP);
    assertThat(Miter.prove(Obligation.of(graph, List.of(BooleanGraph.TRUE)), options))
        .isInstanceOf(Verdict.Proved.class);
    assertThat(Miter.prove(Obligation.of(graph, List.of()), options))
        .isInstanceOf(Verdict.Proved.class);
    assertThat(Miter.prove(Obligation.of(graph, List.of(BooleanGraph.FALSE)), options))
        .isInstanceOf(Verdict.Refuted.class);
    Obligation vacuous = new Obligation(graph, BooleanGraph.FALSE, List.of(graph.inputNode(0) * 2));
    assertThat(Miter.prove(vacuous, options)).isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void theConflictLimitGivesUnknown() {
    Obligation obligation = Constructions.product(Constructions.multiply(6, 6), 6, 6);
    Limits few = new Limits(200, Duration.ofSeconds(100), 1_000_000);
    for (SearchOptions.Strategy strategy : SearchOptions.Strategy.values()) {
      assertThat(Miter.prove(obligation, options(strategy).within(few)))
          .isEqualTo(new Verdict.Unknown(Verdict.Reason.CONFLICTS));
    }
  }

  @Test
  void theTimeAndMemoryLimitsGiveUnknown() {
    Obligation obligation = Constructions.product(Constructions.multiply(6, 6), 6, 6);
    assertThat(
            Miter.prove(
                obligation,
                options(SearchOptions.Strategy.GOAL_BY_GOAL)
                    .within(new Limits(1_000_000, Duration.ZERO, 1_000_000))))
        .isEqualTo(new Verdict.Unknown(Verdict.Reason.TIME));
    assertThat(
            Miter.prove(
                obligation,
                options(SearchOptions.Strategy.GOAL_BY_GOAL)
                    .within(new Limits(1_000_000, Duration.ofSeconds(100), 5_000))))
        .isEqualTo(new Verdict.Unknown(Verdict.Reason.MEMORY));
  }

  @Test
  void anInterruptGivesUnknown() {
    Thread.currentThread().interrupt();
    try {
      Obligation obligation = Constructions.product(Constructions.multiply(4, 4), 4, 4);
      assertThat(Miter.prove(obligation, options(SearchOptions.Strategy.SWEEP)))
          .isEqualTo(new Verdict.Unknown(Verdict.Reason.INTERRUPTED));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** The unsound simplifier of SAT4J is mentioned nowhere, not even by way of another factory. */
  @Test
  void theUnsoundConfigurationIsNeverUsed() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("newBest17")
            .doesNotContain("newBestWL")
            .doesNotContain("EXPENSIVE_SIMPLIFICATION_WLONLY");
      }
    }
    for (SolverConfiguration configuration : SolverConfiguration.values()) {
      var solver = (org.sat4j.minisat.core.Solver<?>) configuration.create();
      assertThat(solver.getSimplifier()).isNotSameAs(solver.EXPENSIVE_SIMPLIFICATION_WLONLY);
    }
  }

  private static boolean[] bits(Verdict.Refuted refuted) {
    boolean[] result = new boolean[refuted.inputs().size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = refuted.inputs().get(i);
    }
    return result;
  }

  private static boolean differsFromProduct(FlatCircuit circuit, int v, int w) {
    for (int input = 0; input < 1 << (v + w); input++) {
      boolean[] bits = new boolean[v + w];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = (input >> i & 1) == 1;
      }
      if (value(new CircuitEvaluation(circuit, bits), circuit)
          != number(bits, 0, v) * number(bits, v, w)) {
        return true;
      }
    }
    return false;
  }

  private static int value(CircuitEvaluation evaluation, FlatCircuit circuit) {
    int result = 0;
    List<FlatCircuit.Value> bits = circuit.outputs().get(0).values();
    for (int i = 0; i < bits.size(); i++) {
      result |= evaluation.holds(bits.get(i).literals()[0]) ? 1 << i : 0;
    }
    return result;
  }

  private static int number(boolean[] bits, int from, int count) {
    int result = 0;
    for (int i = 0; i < count; i++) {
      result |= bits[from + i] ? 1 << i : 0;
    }
    return result;
  }
}
