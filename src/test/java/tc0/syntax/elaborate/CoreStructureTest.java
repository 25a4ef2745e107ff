package tc0.syntax.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Kernel;
import tc0.kernel.Notation;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.kernel.Summary;

/** What each construct of the surface becomes: which gates, over which boxes. */
class CoreStructureTest {

  @Test
  void renamingsComplementsAndChoicesCostNoGate() {
    assertCore(
        """
        circuit c[w](x: bit[w]) -> bit[w] {
          reversed[i < w] = x[w - 1 - i];
          complement[i < w] = not reversed[i];
          chosen[i < w] = if i < 2 then complement[i] else x[0];
          copy = chosen;
          return = copy;
        }
        """,
        """
        alias reversed[i < w] = x[w - 1 - i]
        alias complement[i < w] = not reversed[i]
        alias chosen[i < w] = (if i < 2 then complement[i] else x[0])
        out return[q < w] = chosen[q]
        """);
  }

  @Test
  void aGateInsideOneOfTheSameKindIsMergedWithItsBoxesAndGuards() {
    assertCore(
        """
        circuit c[w](x: bit[w], y: bit[w]) -> bit {
          return = x[0] and (x[1] and not y[0])
              and all { y[i] and all { x[k] : k < i } : 1 <= i < w when bit(i, 0) };
        }
        """,
        """
        and return { x[0]; x[1]; not y[0]; y[i] : 1 <= i < w when bit(i, 0); \
        x[k] : 1 <= i < w, k < i when bit(i, 0) }
        out return = return
        """);
  }

  @Test
  void aGateInsideAnotherIsLiftedOverTheBindersItUses() {
    assertCore(
        """
        circuit c[n, w](x: bit[n, w]) -> bit[n, w] {
          return[i < n, j < w] = x[i, j] or all { x[i, k] : k < w };
        }
        """,
        """
        and return_1[i < n] { x[i, k] : k < w }
        or return[i < n, j < w] { x[i, j]; return_1[i] }
        out return[q1 < n, q2 < w] = return[q1, q2]
        """);
    assertCore(
        """
        circuit c[n](x: bit[n, n]) -> bit[n] {
          return[i < n] = all { x[i, j] or any { x[j, k] : k < i } : j < n };
        }
        """,
        """
        or return_1[i < n, j < n] { x[i, j]; x[j, k] : k < i }
        and return[i < n] { return_1[i, j] : j < n }
        out return[q < n] = return[q]
        """);
  }

  @Test
  void aLiftedGateKeepsTheBindersThatItsBoundsNeed() {
    assertCore(
        """
        circuit c[n](x: bit[n]) -> bit[n] {
          return[i < n] = any { x[i] and x[j] and not all { x[k] : k < j } : j < i };
        }
        """,
        """
        and return_1[i < n, j < i] { x[k] : k < j }
        and return_2[i < n, j < i] { x[i]; x[j]; not return_1[i, j] }
        or return[i < n] { return_2[i, j] : j < i }
        out return[q < n] = return[q]
        """);
  }

  @Test
  void gatesAndCallsUnderAnIfExistOnlyWhereItHolds() {
    assertCore(
        """
        circuit c[n, w](x: bit[n, w]) -> bit[n] {
          return[i < n] = if i < 2 then all { x[i, k] : k < w } else x[i, 0];
        }
        """,
        """
        and return_1[i < n when i < 2] { x[i, k] : k < w }
        alias return[i < n] = (if i < 2 then return_1[i] else x[i, 0])
        out return[q < n] = return[q]
        """);
    assertCore(
        """
        import std.integer (greater);
        circuit c[n, w](x: bit[n, w], y: bit[w]) -> bit[n] {
          return[i < n] = if i < 2 then greater(x[i], y) else x[i, 0];
        }
        """,
        """
        call return_1[i < n when i < 2] = std.integer.greater[w](q -> x[i, q]; q -> y[q])
        alias return[i < n] = (if i < 2 then return_1.return[i] else x[i, 0])
        out return[q < n] = return[q]
        """);
  }

  @Test
  void aCallThatUsesNoBinderIsMadeOnce() {
    assertCore(
        """
        import std.integer (greater);
        circuit c[n, w](x: bit[n], y: bit[w]) -> bit[n] {
          return[i < n] = x[i] and greater(y, y);
        }
        """,
        """
        call return_1 = std.integer.greater[w](q -> y[q]; q -> y[q])
        and return[i < n] { x[i]; return_1.return }
        out return[q < n] = return[q]
        """);
  }

