package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tc0.circuit.Core.alias;
import static tc0.circuit.Core.and;
import static tc0.circuit.Core.below;
import static tc0.circuit.Core.bits;
import static tc0.circuit.Core.box;
import static tc0.circuit.Core.call;
import static tc0.circuit.Core.defineForm;
import static tc0.circuit.Core.family;
import static tc0.circuit.Core.form;
import static tc0.circuit.Core.forms;
import static tc0.circuit.Core.guarded;
import static tc0.circuit.Core.lt;
import static tc0.circuit.Core.mul;
import static tc0.circuit.Core.n;
import static tc0.circuit.Core.not;
import static tc0.circuit.Core.of;
import static tc0.circuit.Core.or;
import static tc0.circuit.Core.out;
import static tc0.circuit.Core.part;
import static tc0.circuit.Core.pass;
import static tc0.circuit.Core.passForm;
import static tc0.circuit.Core.plus;
import static tc0.circuit.Core.pow2;
import static tc0.circuit.Core.range;
import static tc0.circuit.Core.read;
import static tc0.circuit.Core.sizes;
import static tc0.circuit.Core.sum;
import static tc0.circuit.Core.threshold;
import static tc0.circuit.Core.times;
import static tc0.circuit.Core.v;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tc0.circuit.FlatCircuit.Value;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;

/** One feature of the core calculus at a time, on circuits small enough to read. */
class FamilyFeaturesTest {

  private static FlatCircuit unroll(Circuit circuit, Object... sizes) {
    return new Unroller().unroll(circuit, sizes(sizes));
  }

  private static List<String> labels(FlatCircuit circuit) {
    return java.util.stream.IntStream.range(0, circuit.gateCount())
        .mapToObj(gate -> circuit.label(circuit.node(gate)))
        .toList();
  }

  private static List<String> children(FlatCircuit circuit, int gate) {
    int body = circuit.body(gate);
    return java.util.stream.IntStream.range(circuit.start(body), circuit.end(body))
        .mapToObj(
            edge -> {
              int literal = circuit.literal(edge);
              String weight = circuit.weight(edge) == 1 ? "" : circuit.weight(edge) + "*";
              return weight + ((literal & 1) == 1 ? "!" : "") + circuit.label(literal >> 1);
            })
        .toList();
  }

  @Test
  void raggedAndGuardedBoxesHoldExactlyTheirTuples() {
    Circuit circuit =
        family("ragged", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                and(
                    "g",
                    guarded(
                        new Predicate.Prime(v("i")).and(not(Core.eq(v("j"), n(1)))),
                        below("i", v("n")),
                        below("j", v("i"))),
                    part(read("x", v("i"))),
                    part(read("x", v("j")))))
            .outputs(
                out(bits("r", below("i", v("n")), below("j", v("n"))), read("g", v("i"), v("j"))));
    FlatCircuit flat = unroll(circuit, "n", 6);
    assertThat(labels(flat))
        .containsExactly("g[2,0]", "g[3,0]", "g[3,2]", "g[5,0]", "g[5,2]", "g[5,3]", "g[5,4]");
    assertThat(children(flat, 2)).containsExactly("x[3]", "x[2]");
    PortBits outputs = PortBits.outputs(flat);
    assertThat(outputs.literal("r", 3, 2)).isEqualTo(2 * flat.node(2));
    assertThat(outputs.literal("r", 3, 1)).isZero();
    assertThat(outputs.literal("r", 4, 0)).isZero();
    assertThat(outputs.value("r", 7, 7)).isEmpty();
  }

  @Test
  void lowerBoundsBelowZeroStartAtZeroAndNegativeExtentsAreEmpty() {
    Circuit circuit =
        family("bounds", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                and("a", box(range("i", v("n").minus(n(9)), v("n"))), part(read("x", v("i")))),
                and("b", box(below("i", v("n").minus(n(9)))), part(read("x", v("i")))))
            .outputs();
    assertThat(labels(unroll(circuit, "n", 3))).containsExactly("a[0]", "a[1]", "a[2]");
  }

