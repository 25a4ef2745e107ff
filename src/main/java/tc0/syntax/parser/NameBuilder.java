package tc0.syntax.parser;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.TierName;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.source.Span;

/** Makes names, numbers, texts and words of fixed lists of the parser's trees. */
record NameBuilder(TokenSpans spans) {

  private static final int MAX_DIGITS = 1000;

  Identifier of(Tc0Parser.IdentifierContext tree) {
    return new Identifier(spans.of(tree), tree.getStart().getText());
  }

  QualifiedName of(Tc0Parser.QualifiedNameContext tree) {
    return new QualifiedName(spans.of(tree), all(tree.identifier()));
  }

  Optional<QualifiedName> optional(Optional<Tc0Parser.QualifiedNameContext> tree) {
    return tree.map(this::of);
  }

  List<QualifiedName> of(Tc0Parser.QualifiedNamesContext tree) {
    return tree.qualifiedName().stream().map(this::of).toList();
  }

  List<Identifier> all(List<Tc0Parser.IdentifierContext> trees) {
    return trees.stream().map(this::of).toList();
  }

  /** The names in parentheses; none if the tree is absent. */
  List<Identifier> optional(Tc0Parser.NamesContext tree) {
    return tree == null ? List.of() : all(tree.identifier());
  }

  BigInteger number(Token token) {
    String text = token.getText();
    if (text.length() > MAX_DIGITS) {
      throw SyntaxError.of(
          DiagnosticCode.TC0112,
          spans.of(token),
          "this number has more than " + MAX_DIGITS + " digits",
          "write it as a power");
    }
    return new BigInteger(text);
  }

  /** A number that fits an {@code int}, for class levels and the like. */
  int smallNumber(TerminalNode node) {
    BigInteger value = number(node.getSymbol());
    if (value.bitLength() > 30) {
      throw SyntaxError.of(
          DiagnosticCode.TC0112,
          spans.of(node.getSymbol()),
          "this number is too large here",
          "write a number below 2^30");
    }
    return value.intValue();
  }

  /** The content of a string token: a backslash makes the next character stand for itself. */
  String text(TerminalNode node) {
    String raw = node.getText();
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < raw.length() - 1; i++) {
      if (raw.charAt(i) == '\\') {
        i++;
      }
      out.append(raw.charAt(i));
    }
    return out.toString();
  }

  Optional<String> optionalText(TerminalNode node) {
    return Optional.ofNullable(node).map(this::text);
  }

  TierName tier(Tc0Parser.IdentifierContext tree) {
    return new TierName(
        spans.of(tree), word(tree, "uniformity tier", TierName.Tier.values(), TierName.Tier::text));
  }

  Optional<TierName> optionalTier(Tc0Parser.IdentifierContext tree) {
    return Optional.ofNullable(tree).map(this::tier);
  }

  /** The member of a fixed list that is written so. */
  <T> T word(Tc0Parser.IdentifierContext tree, String kind, T[] values, Function<T, String> text) {
    String written = tree.getStart().getText();
    return Arrays.stream(values)
        .filter(value -> text.apply(value).equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                unknownWord(
                    spans.of(tree), written, kind, Arrays.stream(values).map(text).toList()));
  }

  static RuntimeException unknownWord(
      Span span, String written, String kind, List<String> allowed) {
    return SyntaxError.of(
        DiagnosticCode.TC0109,
        span,
        Expectation.quoted(written) + " is not a " + kind,
        "write one of " + String.join(", ", allowed));
  }
}