  @Test
  void formsAreReadByNameAndGatesInThemAreLifted() {
    assertCore(
        """
        circuit c[w](x: bit[w], y: bit[w]) -> bit {
          form f[i < w] = x[i] - 2 * y[i];
          form g = sum { sum { f[i] : i < j } : j < w };
          return = g + sum { 2 * (x[i] and y[i]) : i < w } >= 3;
        }
        """,
        """
        form f[i < w] = x[i] + -1 * (2 * (y[i]))
        form g = sum[j < w, i < j](f[i])
        and return_1[i < w] { x[i]; y[i] }
        sum return { g + sum[i < w](2 * (return_1[i])) >= 3 }
        out return = return
        """);
  }

  @Test
  void comparisonsAreOneThresholdEachAndChainsAnAnd() {
    assertCore(
        """
        circuit c[w](x: bit[w]) -> bit {
          less = x[0] < x[1];
          most = sum { x[i] : i < w } <= 3;
          between = 1 <= sum { x[i] : i < w } < 5;
          half = maj { x[i] : i < w };
          gate = materialise x[0];
          return = less and most and between and half and gate;
        }
        """,
        """
        sum less { x[1] + -1 * (x[0]) >= 1 }
        sum most { -1 * (sum[i < w](x[i])) >= -3 }
        sum between_1 { sum[i < w](x[i]) >= 1 }
        sum between_2 { -1 * (sum[i < w](x[i])) >= -4 }
        and between { between_1; between_2 }
        sum half { sum[i < w](2 * (x[i]) + -1) >= 0 }
        sum gate { x[0] >= 1 }
        and return { less; most; between; half; gate }
        out return = return
        """);
  }

  @Test
  void aListOverTwoBindersRunsThroughThemRowByRow() {
    assertCore(
        """
        circuit any_of[n](x: bit[n]) -> bit {
          return = or { x[i] : i < n };
        }
        circuit c[a, b](x: bit[a, b]) -> bit {
          return = any_of { x[k, l] : k < a, l < b };
        }
        """,
        """
        call return = test.any_of[a*b](r -> x[r div b, r mod b])
        out return = return.return
        """);
    String flattened =
        CoreText.of(
            Families.last(
                """
                import std.float as float;
                circuit c[a, b, p](X: float(p)[a, b]) -> float(p) {
                  return = float.sum { X[k, l] : k < a, l < b when k != l };
                }
                """));
    assertThat(flattened)
        .contains("call return = std.float.sum[a*b, p](")
        .contains("r, q -> (if r div b != r mod b then X.mantissa[r div b, r mod b, q] else ");
  }

  @Test
  void onlyAStateThatIsMerelyReindexedGetsABuffer() {
    assertCore(
        """
        circuit c[m, w](x: bit[w]) -> bit[w] {
          iterate t < m from y = x, z = x {
            y[i < w] = y[i] and z[i];
            z[i < w] = if i < t then y[i] else z[i];
          }
          return = z;
        }
        """,
        """
        iterate t < m
          and y_next[i < w] { y[i]; z[i] }
          alias z_next[i < w] = (if i < t then y[i] else z[i])
          and z_buffer[q < w] { z_next[q] }
          state y[q < w] from x[q] next y_next[q]
          state z[q < w] from x[q] next z_buffer[q]
        out return[q < w] = z[q]
        """);
  }

  @Test
  void aStatePassedThroughACallThatOnlyRenamesGetsABuffer() {
    String text =
        CoreText.of(
            Families.last(
                """
                circuit reverse[w](x: bit[w]) -> bit[w] {
                  return[i < w] = x[w - 1 - i];
                }
                circuit c[m, w](x: bit[w]) -> bit[w] {
                  iterate t < m from y = x {
                    y = reverse(y);
                  }
                  return = y;
                }
                """));
    assertThat(text).contains("and y_buffer[q < w] { y_next.return[q] }");
  }

  @Test
  void theKernelRefusesALoopWhoseBufferWasTakenOut() {
    Circuit.Family family =
        Families.last(
            """
            circuit c[m, w](x: bit[w]) -> bit[w] {
              iterate t < m from y = x {
                y[i < w] = y[w - 1 - i];
              }
              return = y;
            }
            """);
    assertThat(new Kernel().summarise(family)).isInstanceOf(Outcome.Granted.class);
    assertThat(new Kernel().summarise(withoutBuffer(family)))
        .isInstanceOfSatisfying(
            Outcome.Denied.class,
            denied -> assertThat(((Refusal) denied.refusal()).rule()).isEqualTo("WF-state"));
  }

