package tc0.circuit;

import static tc0.circuit.Core.alias;
import static tc0.circuit.Core.and;
import static tc0.circuit.Core.below;
import static tc0.circuit.Core.bit;
import static tc0.circuit.Core.bits;
import static tc0.circuit.Core.box;
import static tc0.circuit.Core.call;
import static tc0.circuit.Core.ceil;
import static tc0.circuit.Core.clog2;
import static tc0.circuit.Core.defineForm;
import static tc0.circuit.Core.div;
import static tc0.circuit.Core.eq;
import static tc0.circuit.Core.family;
import static tc0.circuit.Core.form;
import static tc0.circuit.Core.forms;
import static tc0.circuit.Core.guarded;
import static tc0.circuit.Core.integer;
import static tc0.circuit.Core.le;
import static tc0.circuit.Core.lt;
import static tc0.circuit.Core.max;
import static tc0.circuit.Core.min;
import static tc0.circuit.Core.minus;
import static tc0.circuit.Core.mod;
import static tc0.circuit.Core.mul;
import static tc0.circuit.Core.n;
import static tc0.circuit.Core.not;
import static tc0.circuit.Core.of;
import static tc0.circuit.Core.or;
import static tc0.circuit.Core.out;
import static tc0.circuit.Core.part;
import static tc0.circuit.Core.passForm;
import static tc0.circuit.Core.plus;
import static tc0.circuit.Core.pow2;
import static tc0.circuit.Core.range;
import static tc0.circuit.Core.read;
import static tc0.circuit.Core.sum;
import static tc0.circuit.Core.threshold;
import static tc0.circuit.Core.times;
import static tc0.circuit.Core.v;
import static tc0.circuit.Core.when;

import java.util.List;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;

/** Arithmetic families written directly in the core calculus. */
final class Library {

  private Library() {}

  /** Alternating signs 1, -1, ... from q = 1. */
  private static Index sign(Index q) {
    return when(eq(mod(q, n(2)), n(1)), n(1), n(-1));
  }

  /** The sum of two w-bit naturals by blocks of two bits; depth 3. */
  static Circuit.Family add() {
    Index w = v("w");
    Index blocks = ceil(w.plus(n(1)), n(2));
    Index t = v("t");
    Index d = v("d");
    Index j = v("j");
    Index k = v("k");
    Index bitIndex = mul(2, t).plus(v("r"));
    Index block = div(v("b"), n(2));
    Index threshold = v("q").times(pow2(mod(v("b"), n(2))));
    return family("add", "w")
        .inputs(bits("x", below("i", w)), bits("y", below("i", w)))
        .body(
            defineForm(
                "field",
                box(below("t", blocks)),
                sum(
                    box(below("r", n(2))),
                    times(pow2(v("r")), plus(of(read("x", bitIndex)), of(read("y", bitIndex)))))),
            threshold("g", box(below("t", blocks), below("d", n(8))), form("field", t), d),
            and(
                "c",
                box(below("t", blocks), below("j", t), range("d", n(1), n(8))),
                part(read("g", j, n(4))),
                part(read("g", t, d.minus(n(1)))),
                part(not(read("g", t, d))),
                part(box(range("k", j.plus(n(1)), t)), read("g", k, n(3))),
                part(box(range("k", j.plus(n(1)), t)), not(read("g", k, n(4))))),
            threshold(
                "s",
                box(below("b", w.plus(n(1)))),
                sum(
                    box(range("q", n(1), n(8))),
                    times(
                        sign(v("q")),
                        plus(
                            of(read("g", block, threshold)),
                            sum(box(below("j", block)), of(read("c", block, j, threshold)))))),
                n(1)))
        .outputs(out(bits("return", below("b", w.plus(n(1)))), read("s", v("b"))));
  }

  /** Whether x > y, by blocks of two bits; depth 3. */
  static Circuit.Family greater() {
    Index w = v("w");
    Index blocks = ceil(w, n(2));
    Index t = v("t");
    Index bitIndex = mul(2, t).plus(v("r"));
    return family("greater", "w")
        .inputs(bits("x", below("i", w)), bits("y", below("i", w)))
        .body(
            defineForm(
                "diff",
                box(below("t", blocks)),
                sum(
                    box(below("r", n(2))),
                    times(
                        pow2(v("r")),
                        plus(of(read("x", bitIndex)), minus(of(read("y", bitIndex))))))),
            threshold("gt", box(below("t", blocks)), form("diff", t), n(1)),
            threshold("ge", box(below("t", blocks)), form("diff", t), n(0)),
            and(
                "first",
                box(below("t", blocks)),
                part(read("gt", t)),
                part(box(range("k", t.plus(n(1)), blocks)), read("ge", v("k")))),
            or("any", Box.SCALAR, part(box(below("t", blocks)), read("first", t))))
        .outputs(out(bits("return"), read("any")));
  }

