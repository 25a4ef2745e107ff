package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.circuit.FlatCircuit;
import tc0.reference.Meaning;
import tc0.reference.Modules;
import tc0.reference.Outcome;
import tc0.reference.Specification;
import tc0.reference.Words;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.source.SourceText;

/**
 * Specifications in bits against specifications evaluated exactly: on every input and every result
 * of a small word, both must say the same.
 */
class SpecificationBlasterTest {

  private static final String TYPES =
      """
      module m;
      type fixed(i, f) = { bits: bit[i + f] } where i >= 1 represents fixed(i, f);
      """;

  @Test
  void integersAndTheirOperators() {
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[4]", "nat(return) = nat(x) * 2 + nat(y)");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[3]", "nat(return) = nat(x) div nat(y)");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[3]", "int(return) = int(x) mod nat(y)");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[4]", "int(return) = int(x) div 2 - int(y)");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[4]", "nat(return) = min(nat(x), 2^nat(y))");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]", "nat(return) = len(nat(x)) + clog2(nat(y))");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "int(return) = ceil(int(x), nat(y)) - abs(int(y))");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[3]", "nat(return) = nat(x) ^ 2 mod 8");
  }

  @Test
  void relationsQuantifiersAndChoices() {
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit",
        "return = [0 < nat(y) <= nat(x) and nat(x) != 5]");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "forall q < 3 : return[q] = [nat(x) > q or not y[0]]");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit", "return = [exists q < 3 : x[q] = y[q]]");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[2]",
        "nat(return) = (least v < 3 : v * v >= nat(x))");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "nat(return) = (if y[1] then nat(x) else nat(y))");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "nat(return) = sum { x[q] * 2 : q < 3 when q < nat(y) }");
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit", "x[nat(return) + nat(y)] = 1");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[2]", "nat(return) >= nat(y) and return[0] = x[1]");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "nat(return) = (let a = nat(x), g(b) = a + b in g(nat(y)) mod 8)");
  }

  @Test
  void requirementsExcludeInputs() {
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "nat(return) * nat(y) <= nat(x)",
        "requires nat(y) > 0 and nat(x) / nat(y) >= 1;");
  }

  @Test
  void divisionByZeroViolatesUnlessAvoided() {
    agrees("circuit c(x: bit[3], y: bit[2]) -> bit[3]", "nat(return) <= nat(x) / nat(y)");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "nat(return) <= (if nat(y) = 0 then 2 else nat(x) / nat(y))");
    agrees(
        "circuit c(x: bit[3], y: bit[2]) -> bit[3]",
        "nat(y) = 0 or nat(return) * 1 / nat(y) = nat(x) / 3");
  }

  @Test
  void fixedPointNumbersRoundAndSaturate() {
    String header = "circuit c(x: fixed(2, 1), y: fixed(1, 1)) -> fixed(2, 1)";
    agrees(header, "value(return) = rounded(fixed(2, 1), value(x) * value(y))");
    agrees(header, "value(return) = rounded(fixed(2, 1), value(x) + value(y) / 3)");
    agrees(header, "value(return) = rounded(fixed(2, 1), value(x) / value(y))");
    agrees(
        header,
        "value(return) = (if value(y) = 0 then 0 else rounded(fixed(2, 1), value(x) / value(y)))");
    agrees(header, "value(return) = rounded(fixed(2, 1), max(value(x), -value(y)) - 2^-1)");
    agrees(header, "value(return) = rounded(fixed(2, 1), floor(value(x)) * 3 / 4)");
  }

  @Test
  void realFunctionsOfAWordAreTables() {
    String header = "circuit c(x: fixed(2, 1), y: fixed(1, 1)) -> fixed(2, 1)";
    agrees(header, "value(return) = rounded(fixed(2, 1), exp(value(x)))");
    agrees(header, "value(return) = rounded(fixed(2, 1), sin(value(x) + value(y)))");
    agrees(header, "value(return) = rounded(fixed(2, 1), cos(value(y)))");
    agrees(header, "value(return) = rounded(fixed(2, 1), sqrt(max(value(x), 0)))");
    agrees(header, "value(return) = rounded(fixed(2, 1), sqrt(value(x)))");
  }

  @Test
  void whatCannotBeTranslatedIsSaid() {
    String header = "circuit c(x: fixed(2, 1)) -> fixed(2, 1)";
    assertThatThrownBy(
            () ->
                blasted(meaning(header, "value(return) within relative 1/2 of exp(value(x))", "")))
        .isInstanceOf(UnsupportedSpecificationException.class)
        .hasMessageContaining("an approximation");
  }

  private static void agrees(String header, String relation) {
    agrees(header, relation, "");
  }

  private static void agrees(String header, String relation, String requires) {
    Meaning.Circuit meaning = meaning(header, relation, requires);
    Specification specification = Specification.of(meaning, Map.of(), Map.of());
    Obligation obligation = blasted(meaning);
    int width = obligation.graph().inputCount();
    int inputWidth = specification.inputs().stream().mapToInt(i -> i.type().size()).sum();
    for (int bits = 0; bits < 1 << width; bits++) {
      boolean[] assignment = new boolean[width];
      for (int i = 0; i < width; i++) {
        assignment[i] = (bits >> i & 1) == 1;
      }
      List<Words> inputs = new ArrayList<>();
      int offset = 0;
      for (var input : specification.inputs()) {
        inputs.add(
            Words.number(
                input.type(), BigInteger.valueOf(bits >> offset & (1 << input.type().size()) - 1)));
        offset += input.type().size();
      }
      Words word = Words.number(specification.result(), BigInteger.valueOf(bits >> inputWidth));
      Outcome outcome = specification.check(inputs, Words.result(word.type(), word::leaf));
      boolean broken =
          outcome instanceof Outcome.Violated
              || (outcome instanceof Outcome.Undefined
                  && specification.admits(inputs) instanceof Outcome.Holds);
      if (!(specification.admits(inputs) instanceof Outcome.Undefined)) {
        assertThat(obligation.violatedBy(assignment))
            .as("%s at %s -> %s: %s", relation, inputs, word, outcome)
            .isEqualTo(broken);
      }
    }
  }

  /** The obligation of a circuit that returns further inputs, so that every result occurs. */
  private static Obligation blasted(Meaning.Circuit meaning) {
    Specification specification = Specification.of(meaning, Map.of(), Map.of());
    List<FlatCircuit.Port> inputs = new ArrayList<>();
    int[] next = {1};
    for (var input : specification.inputs()) {
      inputs.addAll(ports(input.name(), input.type(), next));
    }
    List<FlatCircuit.Port> outputs = ports("return", specification.result(), next);
    List<FlatCircuit.Port> all = new ArrayList<>(inputs);
    all.addAll(outputs);
    FlatCircuit wires =
        new FlatCircuit(
            next[0] - 1,
            new byte[0],
            new long[1],
            new long[0],
            new int[0],
            new int[0],
            new int[0],
            new long[0],
            all,
            outputs,
            Map.of());
    return SpecificationBlaster.promises(wires, meaning, Map.of(), Map.of());
  }

  private static List<FlatCircuit.Port> ports(
      String name, tc0.reference.WordType type, int[] next) {
    List<FlatCircuit.Port> ports = new ArrayList<>();
    for (var leaf : type.leaves()) {
      List<int[]> tuples = new ArrayList<>();
      List<FlatCircuit.Value> values = new ArrayList<>();
      for (int i = 0; i < leaf.size(); i++) {
        tuples.add(leaf.extents().isEmpty() ? new int[0] : new int[] {i});
        values.add(FlatCircuit.Value.bit(2 * next[0]++));
      }
      ports.add(new FlatCircuit.Port(name + leaf.path(), tuples, values));
    }
    return ports;
  }

  private static Meaning.Circuit meaning(String header, String relation, String requires) {
    String text = TYPES + header + " { return = x; " + requires + " ensures " + relation + "; }\n";
    var result = ModuleParser.parse(new SourceText("m.tc0", text));
    SourceModule module =
        result
            .module()
            .orElseThrow(() -> new IllegalArgumentException(result.diagnostics().toString()));
    Map<String, SourceModule> sources = new HashMap<>();
    sources.put("m", module);
    return new Modules(sources).circuit("m.c").orElseThrow();
  }
}
