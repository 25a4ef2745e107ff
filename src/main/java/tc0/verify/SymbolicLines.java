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
              evidence(judgement.evidence()),
              judgement.rules().get(0).id(),
              span);
      case Outcome.Denied<Judgement>(Refusal refusal) -> refused(claim, refusal, span);
    };
  }

  static Line refused(String claim, Refusal refusal, Span span) {
    return new Line(
        Standing.OPEN, claim, refusal.reason(), evidence(refusal.evidence()), refusal.rule(), span);
  }

  /** The derived bound and the slack in one line. */
  private static String detail(Judgement judgement) {
    List<String> parts = new ArrayList<>();
    for (Evidence evidence : judgement.evidence()) {
      switch (evidence) {
        case Evidence.Depth depth ->
            parts.add(
                depth.derived()
                    + " from "
                    + depth.source().name()
                    + (depth.slack().toString().equals("0") ? "" : ", slack " + depth.slack()));
        case Evidence.Bound bound -> parts.add(bound.quantity() + " " + bound.derived());
        case Evidence.Constant constant -> {}
        case Evidence.Note note -> parts.add(note.text());
      }
    }
    return judgement.claim() instanceof Claim.Member || parts.isEmpty()
        ? judgement.statement()
        : String.join(" | ", parts.stream().distinct().toList());
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
