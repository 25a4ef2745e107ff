package tc0.kernel;

import static tc0.kernel.Core.axiom;
import static tc0.kernel.Core.bits;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.indices;
import static tc0.kernel.Core.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The call graphs of the transformer papers over axiomatic primitives; a number is one array of p
 * bits.
 */
final class Transformers {
  private Transformers() {}

  static final Circuit ADD = binary("add");
  static final Circuit SUBTRACT = binary("sub");
  static final Circuit MULTIPLY = binary("mul");
  static final Circuit DIVIDE = binary("div");
  static final Circuit EXP = unary("exp");
  static final Circuit SQRT = unary("sqrt");
  static final Circuit SIN = unary("sin");
  static final Circuit COS = unary("cos");
  static final Circuit SUM =
      axiom(
          "sum",
          Tier.DLOGTIME,
          List.of(new Circuit.Port("x", box("k", "n", "q", "p"), false)),
          "n",
          "p");

  /** The constants of the papers: s, S, x, r, t. */
  static final List<DepthConstant> CONSTANTS =
      List.of(
          new DepthConstant("s", Set.of("add", "sub", "mul", "div")),
          new DepthConstant("S", Set.of("sum")),
          new DepthConstant("x", Set.of("exp")),
          new DepthConstant("r", Set.of("sqrt")),
          new DepthConstant("t", Set.of("sin", "cos")));

  private static Circuit unary(String name) {
    return axiom(name, Tier.DLOGTIME, List.of(new Circuit.Port("x", box("q", "p"), false)), "p");
  }

  private static Circuit binary(String name) {
    return axiom(
        name,
        Tier.DLOGTIME,
        List.of(
            new Circuit.Port("x", box("q", "p"), false),
            new Circuit.Port("y", box("q", "p"), false)),
        "p");
  }

  /** A number, as an argument: the array and its indices but the last. */
  static Declaration.Argument at(String array, String... at) {
    return bits(List.of("q"), read(array, with(at, "q")));
  }

  /** A list of numbers indexed by {@code k}. */
  static Declaration.Argument list(String array, String... at) {
    return bits(List.of("k", "q"), read(array, with(at, "q")));
  }

  private static String[] with(String[] texts, String last) {
    List<String> all = new ArrayList<>(List.of(texts));
    all.add(last);
    return all.toArray(new String[0]);
  }

  private static Core op(
      Core core, String label, Circuit circuit, Box box, Declaration.Argument... arguments) {
    return core.call(label, box, circuit, indices("p"), arguments);
  }

  private static Core sum(
      Core core, String label, Box box, String count, Declaration.Argument list) {
    return core.call(label, box, SUM, indices(count, "p"), list);
  }

  /** {@code matmul[a, b, c, p](A, B)}: products, then one sum. */
  static Circuit.Family matmul() {
    Core core =
        circuit("matmul", "a", "b", "c", "p")
            .input("A", box("i", "a", "k", "b", "q", "p"))
            .input("B", box("k", "b", "j", "c", "q", "p"));
    op(
        core,
        "term",
        MULTIPLY,
        box("i", "a", "j", "c", "k", "b"),
        at("A", "i", "k"),
        at("B", "k", "j"));
    sum(core, "total", box("i", "a", "j", "c"), "b", list("term.return", "i", "j", "k"));
    return core.output(
            "return", box("i", "a", "j", "c", "q", "p"), read("total.return", "i", "j", "q"))
        .done();
  }

  private static final Circuit.Family MATMUL = matmul();

  private static Core product(Core core, String label, String left, String right) {
    return core.call(
        label,
        Box.SCALAR,
        MATMUL,
        indices("n", "d", "d", "p"),
        bits(List.of("i", "k", "q"), read(left, "i", "k", "q")),
        bits(List.of("k", "j", "q"), read(right, "k", "j", "q")));
  }

  /** The sizes and inputs of one attention layer; {@code keys} is the number of key positions. */
  private static Core attentionInputs(String name) {
    return circuit(name, "n", "keys", "d", "p")
        .input("X", box("i", "n", "j", "d", "q", "p"))
        .input("WQ", box("i", "d", "j", "d", "q", "p"))
        .input("WK", box("i", "d", "j", "d", "q", "p"))
        .input("WV", box("i", "d", "j", "d", "q", "p"))
        .input("theta", box("j", "d", "q", "p"));
  }

