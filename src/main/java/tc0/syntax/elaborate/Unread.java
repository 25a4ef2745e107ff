package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Finds names of a circuit that are declared and never read. */
final class Unread {

  private record Name(Scope scope, String text, Span span) {}

  private final List<Name> declared = new ArrayList<>();

  /** Notes that a scope gives a name a meaning at a place. */
  void declare(Scope scope, String text, Span span) {
    declared.add(new Name(scope, text, span));
  }

  /** A warning for each name that nothing looked up. */
  List<Diagnostic> warnings() {
    return declared.stream()
        .filter(name -> !name.scope().isRead(name.text()))
        .map(
            name ->
                Diagnostic.warning(
                        DiagnosticCode.TC0208, name.span(), "`" + name.text() + "` is never read")
                    .withHelp("remove it, or read it"))
        .toList();
  }
}
