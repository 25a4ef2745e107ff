package tc0.syntax.ast;

import tc0.syntax.source.Span;

/** One name, as declared or as used. */
public record Identifier(Span span, String text) implements Node {

  @Override
  public String toString() {
    return text;
  }
}
