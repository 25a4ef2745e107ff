package tc0.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tc0.circuit.FlatCircuit.Kind;
import tc0.circuit.FlatCircuit.Port;
import tc0.circuit.FlatCircuit.Value;
import tc0.circuit.index.Budget;
import tc0.circuit.index.Limits;

/**
 * Circuits with every kind of gate, repeated and complementary literals, constants, shared bodies
 * and form outputs.
 */
final class RandomCircuits {

  private RandomCircuits() {}

  static FlatCircuit make(long seed, int inputs, int bodies) {
    Random random = new Random(seed);
    FlatBuilder builder = new FlatBuilder(new Budget(Limits.NONE));
    builder.addInputs(inputs);
    for (int b = 0; b < bodies; b++) {
      Kind kind = FlatCircuit.KINDS.get(random.nextInt(3));
      int body = builder.openBody(kind);
      int nodes = builder.nextNode();
      int fanIn = random.nextInt(kind == Kind.SUM ? 12 : 5);
      long reach = 0;
      for (int i = 0; i < fanIn; i++) {
        int literal = 2 * random.nextInt(nodes) + random.nextInt(2);
        if (kind == Kind.SUM) {
          int weight = random.nextInt(random.nextInt(4) == 0 ? 40 : 3) + 1;
          reach += weight;
          builder.literal(literal, random.nextBoolean() ? weight : -weight);
        } else {
          builder.child(literal);
        }
      }
      if (kind == Kind.SUM && random.nextInt(3) == 0) {
        long number = random.nextInt(9) - 4L;
        builder.number(number, Math.abs(number) + 2L * random.nextInt(2));
      }
      int gates = kind == Kind.SUM ? 1 + random.nextInt(4) : 1;
      for (int g = 0; g < gates; g++) {
        builder.addGate(
            body, kind == Kind.SUM ? random.nextLong(-reach / 2 - 2, reach / 2 + 3) : 0);
      }
    }
    List<int[]> tuples = new ArrayList<>();
    List<Value> bits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tuples.add(new int[] {i});
      bits.add(
          Value.bit(
              2 * (builder.nextNode() - 1 - random.nextInt(builder.nextNode() / 2 + 1))
                  + random.nextInt(2)));
    }
    Value form =
        new Value(
            true,
            3,
            new int[] {2 * random.nextInt(builder.nextNode()), 1 + 2 * (builder.nextNode() - 1)},
            new long[] {5, -7});
    return builder.finish(
        List.of(),
        List.of(
            new Port("bits", tuples, bits), new Port("form", List.of(new int[0]), List.of(form))),
        Map.of(),
        node -> "node" + node);
  }
}
