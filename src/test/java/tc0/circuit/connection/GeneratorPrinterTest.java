package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.parser.ParseResult;
import tc0.syntax.source.SourceText;

class GeneratorPrinterTest {

  @Test
  void theConnectionLanguageOfIterationsReadsLikeItsDefinition() {
    assertThat(print(Families.rounds(), Derivation.Rails.POSITIVE))
        .isEqualTo(
            """
            generator rounds_connection for rounds uniform dlogtime {

              gate maj layer[t < m].next[i < n];                                             // dlogtime
              wire layer[t].next[i] (0, e, 0) -> x[i + e - 1]
                  when e < 3 and 1 <= i + e and i + e - 1 < n and t < 1;                     // dlogtime
              wire layer[t].next[i] (0, e, 0) -> layer[t - 1].next[i + e - 1]
                  when e < 3 and 1 <= i + e and i + e - 1 < n and 1 <= t;                    // dlogtime
              wire layer[t].next[i] (0, e, 0) -> 0
                  when e < 3 and not (1 <= i + e and i + e - 1 < n);                         // dlogtime
              wire layer[t].next[i] (0, e, 1) -> 1 when e < 3;                               // dlogtime
              wire layer[t].next[i] (1, q, 0) -> x[i] when q < t;                            // dlogtime
              wire layer[t].next[i] (1, q, 1) -> 0 when q < t;                               // dlogtime
              wire layer[t].next[i] (2, q) -> 0 when q < 2;                                  // dlogtime

              gate and last;                                                                 // dlogtime
              wire last (0, i) -> x[i] when i < n and m < 1;                                 // dlogtime
              wire last (0, i) -> layer[m - 1].next[i] when i < n and 1 <= m;                // dlogtime
              wire last (1) -> 1 when 0 < n and m < 1;                                       // dlogtime
              wire last (1) -> layer[m - 1].next[n - 1] when 0 < n and 1 <= m;               // dlogtime
              wire last (1) -> 1 when n <= 0;                                                // dlogtime
            }
            """);
  }

  @Test
  void indexFunctionsArePrintedByName() {
    assertThat(print(Families.adder(), Derivation.Rails.POSITIVE))
        .contains("let sgn(v) = (if v mod 2 = 1 then 1 else -1);")
        .contains(
            "wire return[b] (0, q, q2, 0) -> g[b div 2, q*2^(b mod 2)]\n"
                + "      when 1 <= q < 8 and q2 < sgn(q) and q*2^(b mod 2) < 8;");
  }

  @Test
  void bothRailsCanBePrinted() {
    assertThat(print(Families.adder(), Derivation.Rails.BOTH))
        .contains("gate or not c[")
        .contains("wire not c[t, j, d] (0) -> not g[j, 4];")
        .contains("wire not g[t, d] (2, q) -> 1 when q < ");
  }

  @Test
  void theTierOfEachClauseStandsBesideIt() {
    Declaration.Junction product =
        new Declaration.Junction(
            "a",
            Families.box(
                Families.below("i", Families.v("n")), Families.below("j", Families.v("n"))),
            Declaration.Connective.AND,
            List.of(
                Families.part(Families.read("x", Families.v("i").times(Families.v("j")))),
                Families.part(Families.read("x", Families.v("i")))));
    Circuit.Family family =
        Families.family(
            "products",
            List.of("n"),
            List.of(Families.bits("x", Families.below("i", Families.v("n")))),
            List.of(product),
            Families.output("y", Families.read("a", Index.ZERO, Index.ZERO)));
    assertThat(print(family, Derivation.Rails.POSITIVE).lines())
        .anyMatch(line -> line.matches(" *wire a\\[i, j\\] \\(0\\) -> x\\[i\\*j\\].* // fo"))
        .anyMatch(line -> line.matches(" *wire a\\[i, j\\] \\(1\\) -> x\\[i\\];.* // dlogtime"));
    assertThat(
            ClauseTiers.refusal(
                Derivation.derive(family, Derivation.Rails.POSITIVE, Tier.DLOGTIME)))
        .contains("products claims dlogtime, but `i*j` in a wire of a needs fo");
    assertThat(ClauseTiers.refusal(Derivation.derive(family, Derivation.Rails.POSITIVE, Tier.FO)))
        .isEmpty();
  }

