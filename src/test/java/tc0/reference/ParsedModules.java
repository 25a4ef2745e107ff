package tc0.reference;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.parser.ModuleParser;
import tc0.syntax.parser.ParseResult;
import tc0.syntax.source.SourceText;

/** Modules given as text, for tests. */
final class ParsedModules {

  private ParsedModules() {}

  /** Each text starts with its {@code module} line. */
  static Modules of(String... texts) {
    Map<String, SourceModule> modules = new HashMap<>();
    for (String text : texts) {
      ParseResult result = ModuleParser.parse(new SourceText("test.tc0", text));
      SourceModule module =
          result
              .module()
              .orElseThrow(() -> new IllegalArgumentException(result.diagnostics().toString()));
      modules.put(module.name().orElseThrow().toString(), module);
    }
    return new Modules(modules);
  }

  /** A circuit at sizes written {@code "w=2"}. */
  static Specification specification(Modules modules, String circuit, String... sizes) {
    return Specification.of(modules.circuit(circuit).orElseThrow(), sizes(sizes), Map.of());
  }

  /** Sizes written {@code "w=2"}. */
  static Map<String, BigInteger> sizes(String... sizes) {
    Map<String, BigInteger> map = new HashMap<>();
    Arrays.stream(sizes)
        .map(size -> size.split("="))
        .forEach(parts -> map.put(parts[0], new BigInteger(parts[1])));
    return map;
  }

  /** The naturals as words of the types of the inputs. */
  static List<Words> words(Specification specification, long... naturals) {
    return java.util.stream.IntStream.range(0, naturals.length)
        .mapToObj(
            i ->
                Words.number(specification.inputs().get(i).type(), BigInteger.valueOf(naturals[i])))
        .toList();
  }

  /** A natural as a returned word. */
  static Words returned(Specification specification, long natural) {
    Words word = Words.number(specification.result(), BigInteger.valueOf(natural));
    return Words.result(word.type(), word::leaf);
  }
}