  /**
   * Declares the rotated scores {@code E.return[i, r]}: exponentials of sums of rotated queries
   * times keys.
   */
  private static void scores(Core core, String keys, boolean divided) {
    Box ij = box("i", "n", "r", "keys", "j", "d");
    op(core, "angle", MULTIPLY, box("s", "keys", "j", "d"), at("theta", "j"), at("theta", "j"));
    op(core, "cosine", COS, box("s", "keys", "j", "d"), at("angle.return", "s", "j"));
    op(core, "sine", SIN, box("s", "keys", "j", "d"), at("angle.return", "s", "j"));
    op(core, "even", MULTIPLY, ij, at("Q.return", "i", "j"), at("cosine.return", "r", "j"));
    op(core, "odd", MULTIPLY, ij, at("Q.return", "i", "j"), at("sine.return", "r", "j"));
    op(
        core,
        "turned",
        SUBTRACT,
        ij,
        at("even.return", "i", "r", "j"),
        at("odd.return", "i", "r", "j"));
    op(core, "term", MULTIPLY, ij, at("turned.return", "i", "r", "j"), at(keys, "r", "j"));
    Box ir = box("i", "n", "r", "keys");
    sum(core, "score", ir, "d", list("term.return", "i", "r", "k"));
    if (divided) {
      op(core, "scaled", DIVIDE, ir, at("score.return", "i", "r"), at("theta", "0"));
    }
    op(core, "E", EXP, ir, at((divided ? "scaled" : "score") + ".return", "i", "r"));
  }

  /** Weighted values and their normaliser: {@code return[i, j]}. */
  private static void weighted(Core core, String values) {
    sum(core, "D", box("i", "n"), "keys", list("E.return", "i", "k"));
    op(
        core,
        "share",
        MULTIPLY,
        box("i", "n", "j", "d", "r", "keys"),
        at("E.return", "i", "r"),
        at(values, "r", "j"));
    sum(core, "mix", box("i", "n", "j", "d"), "keys", list("share.return", "i", "j", "k"));
    op(
        core,
        "quotient",
        DIVIDE,
        box("i", "n", "j", "d"),
        at("mix.return", "i", "j"),
        at("D.return", "i"));
  }

  /** The attention matrix of rotary embeddings. */
  static Circuit.Family attentionMatrix() {
    Core core = attentionInputs("attention_matrix");
    product(core, "Q", "X", "WQ");
    product(core, "K", "X", "WK");
    scores(core, "K.return", false);
    return core.output(
            "return", box("i", "n", "r", "keys", "q", "p"), read("E.return", "i", "r", "q"))
        .done();
  }

  /** One layer of rotary attention. */
  static Circuit.Family layer() {
    Core core = attentionInputs("layer");
    product(core, "Q", "X", "WQ");
    product(core, "K", "X", "WK");
    product(core, "V", "X", "WV");
    scores(core, "K.return", false);
    weighted(core, "V.return");
    return core.output(
            "return", box("i", "n", "j", "d", "q", "p"), read("quotient.return", "i", "j", "q"))
        .done();
  }

  /** One layer of rotary tensor attention: keys and values are column-wise Kronecker products. */
  static Circuit.Family tensorLayer() {
    Core core = attentionInputs("tensor_layer");
    product(core, "Q", "X", "WQ");
    product(core, "K1", "X", "WK");
    product(core, "V1", "X", "WV");
    Box rj = box("r", "keys", "j", "d");
    op(core, "K", MULTIPLY, rj, at("K1.return", "r", "j"), at("K1.return", "0", "j"));
    op(core, "V", MULTIPLY, rj, at("V1.return", "r", "j"), at("V1.return", "0", "j"));
    scores(core, "K.return", true);
    weighted(core, "V.return");
    return core.output(
            "return", box("i", "n", "j", "d", "q", "p"), read("quotient.return", "i", "j", "q"))
        .done();
  }

  /** {@code W x + b} with the bias inside the sum. */
  static Circuit.Family mlp() {
    Core core =
        circuit("mlp", "n", "d", "p")
            .input("X", box("i", "n", "j", "d", "q", "p"))
            .input("W", box("i", "d", "j", "d", "q", "p"))
            .input("b", box("j", "d", "q", "p"));
    op(
        core,
        "term",
        MULTIPLY,
        box("i", "n", "j", "d", "k", "d"),
        at("X", "i", "k"),
        at("W", "k", "j"));
    Literal biased =
        new Literal.Conditional(
            new Predicate.Equal(Index.variable("k"), Index.variable("d")),
            read("b", "j", "q"),
            read("term.return", "i", "j", "k", "q"));
    core.call(
        "total",
        box("i", "n", "j", "d"),
        SUM,
        List.of(Index.variable("d").plus(Index.ONE), Index.variable("p")),
        bits(List.of("k", "q"), biased));
    return core.output(
            "return", box("i", "n", "j", "d", "q", "p"), read("total.return", "i", "j", "q"))
        .done();
  }

