package tc0.sat;

/** The clauses that define one gate (Tseitin 1968), for formulas, searches and traces alike. */
final class GateClauses {

  /** Takes clauses in DIMACS literals. */
  @FunctionalInterface
  interface Sink {
    void clause(int... literals);
  }

  private GateClauses() {}

  /**
   * Emits the definition of a gate.
   *
   * @param output the DIMACS literal of the gate
   * @param children the DIMACS literals of its children, in the order of {@link BooleanGraph.Kind}
   */
  static void emit(BooleanGraph.Kind kind, int output, int[] children, Sink sink) {
    switch (kind) {
      case AND -> and(output, children, sink);
      case XOR -> {
        int a = children[0];
        int b = children[1];
        sink.clause(-output, a, b);
        sink.clause(-output, -a, -b);
        sink.clause(output, -a, b);
        sink.clause(output, a, -b);
      }
      case MAJORITY -> {
        int a = children[0];
        int b = children[1];
        int c = children[2];
        sink.clause(-output, a, b);
        sink.clause(-output, a, c);
        sink.clause(-output, b, c);
        sink.clause(output, -a, -b);
        sink.clause(output, -a, -c);
        sink.clause(output, -b, -c);
      }
      case CHOICE -> {
        int condition = children[0];
        int yes = children[1];
        int no = children[2];
        sink.clause(-output, -condition, yes);
        sink.clause(-output, condition, no);
        sink.clause(output, -condition, -yes);
        sink.clause(output, condition, -no);
        sink.clause(-output, yes, no); // implied; lets the output follow from equal branches
        sink.clause(output, -yes, -no);
      }
      case CONSTANT, INPUT -> throw new IllegalArgumentException("not a gate: " + kind);
    }
  }

  private static void and(int output, int[] children, Sink sink) {
    int[] all = new int[children.length + 1];
    all[0] = output;
    for (int i = 0; i < children.length; i++) {
      sink.clause(-output, children[i]);
      all[i + 1] = -children[i];
    }
    sink.clause(all);
  }
}
