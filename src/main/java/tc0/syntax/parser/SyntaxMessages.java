package tc0.syntax.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;

/** Says in words what the generated parser found and what it would have accepted. */
final class SyntaxMessages {

  private final TokenSpans spans;

  SyntaxMessages(TokenSpans spans) {
    this.spans = spans;
  }

  /** The diagnostic for an error of the generated parser. */
  Diagnostic describe(Parser parser, RecognitionException e) {
    TokenStream tokens = parser.getInputStream();
    Token found = e.getOffendingToken();
    return lexical(found)
        .or(() -> brackets(tokens, found, expected(parser, e)))
        .or(() -> semicolon(parser, e))
        .orElseGet(() -> unexpected(parser, e));
  }

  /** Whether the next token can only begin a new declaration. */
  static boolean startsDeclaration(TokenStream tokens) {
    return DeclarationStart.at(tokens.LT(1), tokens.LT(2));
  }

  /** Whether the next token is on a new line, or closes a block, so that a statement may end. */
  static boolean endsStatement(TokenStream tokens) {
    Token next = tokens.LT(1);
    Token last = tokens.LT(-1);
    return last != null
        && (next.getType() == Token.EOF
            || next.getType() == Tc0Parser.CLOSE_BRACE
            || next.getLine() > last.getLine());
  }

  private Optional<Diagnostic> lexical(Token found) {
    String text = found.getText();
    return switch (found.getType()) {
      case Tc0Parser.UNKNOWN -> {
        Diagnostic diagnostic =
            Diagnostic.error(
                DiagnosticCode.TC0104,
                spans.of(found),
                "the character " + Expectation.quoted(text) + " has no meaning here");
        yield Optional.of(Expectation.insteadOf(text).map(diagnostic::withHelp).orElse(diagnostic));
      }
      case Tc0Parser.UNCLOSED_STRING ->
          Optional.of(
              Diagnostic.error(
                      DiagnosticCode.TC0105,
                      spans.of(found),
                      "this text is not closed before the end of its line")
                  .withHelp("end it with a quotation mark; \\\" stands for one inside"));
      default -> Optional.empty();
    };
  }

  /** A bracket that is open where its statement or its file cannot go on. */
  private Optional<Diagnostic> brackets(TokenStream tokens, Token found, Expectation expected) {
    Optional<Token> open = innermostOpen(tokens, found.getTokenIndex());
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Token opener = open.get();
    String close = closing(opener);
    boolean wrongCloser =
        Set.of(")", "]", "}").contains(found.getText()) && !found.getText().equals(close);
    boolean ends =
        found.getType() == Token.EOF
            || DeclarationStart.at(found, tokens.get(found.getTokenIndex() + 1));
    if (ends) {
      return Optional.of(
          Diagnostic.error(
                  DiagnosticCode.TC0103,
                  spans.of(opener),
                  "this " + Expectation.quoted(opener.getText()) + " is never closed")
              .withHelp("close it with " + Expectation.quoted(close))
              .withNote(
                  spans.of(found),
                  found.getType() == Token.EOF
                      ? "the file ends here"
                      : "this declaration cannot stand inside another"));
    }
    boolean inStatement = opener.getType() != Tc0Parser.BLOCK;
    if (wrongCloser || (found.getType() == Tc0Parser.SEMICOLON && inStatement)) {
      return Optional.of(
          Diagnostic.error(
                  DiagnosticCode.TC0103,
                  spans.of(found),
                  "expected "
                      + Expectation.quoted(close)
                      + " before "
                      + Expectation.describe(found))
              .withNote(
                  spans.of(opener), Expectation.quoted(opener.getText()) + " was opened here"));
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> semicolon(Parser parser, RecognitionException e) {
    TokenStream tokens = parser.getInputStream();
    Token found = e.getOffendingToken();
    if (found.getTokenIndex() != tokens.index()
        || !expected(parser, e).allows(Tc0Parser.SEMICOLON)
        || !endsStatement(tokens)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            DiagnosticCode.TC0102,
            spans.behind(tokens.LT(-1)),
            "expected ';' after " + statement(parser)));
  }

  private Diagnostic unexpected(Parser parser, RecognitionException e) {
    Token found = e.getOffendingToken();
    boolean nearby =
        !(e instanceof NoViableAltException noAlternative)
            || noAlternative.getStartToken() == found;
    if (parser.getContext() instanceof Tc0Parser.BinderContext) {
      return Diagnostic.error(
              DiagnosticCode.TC0108,
              spans.between(parser.getContext().getStart(), parser.getInputStream().LT(-1)),
              "this index has no bound")
          .withHelp("write `i < n`, `lo <= i < hi` or `q in P`");
    }
    if (found.getType() == Tc0Parser.BLOCK && expected(parser, e).allows(Tc0Parser.OPEN_BRACE)) {
      return Diagnostic.error(
              DiagnosticCode.TC0101,
              spans.of(found),
              "this '{' opens the body, so the expression in front of it is not complete")
          .withHelp("put an expression with braces in parentheses here: from H = (sum { … })");
    }
    String message =
        nearby
            ? "expected "
                + expected(parser, e).describe()
                + ", found "
                + Expectation.describe(found)
            : "unexpected " + Expectation.describe(found);
    Diagnostic diagnostic = Diagnostic.error(DiagnosticCode.TC0101, spans.of(found), message);
    return Expectation.wayOut(parser, found).map(diagnostic::withHelp).orElse(diagnostic);
  }

  private static Expectation expected(Parser parser, RecognitionException e) {
    return new Expectation(e.getExpectedTokens(), parser.getContext());
  }

  private static String statement(Parser parser) {
    RuleContext tree = parser.getContext();
    while (tree != null) {
      Optional<String> name = Expectation.statementName(tree);
      if (name.isPresent()) {
        return name.get();
      }
      tree = tree.parent;
    }
    return "the statement";
  }

  private static Optional<Token> innermostOpen(TokenStream tokens, int end) {
    Deque<Token> open = new ArrayDeque<>();
    for (int i = 0; i < end; i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case Tc0Parser.OPEN_BRACE,
            Tc0Parser.BLOCK,
            Tc0Parser.OPEN_PARENTHESIS,
            Tc0Parser.OPEN_BRACKET ->
            open.push(token);
        case Tc0Parser.CLOSE_BRACE, Tc0Parser.CLOSE_PARENTHESIS, Tc0Parser.CLOSE_BRACKET -> {
          // A statement that failed may have left brackets open inside its braces.
          while (!open.isEmpty() && !closing(open.peek()).equals(token.getText())) {
            open.pop();
          }
          if (!open.isEmpty()) {
            open.pop();
          }
        }
        case Tc0Parser.SEMICOLON -> {
          while (!open.isEmpty() && open.peek().getType() != Tc0Parser.BLOCK) {
            open.pop();
          }
        }
        default -> {
          if (DeclarationStart.at(token, tokens.get(i + 1))) {
            open.clear();
          }
        }
      }
    }
    return Optional.ofNullable(open.peek());
  }

  private static String closing(Token opener) {
    return switch (opener.getType()) {
      case Tc0Parser.OPEN_PARENTHESIS -> ")";
      case Tc0Parser.OPEN_BRACKET -> "]";
      default -> "}";
    };
  }
}
