package tc0.syntax.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

class DiagnosticRendererTest {

  @Test
  void theUnderlineStandsBelowTheSpan() {
    assertThat(render("one two three", 4, 7))
        .isEqualTo(
            """
            f.tc0:1:5: error[TC0101]: wrong
             1 | one two three
               |     ^^^
            """);
  }

  @Test
  void tabsAreExpandedSoThatTheUnderlineFits() {
    assertThat(render("\ta\tb", 3, 4))
        .isEqualTo(
            """
            f.tc0:1:4: error[TC0101]: wrong
             1 |     a   b
               |         ^
            """);
  }

  @Test
  void wideCharactersCountTwoColumnsAndCombiningOnesNone() {
    assertThat(render("定理 e\u0301 x", 6, 7))
        .isEqualTo("f.tc0:1:7: error[TC0101]: wrong\n 1 | 定理 e\u0301 x\n   |        ^\n");
  }

  @Test
  void charactersOutsideTheBasicPlaneAreOneColumnOfThePosition() {
    assertThat(render("𝔽 x", 3, 4)).startsWith("f.tc0:1:3: ");
  }

  @Test
  void aSpanOverSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
    assertThat(render("ab\r\ncd\r\n", 1, 6))
        .isEqualTo(
            """
            f.tc0:1:2: error[TC0101]: wrong
             1 | ab
               |  ^
            """);
  }

  @Test
  void anEmptyFileHasALineToPointAt() {
    assertThat(render("", 0, 0))
        .isEqualTo(
            """
            f.tc0:1:1: error[TC0101]: wrong
             1 |
               | ^
            """);
  }

  @Test
  void longLinesAreCutAroundTheSpan() {
    String[] lines = render("x".repeat(5000) + "Y" + "z".repeat(5000), 5000, 5001).split("\n");
    assertThat(lines[1]).contains("Y").hasSizeLessThan(120).contains("…x").endsWith("z…");
    assertThat(lines[2].indexOf('^')).isEqualTo(lines[1].indexOf('Y'));
  }

  @Test
  void charactersThatMoveTheCursorAreReplaced() {
    assertThat(render("a\u001b[2Jb\u202ec", 0, 1))
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
  }

  @Test
  void helpAndNotesFollowTheSource() {
    SourceText source = new SourceText("f.tc0", "one\ntwo\n");
    Diagnostic diagnostic =
        Diagnostic.error(DiagnosticCode.TC0101, source.span(0, 3), "wrong")
            .withHelp("do better")
            .withNote("in general")
            .withNote(source.span(4, 7), "see here");
    assertThat(DiagnosticRenderer.of(source).render(diagnostic))
        .isEqualTo(
            """
            f.tc0:1:1: error[TC0101]: wrong
             1 | one
               | ^^^
            help: do better
            note: in general
            f.tc0:2:1: note: see here
             2 | two
               | ^^^
            """);
  }

  @Test
  void withoutTheSourceOnlyThePlaceIsNamed() {
    Diagnostic diagnostic =
        Diagnostic.warning(DiagnosticCode.TC0101, new Span("g.tc0", 7, 9, 2, 3), "odd");
    assertThat(new DiagnosticRenderer(Map.of()).render(diagnostic))
        .isEqualTo("g.tc0:2:3: warning[TC0101]: odd\n");
  }

  private static String render(String text, int start, int end) {
    SourceText source = new SourceText("f.tc0", text);
    return DiagnosticRenderer.of(source)
        .render(Diagnostic.error(DiagnosticCode.TC0101, source.span(start, end), "wrong"));
  }
}
