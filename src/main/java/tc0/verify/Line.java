package tc0.verify;

import java.util.List;
import tc0.syntax.source.Span;

/**
 * One verdict: what became of one clause of a lemma or theorem.
 *
 * @param claim the clause, as a reader would say it, for example {@code depth <= 7*d_std + d_sum}
 * @param detail what was derived or compared, for which sizes, with which slack
 * @param bounds the derived bounds one by one, where the claim is about depth or size
 * @param evidence further lines: critical paths, counterexamples, values of constants
 * @param rule the rule of the kernel that granted or refused it, or the method of comparison
 * @param span the clause in the source
 */
public record Line(
    Standing standing,
    String claim,
    String detail,
    List<Bound> bounds,
    List<String> evidence,
    String rule,
    Span span) {

  /** Copies the lists. */
  public Line {
    bounds = List.copyOf(bounds);
    evidence = List.copyOf(evidence);
  }

  /** A verdict without bounds. */
  public Line(
      Standing standing,
      String claim,
      String detail,
      List<String> evidence,
      String rule,
      Span span) {
    this(standing, claim, detail, List.of(), evidence, rule, span);
  }
}
