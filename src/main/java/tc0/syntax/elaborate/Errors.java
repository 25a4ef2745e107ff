package tc0.syntax.elaborate;

import java.util.List;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.source.Span;

/** The refusals of the elaborator. */
final class Errors {
  private Errors() {}

  static DiagnosticException error(DiagnosticCode code, Span span, String message) {
    return new DiagnosticException(Diagnostic.error(code, span, message));
  }

  static DiagnosticException error(DiagnosticCode code, Span span, String message, String help) {
    return new DiagnosticException(Diagnostic.error(code, span, message).withHelp(help));
  }

  /** An unknown name, with the nearest visible one. */
  static DiagnosticException unknown(Span span, String what, String name, List<String> visible) {
    String message = "unknown " + what + " `" + name + "`";
    return visible.stream()
        .filter(candidate -> distance(candidate, name) <= Math.max(1, name.length() / 3))
        .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
        .map(near -> error(DiagnosticCode.TC0201, span, message, "did you mean `" + near + "`?"))
        .orElseGet(
            () ->
                error(
                    DiagnosticCode.TC0201,
                    span,
                    message,
                    "declare it above this place, or import it"));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
