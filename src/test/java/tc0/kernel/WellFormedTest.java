package tc0.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.kernel.Core.atLeast;
import static tc0.kernel.Core.bits;
import static tc0.kernel.Core.box;
import static tc0.kernel.Core.circuit;
import static tc0.kernel.Core.forms;
import static tc0.kernel.Core.index;
import static tc0.kernel.Core.indices;
import static tc0.kernel.Core.junction;
import static tc0.kernel.Core.read;
import static tc0.kernel.Core.readForm;
import static tc0.kernel.Core.wire;

import java.util.List;
import org.junit.jupiter.api.Test;

class WellFormedTest {

  private static final Box N = box("i", "n");

  private final WellFormed wellFormed = new WellFormed();

  private void refuses(Circuit circuit, String message) {
    assertThatThrownBy(() -> wellFormed.require(circuit))
        .isInstanceOf(Refusal.class)
        .hasMessage(message);
  }

  private static Core xs() {
    return circuit("c", "n").input("x", N);
  }

  /** A copy of its word, without a gate. */
  private static final Circuit.Family COPY =
      circuit("copy", "w")
          .input("x", box("i", "w"))
          .output("return", box("i", "w"), read("x", "i"))
          .done();

  /** Form input, form output. */
  private static final Circuit.Family TWICE =
      circuit("twice", "w")
          .formInput("f", box("i", "w"))
          .formOutput("return", box("i", "w"), new Form.Scale(Index.number(2), readForm("f", "i")))
          .done();

