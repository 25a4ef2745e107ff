package tc0.verify;

import tc0.syntax.ast.LemmaClause;
import tc0.syntax.printer.Printer;

/** A clause of a lemma as it would be written. */
final class ClauseText {
  private ClauseText() {}

  static String of(LemmaClause clause) {
    return Printer.print(clause);
  }
}
