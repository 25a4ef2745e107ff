package tc0.syntax.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.syntax.source.Span;

/**
 * One message to the user about a place in a file.
 *
 * @param message what is wrong, without final period
 * @param help a way out
 * @param notes other places and facts that matter
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    Span span,
    String message,
    Optional<String> help,
    List<Note> notes) {

  /** Copies the notes. */
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** A remark, with its place if it has one. */
  public record Note(Optional<Span> span, String text) {}

  /** An error without help or notes. */
  public static Diagnostic error(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, span, message, Optional.empty(), List.of());
  }

  /** A warning without help or notes. */
  public static Diagnostic warning(DiagnosticCode code, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, span, message, Optional.empty(), List.of());
  }

  /** The same with a way out. */
  public Diagnostic withHelp(String text) {
    return new Diagnostic(code, severity, span, message, Optional.of(text), notes);
  }

  /** The same with one more remark. */
  public Diagnostic withNote(String text) {
    return withNote(new Note(Optional.empty(), text));
  }

  /** The same with one more remark about another place. */
  public Diagnostic withNote(Span place, String text) {
    return withNote(new Note(Optional.of(place), text));
  }

  private Diagnostic withNote(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(code, severity, span, message, help, more);
  }
}
