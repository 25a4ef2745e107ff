package tc0.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.kernel.Uniformity;
import tc0.verify.RegimeTable;
import tc0.verify.Standing;

/** The table of {@code regimes}, in text and in JSON. */
public final class RegimeReport {
  private static final int WIDTH = 100;
  private static final int REGIME = 44;
  private static final int CLASS = 26;
  private static final int DEPTH = 10;

  /** What fits beside the other columns. */
  private static final int COLUMN = 18;

  /** A longer depth in gates is only in the JSON. */
  private static final int LONGEST = 240;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private RegimeReport(Style style) {
    this.style = style;
  }

  /** The tables for people: one for each family, with what breaks below it. */
  public static String text(List<RegimeTable> tables, Style style) {
    RegimeReport report = new RegimeReport(style);
    tables.forEach(table -> report.out.append(style.bold(table.file())).append('\n'));
    report.paragraph(
        "Each row is the smallest class in which the kernel places the family, for all sizes that"
            + " grow at these rates; what is not shown is not claimed.",
        0,
        0);
    List<RegimeTable.Family> families =
        tables.stream().flatMap(table -> table.families().stream()).toList();
    if (families.isEmpty()) {
      report.paragraph("No lemma or theorem places a family in a class.", 0, 0);
    }
    if (families.size() > 1) {
      report.out.append('\n');
      report.row("  family", "class as declared", "depth", "in gates");
      families.forEach(report::summary);
    }
    families.forEach(report::family);
    return report.out.toString();
  }

  private void summary(RegimeTable.Family family) {
    RegimeTable.Verdict verdict = family.rows().getFirst().verdict();
    String name = family.circuit();
    row(
        "  " + name,
        style.verdict(standing(verdict), Paragraph.pad(shortly(verdict), CLASS)),
        verdict.depth(),
        family.gates().length() <= COLUMN ? family.gates() : "see below");
  }

  private void family(RegimeTable.Family family) {
    out.append('\n').append(style.bold(family.circuit())).append(" under ").append(family.regime());
    out.append('\n');
    entry("rates", String.join(", ", family.rates()));
    if (!family.needs().isEmpty()) {
      entry("needs", String.join(", ", family.needs()));
    }
    entry("depth", family.depth());
    if (!family.gates().equals(family.depth()) && family.gates().length() <= LONGEST) {
      entry("gates", family.gates());
    }
    out.append('\n');
    Map<List<RegimeTable.Broken>, String> notes = notes(family);
    row("  regime", "class", "depth", "breaks");
    List<RegimeTable.Row> rows = merged(family.rows());
    rows.forEach(row -> row(row, notes));
    rows.forEach(this::footnotes);
    notes.forEach((broken, letter) -> broken(family, broken, letter));
  }

  private void row(RegimeTable.Row row, Map<List<RegimeTable.Broken>, String> notes) {
    boolean noted = !row.dropped().isEmpty() || row.verdict() instanceof RegimeTable.Verdict.None;
    row(
        "  " + row.regime() + (noted ? " *" : ""),
        style.verdict(standing(row.verdict()), Paragraph.pad(shortly(row.verdict()), CLASS)),
        row.verdict().depth(),
        row.broken().isEmpty()
            ? "-"
            : notes.get(key(row)) + " " + Totals.count(row.broken().size(), "clause"));
  }

  private void footnotes(RegimeTable.Row row) {
    if (!row.dropped().isEmpty()) {
      note(
          "* "
              + row.regime()
              + ": without `needs "
              + String.join("; needs ", row.dropped())
              + "`, which fails for every large "
              + "size at these rates");
    }
    if (row.verdict() instanceof RegimeTable.Verdict.None none) {
      note("* " + row.regime() + ": " + none.statement() + " [" + none.rule() + "]");
    }
  }

  /** Rows about one size that say the same become one: {@code d in O(1), poly(n)}. */
  private static List<RegimeTable.Row> merged(List<RegimeTable.Row> rows) {
    List<RegimeTable.Row> merged = new ArrayList<>();
    for (RegimeTable.Row row : rows) {
      RegimeTable.Row last = merged.isEmpty() ? row : merged.getLast();
      String size = row.regime().contains(" in ") ? row.regime().split(" in ", 2)[0] + " in " : "";
      boolean single = !size.isEmpty() && row.regime().indexOf(" in ", size.length()) < 0;
      if (!merged.isEmpty() && single && last.regime().startsWith(size) && alike(last, row)) {
        merged.removeLast();
        merged.add(
            new RegimeTable.Row(
                last.regime() + ", " + row.regime().substring(size.length()),
                last.verdict(),
                last.dropped(),
                last.broken()));
      } else {
        merged.add(row);
      }
    }
    return merged;
  }

  private static boolean alike(RegimeTable.Row one, RegimeTable.Row other) {
    return shortly(one.verdict()).equals(shortly(other.verdict()))
        && !(one.verdict() instanceof RegimeTable.Verdict.None)
        && one.verdict().depth().equals(other.verdict().depth())
        && key(one).equals(key(other))
        && one.dropped().equals(other.dropped());
  }

  private void entry(String label, String text) {
    out.append("  ").append(Paragraph.pad(label, 7));
    paragraph(text, 9, 11);
  }

  private void note(String text) {
    out.append("  ");
    paragraph(text, 2, 4);
  }

  private void row(String regime, String verdict, String depth, String breaks) {
    String line =
        Paragraph.pad(regime, REGIME)
            + " "
            + Paragraph.pad(verdict, CLASS)
            + " "
            + Paragraph.pad(depth, DEPTH)
            + " "
            + breaks;
    out.append(line.stripTrailing()).append('\n');
  }

