package tc0.kernel.matching;

import java.util.List;
import java.util.SortedSet;

/** The answer to a matching claim. */
public sealed interface Verdict {

  /**
   * The two circuits are the same op-by-op term at all sizes that satisfy the circuit's
   * constraints.
   *
   * @param laws the laws of primitives that were used
   * @param comparisons how many pairs of subterms were compared
   */
  record Matched(SortedSet<Law> laws, int comparisons) implements Verdict {}

  /** Equality was not proved; the two terms may still denote the same function. */
  record NotMatched(Difference difference) implements Verdict {}

  /**
   * A limit was met before an answer was found.
   *
   * @param reason what was being done
   * @param limit the limit
   */
  record GaveUp(String reason, String limit) implements Verdict {}

  /**
   * The first pair of subterms, in the order of the text, that was not proved equal.
   *
   * @param left the subterm of the circuit
   * @param right the subterm of the definition
   * @param place the operations that lead to it, outermost first
   * @param facts what is known about the indices there
   */
  record Difference(String left, String right, List<String> place, List<String> facts) {
    public Difference {
      place = List.copyOf(place);
      facts = List.copyOf(facts);
    }
  }
}
