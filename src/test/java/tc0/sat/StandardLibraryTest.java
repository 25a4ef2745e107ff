package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tc0.circuit.FlatCircuit;
import tc0.circuit.Unroller;
import tc0.reference.Modules;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;
import tc0.syntax.elaborate.SearchPath;

/** Circuits of the shipped library, generated, against their own promises. */
class StandardLibraryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add w=5",
        "subtract w=3",
        "negate w=4",
        "greater w=4",
        "equal w=4",
        "leading_one w=4",
        "one_hot w=3",
        "unary w=3",
        "from_one_hot w=3",
        "shift_right w=4 v=2",
        "shift_left w=4 v=2",
        "iterated_add n=3 w=3 W=5 scale=1 most=3",
        "multiply v=3 w=3 most=3",
        "multiply_signed v=3 w=3",
        "select w=3"
      })
  void integerCircuitsKeepTheirPromises(String claim) {
    assertThat(verdict("integer", claim, false)).isInstanceOf(Verdict.Proved.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum n=3 i=2 f=1",
        "add i=2 f=1",
        "sub i=2 f=1",
        "mul i=2 f=1",
        "div i=2 f=1",
        "le i=2 f=2",
        "sqrt i=2 f=2",
        "exp i=2 f=2",
        "sin i=2 f=2",
        "cos i=2 f=2"
      })
  void fixedPointCircuitsKeepTheirPromises(String claim) {
    assertThat(verdict("fixed", claim, false)).isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void aMutatedGateIsFound() {
    assertThat(verdict("integer", "add w=5", true)).isInstanceOf(Verdict.Refuted.class);
    assertThat(verdict("fixed", "mul i=2 f=1", true)).isInstanceOf(Verdict.Refuted.class);
  }

  private static Verdict verdict(String module, String claim, boolean broken) {
    Path file = Path.of("proofs", "std", module + ".tc0");
    Program program =
        Elaborator.load(file, new SearchPath(List.of(Path.of("proofs")))).program().orElseThrow();
    String[] words = claim.split(" ");
    String name = "std." + module + "." + words[0];
    Map<String, BigInteger> sizes = new HashMap<>();
    for (String word : List.of(words).subList(1, words.length)) {
      int sign = word.indexOf('=');
      sizes.put(word.substring(0, sign), new BigInteger(word.substring(sign + 1)));
    }
    CircuitTemplate template =
        program.modules().stream()
            .flatMap(loaded -> loaded.circuits().stream())
            .filter(circuit -> circuit.name().equals(name))
            .findFirst()
            .orElseThrow();
    Map<String, SourceModule> sources = new HashMap<>();
    for (LoadedModule loaded : program.modules()) {
      sources.put(loaded.name(), loaded.source());
    }
    FlatCircuit circuit = new Unroller().unroll(template.circuit().core(), sizes);
    if (broken) {
      int output = circuit.outputs().get(0).values().get(0).literals()[0] >> 1;
      circuit = CircuitBuilder.mutate(circuit, output - circuit.node(0));
    }
    return Miter.prove(
        SpecificationBlaster.promises(
            circuit, new Modules(sources).circuit(name).orElseThrow(), sizes, Map.of()),
        SearchOptions.DEFAULT);
  }
}
