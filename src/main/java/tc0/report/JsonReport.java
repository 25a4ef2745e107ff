package tc0.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import tc0.kernel.Hypothesis;
import tc0.reference.Words;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.source.Span;
import tc0.verify.Bound;
import tc0.verify.ConstantValue;
import tc0.verify.LemmaNumbers;
import tc0.verify.LemmaReport;
import tc0.verify.Line;
import tc0.verify.Report;
import tc0.verify.Statistics;
import tc0.verify.TheoremReport;

/**
 * Reports for programs. Names and meanings of members are stable; new members may be added, so
 * readers should ignore those that they do not know. The member {@code version} grows when a member
 * changes its meaning.
 *
 * <pre>
 * {"version": 1, "tool": "tc0 0.1.0", "exitCode": 0, "files": [
 *   {"file", "diagnostics": [{"code", "severity", "message", "help", "span"}],
 *    "module", "elapsedMillis",
 *    "totals": {"lemmas", "verifiedLemmas", "theorems", "verifiedTheorems", "open"},
 *    "lemmas": [{"name", "title", "citations", "circuit", "regime", "verified", "span",
 *      "lines": [LINE], "hypotheses": [{"kind", "statement", "source"}], "needs",
 *      "numbers": {"constants": [{"name", "depth", "majorityDepth", "circuits"}], "claimed",
 *        "depth", "strictDepth", "majorityDepth", "bounds", "gates", "wires",
 *        "gatesGrowth", "wiresGrowth",
 *        "at": [{"sizes", "gates", "wires"}]}}],
 *    "theorems": [{"name", …, "statement", "assumptions", "facts", "reductions", "lines",
 *      "hypotheses"}],
 *    "problems": [LINE], "reductions": [LINE], "facts": [LINE], "generators": [LINE],
 *    "axioms": [{"name", "citation"}], "forbiddenAxioms", "assumptions"}]}
 *
 * LINE = {"standing": "proved" | "checked" | "assumed" | "skipped" | "open" | "limit" | "refuted",
 *   "claim", "detail", "rule", "span": {"file", "line", "column", "start", "end"},
 *   "bounds": [{"quantity", "from", "derived", "claimed", "slack", "worst"}], "evidence"}
 * </pre>
 */
public final class JsonReport {
  private static final int VERSION = 1;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonReport() {}

  /** The document of one run of {@code verify}. */
  public static String document(String tool, int exitCode, List<ObjectNode> files) {
    ObjectNode root = NODES.objectNode();
    root.put("version", VERSION);
    root.put("tool", tool);
    root.put("exitCode", exitCode);
    root.putArray("files").addAll(files);
    return print(root);
  }

  /** A file with its diagnostics and, unless it has errors, its report. */
  public static ObjectNode file(
      String name, List<Diagnostic> diagnostics, Optional<Report> report, Duration elapsed) {
    ObjectNode node = NODES.objectNode();
    node.put("file", name);
    ArrayNode list = node.putArray("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      ObjectNode one = list.addObject();
      one.put("code", diagnostic.code().name());
      one.put("severity", diagnostic.severity().text());
      one.put("message", diagnostic.message());
      put(one, "help", diagnostic.help());
      one.set("span", span(diagnostic.span()));
    }
    node.put("elapsedMillis", elapsed.toMillis());
    report.ifPresent(found -> fill(node, found));
    return node;
  }

  private static void fill(ObjectNode node, Report report) {
    node.put("module", report.module());
    ObjectNode totals = node.putObject("totals");
    totals.put("lemmas", report.lemmas().size());
    totals.put("verifiedLemmas", report.lemmas().stream().filter(LemmaReport::isVerified).count());
    totals.put("theorems", report.theorems().size());
    totals.put(
        "verifiedTheorems", report.theorems().stream().filter(TheoremReport::isVerified).count());
    totals.put("open", report.open());
    ArrayNode lemmas = node.putArray("lemmas");
    report.lemmas().forEach(lemma -> lemmas.add(lemma(lemma)));
    ArrayNode theorems = node.putArray("theorems");
    report.theorems().forEach(theorem -> theorems.add(theorem(theorem)));
    node.set("problems", lines(report.problems()));
    node.set("reductions", lines(report.reductions()));
    node.set("facts", lines(report.facts()));
    node.set("generators", lines(report.generators()));
    ArrayNode axioms = node.putArray("axioms");
    report
        .axioms()
        .forEach(
            (name, citation) -> axioms.addObject().put("name", name).put("citation", citation));
    node.set("forbiddenAxioms", strings(report.forbidden()));
    node.set("assumptions", strings(report.assumptions()));
  }

  private static ObjectNode lemma(LemmaReport lemma) {
    ObjectNode node = NODES.objectNode();
    node.put("name", lemma.name());
    put(node, "title", lemma.title());
    node.set("citations", strings(lemma.citations()));
    node.put("circuit", lemma.circuit());
    put(node, "regime", lemma.regime());
    node.put("verified", lemma.isVerified());
    node.set("lines", lines(lemma.lines()));
    node.set("hypotheses", hypotheses(lemma.hypotheses()));
    node.set("needs", strings(lemma.needs()));
    lemma.numbers().ifPresent(numbers -> node.set("numbers", numbers(numbers)));
    node.set("span", span(lemma.span()));
    return node;
  }

