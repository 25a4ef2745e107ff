package tc0.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tc0.verify.LemmaReport;
import tc0.verify.Report;
import tc0.verify.Standing;
import tc0.verify.TheoremReport;

/** The last line of a report. */
public final class Totals {
  private Totals() {}

  /**
   * For example {@code verified 27/27 lemmas · 2 theorems · 0 open · 11 axioms · 1 assumption · 4.1
   * s}.
   */
  public static String of(Report report, Duration elapsed) {
    long lemmas = report.lemmas().stream().filter(LemmaReport::isVerified).count();
    long theorems = report.theorems().stream().filter(TheoremReport::isVerified).count();
    List<String> parts = new ArrayList<>();
    parts.add("verified " + lemmas + "/" + report.lemmas().size() + " lemmas");
    parts.add(
        (theorems == report.theorems().size() ? "" : theorems + "/")
            + count(report.theorems().size(), "theorem"));
    parts.add(report.open() + " open" + causes(report));
    parts.add(count(report.axioms().size(), "axiom"));
    parts.add(count(report.assumptions().size(), "assumption"));
    long skipped = count(report, Standing.SKIPPED);
    if (skipped > 0) {
      parts.add(count(skipped, "check") + " skipped");
    }
    parts.add(String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0));
    return String.join(" · ", parts);
  }

  private static String causes(Report report) {
    List<String> causes = new ArrayList<>();
    long refuted = count(report, Standing.REFUTED);
    long limits = count(report, Standing.LIMIT);
    if (refuted > 0) {
      causes.add(refuted + " refuted");
    }
    if (limits > 0) {
      causes.add(limits + " stopped");
    }
    return causes.isEmpty() ? "" : " (" + String.join(", ", causes) + ")";
  }

  private static long count(Report report, Standing standing) {
    return report.lines().filter(line -> line.standing() == standing).count();
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
