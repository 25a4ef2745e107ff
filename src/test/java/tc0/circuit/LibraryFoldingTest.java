package tc0.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/**
 * The shipped library at small sizes: folding on the way and counting without writing out agree
 * with the circuits written out.
 */
class LibraryFoldingTest {

  private static final Path PROOFS = Path.of("proofs");
  private static final Limits SMALL =
      Limits.DEFAULT.withGates(100_000).withEdges(1_000_000).withSteps(20_000_000);
  private static final BigInteger EDGES = BigInteger.valueOf(2_000_000);

  @Test
  void theIntegerLibrary() {
    assertThat(compare("std/integer.tc0", 1, 3)).isGreaterThan(30);
  }

  @Test
  void theFixedPointLibrary() {
    assertThat(compare("std/fixed.tc0", 1, 2)).isGreaterThan(10);
  }

  @Test
  void theFloatLibrary() {
    assertThat(compare("std/float.tc0", 2, 2)).isGreaterThan(5);
  }

  @Test
  void arithmeticByChineseRemainders() {
    assertThat(compare("std/crt.tc0", 1, 2)).isGreaterThan(8);
  }

  @Test
  void attentionOverFixedPoint() {
    assertThat(compare("rope_fixed.tc0", 1, 2)).isGreaterThan(3);
  }

  /** Compares all circuits with all their sizes equal; returns how many were small enough. */
  private static int compare(String file, int least, int greatest) {
    int compared = 0;
    for (Circuit.Family family : families(PROOFS.resolve(file))) {
      for (int size = least; size <= greatest; size++) {
        Map<String, BigInteger> sizes = new HashMap<>();
        for (String parameter : family.parameters()) {
          sizes.put(parameter, BigInteger.valueOf(size));
        }
        compared += compare(family, sizes) ? 1 : 0;
      }
    }
    return compared;
  }

  private static boolean compare(Circuit.Family family, Map<String, BigInteger> sizes) {
    FlatCircuit written;
    try {
      written = new Unroller(SMALL, FormWidths.BINARY).unroll(family, sizes);
    } catch (LimitExceeded | AxiomNotUnrollable e) {
      return false;
    }
    Counts counts = Counts.of(family, sizes, Limits.DEFAULT, FormWidths.BINARY);
    assertThat(counts).as(family.name() + " " + sizes).isEqualTo(SameSizes.of(Metrics.of(written)));
    if (counts.edges().compareTo(EDGES) > 0) {
      return false;
    }
    FlatCircuit folded =
        new FoldedUnroller(Limits.DEFAULT, FormWidths.BINARY).unroll(family, sizes);
    SameOutputs.check(written, folded, 8, 7);
    SameOutputs.checkNormalForm(folded);
    return true;
  }

  private static List<Circuit.Family> families(Path file) {
    return Elaborator.load(file, new SearchPath(List.of(PROOFS)))
        .program()
        .orElseThrow()
        .main()
        .circuits()
        .stream()
        .filter(template -> !template.isParametric())
        .map(CircuitTemplate::circuit)
        .map(info -> info.core())
        .filter(Circuit.Family.class::isInstance)
        .map(Circuit.Family.class::cast)
        .toList();
  }
}
