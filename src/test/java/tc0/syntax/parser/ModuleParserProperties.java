package tc0.syntax.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tc0.syntax.Modules;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.source.SourceText;

class ModuleParserProperties {

  private static final List<String> WORDS =
      List.of(
          "circuit",
          "lemma",
          "theorem",
          "regime",
          "form",
          "bit",
          "let",
          "in",
          "if",
          "then",
          "else",
          "sum",
          "and",
          "or",
          "not",
          "return",
          "iterate",
          "from",
          "where",
          "when",
          "index",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          ":",
          "=",
          "<",
          "<=",
          "+",
          "-",
          "*",
          "^",
          "..",
          ".",
          "->",
          "=>",
          "x",
          "y",
          "n",
          "1",
          "23",
          "\"text\"",
          "\"",
          "\n",
          "\n",
          "///",
          "//",
          "\u00e9",
          "&",
          "in",
          "div",
          "domain",
          "check",
          "wire",
          "gate");

  @Property(tries = 300)
  void anySequenceOfWordsIsAModuleOrHasDiagnosticsWithinTheText(
      @ForAll("sequences") List<String> words) {
    isModuleOrHasDiagnosticsWithinTheText(String.join(" ", words));
  }

  @Property(tries = 200)
  void anyTextIsAModuleOrHasDiagnosticsWithinIt(@ForAll String text) {
    isModuleOrHasDiagnosticsWithinTheText(text);
  }

  @Property(tries = 200)
  void aProgramThatLostOneCharacterIsAModuleOrHasDiagnosticsWithinIt(
      @ForAll @IntRange(max = 3) int file, @ForAll @IntRange(max = 100_000) int place) {
    String text = program(file);
    int at = place % text.length();
    isModuleOrHasDiagnosticsWithinTheText(text.substring(0, at) + text.substring(at + 1));
  }

  @Property(tries = 60)
  void aSingleLostSemicolonIsOneError(
      @ForAll @IntRange(max = 3) int file, @ForAll @IntRange(max = 1000) int place) {
    String text = program(file).replaceAll("//.*", "");
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i + 1 < text.length(); i++) {
      // Behind the block of a property it may be left out.
      if (text.startsWith(";\n", i) && text.charAt(i - 1) != '}') {
        ends.add(i);
      }
    }
    int at = ends.get(place % ends.size());
    String wrong = text.substring(0, at) + text.substring(at + 1);
    assertThat(Modules.errors(wrong)).as(wrong.substring(Math.max(0, at - 80), at)).hasSize(1);
  }

  @Provide
  Arbitrary<List<String>> sequences() {
    return Arbitraries.of(WORDS).list().ofMaxSize(60);
  }

  private static String program(int file) {
    return SourceReader.read(Modules.files("src/test/resources/syntax").get(file)).text();
  }

  private static void isModuleOrHasDiagnosticsWithinTheText(String text) {
    SourceText source = new SourceText("test.tc0", text);
    ParseResult result = ModuleParser.parse(source);
    assertThat(result.module().isEmpty()).isEqualTo(!result.diagnostics().isEmpty());
    for (Diagnostic diagnostic : result.diagnostics()) {
      assertThat(diagnostic.span().end()).isLessThanOrEqualTo(text.length());
    }
    assertThat(Modules.rendered(source, result).lines())
        .hasSizeGreaterThanOrEqualTo(3 * result.diagnostics().size());
  }
}
