package tc0.sat;

/** Evaluates graphs on 64 assignments at a time; bit b of a word belongs to assignment b. */
final class GraphSimulation {

  private GraphSimulation() {}

  /** The word of every node, from the words of the inputs. */
  static long[] evaluate(BooleanGraph graph, long[] inputs) {
    long[] words = new long[graph.size()];
    int next = 0;
    for (int node = 1; node < words.length; node++) {
      words[node] =
          switch (graph.kind(node)) {
            case CONSTANT -> 0;
            case INPUT -> inputs[next++];
            case AND -> and(graph, node, words);
            case XOR -> word(words, graph.child(node, 0)) ^ word(words, graph.child(node, 1));
            case MAJORITY -> {
              long a = word(words, graph.child(node, 0));
              long b = word(words, graph.child(node, 1));
              long c = word(words, graph.child(node, 2));
              yield (a & b) | (c & (a | b));
            }
            case CHOICE -> {
              long c = word(words, graph.child(node, 0));
              yield (c & word(words, graph.child(node, 1)))
                  | (~c & word(words, graph.child(node, 2)));
            }
          };
    }
    return words;
  }

  /** The word of a literal. */
  static long word(long[] words, int literal) {
    return words[literal >> 1] ^ -(literal & 1);
  }

  /** The value of a literal in assignment 0. */
  static boolean holds(long[] words, int literal) {
    return (word(words, literal) & 1) == 1;
  }

  /** One assignment in all 64 places. */
  static long[] spread(boolean[] inputs) {
    long[] words = new long[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      words[i] = inputs[i] ? -1 : 0;
    }
    return words;
  }

  private static long and(BooleanGraph graph, int node, long[] words) {
    long result = -1;
    for (int i = 0; i < graph.arity(node); i++) {
      result &= word(words, graph.child(node, i));
    }
    return result;
  }
}
