package tc0.verify;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Hypothesis;
import tc0.syntax.source.Span;

/**
 * What became of a theorem.
 *
 * @param statement what was derived, if it was
 * @param assumptions unproved separations of classes that it assumes
 * @param facts theorems of the literature that it cites
 * @param reductions how hardness reaches its problem from the cited one
 * @param hypotheses everything else it rests on
 * @param lines the verdict, with the refusal if there is one
 */
public record TheoremReport(
    String name,
    Optional<String> title,
    List<String> citations,
    String circuit,
    Optional<String> statement,
    List<String> assumptions,
    List<String> facts,
    List<String> reductions,
    SortedSet<Hypothesis> hypotheses,
    List<Line> lines,
    Span span) {

  /** Copies the collections. */
  public TheoremReport {
    citations = List.copyOf(citations);
    assumptions = List.copyOf(assumptions);
    facts = List.copyOf(facts);
    reductions = List.copyOf(reductions);
    hypotheses = Collections.unmodifiableSortedSet(new TreeSet<>(hypotheses));
    lines = List.copyOf(lines);
  }

  /** Whether it was derived. */
  public boolean isVerified() {
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.standing().isGreen());
  }
}