  @Test
  void readsOutsideABoxBecomeConstantChildrenOfTheRightSign() {
    Circuit circuit =
        family("outside", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                and(
                    "g",
                    box(below("i", v("n"))),
                    part(read("x", v("i").plus(n(1)))),
                    part(not(read("x", v("i").minus(n(1)))))))
            .outputs();
    FlatCircuit flat = unroll(circuit, "n", 2);
    assertThat(children(flat, 0)).containsExactly("x[1]", "!0");
    assertThat(children(flat, 1)).containsExactly("0", "!x[0]");
  }

  private static Circuit.Family conjunction() {
    return family("conjunction", "k")
        .inputs(bits("x", below("i", v("k"))))
        .body(and("all", Box.SCALAR, part(box(below("i", v("k").plus(n(2)))), read("x", v("i")))))
        .outputs(out(bits("return"), read("all")));
  }

  @Test
  void callsHaveOneInstancePerTupleWithSizesOfTheirOwnAndArgumentsClippedAtTheDeclaredBox() {
    Circuit circuit =
        family("caller", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                call(
                    "c",
                    guarded(lt(n(0), v("j")), below("j", v("n"))),
                    conjunction(),
                    List.of(v("j")),
                    pass(not(read("x", v("i").plus(v("j")))), "i")))
            .outputs(out(bits("r", below("j", v("n"))), read("c.return", v("j"))));
    FlatCircuit flat = unroll(circuit, "n", 3);
    assertThat(labels(flat)).containsExactly("c[1].all", "c[2].all");
    // x[j + i] for i < j; what lies beyond the callee's box is 0, not the caller's complement
    assertThat(children(flat, 0)).containsExactly("!x[1]", "0", "0");
    assertThat(children(flat, 1)).containsExactly("!x[2]", "!0", "0", "0");
    assertThat(PortBits.outputs(flat).literal("r", 0)).isZero();
  }

  @Test
  void nestedCallsAreNamedByTheirPath() {
    Circuit inner =
        family("inner", "k")
            .inputs(bits("x", below("i", v("k"))))
            .body(
                call(
                    "pair",
                    box(below("m", n(2))),
                    conjunction(),
                    List.of(v("k")),
                    pass(read("x", v("i")), "i")),
                or("some", Box.SCALAR, part(box(below("m", n(2))), read("pair.return", v("m")))))
            .outputs(out(bits("return"), read("some")));
    Circuit circuit =
        family("outer", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                call(
                    "sum",
                    box(below("j", v("n"))),
                    inner,
                    List.of(n(1)),
                    pass(read("x", v("j")), "i")))
            .outputs(out(bits("r"), read("sum.return", n(1))));
    FlatCircuit flat = unroll(circuit, "n", 2);
    assertThat(labels(flat))
        .containsExactly(
            "sum[0].pair[0].all",
            "sum[0].pair[1].all",
            "sum[0].some",
            "sum[1].pair[0].all",
            "sum[1].pair[1].all",
            "sum[1].some");
    assertThat(flat.arrays().get("sum")).containsExactly(flat.node(0), flat.node(0) + 6);
    assertThat(children(flat, 3)).startsWith("x[1]");
  }

