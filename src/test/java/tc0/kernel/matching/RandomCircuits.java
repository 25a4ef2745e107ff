package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;

/**
 * Random small families over opaque operations: a unary and a binary one on bits, one on lists, and
 * a family that is unfolded. The names of arrays and binders are not part of the choice, so one
 * seed gives the same circuit under any names.
 */
final class RandomCircuits {

  static final Circuit UNARY = axiom("unary", List.of(), port("x"));
  static final Circuit BINARY = axiom("binary", List.of(), port("x"), port("y"));
  static final Circuit LIST =
      axiom(
          "list",
          List.of("n"),
          new Circuit.Port("x", Box.of(Box.Binder.below("k", Index.variable("n"))), false));

  /** {@code reversed[a](x)[i] = binary(x[i], x[a-1-i])}. */
  static final Circuit.Family REVERSED = reversed();

  /** One change to make: the choice of that number is replaced by another one. */
  record Mutation(int at, int amount) {}

  private final Random random;
  private final String prefix;
  private final Optional<Mutation> mutation;
  private int choices;

  /** An array that may be read: its name and the ranges of its indices. */
  private record Readable(String name, int rank) {}

  private final List<Readable> arrays = new ArrayList<>();
  private final List<Declaration> body = new ArrayList<>();

  private RandomCircuits(long seed, String prefix, Optional<Mutation> mutation) {
    this.random = new Random(seed);
    this.prefix = prefix;
    this.mutation = mutation;
  }

  /** The circuit of a seed, its own names starting with {@code prefix}. */
  static Circuit.Family of(long seed, String prefix, Optional<Mutation> mutation) {
    return new RandomCircuits(seed, prefix, mutation).build();
  }

  /** The number of choices made for a seed. */
  static int choices(long seed) {
    RandomCircuits circuits = new RandomCircuits(seed, "a", Optional.empty());
    circuits.build();
    return circuits.choices;
  }

  private int choose(int bound) {
    int chosen = random.nextInt(bound);
    int at = choices++;
    return mutation
        .filter(m -> m.at() == at)
        .map(m -> (chosen + m.amount()) % bound)
        .orElse(chosen);
  }

  private static Circuit.Port port(String name) {
    return new Circuit.Port(name, Box.SCALAR, false);
  }

  private static Circuit axiom(String name, List<String> parameters, Circuit.Port... inputs) {
    return new Circuit.Axiom(
        name,
        parameters,
        Predicate.TRUE,
        List.of(inputs),
        List.of(port("return")),
        Optional.empty(),
        Optional.empty(),
        Tier.DLOGTIME,
        "a test",
        List.of());
  }

  private static Circuit.Family reversed() {
    Index i = Index.variable("i");
    Index a = Index.variable("a");
    Box box = Box.of(Box.Binder.below("i", a));
    Declaration pairs =
        new Declaration.Call(
            "pair",
            box,
            BINARY,
            List.of(),
            List.of(
                new Declaration.Argument.Bits(List.of(), new Literal.Read("x", List.of(i))),
                new Declaration.Argument.Bits(
                    List.of(), new Literal.Read("x", List.of(a.minus(Index.ONE).minus(i))))));
    Literal read = new Literal.Read("pair.return", List.of(i));
    return new Circuit.Family(
        "reversed",
        List.of("a"),
        Predicate.TRUE,
        List.of(new Circuit.Port("x", box, false)),
        List.of(pairs),
        List.of(
            new Circuit.Output(
                new Circuit.Port("return", box, false), new tc0.kernel.Form.Of(read))));
  }

  private Circuit.Family build() {
    Index n = Index.variable("n");
    Index m = Index.variable("m");
    String i = prefix + "i";
    String j = prefix + "j";
    Circuit.Port vector = new Circuit.Port(prefix + "A", Box.of(Box.Binder.below(i, n)), false);
    Circuit.Port matrix =
        new Circuit.Port(
            prefix + "B", Box.of(Box.Binder.below(i, n), Box.Binder.below(j, m)), false);
    arrays.add(new Readable(vector.name(), 1));
    arrays.add(new Readable(matrix.name(), 2));
    for (int k = 0; k < 3; k++) {
      declare(prefix + "d" + k);
    }
    Box box = Box.of(Box.Binder.below(i, n), Box.Binder.below(j, m));
    Literal output = literal(List.of(i, j), 2);
    return new Circuit.Family(
        prefix + "circuit",
        List.of("n", "m"),
        Predicate.atMost(Index.ONE, m),
        List.of(vector, matrix),
        body,
        List.of(
            new Circuit.Output(
                new Circuit.Port("return", box, false), new tc0.kernel.Form.Of(output))));
  }

