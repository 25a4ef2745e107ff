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

  /** Whether a body is to come, and what was seen since its keyword. */
  private enum Body {
    NONE,
    CIRCUIT,
    DEFINE,
    DEFINE_WITH_WHERE
  }

  private static final Set<String> NO_LEFT_OPERAND =
      Set.of(
          "(",
          "[",
          "{",
          ",",
          ";",
          ":",
          "=",
          "->",
          "+",
          "-",
          "*",
          "/",
          "and",
          "or",
          "not",
          "then",
          "else",
          "of",
          "for",
          "depth",
          "matches",
          "encoding",
          "readout",
          "using");

  private static final Set<String> NO_RIGHT_OPERAND = Set.of(")", "]", "}", ",", ";", "=", ".");

  private final Deque<Integer> openLets = new ArrayDeque<>();
  private Body body = Body.NONE;
  private int bodyDepth;

  private ContextualTokens() {}

  /** Changes types in place; tokens of the hidden channel are passed over. */
  static void settle(List<CommonToken> tokens) {
    List<CommonToken> visible =
        tokens.stream().filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).toList();
    ContextualTokens pass = new ContextualTokens();
    pass.openLets.push(0);
    for (int i = 0; i + 1 < visible.size(); i++) {
      Token before = i == 0 ? new CommonToken(Token.EOF, "") : visible.get(i - 1);
      CommonToken token = visible.get(i);
      if (isName(before, token, visible.get(i + 1))) {
        token.setType(Tc0Parser.NAME);
      } else {
        pass.visit(token);
      }
    }
  }

  private static boolean isName(Token before, Token token, Token after) {
    if (!Character.isLetter(token.getText().charAt(0))) {
      return false;
    }
    if (before.getType() == Tc0Parser.DOT || before.getType() == Tc0Parser.CIRCUIT) {
      return true;
    }
    return switch (token.getType()) {
      case Tc0Parser.SUM, Tc0Parser.PRODUCT, Tc0Parser.MAJ, Tc0Parser.ALL, Tc0Parser.ANY ->
          after.getType() != Tc0Parser.OPEN_BRACE;
      case Tc0Parser.BIT -> after.getType() == Tc0Parser.OPEN_PARENTHESIS;
      case Tc0Parser.DIV, Tc0Parser.MOD ->
          NO_LEFT_OPERAND.contains(before.getText()) || NO_RIGHT_OPERAND.contains(after.getText());
      default -> false;
    };
  }

  private void visit(CommonToken token) {
    switch (token.getType()) {
      case Tc0Parser.CIRCUIT, Tc0Parser.ITERATE -> expectBody(Body.CIRCUIT);
      case Tc0Parser.DEFINE -> expectBody(Body.DEFINE);
      case Tc0Parser.WHERE -> {
        if (body == Body.DEFINE && atBodyDepth()) {
          body = Body.DEFINE_WITH_WHERE;
        }
      }
      case Tc0Parser.EQUAL -> {
        if (body == Body.DEFINE && atBodyDepth()) {
          body = Body.NONE;
        }
      }
      case Tc0Parser.SEMICOLON -> {
        if (atBodyDepth()) {
          body = Body.NONE;
        }
        closeLets();
      }
      case Tc0Parser.OPEN_BRACE -> {
        if (body != Body.NONE && atBodyDepth()) {
          token.setType(Tc0Parser.BLOCK);
          body = Body.NONE;
        }
        openLets.push(0);
      }
      case Tc0Parser.OPEN_PARENTHESIS, Tc0Parser.OPEN_BRACKET -> openLets.push(0);
      case Tc0Parser.CLOSE_BRACE, Tc0Parser.CLOSE_PARENTHESIS, Tc0Parser.CLOSE_BRACKET -> {
        if (openLets.size() > 1) {
          openLets.pop();
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

  private void expectBody(Body kind) {
    body = kind;
    bodyDepth = openLets.size();
  }

  private boolean atBodyDepth() {
    return openLets.size() == bodyDepth;
  }

  private void closeLets() {
    openLets.pop();
    openLets.push(0);
  }
}
