package tc0.syntax.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The tokens that the grammar would accept at some place, and words for them. */
record Expectation(IntervalSet tokens, RuleContext place) {

  private static final int MAX_LENGTH = 40;

  private static final Set<String> OPERATORS =
      Set.of(
          "+", "-", "*", "/", "div", "mod", "^", "=", "!=", "<", "<=", ">", ">=", "and", "or", "in",
          "within", "(", "[", "{", ".");

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("&", "write `and`"),
          Map.entry("|", "write `or`"),
          Map.entry("!", "write `not`, or `!=` for different numbers"),
          Map.entry("%", "write `mod`"),
          Map.entry("#", "a comment begins with //"),
          Map.entry("\u00ac", "write `not`"),
          Map.entry("\u2227", "write `and`"),
          Map.entry("\u2228", "write `or`"),
          Map.entry("\u2264", "write <="),
          Map.entry("\u2265", "write >="),
          Map.entry("\u2260", "write !="),
          Map.entry("\u00d7", "write *"),
          Map.entry("\u00b7", "write *"),
          Map.entry("\u2212", "write the hyphen -"),
          Map.entry("\u2013", "write the hyphen -"),
          Map.entry("\u03a3", "write `sum { … : … }`"),
          Map.entry("\u2211", "write `sum { … : … }`"),
          Map.entry("\u220f", "write `product { … : … }`"),
          Map.entry("\u2192", "write ->"),
          Map.entry("\u201c", "texts stand between \" and \""),
          Map.entry("\u201d", "texts stand between \" and \""),
          Map.entry("'", "texts stand between \" and \""));

  boolean allows(int token) {
    return tokens.contains(token);
  }

  /** Such as {@code an expression}, {@code ',' or ')'}. */
  String describe() {
    if (place instanceof Tc0Parser.FileContext
        || (allows(Tc0Parser.CIRCUIT) && allows(Tc0Parser.DEFINE))) {
      return "a declaration";
    }
    if (place.parent instanceof Tc0Parser.DeclarationContext
        && tokens.size() == 1
        && allows(Tc0Parser.CLOSE_BRACE)) {
      return "a statement or '}'";
    }
    Set<String> words = new TreeSet<>();
    for (int token : tokens.toArray()) {
      words.add(word(token));
    }
    List<String> parts = new ArrayList<>();
    if (allows(Tc0Parser.NUMBER) && allows(Tc0Parser.OPEN_PARENTHESIS)) {
      return "an expression";
    }
    if (allows(Tc0Parser.NAME)) {
      parts.add("a name");
      words.removeIf(word -> Character.isLetter(word.charAt(0)));
      words.remove("NAME");
    }
    if (allows(Tc0Parser.NUMBER)) {
      parts.add("a number");
      words.remove("NUMBER");
    }
    if (allows(Tc0Parser.STRING)) {
      parts.add("a text in quotation marks");
      words.remove("STRING");
    }
    boolean continues = words.contains("+") && words.contains("*");
    if (continues) {
      words.removeAll(OPERATORS);
    }
    words.stream().map(Expectation::quoted).forEach(parts::add);
    if (continues && parts.isEmpty()) {
      parts.add("an operator");
    }
    int shown = 6;
    if (parts.size() > shown) {
      return "one of " + String.join(", ", parts.subList(0, shown)) + ", …";
    }
    return parts.size() <= 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1))
            + " or "
            + parts.get(parts.size() - 1);
  }

  /** What a token is, for the end of a sentence. */
  static String describe(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the file";
      case Tc0Parser.STRING -> "a text";
      default -> quoted(token.getText());
    };
  }

  /** The text in quotation marks, shortened. */
  static String quoted(String text) {
    return "'" + (text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "…" : text) + "'";
  }

  /** What to write for a character of other notations. */
  static Optional<String> insteadOf(String character) {
    return Optional.ofNullable(INSTEAD.get(character));
  }

  /** Advice for slips that are common enough to be known. */
  static Optional<String> wayOut(Parser parser, Token found) {
    Token before = parser.getInputStream().LT(-1);
    String last = before == null ? "" : before.getText();
    boolean reserved =
        found.getType() != Tc0Parser.NAME && found.getText().chars().allMatch(Character::isLetter);
    if (last.equals("=") && found.getText().equals("=")) {
      return Optional.of("equality is written with one =");
    }
    if (found.getText().equals("import")) {
      return Optional.of("imports stand between declarations, not inside them");
    }
    if (last.equals("threshold") || found.getText().equals("threshold")) {
      return Optional.of("a threshold gate is a comparison: sum { … } >= k");
    }
    if (found.getType() == Tc0Parser.OPEN_BRACE && last.equals(")")) {
      return Optional.of("an argument in braces replaces the parentheses: f { e : i < n }");
    }
    if (found.getType() == Tc0Parser.SEMICOLON && last.equals(";")) {
      return Optional.of("remove one of the two semicolons");
    }
    if (reserved && parser.getExpectedTokens().contains(Tc0Parser.NAME)) {
      return Optional.of(quoted(found.getText()) + " is a word of the language, not a name");
    }
    return Optional.empty();
  }

  /** The name of a statement, if the tree is one. */
  static Optional<String> statementName(RuleContext tree) {
    return Optional.ofNullable(
        switch (tree) {
          case Tc0Parser.LetItemContext t -> "the let";
          case Tc0Parser.GeneratorLetContext t -> "the let";
          case Tc0Parser.FormItemContext t -> "the form's definition";
          case Tc0Parser.ArrayItemContext t -> "the array's definition";
          case Tc0Parser.ReturnItemContext t -> "the result";
          case Tc0Parser.EnsuresItemContext t -> "the meaning";
          case Tc0Parser.RequiresItemContext t -> "the condition";
          case Tc0Parser.IndexFunctionContext t -> "the index function";
          case Tc0Parser.PredicateContext t -> "the predicate";
          case Tc0Parser.DomainContext t -> "the domain";
          case Tc0Parser.AdviceContext t -> "the advice";
          case Tc0Parser.ImportDeclarationContext t -> "the import";
          case Tc0Parser.ModuleHeaderContext t -> "the module's name";
          case Tc0Parser.OperatorMeaningContext t -> "the operator";
          case Tc0Parser.RegimeClauseContext t -> "the clause";
          case Tc0Parser.LemmaClauseContext t -> "the clause";
          case Tc0Parser.TheoremClauseContext t -> "the clause";
          case Tc0Parser.AxiomClauseContext t -> "the clause";
          case Tc0Parser.ReductionClauseContext t -> "the clause";
          case Tc0Parser.GeneratorClauseContext t -> "the clause";
          case Tc0Parser.DepthConstantContext t -> "the constant";
          case Tc0Parser.DefineItemContext t -> "the definition";
          case Tc0Parser.DeclarationContext t -> "the declaration";
          default -> null;
        });
  }

  private static String word(int token) {
    if (token == Token.EOF) {
      return "the end of the file";
    }
    if (token == Tc0Parser.BLOCK) {
      return "{";
    }
    if (token == Tc0Parser.LET_IN) {
      return "in";
    }
    String literal = Tc0Parser.VOCABULARY.getLiteralName(token);
    return literal == null
        ? Tc0Parser.VOCABULARY.getSymbolicName(token)
        : literal.substring(1, literal.length() - 1);
  }
}
