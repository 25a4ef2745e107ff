package tc0.syntax.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Settles on the token stream what the grammar cannot see locally: which brace opens a body, which
 * {@code in} ends a {@code let}, and where {@code sum}, {@code bit} and their like are names. The
 * head of {@code Tc0.g4} states the rules.
 */
final class ContextualTokens {

  private static final Set<String> NO_LEFT_OPERAND =
      Set.of(
          "(", "[", "{", ",", ";", ":", "=", "->", "+", "-", "*", "/", "and", "or", "not", "then",
          "else");

  private static final Set<String> NO_RIGHT_OPERAND = Set.of(")", "]", "}", ",", ";", "=", ".");

  private final Deque<Integer> openLets = new ArrayDeque<>();
  private boolean hasValue;
  private boolean hasWhere;
  private int loopDepth;

  private ContextualTokens() {}

  /** Changes types in place; tokens of the hidden channel are passed over. */
  static void settle(List<CommonToken> tokens) {
    List<CommonToken> visible =
        tokens.stream().filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).toList();
    ContextualTokens pass = new ContextualTokens();
    pass.reset();
    for (int i = 0; i + 1 < visible.size(); i++) {
      if (DeclarationStart.at(visible.get(i), visible.get(i + 1))) {
        pass.reset();
      }
      Token before = i == 0 ? new CommonToken(Token.EOF, "") : visible.get(i - 1);
      CommonToken token = visible.get(i);
      if (pass.isName(before, token, visible.get(i + 1))) {
        token.setType(Tc0Parser.NAME);
      } else {
        pass.visit(token);
      }
    }
  }

  private boolean isName(Token before, Token token, Token after) {
    if (!Character.isLetter(token.getText().charAt(0))) {
      return false;
    }
    if (before.getType() == Tc0Parser.DOT || (before.getType() == Tc0Parser.CIRCUIT && atTop())) {
      return true;
    }
    return switch (token.getType()) {
      case Tc0Parser.SUM, Tc0Parser.PRODUCT, Tc0Parser.MAJ, Tc0Parser.ALL, Tc0Parser.ANY ->
          after.getType() != Tc0Parser.OPEN_BRACE;
      case Tc0Parser.BIT -> after.getType() == Tc0Parser.OPEN_PARENTHESIS;
      case Tc0Parser.DIV, Tc0Parser.MOD ->
          NO_LEFT_OPERAND.contains(before.getText())
              || NO_RIGHT_OPERAND.contains(after.getText())
              || (before.getText().equals("of") && after.getText().equals("under"))
              || (before.getText().equals("for") && after.getText().equals("uniform"));
      default -> false;
    };
  }

  private void visit(CommonToken token) {
    switch (token.getType()) {
      case Tc0Parser.WHERE -> hasWhere |= atTop();
      case Tc0Parser.EQUAL -> hasValue |= atTop();
      case Tc0Parser.ITERATE -> loopDepth = openLets.size();
      case Tc0Parser.SEMICOLON -> {
        closeLets();
        if (atTop()) {
          startDeclaration();
        }
        if (openLets.size() == loopDepth) {
          loopDepth = 0;
        }
      }
      case Tc0Parser.OPEN_BRACE -> {
        boolean opensDeclaration = atTop() && (hasWhere || !hasValue);
        if (opensDeclaration || openLets.size() == loopDepth) {
          token.setType(Tc0Parser.BLOCK);
          loopDepth = 0;
        }
        openLets.push(0);
      }
      case Tc0Parser.OPEN_PARENTHESIS, Tc0Parser.OPEN_BRACKET -> openLets.push(0);
      case Tc0Parser.CLOSE_BRACE, Tc0Parser.CLOSE_PARENTHESIS, Tc0Parser.CLOSE_BRACKET -> {
        if (openLets.size() > 1) {
          openLets.pop();
        }
        if (token.getType() == Tc0Parser.CLOSE_BRACE && atTop()) {
          startDeclaration();
        }
      }
      case Tc0Parser.LET -> openLets.push(openLets.pop() + 1);
      case Tc0Parser.IN -> {
        if (openLets.peek() > 0) {
          token.setType(Tc0Parser.LET_IN);
          openLets.push(openLets.pop() - 1);
        }
      }
      default -> {}
    }
  }

  /** Forgets what the text in front left open. */
  private void reset() {
    openLets.clear();
    openLets.push(0);
    loopDepth = 0;
    startDeclaration();
  }

  private void startDeclaration() {
    hasValue = false;
    hasWhere = false;
  }

  private boolean atTop() {
    return openLets.size() == 1;
  }

  private void closeLets() {
    openLets.pop();
    openLets.push(0);
  }
}
