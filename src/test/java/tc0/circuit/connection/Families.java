package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/** Core families written by hand, and a notation for writing them. */
final class Families {
  private Families() {}

  static Index v(String name) {
    return Index.variable(name);
  }

  static Index n(long value) {
    return Index.number(value);
  }

  static Index divide(Index a, Index b) {
    return new Index.Divide(a, b);
  }

  static Index modulo(Index a, Index b) {
    return new Index.Modulo(a, b);
  }

  static Index two(Index exponent) {
    return new Index.PowerOfTwo(exponent);
  }

  static Box.Binder below(String name, Index high) {
    return Box.Binder.below(name, high);
  }

  static Box.Binder range(String name, Index low, Index high) {
    return new Box.Binder(name, low, high);
  }

  static Box box(Box.Binder... binders) {
    return Box.of(binders);
  }

  static Literal read(String array, Index... at) {
    return new Literal.Read(array, List.of(at));
  }

  static Literal not(Literal literal) {
    return new Literal.Not(literal);
  }

  static Form of(Literal literal) {
    return new Form.Of(literal);
  }

  static Form form(String array, Index... at) {
    return new Form.Read(array, List.of(at));
  }

  static Form plus(Form left, Form right) {
    return new Form.Add(left, right);
  }

  static Form times(Index weight, Form form) {
    return new Form.Scale(weight, form);
  }

  static Form sum(Form body, Box.Binder... binders) {
    return new Form.Sum(box(binders), body);
  }

  static Declaration.Part part(Literal literal, Box.Binder... binders) {
    return new Declaration.Part(box(binders), literal);
  }

  static Circuit.Port bits(String name, Box.Binder... binders) {
    return new Circuit.Port(name, box(binders), false);
  }

  static Circuit.Output output(String name, Literal literal, Box.Binder... binders) {
    return new Circuit.Output(bits(name, binders), new Form.Of(literal));
  }

  static Declaration.Argument passes(Literal body, String... binders) {
    return new Declaration.Argument.Bits(List.of(binders), body);
  }

  static Circuit.Family family(
      String name,
      List<String> parameters,
      List<Circuit.Port> inputs,
      List<Declaration> body,
      Circuit.Output... outputs) {
    return new Circuit.Family(
        name, parameters, Predicate.TRUE, inputs, body, Arrays.asList(outputs));
  }

