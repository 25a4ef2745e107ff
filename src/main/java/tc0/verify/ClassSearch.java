package tc0.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tc0.kernel.Circuit;
import tc0.kernel.Claim;
import tc0.kernel.ComplexityClass;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;
import tc0.kernel.Rule;
import tc0.kernel.Uniformity;

/** Asks the kernel for class after class, smallest first, until it grants one. */
final class ClassSearch {
  private static final int HIGHEST_LEVEL = 6;

  /** Refusals after which a larger class may be granted. */
  private static final Set<Rule> TOO_SMALL = Set.of(Rule.K_AC, Rule.K_TC, Rule.K_INCLUSION);

  private final Kernel kernel;

  ClassSearch(Kernel kernel) {
    this.kernel = kernel;
  }

  /** The smallest class in which the kernel places what the circuit computes. */
  RegimeTable.Verdict verdict(Circuit circuit, Regime regime, String depth) {
    Refusal last = null;
    for (Uniformity uniformity : List.of(Uniformity.DLOGTIME, Uniformity.P)) {
      for (ComplexityClass candidate : ladder(uniformity)) {
        switch (kernel.prove(new Claim.Member(circuit, regime, candidate))) {
          case Outcome.Granted<Judgement>(Judgement judgement) -> {
            return new RegimeTable.Verdict.Member(
                candidate, judgement.rules().getFirst().id(), judgement.statement(), depth);
          }
          case Outcome.Denied<Judgement>(Refusal refusal) -> last = refusal;
        }
        if (!TOO_SMALL.contains(last.basis())) {
          break;
        }
      }
      if (last.basis() != Rule.U3) {
        break;
      }
    }
    return switch (kernel.prove(new Claim.PolynomialTime(circuit, regime))) {
      case Outcome.Granted<Judgement>(Judgement judgement) ->
          new RegimeTable.Verdict.Time(
              judgement.rules().getFirst().id(), judgement.statement(), depth);
      case Outcome.Denied<Judgement>(Refusal refusal) ->
          new RegimeTable.Verdict.None(refusal.rule(), refusal.reason(), depth);
    };
  }

  /** AC0, TC0, then NC^i (for i >= 2), AC^i and TC^i; NC1 has no premises of its own. */
  private static List<ComplexityClass> ladder(Uniformity uniformity) {
    List<ComplexityClass> ladder = new ArrayList<>();
    for (int level = 0; level <= HIGHEST_LEVEL; level++) {
      if (level >= 2) {
        ladder.add(new ComplexityClass(ComplexityClass.Kind.NC, level, uniformity));
      }
      ladder.add(new ComplexityClass(ComplexityClass.Kind.AC, level, uniformity));
      ladder.add(new ComplexityClass(ComplexityClass.Kind.TC, level, uniformity));
    }
    return ladder;
  }
}
