package tc0.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tc0.verify.Bound;
import tc0.verify.ConstantValue;
import tc0.verify.LemmaNumbers;
import tc0.verify.LemmaReport;

/**
 * What claims about named constants come to: the value of each constant, the depth of each family
 * beside what was claimed, and bounds on its size at chosen sizes.
 */
final class NumbersTable {
  private static final String UNKNOWN = "-";
  private static final String GAP = "   ";
  private static final BigInteger EXACT = BigInteger.valueOf(100_000);

  private NumbersTable() {}

  /** The tables; empty if no lemma has numbers. */
  static String of(List<LemmaReport> lemmas, Style style) {
    List<LemmaReport> numbered =
        lemmas.stream().filter(lemma -> lemma.numbers().isPresent()).toList();
    if (numbered.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(style.bold("in numbers")).append('\n');
    constants(numbered, out);
    out.append('\n');
    depths(numbered, out);
    out.append('\n');
    sizes(numbered, out);
    out.append('\n');
    growth(numbered, out);
    return out.append('\n').toString();
  }

  private static void constants(List<LemmaReport> lemmas, StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("constant", "depth", "majority", "the deepest of"));
    lemmas.stream()
        .flatMap(lemma -> numbers(lemma).constants().stream())
        .distinct()
        .forEach(
            constant ->
                rows.add(
                    List.of(
                        constant.name(),
                        number(constant.depth()),
                        number(constant.majorityDepth()),
                        constant.members().stream()
                            .map(NumbersTable::member)
                            .collect(Collectors.joining(", ")))));
    table(rows, 3, out);
  }

  private static String member(ConstantValue.Member member) {
    String name = member.circuit().substring(member.circuit().lastIndexOf('.') + 1);
    return name + member.depth().map(depth -> " " + depth).orElse(" unknown");
  }

  private static void depths(List<LemmaReport> lemmas, StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("depth", "claimed", "derived", "slack", "majority"));
    for (LemmaReport lemma : lemmas) {
      LemmaNumbers numbers = numbers(lemma);
      rows.add(
          List.of(
              lemma.name(),
              numbers.claimed().orElse(UNKNOWN),
              known(numbers.depth()),
              slack(numbers),
              known(numbers.majorityDepth())));
    }
    table(rows, rows.get(0).size(), out);
  }

  /** The smallest slack; several where they cannot be compared at all sizes. */
  private static String slack(LemmaNumbers numbers) {
    String slack =
        numbers.bounds().stream()
            .filter(Bound::worst)
            .flatMap(bound -> bound.slack().stream())
            .distinct()
            .collect(Collectors.joining(" | "));
    return slack.isEmpty() ? UNKNOWN : slack;
  }

  /** A depth without axioms. */
  private static String known(String depth) {
    return depth.contains("depth(") ? UNKNOWN : depth;
  }

  private static void sizes(List<LemmaReport> lemmas, StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    List<String> points = new ArrayList<>(List.of("size at most, at"));
    List<String> quantities = new ArrayList<>(List.of(""));
    for (LemmaNumbers.At at : numbers(lemmas.get(0)).at()) {
      points.add(at.point().toString());
      points.add("");
      quantities.add("gates");
      quantities.add("wires");
    }
    rows.add(points);
    rows.add(quantities);
    for (LemmaReport lemma : lemmas) {
      List<String> row = new ArrayList<>(List.of(lemma.name()));
      for (LemmaNumbers.At at : numbers(lemma).at()) {
        row.add(at.gates().map(NumbersTable::about).orElse(UNKNOWN));
        row.add(at.wires().map(NumbersTable::about).orElse(UNKNOWN));
      }
      rows.add(row);
    }
    table(rows, rows.get(0).size(), out);
  }

  private static void growth(List<LemmaReport> lemmas, StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("growth", "gates", "wires"));
    for (LemmaReport lemma : lemmas) {
      rows.add(List.of(lemma.name(), numbers(lemma).gatesGrowth(), numbers(lemma).wiresGrowth()));
    }
    table(rows, 1, out);
  }

  /** Small numbers as they are, others rounded up to two digits. */
  private static String about(BigInteger number) {
    if (number.compareTo(EXACT) < 0) {
      return number.toString();
    }
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(2, RoundingMode.CEILING)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }

  private static String number(Optional<BigInteger> number) {
    return number.map(BigInteger::toString).orElse(UNKNOWN);
  }

  private static LemmaNumbers numbers(LemmaReport lemma) {
    return lemma.numbers().orElseThrow();
  }

  /** Aligned columns: names and, from a column on, words to the left, numbers to the right. */
  private static void table(List<List<String>> rows, int words, StringBuilder out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ").append(Paragraph.pad(row.get(0), widths[0]));
      for (int i = 1; i < columns; i++) {
        line.append(GAP)
            .append(
                i >= words
                    ? Paragraph.pad(row.get(i), widths[i])
                    : " ".repeat(widths[i] - row.get(i).length()) + row.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
