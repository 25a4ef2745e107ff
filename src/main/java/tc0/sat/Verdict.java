package tc0.sat;

import java.util.List;

/** What became of an {@link Obligation}. Only {@link Proved} is good news. */
public sealed interface Verdict {

  /** Why a search was given up. */
  enum Reason {
    /** The conflict limit. */
    CONFLICTS,
    /** The time limit. */
    TIME,
    /** The limit on the trace, or a heap nearly full. */
    MEMORY,
    /** The thread was interrupted. */
    INTERRUPTED,
    /** The solver claims there is no counterexample, but its trace is not a proof of that. */
    PROOF_REFUSED,
    /** The solver's counterexample is none. */
    MODEL_REFUSED
  }

  /**
   * The obligation holds for all inputs. Needs a proof that has been replayed.
   *
   * @param proof the refutation of the obligation's negation
   * @param stats how it was found
   */
  record Proved(RupChecker.CheckedProof proof, Stats stats) implements Verdict {}

  /**
   * The obligation fails.
   *
   * @param inputs an assignment, in the order of the graph's inputs, on which it does; no input
   *     that is true could be made false alone
   */
  record Refuted(List<Boolean> inputs) implements Verdict {
    /** Copies the assignment. */
    public Refuted {
      inputs = List.copyOf(inputs);
    }
  }

  /** Nothing was found out. */
  record Unknown(Reason reason) implements Verdict {}

  /**
   * How a proof was found.
   *
   * @param variables of the formula
   * @param clauses of the formula
   * @param lemmas learned clauses in the trace
   * @param needed those that the proof rests on
   * @param merged nodes proved equal to another and merged, by sweeping
   * @param conflicts met by the solver
   */
  record Stats(int variables, int clauses, int lemmas, int needed, int merged, long conflicts) {}
}
