package tc0.verify;

import java.util.List;
import tc0.syntax.source.Span;

/**
 * One verdict: what became of one clause of a lemma or theorem.
 *
 * @param claim the clause, as a reader would say it, for example {@code depth <= 7*d_std + d_sum}
 * @param detail what was derived or compared, for which sizes, with which slack
 * @param evidence further lines: critical paths, counterexamples, values of constants
 * @param rule the rule of the kernel that granted or refused it, or the method of comparison
 * @param span the clause in the source
 */
public record Line(
    Standing standing, String claim, String detail, List<String> evidence, String rule, Span span) {

  /** Copies the evidence. */
  public Line {
    evidence = List.copyOf(evidence);
  }
}
