package tc0.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tc0.kernel.Circuit;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.Program;
import tc0.syntax.elaborate.SearchPath;

/** The layers of both papers, as shipped, against their definitions. */
class PaperLayersTest {

  private static final Path PROOFS = Path.of("proofs");

  @ParameterizedTest
  @CsvSource({
    "rope, matmul, matmul_math",
    "rope, mlp, mlp_math",
    "rope, layer_norm, layer_norm_math",
    "rope, rope_attention, rope_attention_math",
    "rope_tensor, tensor_attention, tensor_math",
    "rope_tensor, rope_tensor_attention, rope_tensor_math",
    "rope_fixed, matmul, matmul_math",
    "rope_fixed, rope_attention, rope_attention_math",
    "rope_fixed, rope_tensor_attention, rope_tensor_math",
  })
  void everyLayerIsTheTermOfItsDefinition(String module, String circuit, String definition) {
    Program program = load(module);
    assertThat(
            Matching.compare(
                family(program, circuit),
                family(program, definition),
                primitives(program),
                Set.of()))
        .isInstanceOf(Verdict.Matched.class);
  }

  @ParameterizedTest
  @CsvSource({
    "rope, matmul, mlp_math",
    "rope_tensor, tensor_attention, rope_tensor_math",
    "rope_tensor, both_keys_rotated_attention, rope_tensor_math",
    "rope_fixed, khatri_rao, matmul_math",
  })
  void noLayerIsTheTermOfAnotherDefinition(String module, String circuit, String definition) {
    Program program = load(module);
    assertThat(
            Matching.compare(
                family(program, circuit),
                family(program, definition),
                primitives(program),
                Set.of()))
        .isInstanceOf(Verdict.NotMatched.class);
  }

  private static Program load(String module) {
    return Elaborator.load(PROOFS.resolve(module + ".tc0"), new SearchPath(List.of(PROOFS)))
        .program()
        .orElseThrow();
  }

  private static Circuit.Family family(Program program, String name) {
    return (Circuit.Family)
        program.modules().stream()
            .flatMap(module -> module.circuits().stream())
            .filter(circuit -> circuit.name().endsWith("." + name))
            .reduce((earlier, later) -> later)
            .orElseThrow()
            .circuit()
            .core();
  }

  private static Set<String> primitives(Program program) {
    return program.operators().circuits().stream()
        .map(CircuitTemplate::name)
        .collect(Collectors.toSet());
  }
}