  private static Circuit.Family withoutBuffer(Circuit.Family family) {
    Declaration.Iterate loop = (Declaration.Iterate) family.body().get(0);
    List<Declaration> body = new ArrayList<>(loop.body());
    Declaration.Junction buffer = (Declaration.Junction) body.remove(body.size() - 1);
    assertThat(buffer.name()).isEqualTo("y_buffer");
    Declaration.State state = loop.states().get(0);
    Declaration.State direct =
        new Declaration.State(
            state.name(), state.box(), state.initial(), buffer.parts().get(0).literal());
    return new Circuit.Family(
        family.name(),
        family.parameters(),
        family.where(),
        family.inputs(),
        List.of(
            new Declaration.Iterate(
                loop.name(), loop.counter(), loop.count(), List.of(direct), body)),
        family.outputs());
  }

  @Test
  void aCircuitWithStaticArgumentsIsMadeOnceForEachChoice() {
    Circuit.Family family =
        Families.last(
            """
            import std.integer (table);
            index square(a) = a * a;
            index double(a) = a + a;
            circuit c[w](x: bit[w], y: bit[w]) -> form bit[w] {
              first = table[v = w; square](x);
              second = table[v = w; square](y);
              third = table[v = w; double](x);
              return = first;
            }
            """);
    List<Circuit> tables =
        family.body().stream().map(call -> ((Declaration.Call) call).circuit()).toList();
    assertThat(tables.get(1)).isSameAs(tables.get(0));
    assertThat(tables.get(2)).isNotEqualTo(tables.get(0));
    assertThat(tables)
        .extracting(Circuit::name)
        .containsExactly(
            "std.integer.table<square>", "std.integer.table<square>", "std.integer.table<double>");
  }

  @Test
  void recordsAreFlattenedToTheirFields() {
    assertCore(
        """
        type pair(w) = { low: bit[w], high: bit[w] };
        type marked(w) = { pair: pair(w), mark: bit };
        circuit c[w](x: marked(w)[w]) -> marked(w) {
          return.pair = x[0].pair;
          return.mark = x[1].mark and x[2].pair.low[0];
        }
        """,
        """
        and return.mark { x.mark[1]; x.pair.low[2, 0] }
        out return.pair.low[q < w] = x.pair.low[0, q]
        out return.pair.high[q < w] = x.pair.high[0, q]
        out return.mark = return.mark
        """);
  }

  @Test
  void theWordOfARecordHasItsFieldsLowPartFirst() {
    assertCore(
        """
        type pair(w) = { low: bit[w], high: bit[w + 1] };
        circuit c[w](x: pair(w)) -> bit[2*w + 1] {
          return = x.bits;
        }
        """,
        """
        out return[q < 2*w + 1] = (if q < w then x.low[q] else \
        (if q < w + w + 1 then x.high[q - w] else [false]))
        """);
  }

  @Test
  void sizesOfACallAreReadOffItsArguments() {
    assertCore(
        """
        import std.integer (add);
        circuit c[w](x: bit[2*w], y: bit[w + w]) -> bit[2*w + 1] {
          return = add(x, y);
        }
        """,
        """
        call return = std.integer.add[2*w](q -> x[q]; q -> y[q])
        out return[q < 2*w + 1] = return.return[q]
        """);
  }

  @Test
  void resizedWordsAreFilledWithZerosAndCostNoGate() {
    assertCore(
        """
        import std.integer (add);
        circuit c[w](x: bit[w], y: bit[w + 1]) -> bit[w + 2] {
          return = add(resize(x, w + 1), y);
        }
        """,
        """
        call return = std.integer.add[w + 1](q -> (if q < w + 1 then x[q] else [false]); q -> y[q])
        out return[q < w + 2] = return.return[q]
        """);
  }

  @Test
  void bindersThatHideOthersAreRenamed() {
    assertCore(
        """
        circuit c[n](x: bit[n, n]) -> bit[n] {
          return[i < n] = x[i, i] and all { any { x[i, j] : i < j } : j < n };
        }
        """,
        """
        or return_1[j < n] { x[i_2, j] : i_2 < j }
        and return[i < n] { x[i, i]; return_1[j] : j < n }
        out return[q < n] = return[q]
        """);
  }

