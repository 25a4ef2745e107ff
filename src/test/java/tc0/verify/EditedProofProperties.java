package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.diagnostic.Severity;
import tc0.syntax.elaborate.Elaborator;
import tc0.syntax.elaborate.SearchPath;

/** One word of a shipped file exchanged for another one of the same file: errors, never crashes. */
class EditedProofProperties {

  private static final Path LIBRARY = Path.of("proofs");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*|\\d+|[-+*<>=]+");

  @Property(tries = 100)
  void anEditedFileIsJudgedOrHasDiagnostics(@ForAll long seed) throws IOException {
    String text = edited(Files.readString(LIBRARY.resolve("std/integer.tc0")), new Random(seed));
    Path file = Files.createTempFile("edited", ".tc0");
    try {
      Files.writeString(file, text);
      Elaborator.Result loaded = Elaborator.load(file, new SearchPath(List.of(LIBRARY)));
      assertThat(loaded.program().isPresent())
          .isEqualTo(loaded.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR));
      loaded.program().ifPresent(EditedProofProperties::judge);
    } finally {
      Files.delete(file);
    }
  }

  private static void judge(tc0.syntax.elaborate.Program program) {
    Options symbolic =
        new Options(
            List.of(),
            1,
            Duration.ofSeconds(10),
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            List.of());
    try {
      assertThat(Verifier.verify(program, symbolic, step -> {}).lines()).isNotEmpty();
    } catch (DiagnosticException e) {
      assertThat(e.diagnostic().message()).isNotBlank();
    }
  }

  /** Exchanges one word for another: a name for a name, a number for a number. */
  private static String edited(String text, Random random) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORDS.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    int[] place = words.get(random.nextInt(words.size()));
    List<String> alike =
        words.stream()
            .map(word -> text.substring(word[0], word[1]))
            .filter(word -> kind(word.charAt(0)) == kind(text.charAt(place[0])))
            .distinct()
            .toList();
    return text.substring(0, place[0])
        + alike.get(random.nextInt(alike.size()))
        + text.substring(place[1]);
  }

  private static int kind(char first) {
    return Character.isDigit(first) ? 0 : Character.isLetter(first) ? 1 : 2;
  }
}