  @Test
  void formsArePassedAndReturnedWithWeightsMultiplied() {
    Circuit triple =
        family("triple", "k")
            .inputs(forms("f", below("i", v("k"))))
            .body(defineForm("g", box(below("i", v("k"))), times(n(3), form("f", v("i")))))
            .outputs(
                out(
                    forms("return", below("i", v("k"))),
                    plus(form("g", v("i")), Core.integer(n(1)))));
    Circuit circuit =
        family("caller", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                call(
                    "t",
                    Box.SCALAR,
                    triple,
                    List.of(v("n").minus(n(1))),
                    passForm(plus(times(n(2), of(read("x", v("i")))), Core.integer(n(-4))), "i")),
                threshold(
                    "s",
                    Box.SCALAR,
                    sum(box(below("i", v("n"))), times(n(-1), form("t.return", v("i")))),
                    n(5)))
            .outputs(
                out(forms("w", below("i", v("n"))), form("t.return", v("i"))),
                out(bits("s"), read("s")));
    FlatCircuit flat = unroll(circuit, "n", 3);
    // -(3 * (2 x - 4) + 1) for i < 2; entry 2 is outside the callee's box
    assertThat(children(flat, 0)).containsExactly("-6*x[0]", "-6*x[1]");
    assertThat(flat.constant(0)).isEqualTo(22);
    assertThat(flat.constantMass(0)).isEqualTo(2 * 13);
    Value second = PortBits.outputs(flat).value("w", 1).orElseThrow();
    assertThat(second.constant()).isEqualTo(-11);
    assertThat(second.weights()).containsExactly(6);
    assertThat(PortBits.outputs(flat).value("w", 2).orElseThrow().literals()).isEmpty();
  }

  @Test
  void iterateFeedsEachRoundWithTheStatesOfTheLast() {
    Declaration iterate =
        new Declaration.Iterate(
            "rounds",
            "t",
            v("m"),
            List.of(
                new Declaration.State(
                    "h", box(below("i", v("n"))), read("x", v("i")), read("next", v("i"))),
                new Declaration.State("flag", Box.SCALAR, read("x", n(0)), read("keep"))),
            List.of(
                and("keep", Box.SCALAR, part(read("flag"))),
                or(
                    "next",
                    box(below("i", v("n"))),
                    part(read("h", v("i").plus(v("t")))),
                    part(not(read("flag"))))));
    Circuit circuit =
        family("loop", "n", "m")
            .inputs(bits("x", below("i", v("n"))))
            .body(iterate)
            .outputs(out(bits("r", below("i", v("n"))), read("h", v("i"))));
    FlatCircuit none = unroll(circuit, "n", 2, "m", 0);
    assertThat(none.gateCount()).isZero();
    assertThat(PortBits.outputs(none).literal("r", 1)).isEqualTo(4);
    FlatCircuit two = unroll(circuit, "n", 2, "m", 2);
    assertThat(labels(two))
        .containsExactly(
            "rounds[0].keep",
            "rounds[0].next[0]",
            "rounds[0].next[1]",
            "rounds[1].keep",
            "rounds[1].next[0]",
            "rounds[1].next[1]");
    assertThat(children(two, 2)).containsExactly("x[1]", "!x[0]");
    // round 1 reads h[i + 1] of round 0 and the flag through its buffer
    assertThat(children(two, 4)).containsExactly("rounds[0].next[1]", "!rounds[0].keep");
    assertThat(children(two, 5)).containsExactly("0", "!rounds[0].keep");
    assertThat(Metrics.of(two).depth()).isEqualTo(2);
  }

  @Test
  void aliasesCostNothingAtAnyDepth() {
    Circuit circuit =
        family("views", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                alias("a", box(below("i", v("n"))), not(read("x", v("i")))),
                alias("b", box(below("i", v("n"))), read("a", v("n").minus(n(1)).minus(v("i")))),
                and("g", Box.SCALAR, part(box(below("i", n(9))), not(read("b", v("i"))))))
            .outputs();
    FlatCircuit flat = unroll(circuit, "n", 2);
    assertThat(children(flat, 0))
        .isEqualTo(List.of("x[1]", "x[0]", "!0", "!0", "!0", "!0", "!0", "!0", "!0"));
  }

