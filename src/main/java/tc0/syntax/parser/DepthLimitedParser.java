package tc0.syntax.parser;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;

/** The generated parser, stopped before deep nesting can exhaust the stack. */
final class DepthLimitedParser extends Tc0Parser {

  /** Rules entered and not left; a bracket takes about four of them. */
  private static final int MAX_RULES = 1000;

  private final TokenSpans spans;
  private int rules;

  DepthLimitedParser(TokenStream tokens, TokenSpans spans) {
    super(tokens);
    this.spans = spans;
  }

  @Override
  public void enterRule(ParserRuleContext tree, int state, int rule) {
    deeper();
    super.enterRule(tree, state, rule);
  }

  @Override
  public void exitRule() {
    rules--;
    super.exitRule();
  }

  @Override
  public void enterRecursionRule(ParserRuleContext tree, int state, int rule, int precedence) {
    deeper();
    super.enterRecursionRule(tree, state, rule, precedence);
  }

  @Override
  public void unrollRecursionContexts(ParserRuleContext parent) {
    rules--;
    super.unrollRecursionContexts(parent);
  }

  private void deeper() {
    rules++;
    if (rules > MAX_RULES) {
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.TC0106,
                  spans.of(getCurrentToken()),
                  "expressions are nested too deeply here")
              .withHelp("name a part with `let` or as an array of its own"));
    }
  }
}