  static Map<String, BigInteger> sizes(Object... namesAndValues) {
    Map<String, BigInteger> result = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      result.put(
          (String) namesAndValues[i],
          BigInteger.valueOf(((Number) namesAndValues[i + 1]).longValue()));
    }
    return result;
  }

  static List<BigInteger> at(long... indices) {
    return Gate.Tuples.of(indices);
  }

  private static final Index.Function SIGN =
      new Index.Function(
          "sgn",
          List.of("q"),
          new Index.Conditional(new Predicate.Equal(modulo(v("q"), n(2)), n(1)), n(1), n(-1)));

  static Index sign(Index q) {
    return new Index.Apply(SIGN, List.of(q));
  }

  /** Sum of two naturals by carry look-ahead over digits of two bits. */
  static Circuit.Family adder() {
    Index digits = divide(v("w").plus(n(2)), n(2));
    Index column = n(2).times(v("t")).plus(v("r"));
    Index position = v("q").times(two(v("r")));
    Declaration field =
        new Declaration.FormDefinition(
            "field",
            box(below("t", digits)),
            sum(
                times(two(v("r")), plus(of(read("x", column)), of(read("y", column)))),
                below("r", n(2))),
            false);
    Declaration g =
        new Declaration.Threshold(
            "g", box(below("t", digits), below("d", n(8))), form("field", v("t")), v("d"));
    Declaration c =
        new Declaration.Junction(
            "c",
            box(below("t", digits), below("j", v("t")), range("d", n(1), n(8))),
            Declaration.Connective.AND,
            List.of(
                part(read("g", v("j"), n(4))),
                part(read("g", v("t"), v("d").minus(n(1)))),
                part(not(read("g", v("t"), v("d")))),
                part(read("g", v("k"), n(3)), range("k", v("j").plus(n(1)), v("t"))),
                part(not(read("g", v("k"), n(4))), range("k", v("j").plus(n(1)), v("t")))));
    Index t = divide(v("b"), n(2));
    Index scaled = v("q").times(two(modulo(v("b"), n(2))));
    Declaration result =
        new Declaration.Threshold(
            "return",
            box(below("b", v("w").plus(n(1)))),
            sum(
                times(
                    sign(v("q")),
                    plus(
                        of(read("g", t, scaled)),
                        sum(of(read("c", t, v("j"), scaled)), below("j", t)))),
                range("q", n(1), n(8))),
            n(1));
    return family(
        "add",
        List.of("w"),
        List.of(bits("x", below("i", v("w"))), bits("y", below("i", v("w")))),
        List.of(field, g, c, result),
        output("return", read("return", v("b")), below("b", v("w").plus(n(1)))));
  }

  /** Whether at least half of n bits are 1, and the number of ones in unary. */
  static Circuit.Family counter() {
    Declaration ones =
        new Declaration.Threshold(
            "u",
            box(range("k", n(1), v("n").plus(n(1)))),
            sum(of(read("x", v("i"))), below("i", v("n"))),
            v("k"));
    return family(
        "counter",
        List.of("n"),
        List.of(bits("x", below("i", v("n")))),
        List.of(ones),
        output("ones", read("u", v("k").plus(n(1))), below("k", v("n"))));
  }

  /** Row i adds row i of x to its own reversal and to the row above; calls with a ragged box. */
  static Circuit.Family rows() {
    Declaration.Call call =
        new Declaration.Call(
            "s",
            box(below("i", v("m"))),
            adder(),
            List.of(v("i").plus(n(1))),
            List.of(
                passes(read("x", v("i"), v("b")), "b"),
                passes(
                    new Literal.Conditional(
                        new Predicate.Equal(v("i"), n(0)),
                        Literal.ONE,
                        not(read("x", v("i").minus(v("b")), v("b")))),
                    "b")));
    Declaration any =
        new Declaration.Junction(
            "any",
            box(below("i", v("m"))),
            Declaration.Connective.OR,
            List.of(
                part(read("s.return", v("i"), v("b")), below("b", v("m").plus(n(2)))),
                part(not(read("s.return", v("i").plus(n(1)), n(0))))));
    return family(
        "rows",
        List.of("m"),
        List.of(bits("x", below("i", v("m")), below("b", v("i").plus(n(1))))),
        List.of(call, any),
        output("return", read("any", v("i")), below("i", v("m"))),
        output(
            "digits",
            read("s.return", v("i"), v("b")),
            below("i", v("m")),
            below("b", v("i").plus(n(2)))));
  }

  /** m rounds of a majority of neighbours; the state also shows the last round's negation. */
  static Circuit.Family rounds() {
    Index i = v("i");
    Declaration next =
        new Declaration.Threshold(
            "next",
            box(below("i", v("n"))),
            plus(
                sum(of(read("H", i.plus(v("e")).minus(n(1)))), below("e", n(3))),
                times(n(-1).times(v("t")), of(not(read("x", i))))),
            n(1));
    Declaration.Iterate iterate =
        new Declaration.Iterate(
            "layer",
            "t",
            v("m"),
            List.of(
                new Declaration.State("H", box(below("i", v("n"))), read("x", i), read("next", i)),
                new Declaration.State(
                    "G",
                    box(below("i", v("n"))),
                    Literal.ZERO,
                    not(read("next", v("n").minus(n(1)).minus(i))))),
            List.of(next));
    Declaration.Junction last =
        new Declaration.Junction(
            "last",
            Box.SCALAR,
            Declaration.Connective.AND,
            List.of(part(read("H", v("i")), below("i", v("n"))), part(not(read("G", n(0))))));
    return family(
        "rounds",
        List.of("m", "n"),
        List.of(bits("x", below("i", v("n")))),
        List.of(iterate, last),
        output("return", read("H", i), below("i", v("n"))),
        output("last", read("last")));
  }

  /** A circuit that takes and returns forms: the digit difference of two exact sums. */
  static Circuit.Family differences() {
    Circuit.Port a = new Circuit.Port("a", box(below("i", v("n"))), true);
    Declaration.FormDefinition mixed =
        new Declaration.FormDefinition(
            "mixed",
            box(below("i", v("n"))),
            new Form.Conditional(
                new Predicate.Bit(v("i"), n(0)),
                plus(form("a", v("i")), new Form.Number(v("i").minus(n(2)))),
                times(n(-2), form("a", v("i").minus(n(1))))),
            false);
    Circuit.Family inner =
        new Circuit.Family(
            "mix",
            List.of("n"),
            Predicate.TRUE,
            List.of(a),
            List.of(
                mixed,
                new Declaration.Threshold(
                    "top", Box.SCALAR, sum(form("mixed", v("i")), below("i", v("n"))), n(-1))),
            List.of(
                new Circuit.Output(
                    new Circuit.Port("f", box(below("i", v("n"))), true),
                    form("mixed", v("i").plus(n(1)))),
                output("top", read("top"))));
    Declaration.Call call =
        new Declaration.Call(
            "c",
            box(below("r", n(2))),
            inner,
            List.of(v("n").plus(v("r"))),
            List.of(
                new Declaration.Argument.Forms(
                    List.of("i"),
                    plus(
                        times(v("i").minus(n(1)), of(read("x", v("i")))),
                        of(not(read("x", v("r"))))))));
    Declaration.Threshold all =
        new Declaration.Threshold(
            "all",
            box(below("k", n(3))),
            sum(
                times(n(1).minus(n(2).times(v("r"))), form("c.f", v("r"), v("i"))),
                below("r", n(2)),
                below("i", v("n"))),
            v("k").minus(n(1)));
    return family(
        "differences",
        List.of("n"),
        List.of(bits("x", below("i", v("n")))),
        List.of(call, all),
        output("return", read("all", v("k")), below("k", n(3))),
        output("tops", read("c.top", v("r")), below("r", n(2))));
  }
}
