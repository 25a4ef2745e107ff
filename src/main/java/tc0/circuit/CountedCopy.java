package tc0.circuit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** One more instance of a counted circuit: which nodes and rows its own ones are. */
final class CountedCopy {

  private final Counter counter;
  private final int[] inputs;
  private final Map<Integer, Integer> nodes = new HashMap<>();
  private final IdentityHashMap<CountedRow, CountedRow> rows = new IdentityHashMap<>();

  CountedCopy(Counter counter, int[] inputs) {
    this.counter = counter;
    this.inputs = inputs;
  }

  int literal(int literal) {
    int node = literal >> 1;
    if (node == 0) {
      return literal;
    }
    int image =
        node <= inputs.length
            ? inputs[node - 1]
            : nodes.computeIfAbsent(node, key -> counter.fresh());
    return image ^ (literal & 1);
  }

  CountedRow row(CountedRow original) {
    return rows.computeIfAbsent(original, key -> key.again(counter));
  }
}
