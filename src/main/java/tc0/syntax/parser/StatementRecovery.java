package tc0.syntax.parser;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;

/**
 * Error recovery that gives up one statement at a time: after an error the parser unwinds to the
 * enclosing item, clause or declaration and goes on behind its semicolon or in front of the brace
 * that closes its block. So each statement has at most one error, and no error causes another.
 */
final class StatementRecovery extends DefaultErrorStrategy {

  private static final Set<Integer> STATEMENTS =
      Set.of(
          Tc0Parser.RULE_item,
          Tc0Parser.RULE_axiomClause,
          Tc0Parser.RULE_defineItem,
          Tc0Parser.RULE_operatorMeaning,
          Tc0Parser.RULE_regimeClause,
          Tc0Parser.RULE_depthConstant,
          Tc0Parser.RULE_lemmaClause,
          Tc0Parser.RULE_theoremClause,
          Tc0Parser.RULE_reductionClause,
          Tc0Parser.RULE_generatorClause,
          Tc0Parser.RULE_moduleHeader,
          Tc0Parser.RULE_importDeclaration,
          Tc0Parser.RULE_declaration,
          Tc0Parser.RULE_file);

  private final SyntaxMessages messages;
  private final List<Diagnostic> diagnostics;
  private final Set<RuleContext> damaged = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean onlySemicolonMissing;

  StatementRecovery(SyntaxMessages messages, List<Diagnostic> diagnostics) {
    this.messages = messages;
    this.diagnostics = diagnostics;
  }

  /** Whether a tree, apart from the statements inside it, is broken and makes no record. */
  boolean isDamaged(ParserRuleContext tree) {
    return damaged.contains(tree);
  }

  @Override
  public void reportError(Parser parser, RecognitionException e) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      onlySemicolonMissing = false;
      if (diagnostics.size() >= ModuleParser.MAX_ERRORS) {
        return;
      }
      Diagnostic diagnostic = messages.describe(parser, e);
      onlySemicolonMissing =
          diagnostic.code() == DiagnosticCode.TC0102
              && SyntaxMessages.endsStatement(parser.getInputStream());
      diagnostics.add(diagnostic);
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  /** Every mismatch is found where the token is used; looking ahead would only add messages. */
  @Override
  public void sync(Parser parser) {}

  @Override
  public void recover(Parser parser, RecognitionException e) {
    ParserRuleContext tree = parser.getContext();
    damaged.add(tree);
    if (!STATEMENTS.contains(tree.getRuleIndex())) {
      throw e;
    }
    if (onlySemicolonMissing && tree.getRuleIndex() != Tc0Parser.RULE_file) {
      onlySemicolonMissing = false;
    } else {
      skipStatement(parser, tree);
    }
    endErrorCondition(parser);
  }

  private static void skipStatement(Parser parser, ParserRuleContext tree) {
    TokenStream tokens = parser.getInputStream();
    boolean isDeclaration = tree.getRuleIndex() == Tc0Parser.RULE_declaration;
    boolean lostBrace = isDeclaration && tokens.LA(1) == Tc0Parser.UNCLOSED_STRING;
    if (lostBrace || tree.getRuleIndex() == Tc0Parser.RULE_file) {
      skipToDeclaration(parser);
      return;
    }
    int openedBefore = openBraces(tokens, tree.getStart().getTokenIndex(), tokens.index());
    int openedAfter = 0;
    while (tokens.LA(1) != Token.EOF) {
      boolean moved = tokens.index() > tree.getStart().getTokenIndex();
      if (moved && SyntaxMessages.startsDeclaration(tokens)) {
        return;
      }
      switch (tokens.LA(1)) {
        case Tc0Parser.OPEN_BRACE, Tc0Parser.BLOCK -> openedAfter++;
        case Tc0Parser.CLOSE_BRACE -> {
          if (openedAfter > 0) {
            openedAfter--;
          } else if (openedBefore > 0) {
            openedBefore--;
          } else if (!isDeclaration) {
            return;
          }
          if (isDeclaration && openedAfter == 0 && openedBefore == 0) {
            parser.consume();
            return;
          }
        }
        case Tc0Parser.SEMICOLON -> {
          if (openedAfter == 0 && (!isDeclaration || openedBefore == 0)) {
            parser.consume();
            return;
          }
        }
        default -> {}
      }
      parser.consume();
    }
  }

  /** Text between declarations is one error, however much of it there is. */
  private static void skipToDeclaration(Parser parser) {
    TokenStream tokens = parser.getInputStream();
    do {
      parser.consume();
    } while (tokens.LA(1) != Token.EOF && !SyntaxMessages.startsDeclaration(tokens));
  }

  private static int openBraces(TokenStream tokens, int from, int to) {
    int open = 0;
    for (int i = from; i < to; i++) {
      switch (tokens.get(i).getType()) {
        case Tc0Parser.OPEN_BRACE, Tc0Parser.BLOCK -> open++;
        case Tc0Parser.CLOSE_BRACE -> open = Math.max(0, open - 1);
        default -> {}
      }
    }
    return open;
  }
}
