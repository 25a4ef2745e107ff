package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tc0.kernel.Circuit;
import tc0.kernel.Tier;
import tc0.syntax.ast.Declaration;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.SearchPath;

class GeneratorCheckTest {

  private static final String ADDER =
      """
      index sgn(q) = if q mod 2 = 1 then 1 else -1;

      circuit add[w](x: bit[w], y: bit[w]) -> bit[w+1] {
        let T = ceil(w+1, 2);
        form field[t < T] = sum { 2^r * (x[2*t+r] + y[2*t+r]) : r < 2 };
        g[t < T, d < 8] = field[t] >= d;
        c[t < T, j < t, 1 <= d < 8] =
            g[j,4] and g[t,d-1] and not g[t,d] and all { g[k,3] and not g[k,4] : j < k < t };
        return[b <= w] = let t = b div 2, r = b mod 2 in
            sum { sgn(q) * (g[t, q*2^r] + sum { c[t, j, q*2^r] : j < t }) : 1 <= q < 8 } >= 1;
      }
      """;

  private static final String COUNTER =
      """
      circuit counter[n](x: bit[n]) -> bit[n] {
        u[1 <= k <= n] = sum { x[i] : i < n } >= k;
        return[k < n] = not u[k+1];
      }
      """;

  private static final String PUBLISHED =
      """
      generator published for counter uniform dlogtime {
        gate maj u[1 <= k <= n];
        wire u[k] (0, i, 0) -> x[i] when i < n;
        wire u[k] (0, i, 1) -> 1 when i < n;
        wire u[k] (1, q) -> 0 when q < 2*k;
      }
      """;

  @TempDir Path directory;

  @Test
  void aPublishedConnectionLanguageIsComparedPortByPort() {
    GeneratorCheck.Outcome outcome = check(COUNTER + PUBLISHED, "n", 4);
    assertThat(outcome.exact()).isEmpty();
    assertThat(outcome.message())
        .isEqualTo("equal gate by gate and port by port: 4 gates, 52 wires");
  }

  @Test
  void portsMayHaveOtherNames() {
    String other =
        PUBLISHED
            .replace("(0, i, 0)", "(0, 0, i)")
            .replace("(0, i, 1)", "(j)")
            .replace("1 when i < n", "1 when n <= j and j < 2*n");
    GeneratorCheck.Outcome outcome = check(COUNTER + other, "n", 3);
    assertThat(outcome.equal()).isTrue();
    assertThat(outcome.message())
        .isEqualTo(
            "equal up to the names of ports: 3 gates, 30 wires; with the family's port names, "
                + "port (0,0,1) of gate u[1] reads 1 in the family, but here it reads x[1]");
  }

  @Test
  void theFirstDifferenceIsPrinted() {
    assertThat(different(PUBLISHED.replace("maj u[1 <= k <= n]", "maj u[1 <= k < n]")))
        .isEqualTo("different: gate u[3] (maj) is missing");
    assertThat(different(PUBLISHED.replace("maj u[1 <= k <= n]", "maj u[k <= n]")))
        .isEqualTo("different: u[0] is not a gate of the family");
    assertThat(different(PUBLISHED.replace("maj u", "or u")))
        .isEqualTo("different: gate u[1] is maj in the family, not or");
    assertThat(different(PUBLISHED.replace("x[i] when", "x[n - 1 - i] when")))
        .isEqualTo(
            "equal up to the names of ports: 3 gates, 30 wires; with the family's port names, "
                + "port (0,0,0) of gate u[1] reads x[0] in the family, but here it reads x[2]");
    assertThat(different(PUBLISHED.replace("x[i] when", "not x[i] when")))
        .isEqualTo(
            "different: port (0,0,0) of gate u[1] reads x[0] in the family, but here it reads not x[0]");
    assertThat(different(PUBLISHED.replace("q < 2*k", "q < 2*k + 2")))
        .isEqualTo("different: gate u[1] reads 0 2 times in the family, here 4 times");
    assertThat(different(PUBLISHED.replace("x[i] when i < n", "x[i] when i < n - 1")))
        .isEqualTo("different: gate u[1] reads x[2] once in the family, here never");
    assertThat(
            different(
                PUBLISHED.replace(
                    "wire u[k] (1, q)", "wire u[k] (0, i, 0) -> 0 when i = 1; wire u[k] (1, q)")))
        .isEqualTo("different: port (0,1,0) of gate u[1] has two children, x[1] and 0");
  }

  @Test
  void aDifferenceAtOneSizeOnlyIsFoundThere() {
    String wrong = PUBLISHED.replace("x[i] when i < n", "x[if n = 3 then 0 else i] when i < n");
    assertThat(check(COUNTER + wrong, "n", 2).exact()).isEmpty();
    assertThat(check(COUNTER + wrong, "n", 4).exact()).isEmpty();
    assertThat(check(COUNTER + wrong, "n", 3).equal()).isFalse();
  }

