package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims about named constants are proved with the constants kept, and printed in numbers. */
class NumbersTest {

  /** {@code parity} has depth 2, {@code both} and {@code some} depth 1. */
  private static final String LAYERS =
      """
      circuit parity[n](x: bit[n]) -> bit {
        count[k <= n] = sum { x[i] : i < n } >= k;
        return = sum { (if k mod 2 = 1 then 1 else -1) * count[k] : 1 <= k <= n } >= 1;
      }
      circuit both[n](x: bit[n]) -> bit { return = all { x[i] : i < n }; }
      circuit some[n](x: bit[n]) -> bit { return = any { x[i] : i < n }; }
      circuit layers[m, n](x: bit[n]) -> bit[n] where m >= 1 {
        iterate t < m from H = x {
          P[i < n] = parity(H);
          H[i < n] = both({ P[j] : j < n });
        }
        return = H;
      }
      regime sizes { n grows; m in O(1); }
      constants names { d_p = depth parity; d_b = max depth { both, some }; }
      """;

  private static final String LEMMA =
      """
      lemma deep { of layers under sizes; using names; depth <= 2*m*d_p + m*d_b + 1; }
      """;

  @TempDir private Path directory;

  private CommandRun verify(String lemma, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "verify";
    arguments[1] = CommandRun.file(directory, LAYERS + lemma);
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandRun.of(arguments);
  }

  @Test
  void constantsDepthsAndSizesStandInAlignedColumns() {
    CommandRun run = verify(LEMMA);
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .contains("derived m*d_b + m*d_p from x; slack m*d_p + 1")
        .contains(
            """
            in numbers
              constant   depth   majority   the deepest of
              d_p            2          2   parity 2
              d_b            1          0   both 1, some 1

              depth   claimed   derived     slack   majority
              deep    5*m + 1       3*m   2*m + 1        2*m

              size at most, at   every size 2           every size 8
                                        gates   wires          gates   wires
              deep                         40     272            352   10304

              growth   gates      wires
              deep     O(m n^2)   O(m n^3)
            """);
  }

  @Test
  void boundsAreEvaluatedWhereTheUserWantsThem() {
    CommandRun run = verify(LEMMA, "--at", "m=1,n=3", "--at", "n=100000");
    assertThat(run.out()).contains("m=1 n=3").contains("n=100000").doesNotContain("every size");
    assertThat(verify(LEMMA, "--at", "n").exitCode()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aRefusedClaimStillHasItsNumbers() {
    CommandRun run =
        verify("lemma short { of layers under sizes; using names; depth <= 2*m*d_p; }");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    assertThat(run.out())
        .contains("short by m*d_b")
        .containsPattern("short +4\\*m +3\\*m +m +2\\*m\n");
  }

  @Test
  void programsGetTheWholePolynomials() throws IOException {
    JsonNode numbers =
        new ObjectMapper()
            .readTree(verify(LEMMA, "--format", "json", "--at", "m=3,n=4").out())
            .at("/files/0/lemmas/0/numbers");
    assertThat(numbers.at("/constants/0/depth").asInt()).isEqualTo(2);
    assertThat(numbers.at("/constants/1/circuits/1/circuit").asText()).isEqualTo("small.some");
    assertThat(numbers.at("/bounds/0/slack").asText()).isEqualTo("2*m + 1");
    assertThat(numbers.at("/gates").asText()).contains("m*n^2");
    assertThat(numbers.at("/at/0/sizes/n").asInt()).isEqualTo(4);
    assertThat(numbers.at("/at/0/gates").asInt()).isPositive();
  }
}
