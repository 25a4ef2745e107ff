package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Unroller;
import tc0.kernel.Circuit;
import tc0.syntax.ast.Declaration;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.SearchPath;

/**
 * The shipped library: the connection language, the unroller and the printed predicates give one
 * graph.
 */
class LibraryConnectionTest {

  private static final Path PROOFS = Path.of("proofs");
  private static final int MAXIMUM_EDGES = 10_000;

  @TempDir Path directory;

  @Test
  void theIntegerLibraryIsOneGraphOnEveryRoad() throws IOException {
    agree(PROOFS.resolve("std/integer.tc0"), 3);
  }

  @Test
  void theFixedPointLibraryIsOneGraphOnEveryRoad() throws IOException {
    agree(PROOFS.resolve("std/fixed.tc0"), 2);
  }

  @Test
  void attentionOverFixedPointIsOneGraphOnEveryRoad() throws IOException {
    agree(PROOFS.resolve("rope_fixed.tc0"), 1);
  }

  private void agree(Path file, int largest) throws IOException {
    String text = Files.readString(file);
    LoadedModule module = load(file);
    List<Circuit.Family> families = new ArrayList<>();
    StringBuilder printed = new StringBuilder(text);
    for (CircuitTemplate template : module.circuits()) {
      if (!template.isParametric() && template.circuit().core() instanceof Circuit.Family family) {
        ExplicitGenerator unjudged =
            Derivation.derive(family, Derivation.Rails.BOTH, tc0.kernel.Tier.P);
        String name = family.name().substring(family.name().lastIndexOf('.') + 1);
        printed.append(
            GeneratorPrinter.print(
                unjudged.claiming(ClauseTiers.of(unjudged)), name + "_connection", name));
        families.add(family);
      }
    }
    Path copy = directory.resolve(file.getFileName());
    Files.writeString(copy, printed.toString());
    LoadedModule again = load(copy);
    List<Declaration.Generator> generators =
        again.source().declarations().stream()
            .filter(Declaration.Generator.class::isInstance)
            .map(Declaration.Generator.class::cast)
            .toList();
    assertThat(generators).hasSameSizeAs(families).isNotEmpty();
    for (int i = 0; i < families.size(); i++) {
      ExplicitGenerator generator = GeneratorReader.read(again, generators.get(i)).generator();
      assertThat(ClauseTiers.refusal(generator)).isEmpty();
      for (int size = 1; size <= largest; size++) {
        agree(families.get(i), generator, size);
      }
    }
  }

  private static void agree(Circuit.Family family, ExplicitGenerator generator, int size) {
    Map<String, BigInteger> sizes = new HashMap<>();
    family.parameters().forEach(name -> sizes.put(name, BigInteger.valueOf(size)));
    FlatCircuit circuit = new Unroller().unroll(family, sizes);
    if (circuit.edgeCount() > MAXIMUM_EDGES) {
      return;
    }
    Connection connection = Connection.of(family, sizes);
    assertThat(GraphComparison.compare(connection, circuit).map(Difference::message))
        .as("%s at %s", family.name(), sizes)
        .isEmpty();
    assertThat(GeneratorCheck.compare(generator, connection).exact().map(Difference::message))
        .as("%s at %s", family.name(), sizes)
        .isEmpty();
  }

  private static LoadedModule load(Path file) {
    Elaborator.Result result = Elaborator.load(file, new SearchPath(List.of(PROOFS)));
    assertThat(result.program()).as("%s", result.diagnostics()).isPresent();
    return result.program().orElseThrow().main();
  }
}
