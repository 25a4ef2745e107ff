package tc0.syntax.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tc0.syntax.Modules;

class ExplanationsTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("## (Wrong|Right)\n\n```(?:tc0|console)\n(.*?)```", Pattern.DOTALL);

  static Stream<DiagnosticCode> syntaxCodes() {
    return Arrays.stream(DiagnosticCode.values()).filter(code -> code.name().startsWith("TC01"));
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void everyCodeHasAPageWithItsTitleAWrongAndARightExample(DiagnosticCode code) {
    String page = Explanations.page(code);
    assertThat(page).startsWith("# " + code.name() + ": " + code.title() + "\n\n");
    assertThat(examples(page)).hasSize(2).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("syntaxCodes")
  void theWrongExampleOfASyntaxErrorHasThatErrorAndNoOther(DiagnosticCode code) {
    assertThat(Modules.errors(examples(Explanations.page(code)).get(0)))
        .extracting(Diagnostic::code)
        .containsExactly(code);
  }

  @ParameterizedTest
  @MethodSource("syntaxCodes")
  void theRightExampleOfASyntaxErrorHasNone(DiagnosticCode code) {
    assertThat(Modules.errors(examples(Explanations.page(code)).get(1))).isEmpty();
  }

  @Test
  void codesAreFoundInEitherCase() {
    assertThat(DiagnosticCode.find("tc0101")).contains(DiagnosticCode.TC0101);
    assertThat(DiagnosticCode.find("TC9999")).isEmpty();
  }

  private static List<String> examples(String page) {
    return EXAMPLE.matcher(page).results().map(match -> match.group(2)).toList();
  }
}