  @Test
  void whatIsPrintedParses() {
    Declaration.Call guarded =
        new Declaration.Call(
            "s",
            new Box(List.of(), new Predicate.Less(Index.number(2), Families.v("n"))),
            Families.counter(),
            List.of(Families.v("n")),
            List.of(Families.passes(Literal.ONE, "i")));
    Circuit.Family scalar =
        Families.family(
            "scalar",
            List.of("n"),
            List.of(),
            List.of(guarded),
            Families.output("y", Families.read("s.ones", Index.ZERO)));
    for (Circuit.Family family :
        List.of(
            Families.adder(),
            Families.counter(),
            Families.rows(),
            Families.rounds(),
            Families.differences(),
            scalar)) {
      String text = print(family, Derivation.Rails.BOTH);
      ParseResult result = ModuleParser.parse(new SourceText("connection.tc0", text));
      assertThat(result.diagnostics()).as(text).isEmpty();
    }
  }

  @Test
  void theWholeTextExplainsPortsAndSaysWhatTheOutputsAre() {
    String text = ConnectionText.of(Families.rounds(), "deep.rounds", Derivation.Rails.POSITIVE);
    assertThat(text)
        .startsWith("// A gate is named by")
        .contains("// The twin of a gate exchanges and with or")
        .contains("generator deep_rounds_connection for deep.rounds uniform dlogtime {")
        .endsWith(
            """
            }
            // return[i] = x[i] when i < n and m < 1
            // return[i] = layer[m - 1].next[i] when i < n and 1 <= m
            // last = last
            """);
    assertThat(ModuleParser.parse(new SourceText("connection.tc0", text)).diagnostics()).isEmpty();
    assertThat(ConnectionText.of(Families.rounds(), "rounds", Derivation.Rails.BOTH))
        .doesNotContain("The twin of a gate exchanges");
  }

  @Test
  void axiomsAreNamedAndTheirOutputsAreReadLikeInputs() {
    Circuit.Axiom axiom =
        new Circuit.Axiom(
            "deep.sum",
            List.of("n"),
            Predicate.TRUE,
            List.of(Families.bits("a", Families.below("i", Families.v("n")))),
            List.of(Families.bits("s", Families.below("q", Families.v("n")))),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            Tier.FO,
            "a paper",
            List.of());
    Declaration.Call call =
        new Declaration.Call(
            "total",
            Families.box(Families.below("r", Families.n(2))),
            axiom,
            List.of(Families.v("n")),
            List.of(Families.passes(Literal.ONE, "i")));
    Declaration.Junction both =
        new Declaration.Junction(
            "both",
            Families.box(Families.below("q", Families.v("n"))),
            Declaration.Connective.AND,
            List.of(
                Families.part(Families.read("total.s", Families.n(0), Families.v("q"))),
                Families.part(
                    Families.not(Families.read("total.s", Families.n(2), Families.v("q"))))));
    Circuit.Family family =
        Families.family(
            "uses",
            List.of("n"),
            List.of(),
            List.of(call, both),
            Families.output("y", Families.read("both", Index.ZERO)));
    assertThat(ConnectionText.of(family, "uses", Derivation.Rails.POSITIVE))
        .contains("// Known by signature only, so without gates here: deep.sum.")
        .contains("wire both[q] (0) -> total[0].s[q];")
        .contains("wire both[q] (1) -> 1;");
    Connection connection = Connection.of(family, Families.sizes("n", 2));
    assertThat(connection.wires(Gate.of("both", 1)))
        .extracting(Wire::toString)
        .containsExactly("(0) -> total.s[0,1]", "(1) -> 1");
  }

  private static String print(Circuit.Family family, Derivation.Rails rails) {
    ExplicitGenerator generator = Derivation.derive(family, rails, Tier.DLOGTIME);
    return GeneratorPrinter.print(generator, family.name() + "_connection", family.name());
  }
}