  @Test
  void thresholdsShareASumEvenIfTheirBinderComesFirst() {
    Circuit circuit =
        family("shared", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(
                threshold(
                    "s",
                    box(below("k", n(3)), below("j", v("n"))),
                    times(v("j").plus(n(1)), of(read("x", v("j")))),
                    v("k")))
            .outputs();
    FlatCircuit flat = unroll(circuit, "n", 2);
    assertThat(flat.bodyCount()).isEqualTo(2);
    assertThat(flat.body(0)).isEqualTo(flat.body(2)).isEqualTo(flat.body(4));
    assertThat(children(flat, 5)).containsExactly("2*x[1]");
    assertThat(flat.threshold(5)).isEqualTo(2);
  }

  @Test
  void axiomsCannotBeUnrolled() {
    Circuit axiom =
        new Circuit.Axiom(
            "float.exp",
            List.of("p"),
            Predicate.TRUE,
            List.of(bits("x", below("i", v("p")))),
            List.of(bits("return", below("i", v("p")))),
            Optional.empty(),
            Optional.empty(),
            Tier.FO,
            "Somebody 2002",
            List.of());
    Circuit circuit =
        family("caller", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(call("e", Box.SCALAR, axiom, List.of(v("n")), pass(read("x", v("i")), "i")))
            .outputs();
    assertThatThrownBy(() -> unroll(circuit, "n", 2))
        .isInstanceOf(AxiomNotUnrollable.class)
        .hasMessage(
            "cannot unroll an axiom: float.exp (needed by caller.e; cited from Somebody 2002)");
  }

  @Test
  void namesAreReadOnlyAfterTheirDeclarationAndWithTheirRank() {
    Circuit early =
        family("early", "n").inputs().body(and("g", Box.SCALAR, part(read("g")))).outputs();
    assertThatThrownBy(() -> unroll(early, "n", 1))
        .hasMessageContaining("early reads g before its declaration");
    Circuit flat =
        family("flat", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(and("g", Box.SCALAR, part(read("x"))))
            .outputs();
    assertThatThrownBy(() -> unroll(flat, "n", 1)).hasMessageContaining("0 indices");
  }

  @Test
  void limitsAreRefusalsThatSayWhatWhereHowLargeAndHowToRaiseThem() {
    Circuit wide =
        family("wide", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(and("g", box(below("i", pow2(mul(10, v("n"))))), part(read("x", v("i")))))
            .outputs();
    assertThatThrownBy(() -> unroll(wide, "n", 4))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContainingAll("an array in wide.g", "1099511627776 entries", "cells=");
    assertThatThrownBy(
            () ->
                new Unroller(Limits.DEFAULT.withGates(500), FormWidths.BINARY)
                    .unroll(wide, sizes("n", 1)))
        .isInstanceOf(LimitExceeded.class)
        .hasMessageContainingAll("gates in wide.g", "gates=500");
    assertThatThrownBy(
            () ->
                new Unroller(Limits.DEFAULT.withEdges(500), FormWidths.BINARY)
                    .unroll(wide, sizes("n", 1)))
        .isInstanceOfSatisfying(
            LimitExceeded.class, refused -> assertThat(refused.limit()).isEqualTo("edges"));
    assertThatThrownBy(
            () ->
                new Unroller(Limits.DEFAULT.withSteps(100), FormWidths.BINARY)
                    .unroll(wide, sizes("n", 1)))
        .isInstanceOfSatisfying(
            LimitExceeded.class, refused -> assertThat(refused.limit()).isEqualTo("steps"));
  }

  @Test
  void weightsAndThresholdsBeyondTheirArraysAreRefused() {
    Circuit heavy =
        family("heavy", "n")
            .inputs(bits("x", below("i", v("n"))))
            .body(threshold("s", Box.SCALAR, times(pow2(v("n")), of(read("x", n(0)))), n(1)))
            .outputs();
    assertThat(unroll(heavy, "n", 30).weight(0)).isEqualTo(1 << 30);
    assertThatThrownBy(() -> unroll(heavy, "n", 31)).isInstanceOf(LimitExceeded.class);
    assertThatThrownBy(() -> unroll(heavy, "n", 70)).isInstanceOf(LimitExceeded.class);
    assertThat(Arrays.stream(unroll(heavy, "n", 0).arrays().get("s")).sum()).isEqualTo(1 + 2);
  }
}
