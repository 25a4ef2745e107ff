package tc0.syntax.ast;

import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * {@code chen2024 "Lemma 4.4" recalled}.
 *
 * @param source a name declared by {@code source}
 * @param locator where in the source
 * @param status how well the statement is known
 */
public record Citation(
    Span span, QualifiedName source, Optional<String> locator, Optional<Status> status)
    implements Node {

  /** As reports show it, for example {@code chen2024, Lemma 4.4 (recalled)}. */
  public String text() {
    return source
        + locator.map(where -> ", " + where).orElse("")
        + status.map(how -> " (" + how.text() + ")").orElse("");
  }

  /** How a cited statement came here. */
  public enum Status {
    /** Read in a public copy. */
    SEEN("seen"),
    /** From memory. */
    RECALLED("recalled"),
    /** Worked out here. */
    DERIVED("derived");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** How it is written in source. */
    public String text() {
      return text;
    }
  }
}
