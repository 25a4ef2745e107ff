package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BooleanGraphProperties {

  /** Three inputs have eight assignments: a word of eight bits is a truth table. */
  private static final long[] TABLES = {
    0xAAAAAAAAAAAAAAAAL, 0xCCCCCCCCCCCCCCCCL, 0xF0F0F0F0F0F0F0F0L
  };

  @Property(tries = 500)
  void foldingNeverChangesAFunction(@ForAll long seed) {
    Random random = new Random(seed);
    BooleanGraph graph = new BooleanGraph();
    IntList literals = new IntList();
    literals.add(BooleanGraph.FALSE);
    for (int input : graph.inputs(3)) {
      literals.add(input);
    }
    IntList expected = new IntList();
    for (int table : new int[] {0, 0xAA, 0xCC, 0xF0}) {
      expected.add(table);
    }
    for (int i = 0; i < 30; i++) {
      int p = random.nextInt(literals.size());
      int q = random.nextInt(literals.size());
      int r = random.nextInt(literals.size());
      int a = literals.get(p) ^ random.nextInt(2);
      int b = literals.get(q) ^ random.nextInt(2);
      int c = literals.get(r) ^ random.nextInt(2);
      int ta = expected.get(p) ^ (a != literals.get(p) ? 0xFF : 0);
      int tb = expected.get(q) ^ (b != literals.get(q) ? 0xFF : 0);
      int tc = expected.get(r) ^ (c != literals.get(r) ? 0xFF : 0);
      switch (random.nextInt(5)) {
        case 0 -> record(literals, expected, graph.and(a, b, c), ta & tb & tc);
        case 1 -> record(literals, expected, graph.or(a, b, c), ta | tb | tc);
        case 2 -> record(literals, expected, graph.xor(a, b), ta ^ tb);
        case 3 ->
            record(literals, expected, graph.majority(a, b, c), (ta & tb) | (ta & tc) | (tb & tc));
        default -> record(literals, expected, graph.choose(a, b, c), (ta & tb) | (~ta & tc));
      }
    }
    long[] words = GraphSimulation.evaluate(graph, TABLES);
    for (int i = 0; i < literals.size(); i++) {
      assertThat(GraphSimulation.word(words, literals.get(i)) & 0xFF)
          .isEqualTo(expected.get(i) & 0xFF);
    }
  }

  private static void record(IntList literals, IntList expected, int literal, int table) {
    literals.add(literal);
    expected.add(table);
  }
}
