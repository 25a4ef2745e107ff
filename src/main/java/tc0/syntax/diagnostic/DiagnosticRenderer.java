package tc0.syntax.diagnostic;

import java.util.Map;
import java.util.Optional;
import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

/**
 * Diagnostics as text:
 *
 * <pre>
 * file:3:12: error[TC0102]: expected ';' after the array definition
 *   3 | g[i &lt; w] = x[i] and y[i]
 *     |                         ^
 * help: …
 * </pre>
 *
 * The line is left out where the source is not at hand.
 */
public final class DiagnosticRenderer {

  private final Map<String, SourceText> sources;

  /**
   * A renderer that can quote some files.
   *
   * @param sources texts by the name of their file
   */
  public DiagnosticRenderer(Map<String, SourceText> sources) {
    this.sources = Map.copyOf(sources);
  }

  /** A renderer for one file. */
  public static DiagnosticRenderer of(SourceText source) {
    return new DiagnosticRenderer(Map.of(source.file(), source));
  }

  /** The text of a diagnostic; every line ends with a newline. */
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    String kind = diagnostic.severity().text() + "[" + diagnostic.code().name() + "]";
    headline(out, diagnostic.span(), kind, diagnostic.message());
    diagnostic
        .help()
        .ifPresent(text -> out.append("help: ").append(Excerpt.printable(text)).append('\n'));
    for (Diagnostic.Note note : diagnostic.notes()) {
      if (note.span().isPresent()) {
        headline(out, note.span().get(), "note", note.text());
      } else {
        out.append("note: ").append(Excerpt.printable(note.text())).append('\n');
      }
    }
    return out.toString();
  }

  private void headline(StringBuilder out, Span span, String kind, String message) {
    boolean hasPlace = !span.file().isEmpty();
    if (hasPlace) {
      out.append(Excerpt.printable(span.position())).append(": ");
    }
    out.append(kind).append(": ").append(Excerpt.printable(message)).append('\n');
    Optional.ofNullable(sources.get(span.file()))
        .filter(source -> hasPlace && span.end() <= source.text().length())
        .ifPresent(source -> out.append(Excerpt.of(source, span).render()));
  }
}