  /** The sum of n naturals of w bits and floor(A / 2^s), modulo 2^W; depth 3. */
  static Circuit.Family iteratedAdd() {
    Index n = v("n");
    Index w = v("W");
    Index q = v("q");
    Index t = v("t");
    Index j = v("j");
    Index r = v("r");
    Index b = v("b");
    Index lam = max(n(1), clog2(n));
    Index blocks = ceil(w, n(2));
    Index low = mul(2, t);
    Index from = max(low.minus(lam), n(0));
    Index cut = min(low, lam);
    Index unit = pow2(v("s").plus(cut));
    Index block = div(b, n(2));
    Index digit = mod(b, n(2));
    Literal up = read("Y", block, j, digit);
    Literal next = read("Y", block, j, digit.plus(n(1)));
    return family("iterated_add", "n", "w", "W", "s")
        .inputs(forms("x", below("i", n), below("k", v("w"))), forms("A"))
        .body(
            threshold(
                "F",
                box(below("t", blocks), range("f", n(0), mul(4, n).plus(n(1)))),
                window(low.plus(n(2)), from, lam, low),
                v("f").times(unit)),
            threshold(
                "C",
                box(below("t", blocks.plus(n(1))), range("q", n(1), n.plus(n(1)))),
                window(low, from, lam, low),
                q.times(unit)),
            defineForm(
                "gen",
                box(below("t", blocks)),
                when(
                    le(low.plus(n(2)), lam),
                    Form.ZERO,
                    sum(
                        box(range("q", n(1), n.plus(n(1)))),
                        plus(of(read("F", t, mul(4, q))), minus(of(read("C", t.plus(n(1)), q))))))),
            defineForm(
                "ones",
                box(below("t", blocks), below("r", n(3))),
                sum(
                    box(range("q", n(1), mul(4, n).plus(n(2)))),
                    plus(
                        of(read("F", t, q.times(pow2(r)).minus(n(1)))),
                        minus(of(read("F", t, q.times(pow2(r)))))))),
            threshold(
                "Y",
                guarded(
                    lt(lam, mul(2, j.plus(n(1)))),
                    below("t", blocks),
                    below("j", t),
                    below("r", n(3))),
                plus(
                    form("gen", j),
                    sum(box(range("k", j.plus(n(1)), t)), form("ones", v("k"), n(2))),
                    when(lt(n(0), r), form("ones", t, r), Form.ZERO)),
                t.minus(j).plus(when(lt(n(0), r), n(1), n(0)))),
            threshold(
                "out",
                box(below("b", w)),
                plus(
                    sum(
                        box(range("q", n(1), mul(4, n).plus(n(1)))),
                        times(sign(q), of(read("F", block, q.times(pow2(digit)))))),
                    sum(box(below("j", block)), plus(of(up), times(n(-2), of(next))))),
                n(1)))
        .outputs(out(bits("return", below("b", w)), read("out", b)));
  }

  private static Form window(Index high, Index from, Index lam, Index low) {
    return plus(
        times(
            pow2(v("s")),
            sum(
                box(below("i", v("n")), range("k", from, high)),
                times(pow2(v("k").minus(from)), form("x", v("i"), v("k"))))),
        when(le(low, lam), form("A"), Form.ZERO));
  }

  /** The product of naturals of v and w bits; depth 4. */
  static Circuit.Family multiply() {
    Index width = v("v").plus(v("w"));
    Index b = v("b");
    return family("multiply", "v", "w")
        .inputs(bits("x", below("i", v("v"))), bits("y", below("i", v("w"))))
        .body(
            and(
                "part",
                box(below("i", v("v")), below("b", width)),
                part(read("x", v("i"))),
                part(read("y", b.minus(v("i"))))),
            call(
                "total",
                Box.SCALAR,
                iteratedAdd(),
                List.of(v("v"), width, width, n(0)),
                passForm(of(read("part", v("i"), v("k"))), "i", "k"),
                passForm(Form.ZERO)))
        .outputs(out(bits("return", below("b", width)), read("total.return", b)));
  }

  /** A function of a w-bit word as v exact forms; depth 1. */
  static Circuit.Family table(Index.Function f) {
    Index a = v("a");
    Index q = v("q");
    Index image = new Index.Apply(f, List.of(a));
    return family("table", "w", "v")
        .inputs(bits("x", below("q", v("w"))))
        .body(
            and(
                "hot",
                box(below("a", pow2(v("w")))),
                part(box(below("q", v("w"))), when(bit(a, q), read("x", q), not(read("x", q))))))
        .outputs(
            out(
                forms("return", below("q", v("v"))),
                sum(
                    box(below("a", pow2(v("w")))),
                    when(bit(image, q), of(read("hot", a)), Form.ZERO))));
  }

  /** The parity of n bits through a count in unary; depth 2. */
  static Circuit.Family parity() {
    Index n = v("n");
    return family("parity", "n")
        .inputs(bits("x", below("i", n)))
        .body(
            threshold(
                "count",
                box(range("k", n(1), n.plus(n(1)))),
                sum(box(below("i", n)), of(read("x", v("i")))),
                v("k")),
            threshold(
                "odd",
                Box.SCALAR,
                sum(
                    box(range("k", n(1), n.plus(n(1)))),
                    times(sign(v("k")), of(read("count", v("k"))))),
                n(1)))
        .outputs(out(bits("return"), read("odd")));
  }

  /** A chain of n + 1 names for one input bit. */
  static Circuit.Family nothing() {
    return family("nothing", "n")
        .inputs(bits("x", below("i", v("n"))))
        .body(alias("same", box(below("i", v("n"))), read("x", v("i"))))
        .outputs(
            out(bits("return", below("i", v("n").plus(n(1)))), read("same", v("i"))),
            out(bits("one"), Literal.ONE),
            out(forms("number"), integer(v("n"))));
  }
}
