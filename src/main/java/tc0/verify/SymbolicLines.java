package tc0.verify;

import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Claim;
import tc0.kernel.Evidence;
import tc0.kernel.Judgement;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.syntax.source.Span;

/** Words for what the kernel answered. */
final class SymbolicLines {
  private SymbolicLines() {}

  static Line line(String claim, Outcome<Judgement> outcome, Span span) {
    return switch (outcome) {
      case Outcome.Granted<Judgement>(Judgement judgement) ->
          new Line(
              Standing.PROVED,
              claim,
              detail(judgement),
              DerivedBounds.of(judgement.evidence()),
              evidence(judgement.evidence()),
              judgement.rules().get(0).id(),
              span);
      case Outcome.Denied<Judgement>(Refusal refusal) -> refused(claim, refusal, span);
    };
  }

  static Line refused(String claim, Refusal refusal, Span span) {
    return new Line(
        Standing.OPEN,
        claim,
        refusal.reason(),
        DerivedBounds.of(refusal.evidence()),
        evidence(refusal.evidence()),
        refusal.rule(),
        span);
  }

  /** What was derived, in one line; bounds that are too long for it are only in the evidence. */
  private static String detail(Judgement judgement) {
    List<String> notes = new ArrayList<>();
    for (Evidence evidence : judgement.evidence()) {
      if (evidence instanceof Evidence.Note note) {
        notes.add(note.text().replaceFirst(", because of .*", ""));
      }
    }
    List<String> bounds =
        DerivedBounds.of(judgement.evidence()).stream()
            .filter(Bound::worst)
            .map(SymbolicLines::words)
            .toList();
    if (judgement.claim() instanceof Claim.Composition) {
      return String.join("; ", notes);
    }
    if (judgement.claim() instanceof Claim.Member || notes.isEmpty() && bounds.isEmpty()) {
      return judgement.statement();
    }
    return notes.isEmpty()
        ? String.join(" | ", bounds)
        : String.join("; ", notes.stream().distinct().toList());
  }

  private static String words(Bound bound) {
    return (bound.slack().isEmpty() ? bound.quantity() + " <= " : "derived ")
        + bound.derived()
        + (bound.from().isEmpty() ? "" : " from " + String.join(", ", bound.from()))
        + bound.slack().map(slack -> "; slack " + slack).orElse("");
  }

  private static List<String> evidence(List<Evidence> all) {
    List<String> lines = new ArrayList<>();
    for (Evidence evidence : all) {
      lines.add(
          switch (evidence) {
            case Evidence.Depth depth ->
                depth.derived() + " from " + depth.source().name() + ": " + depth.path();
            case Evidence.Bound bound ->
                bound.quantity()
                    + " <= "
                    + bound.derived()
                    + bound.claimed().map(claimed -> ", claimed " + claimed).orElse("");
            case Evidence.Constant constant ->
                constant.name() + ": " + constant.circuit() + " has depth " + constant.depth();
            case Evidence.Note note -> note.text();
          });
    }
    return lines.stream().distinct().toList();
  }
}
