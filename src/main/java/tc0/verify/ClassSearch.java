package tc0.verify;

import tc0.kernel.Circuit;
import tc0.kernel.Claim;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;
import tc0.kernel.Rule;
import tc0.kernel.Uniformity;

/** Asks the kernel for the smallest class of a family, as uniform as its wiring allows. */
final class ClassSearch {
  private final Kernel kernel;

  ClassSearch(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * The smallest class in which the kernel places what the circuit computes.
   *
   * @param depth the growth of its depth
   */
  RegimeTable.Verdict verdict(Circuit circuit, Regime regime, String depth) {
    Outcome<Judgement> uniform = kernel.smallestClass(circuit, regime, Uniformity.DLOGTIME);
    boolean hardWiring =
        uniform instanceof Outcome.Denied<Judgement>(Refusal refusal) && refusal.basis() == Rule.U3;
    Outcome<Judgement> outcome =
        hardWiring ? kernel.smallestClass(circuit, regime, Uniformity.P) : uniform;
    if (outcome instanceof Outcome.Granted<Judgement>(Judgement judgement)
        && judgement.claim() instanceof Claim.Member member) {
      return new RegimeTable.Verdict.Member(
          member.complexityClass(),
          judgement.rules().getFirst().id(),
          judgement.statement(),
          depth);
    }
    return switch (kernel.prove(new Claim.PolynomialTime(circuit, regime))) {
      case Outcome.Granted<Judgement>(Judgement judgement) ->
          new RegimeTable.Verdict.Time(
              judgement.rules().getFirst().id(), judgement.statement(), depth);
      case Outcome.Denied<Judgement>(Refusal refusal) ->
          new RegimeTable.Verdict.None(refusal.rule(), refusal.reason(), depth);
    };
  }
}
