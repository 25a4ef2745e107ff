package tc0.syntax.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages behind {@code explain CODE}: what it means, a wrong file, a right one. */
public final class Explanations {

  private Explanations() {}

  /**
   * The Markdown page of a code.
   *
   * @throws IllegalStateException if the page is missing from the program
   */
  public static String page(DiagnosticCode code) {
    String resource = "/tc0/explain/" + code.name() + ".md";
    try (InputStream stream = Explanations.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no page for " + code.name());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