  @Test
  void acceptsEveryKindOfDeclaration() {
    Circuit good =
        circuit("good", "n", "m")
            .where(atLeast("n", 1))
            .input("x", box("i", "n", "j", "i"))
            .alias("a", N, read("x", "i", "0"))
            .form("f", N, wire("a", "i"))
            .and("g", N, read("a", "i"), Core.not(read("x", "i", "i")))
            .sum(
                "s",
                box("k", "n"),
                new Form.Sum(N, new Form.Scale(index("i"), readForm("f", "i"))),
                index("k"))
            .call("c", N, COPY, indices("i"), bits(List.of("r"), read("g", "r")))
            .call("d", N, TWICE, indices("n"), forms(List.of("r"), readForm("f", "r")))
            .form("e", N, readForm("d.return", "i", "i"))
            .with(
                new Declaration.Iterate(
                    "loop",
                    "t",
                    index("m"),
                    List.of(
                        new Declaration.State(
                            "H", N, read("c.return", "i", "i"), read("next", "i"))),
                    List.of(
                        junction(
                            "next",
                            Declaration.Connective.OR,
                            N,
                            read("H", "i"),
                            read("x", "i", "t")))))
            .output("return", N, read("H", "i"))
            .formOutput("form", N, readForm("e", "i"))
            .done();
    assertThatCode(() -> wellFormed.require(good)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnArrayThatReadsItself() {
    refuses(
        xs().and("g", N, read("x", "i"), read("g", "0")).done(),
        "WF-order: `g` in c: reads `g`, which is not an input or an array declared before it");
  }

  @Test
  void refusesAnArrayThatReadsALaterOne() {
    refuses(
        xs().and("g", N, read("h", "i")).and("h", N, read("x", "i")).done(),
        "WF-order: `g` in c: reads `h`, which is not an input or an array declared before it");
  }

  @Test
  void refusesAReadOfANameInsideAnIterationFromOutside() {
    refuses(
        loop(read("b", "i"), junction("b", Declaration.Connective.AND, N, read("H", "i")))
            .and("g", N, read("b", "i"))
            .done(),
        "WF-order: `g` in c: reads `b`, which is not an input or an array declared before it");
  }

  @Test
  void refusesAnIndexThatReadsAWire() {
    refuses(
        xs().alias("a", N, new Literal.Indicator(new Predicate.Less(index("x"), index("n"))))
            .done(),
        "WF-index: `a` in c: `x` is an array; an index term cannot read a wire");
  }

  @Test
  void refusesAnUnboundVariable() {
    refuses(
        xs().and("g", N, read("x", "j")).done(),
        "WF-index: `g` in c: `j` is neither a size parameter nor a binder in scope");
  }

  @Test
  void refusesABoundThatUsesALaterBinder() {
    refuses(
        circuit("c", "n").input("x", box("i", "j", "j", "n")).done(),
        "WF-index: `x` in c: `j` is neither a size parameter nor a binder in scope");
  }

  @Test
  void refusesAnIndexFunctionThatIsNotClosed() {
    Index.Function open =
        new Index.Function("open", List.of("a"), Index.variable("a").plus(Index.variable("n")));
    refuses(
        xs().and("g", N, new Literal.Read("x", List.of(new Index.Apply(open, indices("i")))))
            .done(),
        "WF-index: index open: `n` is neither a size parameter nor a binder in scope");
  }

  @Test
  void refusesABinderThatHidesAnother() {
    refuses(
        xs().sum("g", N, new Form.Sum(N, wire("x", "i")), Index.ONE).done(),
        "WF-index: `g` in c: `i` is already bound here");
  }

  @Test
  void refusesAFormUnderAnd() {
    refuses(
        xs().form("f", N, wire("x", "i")).and("g", N, read("f", "i")).done(),
        "WF-kind: `g` in c: reads `f`, a form, where a bit is needed; only sums take forms");
  }

  @Test
  void refusesBitsReadAsAForm() {
    refuses(
        xs().form("f", N, readForm("x", "i")).done(),
        "WF-kind: `f` in c: reads `x`, an array of bits, as a form");
  }

  @Test
  void refusesTheWrongNumberOfIndices() {
    refuses(
        xs().and("g", N, read("x", "i", "i")).done(),
        "WF-kind: `g` in c: reads `x` with 2 indices instead of 1");
  }

  @Test
  void refusesANameThatIsDeclaredTwice() {
    refuses(
        xs().and("x", N, read("x", "i")).done(),
        "WF-name: `x` in c: this name is already declared");
  }

  @Test
  void refusesTwoOutputsOfOneName() {
    refuses(
        xs().output("r", N, read("x", "i")).output("r", N, read("x", "i")).done(),
        "WF-name: `r` in c: this output is declared twice");
  }

  @Test
  void refusesTwoCircuitsOfOneName() {
    wellFormed.require(xs().done());
    refuses(
        xs().and("g", N, read("x", "i")).done(), "WF-name: two different circuits are called `c`");
  }

  @Test
  void refusesAWrongNumberOfSizes() {
    refuses(
        xs().call("k", N, COPY, indices("n", "n"), bits(List.of("r"), read("x", "r"))).done(),
        "WF-call: `k` in c: copy takes 1 sizes, not 2");
  }

  @Test
  void refusesAWrongNumberOfArguments() {
    refuses(
        xs().call("k", N, COPY, indices("n")).done(),
        "WF-call: `k` in c: copy takes 1 arguments, not 0");
  }

  @Test
  void refusesAnArgumentOfTheWrongRank() {
    refuses(
        xs().call("k", N, COPY, indices("n"), bits(List.of("r", "s"), read("x", "r"))).done(),
        "WF-call: `k` in c: copy takes 1 indices for input x, not 2");
  }

  @Test
  void refusesFormsForABitInputAndBitsForAFormInput() {
    refuses(
        xs().call("k", N, COPY, indices("n"), forms(List.of("r"), wire("x", "r"))).done(),
        "WF-call: `k` in c: input x takes bits, not forms");
    refuses(
        xs().call("k", N, TWICE, indices("n"), bits(List.of("r"), read("x", "r"))).done(),
        "WF-call: `k` in c: input f takes forms, not bits");
  }

  @Test
  void refusesAnErrorInsideACalledCircuit() {
    Circuit bad = circuit("bad", "n").input("x", N).and("g", N, read("y", "i")).done();
    refuses(
        xs().call("k", N, bad, indices("n"), bits(List.of("r"), read("x", "r"))).done(),
        "WF-order: `g` in bad: reads `y`, which is not an input or an array declared before it");
  }

  @Test
  void refusesAStateWhoseBoxUsesTheCounter() {
    Box ragged = box("i", "t");
    refuses(
        xs().with(
                new Declaration.Iterate(
                    "loop",
                    "t",
                    index("n"),
                    List.of(new Declaration.State("H", ragged, Literal.ZERO, Literal.ONE)),
                    List.of()))
            .done(),
        "WF-index: `loop` in c: `t` is neither a size parameter nor a binder in scope");
  }

  @Test
  void refusesAStateThatIsARenaming() {
    Literal shifted = new Literal.Read("H", List.of(Index.variable("i").times(Index.number(2))));
    refuses(
        loop(shifted).done(),
        "WF-state: `H` in c: its next value re-indexes state `H` without passing a gate; buffer it");
  }

  @Test
  void refusesAStateThatPassesOnlyAliasesAndCalls() {
    refuses(
        loop(
                read("k.return", "i"),
                new Declaration.Call(
                    "k",
                    Box.SCALAR,
                    COPY,
                    indices("n"),
                    List.of(bits(List.of("r"), read("H", "r")))))
            .done(),
        "WF-state: `H` in c: its next value re-indexes state `H` without passing a gate; buffer it");
  }

  @Test
  void refusesAStateThatAnInnerIterationOfNoRoundsWouldPassOn() {
    Declaration inner =
        new Declaration.Iterate(
            "inner",
            "s",
            index("n"),
            List.of(new Declaration.State("G", N, read("H", "i"), read("g", "i"))),
            List.of(junction("g", Declaration.Connective.AND, N, read("G", "i"))));
    refuses(
        loop(read("G", "i"), inner).done(),
        "WF-state: `H` in c: its next value re-indexes state `H` without passing a gate; buffer it");
  }

  @Test
  void acceptsAStateThatReadsAnOuterArrayOrPassesAGate() {
    assertThatCode(() -> wellFormed.require(loop(read("x", "i")).done()))
        .doesNotThrowAnyException();
  }

  private static Core loop(Literal next, Declaration... body) {
    return xs().with(
            new Declaration.Iterate(
                "loop",
                "t",
                index("n"),
                List.of(new Declaration.State("H", N, read("x", "i"), next)),
                List.of(body)));
  }
}