  private void declare(String name) {
    String i = prefix + "i";
    String k = prefix + "k";
    Box box = Box.of(Box.Binder.below(i, size()));
    int kind = choose(5);
    switch (kind) {
      case 0 -> body.add(new Declaration.Alias(name, box, literal(List.of(i), 2)));
      case 1 ->
          body.add(
              new Declaration.Call(
                  name, box, UNARY, List.of(), List.of(argument(List.of(), List.of(i)))));
      case 2 -> {
        Declaration.Argument first = argument(List.of(), List.of(i));
        Declaration.Argument second = argument(List.of(), List.of(i));
        boolean exchanged = choose(2) == 1;
        body.add(
            new Declaration.Call(
                name,
                box,
                BINARY,
                List.of(),
                exchanged ? List.of(second, first) : List.of(first, second)));
      }
      case 3 -> {
        boolean nest = choose(2) == 1;
        body.add(
            new Declaration.Call(
                name,
                box,
                LIST,
                List.of(nest ? Index.variable("n").times(Index.variable("m")) : size()),
                List.of(nest ? nest(k) : argument(List.of(k), List.of(i, k)))));
      }
      default ->
          body.add(
              new Declaration.Call(
                  name,
                  Box.SCALAR,
                  REVERSED,
                  List.of(size()),
                  List.of(argument(List.of(k), List.of(k)))));
    }
    arrays.add(new Readable(kind == 0 ? name : name + ".return", 1));
  }

  /** All entries of the matrix, in one of two orders or with a slip. */
  private Declaration.Argument nest(String k) {
    Index v = Index.variable(k);
    Index n = Index.variable("n");
    Index m = Index.variable("m");
    List<Index> at =
        switch (choose(3)) {
          case 0 -> List.of(new Index.Divide(v, m), new Index.Modulo(v, m));
          case 1 -> List.of(new Index.Modulo(v, n), new Index.Divide(v, n));
          default -> List.of(new Index.Modulo(v, n), new Index.Modulo(v, m));
        };
    return new Declaration.Argument.Bits(List.of(k), new Literal.Read(arrays.get(1).name(), at));
  }

  private Declaration.Argument argument(List<String> binders, List<String> variables) {
    return new Declaration.Argument.Bits(binders, literal(variables, 1));
  }

  private Index size() {
    Index n = Index.variable("n");
    Index m = Index.variable("m");
    return switch (choose(4)) {
      case 0 -> n;
      case 1 -> m;
      case 2 -> n.times(m);
      default -> n.plus(Index.ONE);
    };
  }

  private Literal literal(List<String> variables, int depth) {
    return switch (depth == 0 ? 3 : choose(6)) {
      case 0 -> new Literal.Not(literal(variables, depth - 1));
      case 1 ->
          new Literal.Conditional(
              predicate(variables), literal(variables, depth - 1), literal(variables, depth - 1));
      default -> {
        Readable array = arrays.get(choose(arrays.size()));
        List<Index> at = new ArrayList<>();
        for (int d = 0; d < array.rank(); d++) {
          at.add(index(variables));
        }
        yield new Literal.Read(array.name(), at);
      }
    };
  }

  private Index index(List<String> variables) {
    Index v = Index.variable(variables.get(choose(variables.size())));
    Index m = Index.variable("m");
    return switch (choose(7)) {
      case 0 -> new Index.Divide(v, m);
      case 1 -> new Index.Modulo(v, m);
      case 2 -> v.plus(Index.ONE);
      case 3 -> new Index.Divide(v, Index.number(2));
      default -> v;
    };
  }

  private Predicate predicate(List<String> variables) {
    Index v = Index.variable(variables.get(choose(variables.size())));
    return switch (choose(4)) {
      case 0 -> new Predicate.Equal(v, Index.ZERO);
      case 1 -> new Predicate.Less(v, Index.variable("m"));
      case 2 -> new Predicate.Equal(new Index.Modulo(v, Index.number(2)), Index.ZERO);
      default -> new Predicate.Less(v.plus(Index.ONE), Index.variable("n"));
    };
  }
}
