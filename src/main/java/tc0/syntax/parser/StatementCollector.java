package tc0.syntax.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticException;

/** Makes records of statements one by one, so that an error in one leaves the others to be read. */
record StatementCollector(StatementRecovery recovery, List<Diagnostic> diagnostics) {

  /** The records of all trees that have no error. */
  <C extends ParserRuleContext, T> List<T> all(
      List<C> trees, Function<? super C, ? extends T> make) {
    List<T> made = new ArrayList<>();
    for (C tree : trees) {
      if (!recovery.isDamaged(tree)) {
        try {
          made.add(make.apply(tree));
        } catch (DiagnosticException e) {
          diagnostics.add(e.diagnostic());
        }
      }
    }
    return made;
  }
}
