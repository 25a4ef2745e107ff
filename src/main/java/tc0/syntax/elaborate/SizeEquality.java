package tc0.syntax.elaborate;

import tc0.kernel.Index;
import tc0.kernel.Normalizer;

/** Equality of sizes by their normal forms as integer polynomials. */
final class SizeEquality {
  private SizeEquality() {}

  /** Whether the two terms are equal at all sizes, as far as normal forms tell. */
  static boolean holds(Index a, Index b) {
    return a.equals(b) || Normalizer.normalise(a).equals(Normalizer.normalise(b));
  }
}