  /** Subtract the mean, divide by the standard deviation. */
  static Circuit.Family layerNorm() {
    Core core =
        circuit("layer_norm", "n", "d", "p")
            .input("X", box("i", "n", "j", "d", "q", "p"))
            .input("count", box("q", "p"));
    Box i = box("i", "n");
    Box ij = box("i", "n", "j", "d");
    sum(core, "s1", i, "d", list("X", "i", "k"));
    op(core, "mean", DIVIDE, i, at("s1.return", "i"), at("count"));
    op(core, "centred", SUBTRACT, ij, at("X", "i", "j"), at("mean.return", "i"));
    op(
        core,
        "square",
        MULTIPLY,
        ij,
        at("centred.return", "i", "j"),
        at("centred.return", "i", "j"));
    sum(core, "s2", i, "d", list("square.return", "i", "k"));
    op(core, "variance", DIVIDE, i, at("s2.return", "i"), at("count"));
    op(core, "deviation", SQRT, i, at("variance.return", "i"));
    op(core, "scaled", DIVIDE, ij, at("centred.return", "i", "j"), at("deviation.return", "i"));
    return core.output(
            "return", box("i", "n", "j", "d", "q", "p"), read("scaled.return", "i", "j", "q"))
        .done();
  }

  /** {@code g} applied first and after each of m attention layers; {@code g} is opaque. */
  static Circuit.Family layers(boolean atLeastOne) {
    Circuit block =
        new Circuit.Axiom(
            "g",
            List.of("d", "p"),
            Predicate.TRUE,
            List.of(new Circuit.Port("x", box("j", "d", "q", "p"), false)),
            List.of(new Circuit.Port("return", box("j", "d", "q", "p"), false)),
            Optional.empty(),
            Optional.empty(),
            Tier.DLOGTIME,
            "a paper",
            List.of());
    Circuit.Family layer = layer();
    Core core =
        circuit("transformer", "m", "n", "d", "p")
            .input("X", box("i", "n", "j", "d", "q", "p"))
            .input("WQ", box("l", "m", "i", "d", "j", "d", "q", "p"))
            .input("WK", box("l", "m", "i", "d", "j", "d", "q", "p"))
            .input("WV", box("l", "m", "i", "d", "j", "d", "q", "p"))
            .input("theta", box("j", "d", "q", "p"));
    if (atLeastOne) {
      core.where(Core.atLeast("m", 1));
    }
    Box word = box("i", "n", "j", "d", "q", "p");
    core.call(
        "first",
        box("i", "n"),
        block,
        indices("d", "p"),
        bits(List.of("j", "q"), read("X", "i", "j", "q")));
    List<Declaration.Argument> arguments = new ArrayList<>();
    arguments.add(bits(List.of("i", "j", "q"), read("H", "i", "j", "q")));
    for (String weight : List.of("WQ", "WK", "WV")) {
      arguments.add(bits(List.of("i", "j", "q"), read(weight, "t", "i", "j", "q")));
    }
    arguments.add(bits(List.of("j", "q"), read("theta", "j", "q")));
    List<Declaration> body =
        List.of(
            new Declaration.Call(
                "attend", Box.SCALAR, layer, indices("n", "n", "d", "p"), arguments),
            new Declaration.Call(
                "after",
                box("i", "n"),
                block,
                indices("d", "p"),
                List.of(bits(List.of("j", "q"), read("attend.return", "i", "j", "q")))));
    core.with(
        new Declaration.Iterate(
            "layers",
            "t",
            Index.variable("m"),
            List.of(
                new Declaration.State(
                    "H",
                    word,
                    read("first.return", "i", "j", "q"),
                    read("after.return", "i", "j", "q"))),
            body));
    return core.output("return", word, read("H", "i", "j", "q")).done();
  }

  /** The depth constant names of circuit names, for comparing forms. */
  static Map<String, String> constantOf() {
    Map<String, String> names = new HashMap<>();
    CONSTANTS.forEach(c -> c.circuits().forEach(circuit -> names.put(circuit, c.name())));
    return names;
  }
}
