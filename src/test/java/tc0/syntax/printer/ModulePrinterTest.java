package tc0.syntax.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tc0.syntax.Modules;
import tc0.syntax.SpanEraser;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.parser.SourceReader;

class ModulePrinterTest {

  static List<Path> files() {
    return Modules.files("src/test/resources/syntax", "proofs", "examples");
  }

  @ParameterizedTest
  @MethodSource("files")
  void parsingThePrintedModuleGivesTheSameModule(Path file) {
    SourceModule module = Modules.parsed(SourceReader.read(file).text());
    String printed = ModulePrinter.print(module);
    SourceModule again = Modules.parsed(printed);
    // The printer puts the results of a definition behind its functions and imports in front.
    assertThat(SpanEraser.erase(again)).isEqualTo(SpanEraser.erase(module));
    assertThat(ModulePrinter.print(again)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a+b*c                              | a + b * c
          (a+b)*c                            | (a + b) * c
          a-(b-c)                            | a - (b - c)
          (a-b)-c                            | a - b - c
          2^(n-1)                            | 2^(n - 1)
          2^-p                               | 2^-p
          -2^p                               | -2^p
          (-2)^p                             | (-2)^p
          (a^b)^c                            | (a^b)^c
          a^(b^c)                            | a^b^c
          2*not x[i]+1>=k                    | 2 * not x[i] + 1 >= k
          (not a) < b                        | (not a) < b
          not (a < b)                        | not (a < b)
          a and (b or c)                     | a and (b or c)
          (a and b) or c                     | a and b or c
          g and all { h[k] : k < n }         | g and all { h[k] : k < n }
          or { a, b : i < n when i != 2 }    | any { a, b : i < n when i != 2 }
          (a < b) < c                        | (a < b) < c
          a < b <= c                         | a < b <= c
          f { x[i] : i < n, 1 <= j < i }     | f { x[i] : i < n, 1 <= j < i }
          f[w = n; g](x, { y[i] : i < n })   | f[w = n; g](x, { y[i] : i < n })
          f[(w = n)](x)                      | f[(w = n)](x)
          lookup(U, Z, e => f(e) mod 2)      | lookup(U, Z, e => f(e) mod 2)
          x[..,j] + y[..2*k] + z.a.b[q]      | x[.., j] + y[..2 * k] + z.a.b[q]
          (if a then b else c) + 1           | (if a then b else c) + 1
          a and (forall i < n : b)           | a and (forall i < n : b)
          let a = (m in P), b = 1 in a       | let a = (m in P), b = 1 in a
          (x within relative 2^-p of y+1)    | x within relative 2^-p of y + 1
          [m in P] * h[a]                    | [m in P] * h[a]
          materialise f[i]                   | materialise f[i]
          """)
  void expressionsGetTheParenthesesTheyNeedAndNoOthers(String source, String printed) {
    assertThat(ExpressionPrinter.print(Modules.expression(source))).isEqualTo(printed);
    assertThat(ExpressionPrinter.print(Modules.expression(printed))).isEqualTo(printed);
  }

  @Test
  void documentationStaysWithItsDeclaration() {
    String source =
        """
        /// The first line.
        ///
        ///   An indented one.
        module a.b;

        /// About c.
        circuit c(x: bit) -> bit {
          return = x;
        }
        """;
    assertThat(ModulePrinter.print(Modules.parsed(source))).isEqualTo(source);
  }

  @Test
  void parametersOfOneTypeAreWrittenAsAGroup() {
    String source =
        """
        circuit c[n, s = 0; f](x, y: bit[n], z: form = 0) -> form bit[n] where n >= 1 {
          iterate t < n from H = x, G = (sum { y[i] : i < n }) {
            H[i < n] = H[i + 1];
          }
          return = H;
        }
        """;
    assertThat(ModulePrinter.print(Modules.parsed(source))).isEqualTo(source);
  }
}
