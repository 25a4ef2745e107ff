package tc0.syntax.parser;

import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.source.Span;

/** Errors found while records are made of the parser's trees. */
final class SyntaxError {

  private SyntaxError() {}

  static DiagnosticException of(DiagnosticCode code, Span span, String message, String help) {
    return new DiagnosticException(Diagnostic.error(code, span, message).withHelp(help));
  }
}
