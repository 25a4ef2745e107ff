package tc0.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tc0.kernel.Hypothesis;
import tc0.verify.Bound;
import tc0.verify.LemmaReport;
import tc0.verify.Line;
import tc0.verify.Report;
import tc0.verify.Standing;
import tc0.verify.TheoremReport;

/**
 * A report for people: a block for every lemma, a line for every clause. The first word of a line
 * is its standing: what is {@code proved} holds for all sizes, what is {@code checked} for the
 * sizes that the line names, what is {@code assumed} has a citation.
 */
public final class TextReport {
  private static final int LABEL = 13;
  private static final int CLAIM = 28;
  private static final int LINES_OF_EVIDENCE = 8;

  private final TextOptions options;
  private final StringBuilder out = new StringBuilder();

  private TextReport(TextOptions options) {
    this.options = options;
  }

  /** The report on one file, ending with a line of totals. */
  public static String of(Report report, Duration elapsed, TextOptions options) {
    TextReport text = new TextReport(options);
    text.file(report);
    text.out.append(options.style().bold(Totals.of(report, elapsed))).append('\n');
    return text.out.toString();
  }

  private void file(Report report) {
    out.append(options.style().bold(report.file())).append('\n');
    out.append(
        options
            .style()
            .faint(
                "proved: for all sizes; checked: for the sizes named; assumed: cited, not proved"));
    out.append("\n\n");
    report.lemmas().forEach(this::lemma);
    report.theorems().forEach(this::theorem);
    section("problems", report.problems());
    section("reductions", report.reductions());
    section("facts", report.facts());
    section("generators", report.generators());
    out.append(NumbersTable.of(report.lemmas(), options.style()));
    if (!report.forbidden().isEmpty()) {
      entry(
          Standing.OPEN,
          "not allowed",
          "axioms",
          List.of(String.join(", ", report.forbidden()) + " (--allow-axioms does not name them)"));
      out.append('\n');
    }
    if (report.lemmas().isEmpty() && report.theorems().isEmpty()) {
      out.append("The file states no lemma and no theorem.\n\n");
    }
  }

  private void lemma(LemmaReport lemma) {
    Standing standing =
        lemma.isVerified()
            ? Standing.PROVED
            : lemma.standing().isGreen() ? Standing.OPEN : lemma.standing();
    heading(
        lemma.isVerified() ? "verified" : word(standing),
        standing,
        "lemma " + lemma.name(),
        lemma.title().orElse(""),
        lemma.citations(),
        lemma.circuit() + lemma.regime().map(regime -> " under " + regime).orElse(""));
    if (lemma.lines().isEmpty()) {
      entry(Standing.OPEN, word(Standing.OPEN), "the lemma claims nothing", List.of());
    }
    lemma.lines().forEach(line -> line(line, lemma.circuit(), lemma.regime()));
    for (String need : lemma.needs()) {
      entry(Standing.ASSUMED, "given", need, List.of());
    }
    grounds(lemma.hypotheses());
    out.append('\n');
  }

  private void theorem(TheoremReport theorem) {
    boolean verified = theorem.isVerified();
    heading(
        verified ? "verified" : word(Standing.OPEN),
        verified ? Standing.PROVED : Standing.OPEN,
        "theorem " + theorem.name(),
        theorem.title().orElse(""),
        theorem.citations(),
        theorem.circuit());
    if (verified) {
      theorem.statement().ifPresent(s -> entry(Standing.PROVED, "derived", s, List.of()));
      if (theorem.lines().size() > 1) {
        theorem.lines().forEach(line -> line(line, theorem.circuit(), Optional.empty()));
      }
    } else {
      theorem.lines().forEach(line -> line(line, theorem.circuit(), Optional.empty()));
    }
    theorem.assumptions().forEach(a -> entry(Standing.ASSUMED, "assuming", a, List.of()));
    theorem.facts().forEach(f -> entry(Standing.ASSUMED, "citing", f, List.of()));
    theorem.reductions().forEach(r -> entry(Standing.CHECKED, "reducing", r, List.of()));
    grounds(theorem.hypotheses());
    out.append('\n');
  }

