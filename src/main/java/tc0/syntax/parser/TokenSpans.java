package tc0.syntax.parser;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import tc0.syntax.source.SourceText;
import tc0.syntax.source.Span;

/**
 * Spans of tokens. The lexer counts code points, spans count UTF-16 units; the two differ behind
 * characters outside the basic plane.
 */
final class TokenSpans {

  private final SourceText source;
  private final boolean basicPlane;
  private int knownPoint;
  private int knownUnit;

  TokenSpans(SourceText source) {
    this.source = source;
    String text = source.text();
    this.basicPlane = text.codePointCount(0, text.length()) == text.length();
  }

  Span of(Token token) {
    return between(token, token);
  }

  /** The span of a tree; an empty one lies before its next token. */
  Span of(ParserRuleContext tree) {
    return between(tree.getStart(), tree.getStop());
  }

  Span between(Token first, Token last) {
    int start = offset(first.getStartIndex());
    int end = last.getType() == Token.EOF ? start : offset(last.getStopIndex() + 1);
    return source.span(start, Math.max(start, end));
  }

  /** The place behind a token. */
  Span behind(Token token) {
    int end = offset(token.getStopIndex() + 1);
    return source.span(end, end);
  }

  private int offset(int point) {
    if (basicPlane) {
      return Math.min(point, source.text().length());
    }
    int unit = source.text().offsetByCodePoints(knownUnit, point - knownPoint);
    knownPoint = point;
    knownUnit = unit;
    return unit;
  }
}