  @Test
  void generatedNamesAvoidThoseOfTheSource() {
    assertCore(
        """
        circuit c[w](x: bit[w]) -> bit[w] {
          g = x[0] or (x[1] and x[2]);
          g_1 = x[0];
          iterate t < 3 from y = x {
            y_next[i < w] = y[i] and g_1;
            y[i < w] = y_next[w - 1 - i];
          }
          iterate_1 = x[0] or x[1];
          return[i < w] = y[i] and g and iterate_1;
        }
        """,
        """
        and g_2 { x[1]; x[2] }
        or g { x[0]; g_2 }
        alias g_1 = x[0]
        iterate t < 3
          and y_next[i < w] { y[i]; g_1 }
          alias y_next_2[i < w] = y_next[w - 1 - i]
          state y[q < w] from x[q] next y_next_2[q]
        or iterate_1 { x[0]; x[1] }
        and return[i < w] { y[i]; g; iterate_1 }
        out return[q < w] = return[q]
        """);
  }

  @Test
  void loopsMayReuseTheNamesOfInputsAndOfEachOther() {
    assertCore(
        """
        circuit c[w](x: bit[w]) -> bit[w] {
          iterate t < 3 from y = x {
            z[i < w] = y[i] and x[0];
            y[i < w] = z[w - 1 - i];
          }
          iterate t < 2 from y = y, x = y {
            z[i < w] = y[i] or x[0];
            y[i < w] = z[w - 1 - i];
            x[i < w] = z[i] or x[i];
          }
          return[i < w] = x[i] and y[i];
        }
        """,
        """
        iterate t < 3
          and z[i < w] { y[i]; x[0] }
          alias y_next[i < w] = z[w - 1 - i]
          state y[q < w] from x[q] next y_next[q]
        iterate t_2 < 2
          or z[i < w] { y_2[i]; x_2[0] }
          alias y_next[i < w] = z[w - 1 - i]
          or x_next[i < w] { z[i]; x_2[i] }
          state y_2[q < w] from y[q] next y_next[q]
          state x_2[q < w] from y[q] next x_next[q]
        and return[i < w] { x_2[i]; y_2[i] }
        out return[q < w] = return[q]
        """);
  }

  @Test
  void theBindersOfCellsHideNoSize() {
    assertCore(
        """
        circuit c[q1, q](x: bit[q1, q1], z: bit[q]) -> bit[q1, q1] {
          iterate t < 3 from y = x {
            y[i < q1, j < q1] = y[j, i] and z[t];
          }
          return = y;
        }
        """,
        """
        iterate t < 3
          and y_next[i < q1, j < q1] { y[j, i]; z[t] }
          state y[q1_ < q1, q2 < q1] from x[q1_, q2] next y_next[q1_, q2]
        out return[q1_ < q1, q2 < q1] = y[q1_, q2]
        """);
  }

  @Test
  void letsKeepTheirNames() {
    assertCore(
        """
        circuit c[w](x: bit[w]) -> bit {
          let half = w div 2, twice(i) = 2*i + half, limit = 3;
          return = or { x[twice(i + 1)] : i < half when i < limit };
        }
        """,
        """
        or return { x[twice(i + 1, w)] : i < half when i < 3 }
        out return = return
        """);
  }

  @Test
  void formsWithParametersAreExpanded() {
    assertCore(
        """
        circuit c[n](x: bit[n]) -> bit[n] {
          form window(t, s) = sum { s * x[k] : t <= k < n };
          return[i < n] = window(i, 2) >= i;
        }
        """,
        """
        sum return[i < n] { sum[i <= k < n](2 * (x[k])) >= i }
        out return[q < n] = return[q]
        """);
  }

  @Test
  void whatTypesDemandOfTheSizesIsAConditionOfTheCircuit() {
    Circuit circuit =
        Families.last(
            """
            type word(w) = { bits: bit[w] } where w >= 3;
            circuit c[v](x: word(2*v)[v], y: word(v)) -> bit where v >= 3 {
              return = x[0].bits[0];
            }
            """);
    assertThat(Notation.text(circuit.where())).isEqualTo("3 <= v and 3 <= 2*v");
  }

  @Test
  void everyShippedCircuitIsWellFormedInTheKernel() {
    Kernel kernel = new Kernel();
    for (String module : List.of("integer", "fixed", "float")) {
      Elaborator.Result loaded =
          Elaborator.load(
              java.nio.file.Path.of("proofs/std/" + module + ".tc0"),
              new SearchPath(List.of(java.nio.file.Path.of("proofs"))));
      for (CircuitTemplate template : loaded.program().orElseThrow().main().circuits()) {
        if (!template.isParametric()) {
          Outcome<Summary> outcome = kernel.summarise(template.circuit().core());
          assertThat(outcome).as(template.name()).isInstanceOf(Outcome.Granted.class);
        }
      }
    }
  }

  private static void assertCore(String source, String core) {
    assertThat(CoreText.of(Families.last(source))).isEqualTo(core);
  }
}