  private static ObjectNode numbers(LemmaNumbers numbers) {
    ObjectNode node = NODES.objectNode();
    ArrayNode constants = node.putArray("constants");
    for (ConstantValue constant : numbers.constants()) {
      ObjectNode one = constants.addObject();
      one.put("name", constant.name());
      constant.depth().ifPresent(depth -> one.put("depth", depth));
      constant.majorityDepth().ifPresent(depth -> one.put("majorityDepth", depth));
      ArrayNode members = one.putArray("circuits");
      for (ConstantValue.Member member : constant.members()) {
        ObjectNode circuit = members.addObject();
        circuit.put("circuit", member.circuit());
        member.depth().ifPresent(depth -> circuit.put("depth", depth));
        member.majorityDepth().ifPresent(depth -> circuit.put("majorityDepth", depth));
      }
    }
    put(node, "claimed", numbers.claimed());
    node.put("depth", numbers.depth());
    node.put("strictDepth", numbers.strictDepth());
    node.put("majorityDepth", numbers.majorityDepth());
    node.set("bounds", bounds(numbers.bounds()));
    node.put("gates", numbers.gates());
    node.put("wires", numbers.wires());
    node.put("gatesGrowth", numbers.gatesGrowth());
    node.put("wiresGrowth", numbers.wiresGrowth());
    ArrayNode points = node.putArray("at");
    for (LemmaNumbers.At at : numbers.at()) {
      ObjectNode one = points.addObject();
      one.set("sizes", sizes(at.sizes()));
      at.gates().ifPresent(gates -> one.put("gates", gates));
      at.wires().ifPresent(wires -> one.put("wires", wires));
    }
    return node;
  }

  private static ObjectNode theorem(TheoremReport theorem) {
    ObjectNode node = NODES.objectNode();
    node.put("name", theorem.name());
    put(node, "title", theorem.title());
    node.set("citations", strings(theorem.citations()));
    node.put("circuit", theorem.circuit());
    node.put("verified", theorem.isVerified());
    put(node, "statement", theorem.statement());
    node.set("assumptions", strings(theorem.assumptions()));
    node.set("facts", strings(theorem.facts()));
    node.set("reductions", strings(theorem.reductions()));
    node.set("lines", lines(theorem.lines()));
    node.set("hypotheses", hypotheses(theorem.hypotheses()));
    node.set("span", span(theorem.span()));
    return node;
  }

  private static ArrayNode lines(List<Line> lines) {
    ArrayNode list = NODES.arrayNode();
    for (Line line : lines) {
      ObjectNode node = list.addObject();
      node.put("standing", line.standing().name().toLowerCase(Locale.ROOT));
      node.put("claim", line.claim());
      node.put("detail", line.detail());
      node.put("rule", line.rule());
      node.set("span", span(line.span()));
      node.set("bounds", bounds(line.bounds()));
      node.set("evidence", strings(line.evidence()));
    }
    return list;
  }

  private static ArrayNode bounds(List<Bound> bounds) {
    ArrayNode list = NODES.arrayNode();
    for (Bound bound : bounds) {
      ObjectNode one = list.addObject();
      one.put("quantity", bound.quantity());
      one.set("from", strings(bound.from()));
      one.put("derived", bound.derived());
      put(one, "claimed", bound.claimed());
      put(one, "slack", bound.slack());
      one.put("worst", bound.worst());
    }
    return list;
  }

  private static ArrayNode hypotheses(SortedSet<Hypothesis> hypotheses) {
    ArrayNode list = NODES.arrayNode();
    for (Hypothesis hypothesis : hypotheses) {
      list.addObject()
          .put("kind", hypothesis.kind().name().toLowerCase(Locale.ROOT))
          .put("statement", hypothesis.statement())
          .put("source", hypothesis.source());
    }
    return list;
  }

  /** The rows of {@code stats}: measures and bounds; what does not exist is left out. */
  public static String of(Statistics statistics) {
    ObjectNode root = NODES.objectNode();
    root.put("version", VERSION);
    root.put("circuit", statistics.circuit());
    root.set("sizes", sizes(statistics.sizes()));
    ArrayNode rows = root.putArray("rows");
    for (StatisticsReport.Row row : StatisticsReport.rows(statistics)) {
      ObjectNode node = rows.addObject();
      node.put("name", row.name());
      row.written().ifPresent(value -> node.put("asWritten", value));
      row.folded().ifPresent(value -> node.put("folded", value));
      row.value().ifPresent(value -> node.put("boundHere", value));
      put(node, "bound", row.bound());
    }
    statistics.bounds().ifPresent(s -> root.put("wiring", s.wiring().tier().keyword()));
    statistics.refusal().ifPresent(refusal -> root.put("refusal", refusal.getMessage()));
    put(root, "axiom", statistics.axiom());
    return print(root);
  }

  /** The result of {@code eval}. */
  public static String of(EvaluationReport report) {
    ObjectNode root = NODES.objectNode();
    root.put("version", VERSION);
    root.put("circuit", report.circuit());
    root.set("sizes", sizes(report.sizes()));
    ObjectNode inputs = root.putObject("inputs");
    report.inputs().forEach((name, words) -> inputs.put(name, words.describe()));
    root.set("remarks", strings(report.remarks()));
    put(root, "result", report.result().circuit().map(Words::describe));
    put(root, "reference", report.result().reference().map(Words::describe));
    root.put("referenceSource", report.source());
    root.put(
        "agreement", report.result().agreement().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    put(root, "remark", report.result().remark());
    return print(root);
  }

  private static ObjectNode sizes(Map<String, BigInteger> sizes) {
    ObjectNode node = NODES.objectNode();
    sizes.forEach(node::put);
    return node;
  }

  /** A place in a source file. */
  static ObjectNode span(Span span) {
    return NODES
        .objectNode()
        .put("file", span.file())
        .put("line", span.line())
        .put("column", span.column())
        .put("start", span.start())
        .put("end", span.end());
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(text -> node.put(name, text));
  }

  private static ArrayNode strings(Collection<String> texts) {
    ArrayNode list = NODES.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  private static String print(ObjectNode root) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