  private static Standing standing(RegimeTable.Verdict verdict) {
    return switch (verdict) {
      case RegimeTable.Verdict.Member member -> Standing.PROVED;
      case RegimeTable.Verdict.Time time -> Standing.PROVED;
      case RegimeTable.Verdict.None none -> Standing.OPEN;
    };
  }

  private static String shortly(RegimeTable.Verdict verdict) {
    return switch (verdict) {
      case RegimeTable.Verdict.Member member -> member.complexityClass().toString();
      case RegimeTable.Verdict.Time time -> "P (polynomial size)";
      case RegimeTable.Verdict.None none -> "none shown";
    };
  }

  /** Rows in which the same clauses break by the same rules share a letter. */
  private static Map<List<RegimeTable.Broken>, String> notes(RegimeTable.Family family) {
    Map<List<RegimeTable.Broken>, String> notes = new LinkedHashMap<>();
    for (RegimeTable.Row row : family.rows()) {
      if (!row.broken().isEmpty()) {
        notes.computeIfAbsent(key(row), k -> "(" + (char) ('a' + notes.size()) + ")");
      }
    }
    return notes;
  }

  /** What breaks, without the reasons, which name the regime. */
  private static List<RegimeTable.Broken> key(RegimeTable.Row row) {
    return row.broken().stream()
        .map(b -> new RegimeTable.Broken(b.statement(), b.claim(), b.span(), b.rule(), ""))
        .toList();
  }

  private void broken(RegimeTable.Family family, List<RegimeTable.Broken> broken, String letter) {
    List<String> regimes = new ArrayList<>();
    List<RegimeTable.Broken> first = List.of();
    for (RegimeTable.Row row : family.rows()) {
      if (key(row).equals(broken)) {
        first = first.isEmpty() ? row.broken() : first;
        regimes.add(row.regime());
      }
    }
    out.append('\n').append("  ");
    paragraph(letter + " " + String.join("; ", regimes), 2, 6);
    for (RegimeTable.Broken one : broken) {
      out.append("      ");
      paragraph(
          one.span().position()
              + ": "
              + one.statement()
              + ": `"
              + one.claim()
              + "` ["
              + one.rule()
              + "]",
          6,
          8);
    }
    out.append("      ");
    paragraph("because " + first.getFirst().reason(), 6, 8);
  }

  private void paragraph(String text, int first, int rest) {
    String unbroken = text.replace("log n", "log\u00a0n");
    List<String> lines = Paragraph.lines(unbroken, first, rest, WIDTH);
    out.append(String.join("\n" + " ".repeat(rest), lines).replace('\u00a0', ' ')).append('\n');
  }

  /**
   * The tables for programs.
   *
   * <pre>
   * {"version": 1, "tool", "files": [{"file", "families": [{"circuit", "regime", "rates", "needs",
   *   "depth", "gates", "rows": [{"regime", "class", "uniformity",
   *     "verdict": "member" | "time" | "none", "rule", "statement", "depth", "droppedNeeds",
   *     "breaks": [{"statement", "claim", "rule", "reason", "span"}]}]}]}]}
   * </pre>
   */
  public static String json(String tool, List<RegimeTable> tables) {
    ObjectNode root = NODES.objectNode();
    root.put("version", 1);
    root.put("tool", tool);
    ArrayNode files = root.putArray("files");
    tables.forEach(table -> files.add(json(table)));
    return root.toPrettyString() + System.lineSeparator();
  }

  private static ObjectNode json(RegimeTable table) {
    ObjectNode file = NODES.objectNode();
    file.put("file", table.file());
    ArrayNode families = file.putArray("families");
    for (RegimeTable.Family family : table.families()) {
      ObjectNode node = families.addObject();
      node.put("circuit", family.circuit());
      node.put("regime", family.regime());
      family.rates().forEach(node.putArray("rates")::add);
      family.needs().forEach(node.putArray("needs")::add);
      node.put("depth", family.depth());
      node.put("gates", family.gates());
      ArrayNode rows = node.putArray("rows");
      family.rows().forEach(row -> rows.add(json(row)));
    }
    return file;
  }

  private static ObjectNode json(RegimeTable.Row row) {
    ObjectNode node = NODES.objectNode();
    node.put("regime", row.regime());
    switch (row.verdict()) {
      case RegimeTable.Verdict.Member member -> {
        node.put("verdict", "member");
        node.put("class", member.complexityClass().name());
        node.put("uniformity", uniformity(member.complexityClass().uniformity()));
      }
      case RegimeTable.Verdict.Time time -> {
        node.put("verdict", "time");
        node.put("class", "P");
      }
      case RegimeTable.Verdict.None none -> node.put("verdict", "none");
    }
    node.put("rule", row.verdict().rule());
    node.put("statement", row.verdict().statement());
    node.put("depth", row.verdict().depth());
    row.dropped().forEach(node.putArray("droppedNeeds")::add);
    ArrayNode breaks = node.putArray("breaks");
    for (RegimeTable.Broken broken : row.broken()) {
      ObjectNode one = breaks.addObject();
      one.put("statement", broken.statement());
      one.put("claim", broken.claim());
      one.put("rule", broken.rule());
      one.put("reason", broken.reason());
      one.set("span", JsonReport.span(broken.span()));
    }
    return node;
  }

  private static String uniformity(Uniformity uniformity) {
    return uniformity.name().toLowerCase(java.util.Locale.ROOT);
  }
}
