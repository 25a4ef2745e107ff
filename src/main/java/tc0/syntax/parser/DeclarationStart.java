package tc0.syntax.parser;

import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Tells where a new declaration begins, whatever state the text in front of it is in. */
final class DeclarationStart {

  private static final Set<String> WORDS =
      Set.of(
          "import",
          "source",
          "type",
          "operators",
          "circuit",
          "axiom",
          "hypothesis",
          "define",
          "regime",
          "constants",
          "lemma",
          "theorem",
          "monoid",
          "problem",
          "reduction",
          "fact",
          "assume",
          "generator");

  private DeclarationStart() {}

  /**
   * Whether a token begins a declaration: a keyword without indentation and a name behind it. Words
   * that also begin statements of a body do not count.
   */
  static boolean at(Token token, Token next) {
    return token.getCharPositionInLine() == 0
        && WORDS.contains(token.getText())
        && !next.getText().isEmpty()
        && Character.isLetter(next.getText().charAt(0));
  }
}
