package tc0.syntax.parser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Import;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.SourceModule;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.source.SourceText;

/** Parses one file, whatever it contains, to a module or to the reasons why it is none. */
public final class ModuleParser {

  /** A file with more errors than these is not what its author thinks it is. */
  static final int MAX_ERRORS = 50;

  private final SourceText source;
  private final TokenSpans spans;
  private final CommonTokenStream tokens;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final StatementRecovery recovery;
  private final StatementCollector statements;
  private final NameBuilder names;

  private ModuleParser(SourceText source) {
    this.source = source;
    this.spans = new TokenSpans(source);
    this.tokens = new CommonTokenStream(new ListTokenSource(lex(source)));
    this.recovery = new StatementRecovery(new SyntaxMessages(spans), diagnostics);
    this.statements = new StatementCollector(recovery, diagnostics);
    this.names = new NameBuilder(spans);
  }

  /** Parses a text; all errors are in the result. */
  public static ParseResult parse(SourceText source) {
    ModuleParser parser = new ModuleParser(source);
    Optional<SourceModule> module = Optional.empty();
    try {
      module = Optional.of(parser.module());
    } catch (DiagnosticException e) {
      parser.diagnostics.add(e.diagnostic());
    }
    List<Diagnostic> found =
        parser.diagnostics.stream()
            .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
            .limit(MAX_ERRORS)
            .toList();
    return new ParseResult(found.isEmpty() ? module : Optional.empty(), found);
  }

  private static List<CommonToken> lex(SourceText source) {
    Tc0Lexer lexer = new Tc0Lexer(CharStreams.fromString(wellFormed(source.text())));
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.nextToken();
      tokens.add((CommonToken) token);
    } while (token.getType() != Token.EOF);
    ContextualTokens.settle(tokens);
    return tokens;
  }

  /** Half surrogate pairs become replacement characters, which keeps all offsets. */
  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair = Character.charCount(text.codePointAt(i)) == 2;
        if (pair) {
          i++;
        } else {
          out.setCharAt(i, '\uFFFD');
        }
      }
    }
    return out.toString();
  }

  private SourceModule module() {
    tokens.fill();
    DepthLimitedParser parser = new DepthLimitedParser(tokens, spans);
    parser.removeErrorListeners();
    parser.setErrorHandler(recovery);
    List<Tc0Parser.FileContext> files = new ArrayList<>();
    do {
      // After text that begins no declaration the rule ends; the rest of the file is read anew.
      files.add(parser.file());
    } while (tokens.LA(1) != Token.EOF && diagnostics.size() < MAX_ERRORS);

    DeclarationBuilder builder = new DeclarationBuilder(names, statements);
    Optional<Tc0Parser.ModuleHeaderContext> header =
        Optional.ofNullable(files.get(0).moduleHeader());
    List<QualifiedName> name =
        statements.all(header.stream().toList(), tree -> names.of(tree.qualifiedName()));
    List<Import> imports =
        statements.all(
            files.stream().flatMap(file -> file.importDeclaration().stream()).toList(),
            this::importDeclaration);
    List<Declaration> declarations =
        statements.all(
            files.stream().flatMap(file -> file.declaration().stream()).toList(),
            tree -> builder.of(tree, documentation(tree)));
    return new SourceModule(
        source.span(0, source.text().length()),
        header.flatMap(this::documentation),
        name.stream().findFirst(),
        imports,
        declarations);
  }

  private Import importDeclaration(Tc0Parser.ImportDeclarationContext tree) {
    return new Import(
        spans.of(tree),
        names.of(tree.qualifiedName()),
        Optional.ofNullable(tree.identifier()).map(names::of),
        names.optional(tree.names()));
  }

  /** The {@code ///} lines directly in front of a tree. */
  private Optional<String> documentation(ParserRuleContext tree) {
    List<Token> hidden = tokens.getHiddenTokensToLeft(tree.getStart().getTokenIndex());
    if (hidden == null) {
      return Optional.empty();
    }
    return Optional.of(
        hidden.stream()
            .map(token -> token.getText().substring(3).stripTrailing())
            .map(line -> line.startsWith(" ") ? line.substring(1) : line)
            .collect(Collectors.joining("\n")));
  }
}
