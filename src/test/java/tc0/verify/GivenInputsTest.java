package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/** Checks on inputs that are written down, of circuits and of definitions. */
class GivenInputsTest {

  private static final String CIRCUITS =
      """
      module given;
      import std.float (float);

      index twice(a) = 2 * a;

      /// The larger row, wrong for two rows of which the second is larger.
      circuit larger[n, w](x: bit[n, w]) -> bit[w] where n >= 2 {
        return[b < w] = x[0, b];
        ensures nat(return) >= nat(x[1]);
      }

      circuit same[p](x: float(p)) -> float(p) where p >= 2 {
        return.mantissa[b < p] = x.mantissa[b];
        return.exponent[b <= p] = x.exponent[b];
        return.sign = x.sign;
        requires value(x) != 1;
        ensures value(return) = value(x);
      }

      axiom circuit half[p](x: float(p)) -> float(p) where p >= 2 {
        cites nobody "anywhere";
        depth constant;  size poly;  uniform dlogtime;
        ensures value(return) = rounded(float(p), value(x) / 2);
      }
      source nobody "Nobody";

      define quarter[p](x: float(p)) -> float(p) {
        return = half(half(x));
        requires value(x) >= 0;
        ensures value(return) = value(x) / 4;
      }

      define inverse[p](x: float(p)) -> float(p) {
        return = half(x);
        ensures value(return) <= 1 / value(x);
      }

      define silent[p](x: float(p)) -> float(p) { return = half(x); }

      """;

  @TempDir private Path directory;

  @Test
  void valuesAreListsRecordsRangesAndExpressionsOverTheSizes() throws IOException {
    List<Line> lines =
        lines(
            """
            lemma l {
              of larger;
              check at x = { 2^w - 1, 1 } for n = 2, w = 2..4;
              check at x = { { 1, 0, 1 }, { 0, 1, 0 } } for n = 2, w = 3;
              check at x = { twice(n - k) : k < n } for n = 2..3, w = 3;
              check at x = { twice(k) : k < n } for n = 2..3, w = 3;
            }
            """);
    assertThat(lines)
        .extracting(Line::standing)
        .containsExactly(Standing.CHECKED, Standing.CHECKED, Standing.CHECKED, Standing.REFUTED);
    assertThat(lines.get(3).detail())
        .isEqualTo("at n = 2, w = 3: x = [0, 2]: (0) >= (2) does not hold");
  }

  @Test
  void aRecordIsGivenByItsFieldsOrByItsNumber() throws IOException {
    List<Line> lines =
        lines(
            """
            lemma l {
              of same;
              check at x = 3 * 2^(-p) for p = 2..5;
              check at x = { mantissa = 2, exponent = 2^p + 1, sign = 1 } for p = 2;
              check at x = { mantissa = 1, exponent = 5, sign = 0 } for p = 2;
              check at x = 1 for p = 2;
              check at x = 5/8 for p = 2;
              check at x = { 1, 2 } for p = 2;
            }
            """);
    assertThat(lines)
        .extracting(Line::standing)
        .containsExactly(
            Standing.CHECKED,
            Standing.CHECKED,
            Standing.REFUTED,
            Standing.OPEN,
            Standing.OPEN,
            Standing.OPEN);
    assertThat(lines.get(2).detail()).contains("<1,1> (not canonical)");
    assertThat(lines.get(3).detail()).contains("outside the promised domain");
    assertThat(lines.get(4).detail()).contains("is rounded to");
    assertThat(lines.get(5).detail()).contains("needs a number of float(2)");
  }

  @Test
  void aDefinitionIsHeldAgainstWhatItPromises() throws IOException {
    List<Line> lines =
        lines(
            """
            lemma l {
              of quarter;
              check at x = 3 for p = 2;
              check at x = -3 for p = 2;
              check random 100 for p = 2;
              check exhaustive for p = 2;
              check sat for p = 2;
            }
            lemma undefined { of inverse; check exhaustive for p = 2; }
            lemma nothing { of silent; check exhaustive for p = 2; }
            """);
    assertThat(lines)
        .extracting(Line::standing)
        .containsExactly(
            Standing.CHECKED,
            Standing.OPEN,
            Standing.REFUTED,
            Standing.REFUTED,
            Standing.OPEN,
            Standing.REFUTED,
            Standing.OPEN);
    // The smallest float divided by 4 is 0, the next but one is still rounded up.
    assertThat(lines.get(3).detail())
        .isEqualTo("at p = 2: x = 0.125 = <2,-4>: (0 = <0,-4>) = (0.03125) does not hold");
    assertThat(lines.get(4).detail()).contains("a definition has no gates");
    assertThat(lines.get(5).detail())
        .isEqualTo("at p = 2: x = 0 = <0,-4>: the promise has no value here: division by zero");
    assertThat(lines.get(6).detail()).contains("promises nothing");
  }

  @Test
  void everyInputMustBeGivenOnce() throws IOException {
    assertThat(errors("lemma l { of same; check at y = 1 for p = 2; }"))
        .containsExactly("the check gives no value for `x`", "`y` is not an input of same");
    assertThat(errors("lemma l { of same; check at x = 1, x = 2 for p = 2; }"))
        .containsExactly("`x` is given twice");
    assertThat(errors("lemma l { of same; check at x = q for p = 2; }"))
        .containsExactly("unknown name `q`");
    assertThat(errors("lemma l { of larger; check at x = { k : k < q } for n = 2, w = 2; }"))
        .containsExactly("unknown name `q`");
  }

  @Test
  void longChecksRunOnDemand() throws IOException {
    String lemma = "lemma l { of same; check at x = 3 for p = 2; long check at x = 3 for p = 3; }";
    assertThat(lines(lemma))
        .extracting(Line::standing)
        .containsExactly(Standing.CHECKED, Standing.SKIPPED);
    assertThat(lines(lemma).get(1).detail()).isEqualTo("for p = 3; runs with --long");
    Options d = Options.DEFAULT;
    Options all =
        new Options(
            d.only(),
            1,
            d.timeout(),
            d.checks(),
            d.sat(),
            true,
            d.proofs(),
            d.allowedAxioms(),
            d.points());
    assertThat(Verifier.verify(load(lemma).program().orElseThrow(), all, step -> {}).lines())
        .extracting(Line::standing)
        .containsExactly(Standing.CHECKED, Standing.CHECKED);
  }

  private List<String> errors(String lemma) throws IOException {
    List<Diagnostic> diagnostics = load(lemma).diagnostics();
    assertThat(diagnostics)
        .extracting(Diagnostic::code)
        .containsAnyOf(DiagnosticCode.TC0702, DiagnosticCode.TC0201);
    return diagnostics.stream().map(Diagnostic::message).toList();
  }

  private List<Line> lines(String lemma) throws IOException {
    Elaborator.Result loaded = load(lemma);
    assertThat(loaded.diagnostics()).isEmpty();
    return Verifier.verify(loaded.program().orElseThrow(), Options.DEFAULT, step -> {})
        .lines()
        .toList();
  }

  private Elaborator.Result load(String lemma) throws IOException {
    Path file = Files.writeString(directory.resolve("given.tc0"), CIRCUITS + lemma);
    return Elaborator.load(file, new SearchPath(List.of(Path.of("proofs"))));
  }
}
