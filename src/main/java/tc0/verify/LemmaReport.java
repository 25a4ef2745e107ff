package tc0.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tc0.kernel.Hypothesis;
import tc0.syntax.source.Span;

/**
 * What became of a lemma.
 *
 * @param citations where the paper states it, for example {@code rope2024, Lemma 4.4 (recalled)}
 * @param circuit the qualified name of its circuit
 * @param regime the name of its regime, if it has one
 * @param lines one or more verdicts for every clause
 * @param hypotheses what the proved lines rest on
 * @param needs texts of the hypotheses that the lemma names
 * @param numbers what a claim about named constants comes to in numbers
 */
public record LemmaReport(
    String name,
    Optional<String> title,
    List<String> citations,
    String circuit,
    Optional<String> regime,
    List<Line> lines,
    SortedSet<Hypothesis> hypotheses,
    List<String> needs,
    Optional<LemmaNumbers> numbers,
    Span span) {

  /** Copies the collections. */
  public LemmaReport {
    citations = List.copyOf(citations);
    lines = List.copyOf(lines);
    hypotheses = Collections.unmodifiableSortedSet(new TreeSet<>(hypotheses));
    needs = List.copyOf(needs);
  }

  /**
   * Whether every clause was proved, checked or is openly assumed, or was skipped on request, and
   * not all of them were skipped.
   */
  public boolean isVerified() {
    return lines.stream().anyMatch(line -> line.standing() != Standing.SKIPPED)
        && lines.stream().allMatch(line -> line.standing().isGreen());
  }

  /** The worst standing among the lines. */
  public Standing standing() {
    return lines.stream().map(Line::standing).max(Comparable::compareTo).orElse(Standing.OPEN);
  }

  /** The same lemma with further lines. */
  LemmaReport with(List<Line> more) {
    List<Line> all = new ArrayList<>(lines);
    all.addAll(more);
    return new LemmaReport(
        name, title, citations, circuit, regime, all, hypotheses, needs, numbers, span);
  }
}