  @Test
  void complementTwinsAreComparedWhereTheyAreDeclared() {
    String twins =
        PUBLISHED.replace(
            "}\n",
            """
              gate maj not u[1 <= k <= n];
              wire not u[k] (0, i, 0) -> not x[i] when i < n;
              wire not u[k] (0, i, 1) -> 0 when i < n;
              wire not u[k] (1, q) -> 1 when q < 2*k - 2;
            }
            """);
    assertThat(check(COUNTER + twins, "n", 3).message())
        .isEqualTo("equal gate by gate and port by port: 6 gates, 54 wires");
    assertThat(check(COUNTER + twins.replace("q < 2*k - 2", "q < 2*k"), "n", 3).message())
        .isEqualTo("different: gate not u[1] reads 1 never in the family, here 2 times");
  }

  @Test
  void aPortVariableWithoutABoundIsRefused() {
    assertThatThrownBy(() -> check(COUNTER + PUBLISHED.replace("x[i] when i < n", "x[i]"), "n", 2))
        .isInstanceOf(GeneratorException.class)
        .hasMessage("port variable i of a wire of u has no upper bound in its condition");
  }

  @Test
  void namesInAGeneratorAreChecked() {
    assertThatThrownBy(() -> check(COUNTER + PUBLISHED.replace("x[i]", "x[m]"), "n", 2))
        .isInstanceOf(DiagnosticException.class)
        .hasMessage("unknown name `m`");
    assertThatThrownBy(() -> check(COUNTER + PUBLISHED.replace("(1, q)", "(1, k)"), "n", 2))
        .isInstanceOf(DiagnosticException.class)
        .hasMessage("`k` already stands for a size or an index here");
    assertThatThrownBy(
            () -> check(COUNTER + PUBLISHED.replace("u[k] (1, q)", "u[n] (1, q)"), "n", 2))
        .isInstanceOf(DiagnosticException.class)
        .hasMessage("`n` already stands for a size or an index here");
  }

  @Test
  void aGeneratorAboveItsTierIsRefused() {
    String square =
        PUBLISHED.replace("x[i] when i < n", "x[i*i div (i + 1)] when i < n and k*k < n*n*n");
    assertThat(ClauseTiers.refusal(read(COUNTER + square).generator()))
        .contains("published claims dlogtime, but `k*k` in a wire of u needs fo");
    assertThat(ClauseTiers.refusal(read(COUNTER + PUBLISHED).generator())).isEmpty();
    assertThat(
            ClauseTiers.refusal(
                read(COUNTER + square.replace("uniform dlogtime", "uniform fo")).generator()))
        .isEmpty();
  }

  @Test
  void theFamilyOfACircuitAndWhatIsPrintedOfItAgree() {
    for (String source : List.of(ADDER, COUNTER)) {
      Circuit.Family family = family(source);
      for (Derivation.Rails rails : Derivation.Rails.values()) {
        ExplicitGenerator derived = Derivation.derive(family, rails, Tier.DLOGTIME);
        String printed =
            GeneratorPrinter.print(
                derived, "printed", family.name().substring(family.name().indexOf('.') + 1));
        GeneratorReader.Read again = read(source + printed);
        assertThat(ClauseTiers.refusal(again.generator())).isEmpty();
        assertThat(again.generator().wires()).hasSameSizeAs(derived.wires());
        for (int size = 0; size <= 4; size++) {
          Map<String, BigInteger> sizes = Families.sizes(family.parameters().getFirst(), size);
          GeneratorCheck.Outcome outcome =
              GeneratorCheck.compare(again.generator(), Connection.of(again.family(), sizes));
          assertThat(outcome.exact().map(Difference::message)).as(printed).isEmpty();
        }
      }
    }
  }

  private String different(String generator) {
    return check(COUNTER + generator, "n", 3).message();
  }

  private GeneratorCheck.Outcome check(String source, Object... sizes) {
    GeneratorReader.Read read = read(source);
    return GeneratorCheck.compare(
        read.generator(), Connection.of(read.family(), Families.sizes(sizes)));
  }

  private GeneratorReader.Read read(String source) {
    LoadedModule module = load(source);
    Declaration.Generator declaration =
        module.source().declarations().stream()
            .filter(Declaration.Generator.class::isInstance)
            .map(Declaration.Generator.class::cast)
            .findFirst()
            .orElseThrow();
    return GeneratorReader.read(module, declaration);
  }

  private Circuit.Family family(String source) {
    CircuitTemplate circuit = load(source).circuits().getFirst();
    return (Circuit.Family) circuit.circuit().core();
  }

  private LoadedModule load(String source) {
    try {
      Path file = directory.resolve("example.tc0");
      Files.writeString(file, source);
      Elaborator.Result result = Elaborator.load(file, new SearchPath(List.of()));
      assertThat(result.program()).as("%s\n%s", result.diagnostics(), source).isPresent();
      return result.program().orElseThrow().main();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
