package tc0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A theorem about every circuit of a file: what it says, and each of its refusals. */
class CompositionTheoremTest {

  /** A network of m layers of a primitive, an oracle, under a regime. */
  private static final String NETWORK =
      """
      module network;

      source paper "A paper";

      axiom circuit oracle[n](x: bit[n]) -> bit[n] {
        cites paper "Lemma 1" recalled;
        depth constant;  size poly;  uniform fo;
      }

      axiom circuit other[n](x: bit[n]) -> bit[n] {
        cites paper "Lemma 2" recalled;
        depth constant;  size poly;  uniform fo;
      }

      circuit layer[n](x: bit[n]) -> bit[n] where n >= 1 {
        count[k < n] = sum { x[i] : i < n } >= k + 1;
        return = oracle(count);
      }

      circuit network[m, n](x: bit[n]) -> bit[n] where m >= 1, n >= 1 {
        iterate t < m from H = x { H = layer(H); }
        return = H;
      }

      circuit pair[n](x: bit, y: bit) -> bit[n] where n >= 1 {
        return[i < n] = x and y;
      }

      regime constant_depth { n grows; m in O(1); }

      theorem every_circuit "all of them" {
        of every circuit from oracle under constant_depth;
        in TC0;
        uniform dlogtime;
      }
      """;

  @TempDir Path directory;

  private CommandRun verify(String text) throws IOException {
    Path file = directory.resolve("network.tc0");
    Files.writeString(file, text);
    return CommandRun.of("verify", file.toString());
  }

  @Test
  void everyCircuitIsPlacedWithItsPremises() throws IOException {
    CommandRun run = verify(NETWORK);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .contains(
            """
            verified     theorem every_circuit: all of them
                         of network
              derived    every circuit of network is in DLOGTIME-uniform TC0 under constant_depth, or a gadget of
                           constant depth and polynomial size (pair); D is the depth of the deepest primitive
              proved     layer                       depth <= D + 1; calls 1 deep to 1 primitive
              proved     network                     depth <= m*D + m; calls 2 deep to 1 primitive; m rounds, in O(1)
              proved     pair                        gadget; depth <= 1; no primitive
            """);
    assertThat(run.lastLine()).startsWith("verified 0/0 lemmas · 1 theorem · 0 open · 1 axiom");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          m in O(1) | m in O(log n) | K-compose | there are m, which is in O(log n)
          iterate t < m | iterate t < n | K-compose | there are n, which is in O(n)
          return = oracle(count) | return = other(count) | K-compose | network.layer calls network.other, which is neither
          depth constant;  size poly;  uniform fo; | depth 2*n;  size poly;  uniform fo; | K-compose | the depth of the primitive network.oracle, 2*n, depends on n
          uniform fo; | uniform p; | U3 | the primitive network.oracle is P-uniform only
          >= k + 1 | >= 2^n | C-mass | 2^n is not polynomial
          count[k < n] = sum { x[i] : i < n } >= k + 1 | count[k < n] = x[2^n div 3] and x[k] | T-span | is no index
          in TC0 | in AC0 | K-AC | the sum gate
          """)
  void aPremiseThatFailsIsNamed(String before, String after, String rule, String reason)
      throws IOException {
    assertThat(NETWORK).contains(before);
    CommandRun run = verify(NETWORK.replace(before, after));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    String words = run.out().replaceAll("\\s+", " ");
    assertThat(words).contains("[" + rule + "]").contains(reason);
    assertThat(words).contains("not proved theorem every_circuit");
  }

  @Test
  void aTheoremAboutEveryCircuitNeedsAClass() throws IOException {
    CommandRun run = verify(NETWORK.replace("in TC0;", ""));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(run.err()).contains("TC0802").contains("does not say a class");
  }

  @ParameterizedTest
  @CsvSource({"encoding layer;", "of network under constant_depth;"})
  void whatIsAboutOneCircuitBelongsToAnotherTheorem(String clause) throws IOException {
    CommandRun run = verify(NETWORK.replace("in TC0;", "in TC0; " + clause));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(run.err()).contains("TC0802").contains("is about one circuit");
  }

  @Test
  void primitivesAreModulesOrCircuits() throws IOException {
    CommandRun run = verify(NETWORK.replace("from oracle", "from constant_depth"));
    assertThat(run.exitCode()).isEqualTo(ExitCodes.FILE_ERRORS);
    assertThat(run.err()).contains("constant_depth");
  }

  @Test
  void aNewArchitectureIsPlacedWithoutALemmaForEachLayer() {
    CommandRun run = CommandRun.of("verify", "examples/new_architecture.tc0");
    assertThat(run.exitCode()).isEqualTo(ExitCodes.VERIFIED);
    assertThat(run.out())
        .contains("every circuit of new_architecture is in DLOGTIME-uniform TC0")
        .containsPattern("network\\s+depth <= 9\\*m\\*D");
  }
}