  private void section(String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      out.append(options.style().bold(title)).append('\n');
      lines.forEach(line -> line(line, "", Optional.empty()));
      out.append('\n');
    }
  }

  private void heading(
      String verdict,
      Standing standing,
      String name,
      String title,
      List<String> citations,
      String subject) {
    List<String> parts = new ArrayList<>();
    if (!title.isEmpty()) {
      parts.add(title);
    }
    parts.addAll(citations);
    String label = Paragraph.pad(verdict, LABEL);
    out.append(options.style().verdict(standing, label)).append(options.style().bold(name));
    String rest = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    wrapped(rest, LABEL + name.length(), LABEL);
    out.append(options.style().faint(" ".repeat(LABEL) + "of " + subject)).append('\n');
  }

  private void line(Line line, String circuit, Optional<String> regime) {
    String claim = line.claim().replaceFirst("^check ", "");
    List<String> details =
        details(line).stream().map(detail -> brief(detail, circuit, regime)).toList();
    entry(line.standing(), word(line.standing()), claim, details);
    if (!line.standing().isGreen()) {
      String rule = line.rule().isEmpty() ? "" : " [" + line.rule() + "]";
      note("at " + line.span().position() + rule);
      line.evidence().stream().limit(LINES_OF_EVIDENCE).forEach(this::note);
      if (line.evidence().size() > LINES_OF_EVIDENCE && !options.evidence()) {
        note((line.evidence().size() - LINES_OF_EVIDENCE) + " more with --verbose");
      }
    }
    if (options.evidence()) {
      line.evidence().stream()
          .skip(line.standing().isGreen() ? 0 : LINES_OF_EVIDENCE)
          .forEach(this::note);
    }
  }

  /** Leaves out the circuit and the regime, which the heading names. */
  private static String brief(String detail, String circuit, Optional<String> regime) {
    if (circuit.isEmpty()) {
      return detail;
    }
    String text =
        detail.startsWith(circuit + " is in ")
            ? "the family" + detail.substring(circuit.length())
            : detail.replace("the language of " + circuit + " is", "its language is");
    String suffix = regime.map(name -> " under " + name).orElse("");
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  /** The clauses of a detail: one for each depth that differs, otherwise the detail itself. */
  private List<String> details(Line line) {
    List<String> depths = new ArrayList<>();
    for (Bound bound : line.bounds()) {
      if (bound.worst() && bound.quantity().equals("depth")) {
        depths.add(
            "derived "
                + bound.derived()
                + " from "
                + String.join(", ", sources(bound))
                + bound.slack().map(slack -> "; slack " + slack).orElse(""));
      }
    }
    if (line.standing() == Standing.PROVED && !depths.isEmpty()) {
      return depths;
    }
    return line.detail().isEmpty() ? List.of() : List.of(line.detail());
  }

  /** The inputs; the constants only where no input is as deep. */
  private static List<String> sources(Bound bound) {
    List<String> inputs =
        bound.from().stream().filter(source -> !source.equals("constants")).toList();
    return inputs.isEmpty() ? bound.from() : inputs;
  }

  private void grounds(SortedSet<Hypothesis> hypotheses) {
    if (hypotheses.isEmpty()) {
      return;
    }
    entry(Standing.ASSUMED, "rests on", Grounds.counts(hypotheses), List.of());
    if (options.assumptions()) {
      Grounds.byKind(hypotheses)
          .forEach(
              (kind, members) -> {
                note(Grounds.heading(kind));
                members.forEach(member -> note("- " + member));
              });
    }
  }

  /** A labelled line; details stand beside the claim where they fit, below it otherwise. */
  private void entry(Standing standing, String label, String claim, List<String> details) {
    out.append(options.style().verdict(standing, Paragraph.pad("  " + label, LABEL)));
    boolean beside =
        details.size() == 1
            && claim.length() < CLAIM
            && LABEL + CLAIM + details.get(0).length() <= Paragraph.WIDTH;
    if (beside) {
      out.append(Paragraph.pad(claim, CLAIM)).append(details.get(0)).append('\n');
      return;
    }
    wrapped(claim, LABEL, LABEL + 2);
    for (String detail : details) {
      out.append(" ".repeat(LABEL + 2));
      wrapped(detail, LABEL + 2, LABEL + 4);
    }
  }

  private void note(String text) {
    for (String part : text.split("\n")) {
      out.append(" ".repeat(LABEL + 2));
      wrapped(part, LABEL + 2, LABEL + 4);
    }
  }

  private void wrapped(String text, int first, int rest) {
    out.append(String.join("\n" + " ".repeat(rest), Paragraph.lines(text, first, rest)))
        .append('\n');
  }

  private static String word(Standing standing) {
    return switch (standing) {
      case PROVED -> "proved";
      case CHECKED -> "checked";
      case ASSUMED -> "assumed";
      case SKIPPED -> "skipped";
      case OPEN -> "not proved";
      case LIMIT -> "stopped";
      case REFUTED -> "REFUTED";
    };
  }
}
